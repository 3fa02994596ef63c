// My debrief in four steps, in the order in which a class should talk.

import { h, icon, said, tile, told } from "../dom.js";
import { current, mark, marked } from "./afterthoughts.js";
import { carried } from "./carried.js";
import { face, level, meter, panel, tiles, who } from "./parts.js";
import { consensus } from "./plot.js";
import { redraw, state } from "./state.js";
import { turned } from "./turned.js";
import { why } from "./why.js";

export const STEPS = ["What happened", "Why", "What would have turned it", "What to carry over"];

/** The place: the steps across the top, one at a time. */
export function debrief() {
  const told = state.sheets.debrief;
  if (!told) return { title: "Debrief", body: [h("p", { class: "soft" }, "One moment …")], foot: [] };
  if (!told.is_open) return { title: "Debrief", body: [h("p", {}, told.words)], foot: [] };
  const sheet = current(told);
  const { step } = state.reading;
  const pages = [happened, why, turned, carried];
  return {
    title: STEPS[step],
    scene: step,
    top: [steps(step), mark()],
    body: [h("div", { key: step, class: "debrief", id: "step" }, marked(sheet), step === 1 ? null : verdict(sheet.happened.verdict, step === 0), pages[step](sheet))],
    foot: [
      step > 0 ? h("button", { class: "button", type: "button", key: "back", id: "step-back", onclick: () => go(step - 1) }, icon("arrow-left"), "Back") : null,
      step < STEPS.length - 1 ? h("button", { class: "button primary", type: "button", key: "on", id: "step-on", onclick: () => go(step + 1) }, STEPS[step + 1], icon("arrow-right")) : null,
    ],
  };
}

function go(step) {
  state.reading.step = step;
  state.reading.sought = null;
  redraw();
  queueMicrotask(() => queueMicrotask(() => document.getElementById("now-title")?.focus()));
}

function steps(chosen) {
  return h("ol", { class: "steps-bar", key: "steps", "aria-label": "Steps of the debrief" }, STEPS.map((words, step) => h(
    "li",
    { key: step },
    h("button", { type: "button", "data-step": step + 1, "aria-current": step === chosen ? "step" : null, onclick: () => go(step) }, h("span", { class: "number" }, step + 1), h("span", { class: "step-words" }, words)),
  )));
}

/** What it came to, in one sentence, with its reasons. */
export function verdict(one, isWhole = true) {
  return h(
    "section",
    { class: `card verdict-card ${one.mood}`, key: "verdict" },
    h("div", { class: "title-line" }, icon(one.icon, "sign"), h("div", {}, h("h3", { class: "verdict-name" }, one.name), h("p", {}, one.sentence))),
    isWhole ? h("ul", { class: "reasons" }, one.reasons.map((each, place) => h("li", { key: place }, h("details", {}, h("summary", {}, icon(each.is_against ? "point" : "check"), h("span", {}, each.words)), h("p", { class: "note" }, each.measured))))) : null,
    isWhole && one.near ? h("details", { class: "opens", key: "near" }, h("summary", {}, one.near), h("p", { class: "note" }, one.near_means)) : null,
    isWhole && one.remark ? h("p", { class: "note" }, one.remark) : null,
  );
}

/** The number of a command, and what it was; it leads to its line in the course. */
export function deed(at) {
  if (at === null || at === undefined) return null;
  const sheet = state.sheets.debrief;
  const words = sheet.deeds[at] ?? "";
  const isTold = sheet.happened.course.some((one) => one.at === at);
  if (!isTold) return h("span", { class: "note", title: words, key: `deed ${at}` }, `command ${at}`);
  const seek = () => {
    state.reading.step = 0;
    state.reading.sought = at;
    redraw();
    setTimeout(() => {
      const place = document.getElementById(`move-${at}`);
      place?.closest("details")?.setAttribute("open", "");
      place?.focus();
      place?.scrollIntoView({ block: "center" });
    });
  };
  return h("button", { class: "link", type: "button", key: `deed ${at}`, title: words, "aria-label": `Command ${at}: ${words}`, onclick: seek }, `command ${at}`);
}

// Step 1

