// Step 3, the last of it: the lines that the game is judged by, to be moved; the same record is judged again at once.

import { h } from "../dom.js";
import { moveLine, moved, settle } from "./afterthoughts.js";
import { redraw, state } from "./state.js";

const UNITS = { share: "", points: " points", "of 100": " of 100", steps: " steps", times: " times" };
const drafts = new Map();

/** The panel, shut until somebody wants it. */
export function lines(sheet, flips) {
  return h(
    "section",
    { class: "panel", key: "lines" },
    h(
      "details",
      { id: "lines" },
      h("summary", {}, h("h3", { class: "caps" }, "The lines it is judged by")),
      h("div", { class: "inside" }, h("p", {}, "Where these lines are drawn is a choice. Move one, and the same record is judged again; nothing that was played changes."), sheet.lines.sections.map((part) => h("section", { key: part.name }, h("h4", { class: "caps" }, part.name), h("ul", { class: "lines" }, part.lines.map((one) => line(one, flips)))))),
    ),
  );
}

function line(one, flips) {
  const id = `line-${one.name}`;
  const value = valueOf(one);
  const slide = (event) => {
    drafts.set(one.name, Number(event.target.value));
    redraw();
    settle(judge);
  };
  return h(
    "li",
    { key: one.name, class: value === one.played ? null : "is-moved" },
    h(
      "details",
      { class: "opens", "data-line": one.name },
      h("summary", {}, h("span", { class: "words" }, h("span", {}, one.heading), value === one.played ? null : h("span", { class: "note" }, `played by ${written(one, one.played)}`)), h("span", { class: "number" }, written(one, value))),
      h(
        "div",
        { class: "inside line" },
        h("p", { class: "note" }, `${one.words[0].toUpperCase()}${one.words.slice(1)}. ${one.rule} of the rules.`),
        h("label", { for: id, class: "unseen" }, one.heading),
        h("input", { id, type: "range", min: one.least, max: one.most, step: one.step, value: String(value), "aria-valuetext": written(one, value), oninput: slide }),
        flips[one.name] ? h("p", { class: "note" }, flips[one.name]) : null,
      ),
    ),
  );
}

function valueOf(one) {
  if (drafts.has(one.name)) return drafts.get(one.name);
  return moved.lines[one.name] ?? one.played;
}

function judge() {
  const known = new Map(state.sheets.debrief.lines.sections.flatMap((part) => part.lines).map((one) => [one.name, one]));
  for (const [name, value] of drafts) moveLine(known.get(name), value);
  drafts.clear();
  redraw();
}

function written(one, value) {
  const digits = one.unit === "share" || one.unit === "times" ? 2 : one.step < 1 ? 1 : 0;
  return `${value.toFixed(digits)}${UNITS[one.unit] ?? ""}`;
}
