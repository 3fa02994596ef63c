// Step 3: the deal that was never tabled, in the space of all deals, and beside what there was.

import { h } from "../dom.js";
import { broad, hear, waiting } from "./afterthoughts.js";
import { opens, panel, who } from "./parts.js";

const TITLE = "The deal you never tabled";
const QUESTION = { ask: "deal" };
const MARKS = [["version", "a version of a text"], ["signed", "signed"], ["lived", "a year on"], ["told", "never tabled, or let go"], ["best", "best for all"], ["meant", "all could mean"]];

/** The panel. */
export function deal() {
  const entry = hear(QUESTION);
  if (!entry.found) return panel(TITLE, waiting(entry, QUESTION, "All deals that there were are being looked through …"));
  const { found } = entry;
  return panel(
    TITLE,
    h("p", {}, h("strong", {}, found.lead)),
    picture(found),
    found.choices.map(compared),
    found.remarks.length ? h("ul", { class: "lines", key: "remarks" }, found.remarks.map((words, place) => h("li", { key: place }, words))) : null,
    opens("words", "The picture in words", cells(["What", "When", "Together", "Who gains least", "Worse off than by walking away", "Terms"], found.rows.map((row) => [row.what, row.when, row.together, row.least, row.worse_off, row.terms]))),
    opens("measures", "How it is reckoned", h("ul", { class: "lines" }, found.measures.map((words, place) => h("li", { class: "note", key: place }, words)))),
  );
}

// The picture

function picture(found) {
  const chart = found.charts[broad.matches ? 1 : 0];
  const { plot: [x, y, width, height], size } = chart;
  const marks = new Set(chart.dots.map((dot) => dot.mark));
  return h(
    "figure",
    { class: "chart-figure", key: "picture" },
    h("p", { class: "legend-line note" }, MARKS.filter(([mark]) => marks.has(mark)).map(([mark, words]) => h("span", { key: mark, class: "legend-part" }, h("svg", { class: "plot key", viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" }, shape({ x: 7, y: 7, mark }, 0)), ` ${words}`))),
    h("p", { class: "note" }, `Up: ${found.up}.`),
    h(
      "svg",
      { class: "plot chart", viewBox: `0 0 ${chart.width} ${chart.height}`, width: chart.width, height: chart.height, role: "img", "aria-label": `${found.lead} Every dot stands below in words.` },
      chart.tiles.map(([left, top, wide, high, weight, isMeant, isZone], place) => h("rect", { key: `tile ${place}`, class: `tile-of ${isZone ? "zone" : ""} ${isMeant ? "can-mean" : ""}`, x: left, y: top, width: wide, height: high, "fill-opacity": (0.12 + 0.5 * weight).toFixed(2) })),
      chart.up.map(([at, label]) => [h("line", { key: `up ${at}`, class: "rule", x1: x, x2: x + width, y1: at, y2: at }), h("text", { key: `up words ${at}`, x: x - 6, y: at + 4, "text-anchor": "end" }, label)]),
      chart.across.map(([at, label]) => h("text", { key: `across ${at}`, x: at, y: y + height + size + 4, "text-anchor": "middle" }, label)),
      h("line", { key: "away", class: "zero", x1: x, x2: x + width, y1: chart.walk_away, y2: chart.walk_away }),
      h("polyline", { key: "edge", class: "edge", points: chart.edge.map((spot) => spot.join(",")).join(" ") }),
      chart.ways.map((way, place) => h("polyline", { key: `way ${place}`, class: way.is_lived ? "way lived" : "way", points: way.spots.map((spot) => spot.join(",")).join(" ") })),
      chart.dots.map((dot, place) => shape(dot, place)),
      chart.labels.map((label, place) => words(label, size, place)),
    ),
    h("p", { class: "note" }, `Across: ${found.across}. The line at 0: no better than walking away for who gains least.`),
  );
}

function shape({ x, y, mark }, place) {
  const key = `dot ${place}`;
  const r = 5;
  switch (mark) {
    case "lived": return h("rect", { key, class: "dot lived", x: x - 4, y: y - 4, width: 8, height: 8 });
    case "told": return h("polygon", { key, class: "dot told", points: `${x},${y - 6} ${x + 6},${y} ${x},${y + 6} ${x - 6},${y}` });
    case "best": return h("polygon", { key, class: "dot best", points: `${x},${y - 6} ${x + 6},${y + 4} ${x - 6},${y + 4}` });
    case "meant": return h("polygon", { key, class: "dot meant", points: `${x},${y + 6} ${x + 6},${y - 4} ${x - 6},${y - 4}` });
    default: return h("circle", { key, class: `dot ${mark}`, cx: x, cy: y, r: mark === "version" ? 3.5 : r });
  }
}

function words({ box: [x, y, width, height], text, to, is_far: isFar }, size, place) {
  const [at, anchor] = x >= to[0] ? [x, "start"] : x + width <= to[0] ? [x + width, "end"] : [x + width / 2, "middle"];
  return h(
    "g",
    { key: `label ${place}` },
    isFar ? h("line", { class: "leader", x1: x + width / 2, y1: y + height / 2, x2: to[0], y2: to[1] }) : null,
    h("text", { class: "dot-words", x: at, y: y + height - 0.28 * size, "text-anchor": anchor }, text),
  );
}

// Beside what there was

function compared(choice) {
  return h(
    "section",
    { class: "compared", key: choice.name, "data-deal": choice.name },
    h("h4", {}, choice.name),
    broad.matches ? asTable(choice) : asCards(choice),
    opens("gains", "Who gains what over walking away", cells(["Agency", "As it was", "By this deal", "More or less"], choice.gains.map((row) => [who(row.agency, { isShort: true }), row.had, row.would, h("span", { class: row.is_better ? "good" : "" }, row.more)]))),
  );
}

function asTable(choice) {
  return cells(["Issue", "As it was", "By this deal"], choice.terms.map((row) => [row.name, row.was, row.is_changed ? h("strong", {}, row.deal) : row.deal]));
}

function asCards(choice) {
  const changed = choice.terms.filter((row) => row.is_changed);
  const same = choice.terms.length - changed.length;
  return [
    h("ul", { class: "lines", key: "changed" }, changed.map((row) => h("li", { key: row.name }, h("p", { class: "soft" }, row.name), h("p", {}, h("strong", {}, row.deal)), h("p", { class: "note" }, `instead of: ${row.was}`)))),
    same ? h("p", { class: "note", key: "same" }, changed.length ? `All else as it was: ${choice.terms.filter((row) => !row.is_changed).map((row) => row.name).join(", ")}.` : "All as it was.") : null,
  ];
}

function cells(heads, rows) {
  return h(
    "div",
    { class: "scroll-x", tabindex: "0", role: "region", "aria-label": heads.join(", ") },
    h(
      "table",
      { class: "cells" },
      h("thead", {}, h("tr", {}, heads.map((words) => h("th", { scope: "col", key: words }, words)))),
      h("tbody", {}, rows.map(([first, ...rest], place) => h("tr", { key: place }, h("th", { scope: "row" }, first), rest.map((one, column) => h("td", { key: column }, one))))),
    ),
  );
}
