// Step 2, why: said, meant and done; the ballot opened; who bent whom; and each yes down to its roots.

import { h, tile } from "../dom.js";
import { deed } from "./debrief.js";
import { diaries } from "./diaries.js";
import { face, meter, panel, who } from "./parts.js";
import { shares } from "./shares.js";
import { redraw, state } from "./state.js";

const STANCES = ["Last stance", "Answer", "Meant in private", "Planned in secret", "Delivered"];
const MOST_BENDS = 8;
const BALLOT = ["Said it would do", "The others expected", "Delivered", "Foresaw the others"];

/** The step. */
export function why(sheet) {
  const { why: found } = sheet;
  const accord = found.accords.find((one) => one.accord === state.reading.accord) ?? found.accords[0];
  return [
    found.accords.length > 1 ? choose(found.accords, accord) : null,
    accord ? anAccord(accord) : without(found),
    found.empty.length ? panel(accord ? "Threats that bent no signature" : "Who leaned on whom", bends(found.empty)) : null,
    !accord && !found.empty.length ? panel("Who leaned on whom", h("p", { class: "soft" }, "Nobody leaned on anybody.")) : null,
    sheet.has_diaries ? diaries() : null,
  ];
}

function choose(accords, chosen) {
  const pick = (accord) => {
    state.reading.accord = accord;
    redraw();
  };
  return h("div", { class: "chips", key: "accords", role: "group", "aria-label": "Accords" }, accords.map((one) => h("button", { class: "button small", type: "button", key: one.accord, "aria-pressed": one === chosen ? "true" : "false", onclick: () => pick(one.accord) }, one.name)));
}

function anAccord(accord) {
  return [
    panel(
      `Said, meant, done: ${accord.name}`,
      h("p", { class: "legend-line note" }, h("i", { class: "dot-mark" }), " said in public ", h("i", { class: "dot-mark full" }), " meant in private ", h("i", { class: "gap-mark" }), " dashed: hollow"),
      h("ul", { class: "signatures" }, accord.signatures.map(signature)),
    ),
    shares(accord.accord),
    panel("Who bent whom", h("p", { class: "note" }, accord.bends_words), accord.bends.length ? bends(accord.bends) : null),
    panel("Shown, meant, planned, done", table(["Agency", ...STANCES], accord.stances)),
    panel("The ballot opened", table(["Agency", ...BALLOT], accord.ballots)),
  ];
}

function signature(one) {
  return h(
    "li",
    { key: one.agency },
    h(
      "details",
      { "data-signature": one.agency },
      h(
        "summary",
        {},
        h("span", { class: "signature-top" }, who(one.agency), h("span", { class: `badge ${one.tint}` }, one.label)),
        h("span", { class: "unseen" }, one.words),
        h("span", { class: "gap-row", "aria-hidden": "true" }, h("span", { class: "axis" }, h("span", {}, "against"), h("span", {}, "walks away"), h("span", {}, "for")), gap(one)),
        h("span", { class: "roots", "aria-hidden": "true" }, one.roots.map((root) => h("span", { class: "root", key: root.root }, h("span", { class: "label" }, root.root), h("span", { class: `track ${root.tint}` }, h("span", { class: "fill", style: { width: `${root.share * 100}%` } }))))),
        h("span", { class: "delivered" }, h("span", { class: "label" }, "delivered"), one.done === null ? h("span", { class: "soft" }, one.done_words) : meter(one.done, one.done_words, "accent")),
      ),
      h("div", { class: "inside" }, h("p", {}, one.words), h("p", { class: "note" }, `${one.means} ${one.formula}`), h("ul", { class: "lines" }, one.roots.map(root))),
    ),
  );
}

/** The line between what was said (open dot) and what was meant (full dot). */
function gap(one) {
  const [low, high] = [Math.min(one.said, one.meant), Math.max(one.said, one.meant)];
  return h(
    "span",
    { class: `gap ${one.gap}` },
    h("span", { class: "middle" }),
    h("span", { class: "stretch", style: { left: `${low * 100}%`, width: `${(high - low) * 100}%` } }),
    h("span", { class: "dot-mark", style: { left: `${one.said * 100}%` } }),
    h("span", { class: "dot-mark full", style: { left: `${one.meant * 100}%` } }),
  );
}

function root(one) {
  return h(
    "li",
    { key: one.root },
    h("p", { class: "spread" }, h("strong", {}, one.name), h("span", { class: `number ${one.tint === "bad" ? "bad" : ""}` }, one.value)),
    h("p", { class: "note" }, one.question),
    h("ul", { class: "causes" }, one.causes.map((cause, place) => h("li", { class: "spread", key: place }, h("span", {}, `${cause.words} `, deed(cause.at)), h("span", { class: "number" }, cause.amount)))),
    h("details", { class: "opens" }, h("summary", {}, "How it is worked out"), h("p", { class: "note" }, one.formula)),
  );
}

/** The largest first; where there are many, the rest is shut. */
function bends(rows) {
  const list = (some) => h("ul", { class: "lines" }, some.map(bend));
  if (rows.length <= MOST_BENDS + 1) return list(rows);
  const rest = rows.slice(MOST_BENDS);
  return [list(rows.slice(0, MOST_BENDS)), h("details", { class: "opens", key: "more" }, h("summary", {}, "The smaller ones", h("span", { class: "number" }, rest.length)), list(rest))];
}

function bend(one, place) {
  return h(
    "li",
    { class: "bend", key: place },
    h("span", { class: `number ${one.is_hollow ? "bad" : ""}` }, one.amount),
    tile(face(one.whom), { name: face(one.whom).name }),
    h("span", {}, one.words, h("span", { class: "note block" }, one.tag, " ", deed(one.at))),
  );
}

function table(heads, rows) {
  return h(
    "div",
    { class: "scroll-x", tabindex: "0", role: "region", "aria-label": heads.slice(1).join(", ") },
    h(
      "table",
      { class: "cells" },
      h("thead", {}, h("tr", {}, heads.map((words) => h("th", { scope: "col", key: words }, words)))),
      h("tbody", {}, rows.map((row) => h("tr", { key: row.agency }, h("th", { scope: "row" }, who(row.agency, { isShort: true })), row.cells.map((words, place) => h("td", { key: place }, words))))),
    ),
  );
}

function without(found) {
  return [
    panel("Issue by issue", h("ul", { class: "lines" }, found.lanes.map((row) => h("li", { key: row.name }, h("strong", {}, row.name), h("p", {}, row.words), h("p", { class: "note" }, row.exact))))),
    found.stood.map((text) => panel(text.name, text.rows.length ? h("ul", { class: "lines" }, text.rows.map((row) => h("li", { class: "turn", key: row.agency }, tile(face(row.agency)), h("span", {}, row.words)))) : h("p", { class: "soft" }, text.words))),
  ];
}
