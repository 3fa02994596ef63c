// Public consensus beside private spread: one column for each moment, and the same in words.

import { h } from "../dom.js";
import { broad } from "./afterthoughts.js";
import { deed } from "./debrief.js";
import { opens, panel } from "./parts.js";

const LEFT = 62;
const BELOW = 46;

/** The panel. */
export function consensus(found) {
  if (!found.plots.length) return panel("Said in public, meant in private", h("p", { class: "soft" }, found.words));
  const plot = found.plots[broad.matches ? 1 : 0];
  return panel(
    "Said in public, meant in private",
    h("p", {}, found.words),
    h("p", { class: "legend-line note" }, h("i", { class: "dot-mark" }), " said in public ", h("i", { class: "dot-mark full" }), " meant in private ", h("i", { class: "band-mark" }), " from the least to the most for it ", h("i", { class: "line-mark" }), " the public mean"),
    h("div", { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Picture of what was said and meant over time" }, picture(found, plot)),
    opens("words", "The picture in words", h("ol", { class: "lines" }, found.moments.map((moment, place) => h(
      "li",
      { key: place },
      h("p", {}, moment.words, " ", deed(moment.at)),
      h("p", { class: "note" }, `A plain yes in public: ${moment.public}. Apart in private: ${moment.spread} of at most 2.`),
    )))),
  );
}

function picture(found, plot) {
  const [width, height] = [plot.width + LEFT, plot.height + BELOW];
  const scale = [["for", plot.yes], ["neither", plot.zero], ["against", plot.no]];
  const ground = scale.map(([words, y]) => [
    h("line", { key: `line ${words}`, class: words === "neither" ? "zero" : "rule", x1: LEFT, x2: width, y1: y, y2: y }),
    h("text", { key: words, x: LEFT - 8, y: y + 4, "text-anchor": "end" }, words),
  ]);
  const mean = plot.columns.map((one) => `${one.x + LEFT},${one.public}`).join(" ");
  return h(
    "svg",
    { class: "plot", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": `${found.words} Each moment stands below in words.` },
    ground,
    plot.columns.map((one, place) => h("rect", { key: `band ${place}`, class: "band", x: one.left + LEFT + 4, y: one.top, width: one.right - one.left - 8, height: Math.max(2, one.bottom - one.top), rx: 3 })),
    h("polyline", { key: "mean", class: "public-line", points: mean }),
    plot.columns.map((one, place) => [dots(one, place), words(one, found.moments[place], plot, place)]),
  );
}

function dots(column, place) {
  return h("g", { key: `dots ${place}` }, column.dots.map(([agency, x, shown, meant]) => h(
    "g",
    { key: agency },
    shown !== null && meant !== null ? h("line", { class: "gap", x1: x + LEFT, x2: x + LEFT, y1: shown, y2: meant }) : null,
    shown === null ? null : h("circle", { key: "shown", class: "shown", cx: x + LEFT, cy: shown, r: 3 }),
    meant === null ? null : h("circle", { key: "meant", class: "meant", cx: x + LEFT, cy: meant, r: 2.5 }),
  )));
}

function words(column, moment, plot, place) {
  const lines = [...moment.label.split(" "), moment.short].filter(Boolean);
  return h("g", { key: `words ${place}` }, lines.map((line, number) => h("text", { key: number, x: column.x + LEFT, y: plot.height + 10 + number * 13, "text-anchor": "middle" }, line)));
}