function happened(sheet) {
  const { happened: found } = sheet;
  const mine = found.scores.find((one) => one.agency === sheet.head.me);
  return [
    mine ? panel("What you took home", score(mine, true)) : null,
    consensus(found.consensus),
    found.accords.map((accord) => anAccord(accord, found.quarters)),
    found.lanes ? lanes(found.lanes) : null,
    panel(
      "What each took home",
      h("div", { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Scores" }, scores(found, sheet.head.me)),
      h("p", { class: "note" }, found.score_words),
      found.scores.filter((one) => one !== mine).map((one) => h("details", { class: "opens", key: one.agency }, h("summary", {}, who(one.agency), h("span", { class: "number" }, one.total)), score(one, false))),
    ),
    panel("For the people there", h("p", {}, found.impact_words), h("ul", { class: "lines tight" }, found.impact.map((one) => h("li", { class: "impact", key: one.name }, h("span", {}, one.name), meter(one.share, one.of, "accent"))))),
    course(found.course),
  ];
}

function anAccord(accord, quarters) {
  return panel(
    `${accord.name}: what was agreed, and how far it came`,
    h("p", {}, said(accord.words)),
    h("p", {}, "Between ", tiles(accord.parties)),
    accord.sentence ? h("p", { class: "soft" }, accord.sentence) : null,
    h("ul", { class: "tracks" }, accord.terms.map((term) => h(
      "li",
      { key: term.name },
      h("details", {}, h("summary", {}, h("span", { class: "words" }, h("span", { class: "soft" }, term.name), h("strong", {}, term.option)), tiles(term.carriers, "")), backing(term)),
      h("div", { class: "levels" }, Array.from({ length: quarters }, (_, place) => level(term.levels[place], term.level_words[place], place)), h("span", { class: `answer ${term.tint}` }, term.words)),
    ))),
  );
}

/** Who was for a term, and who carried it. */
function backing(term) {
  return h(
    "div",
    { class: "inside" },
    h("p", { class: "note" }, `${term.text} ${term.exact}`),
    h("dl", { class: "pairs" }, term.leaned.map((one) => [h("dt", { key: one.words }, one.words), h("dd", { key: `who ${one.words}` }, tiles(one.agencies))])),
    term.carried.length ? h("ul", { class: "lines tight", "aria-label": "Who carried it" }, term.carried.map((one) => h("li", { class: "carrier", key: one.agency }, who(one.agency, { isShort: true }), meter(one.effort, one.words, "accent")))) : h("p", { class: "note" }, "Nobody had to carry it."),
  );
}

function lanes(found) {
  return panel(
    found.name,
    h("ul", { class: "lines" }, found.rows.map((row) => h("li", { key: row.name }, h("details", { class: "opens" }, h("summary", {}, row.level === null ? null : level(row.level, row.words), h("span", { class: "words" }, h("strong", {}, row.name), h("span", { class: "note" }, row.words)), tiles(row.carriers, "")), h("p", { class: "note" }, row.exact))))),
    h("p", { class: "note" }, found.words),
  );
}

function scores(found, me) {
  const heads = ["Mandate", "Impact", "Standing", "Total", "Foresight"];
  return h(
    "table",
    { class: "scores" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Agency"), heads.map((words) => h("th", { scope: "col", key: words }, words)))),
    h("tbody", {}, found.scores.map((one) => h(
      "tr",
      { key: one.agency, class: one.agency === me ? "mine" : null },
      h("th", { scope: "row" }, who(one.agency, { isShort: true })),
      ["mandate", "impact", "standing", "total", "foresight"].map((name) => h("td", { key: name, class: name === "total" ? "total" : null }, one[name])),
    ))),
  );
}

/** One agency's score, opened: formula, lines, and the moves behind them. */
function score(one, isMine) {
  const lines = (rows, none) => (rows.length
    ? h("table", { class: "sum" }, h("tbody", {}, rows.map((row, place) => h("tr", { key: place }, h("th", { scope: "row" }, row.words, " ", deed(row.at)), h("td", {}, row.points)))))
    : h("p", { class: "soft" }, none));
  return h(
    "div",
    { class: "score" },
    isMine ? h("p", { class: "figures" }, [["Total", one.total], ["Mandate", one.mandate], ["Impact", one.impact], ["Standing", one.standing], ["Foresight", one.foresight]].map(([words, value]) => h("span", { class: "figure", key: words }, h("span", { class: "label" }, words), h("span", { class: `number ${words === "Total" ? "large" : ""}` }, value)))) : null,
    one.played ? h("p", { class: "note" }, one.played) : null,
    h("p", {}, h("strong", {}, one.formula)),
    h("details", { class: "opens", key: "mandate" }, h("summary", {}, "Mandate", h("span", { class: "number" }, one.mandate)), lines(one.mandate_lines, "Nothing.")),
    h("details", { class: "opens", key: "standing" }, h("summary", {}, "Standing", h("span", { class: "number" }, one.standing)), lines(one.standing_lines, "Nothing was won or lost.")),
    h("details", { class: "opens", key: "impact" }, h("summary", {}, "Impact", h("span", { class: "number" }, one.impact)), h("p", { class: "note" }, one.impact_words)),
    h("details", { class: "opens", key: "foresight" }, h("summary", {}, "Foresight", h("span", { class: "number" }, one.foresight)), h("p", { class: "note" }, one.foresight_words)),
  );
}

function course(moves) {
  return h(
    "section",
    { class: "panel", key: "course" },
    h("details", {}, h("summary", {}, h("h3", { class: "caps" }, "The course of it")),
      h("p", { class: "note" }, icon("lock-open"), " not seen by all at the time"),
      h("ol", { class: "record long" }, moves.map((one, place) => {
        if (one.is_heading) return h("li", { class: "course-heading", key: place }, h("h4", { class: "caps" }, told(one.runs)));
        const isFirst = one.at !== null && moves.findIndex((each) => each.at === one.at) === place;
        return h(
          "li",
          { key: place, class: `told ${one.at !== null && one.at === state.reading.sought ? "is-sought" : ""}`, id: isFirst ? `move-${one.at}` : null, tabindex: isFirst ? "-1" : null },
          one.about ? tile(face(one.about)) : h("span", { class: "tile none" }, icon("point")),
          h("span", { dir: "auto" }, told(one.runs), one.is_opened ? [" ", h("span", { class: "warn", role: "img", "aria-label": "not seen by all at the time" }, icon("lock-open"))] : null, one.at === null ? null : h("span", { class: "note" }, ` ${one.at}`)),
        );
      }))),
  );
}
