// Short questions before the game and after the debrief is open: one at a time, to be skipped at any moment.

import { h, icon } from "../dom.js";
import { askQuestions, giveAnswers, refresh } from "./host.js";
import { choice, primary } from "./parts.js";
import { redraw, state, store } from "./state.js";

const OFFERS = { before: "Six short questions", after: "Six more questions" };
const OPENED = "What the questions were about";
const TIMES = { before: "Before the game", after: "After it" };

/** What is offered above the page until it is taken up or skipped; `kind` is `before` or `after`. */
export function offer() {
  const kind = state.where.questions;
  if (!OFFERS[kind] || state.questions.skipped.includes(kind)) return null;
  return h(
    "div",
    { class: "strip tip offer", key: `offer ${kind}`, role: "status" },
    icon("pencil"),
    h("span", {}, h("strong", {}, OFFERS[kind]), ": two minutes, optional"),
    h("span", { class: "strip-acts" },
      h("button", { class: "button quiet small", type: "button", id: "skip-questions", onclick: skip }, "Skip"),
      h("button", { class: "button small", type: "button", id: "open-questions", onclick: openQuestions }, "Answer")),
  );
}

/** The way back to questions that were skipped, or to what they were about; nothing while they are offered above. */
export function again() {
  const kind = state.where.questions;
  if (kind !== "key" && !state.questions.skipped.includes(kind)) return null;
  return h("button", { class: "button", type: "button", id: "open-questions", key: "questions", onclick: openQuestions }, icon("pencil"), OFFERS[kind] ?? OPENED);
}

async function openQuestions() {
  state.dialog = null;
  await fetchQuestions();
}

async function fetchQuestions() {
  const sheet = await askQuestions();
  if (sheet) {
    const open = sheet.questions.findIndex((one) => !(one.question in state.questions.chosen));
    Object.assign(state.questions, { isOpen: true, isDone: false, sheet, at: open < 0 ? Math.max(0, sheet.questions.length - 1) : open });
  }
  redraw();
  look();
}

function skip() {
  const kind = state.where.questions;
  state.questions.skipped = [...state.questions.skipped, kind];
  store("skipped", state.questions.skipped);
  leave();
}

function leave() {
  Object.assign(state.questions, { isOpen: false, isDone: false, sheet: null });
  refresh();
  redraw();
}

/** Put the focus where reading begins. */
function look() {
  queueMicrotask(() => queueMicrotask(() => document.getElementById("question-title")?.focus({ preventScroll: true })));
}

/** The page while questions are open. */
export function questioning() {
  const { sheet, isDone } = state.questions;
  if (isDone) return thanks();
  return sheet.offer === "key" ? key(sheet) : asking(sheet);
}

function framed(scene, title, body, foot) {
  return h(
    "main",
    { class: "sheet-page questions", id: "main" },
    h("div", { class: "scroll", key: "scroll", tabindex: "0", role: "region", "aria-labelledby": "question-title", "data-scroll": `questions ${scene}` },
      h("h2", { class: "place-title", id: "question-title", tabindex: "-1" }, title), body),
    h("div", { class: "foot", key: "foot" }, foot),
  );
}

function asking(sheet) {
  const { at, chosen } = state.questions;
  const one = sheet.questions[at];
  const isLast = at === sheet.questions.length - 1;
  const choose = (answer) => () => {
    state.questions.chosen = { ...chosen, [one.question]: answer };
    store("answers", state.questions.chosen);
    redraw();
  };
  const go = (step) => {
    state.questions.at += step;
    redraw();
    look();
  };
  const missing = one.question in chosen ? "" : "Choose an answer first.";
  return framed(at, `Question ${at + 1} of ${sheet.questions.length}`, [
    at === 0 ? h("p", { class: "note", key: "privacy" }, sheet.privacy) : null,
    h("article", { class: "card scene", key: `scene ${one.question}` }, one.scene.map((words, place) => h("p", { key: place }, words))),
    h("fieldset", { class: "slot", key: one.question, "data-question": one.question },
      h("legend", {}, one.asks),
      h("div", { class: "rows" }, one.answers.map((words, answer) => choice(
        { name: one.question, value: String(answer), isChosen: chosen[one.question] === answer, choose: choose(answer), className: "row" },
        h("span", { class: "words" }, words),
      )))),
  ], [
    h("button", { class: "button quiet", type: "button", key: "skip", id: "skip-questions", onclick: skip }, "Skip all"),
    at > 0 ? h("button", { class: "button", type: "button", key: "back", id: "question-back", onclick: () => go(-1) }, icon("arrow-left"), "Back") : null,
    primary(isLast ? "Give my answers" : "Next", missing, missing ? () => document.querySelector(`input[name="${one.question}"]`)?.focus() : isLast ? give : () => go(1)),
  ]);
}

async function give() {
  const { sheet, chosen } = state.questions;
  const mine = Object.fromEntries(sheet.questions.map((one) => [one.question, chosen[one.question]]));
  state.isBusy = true;
  redraw();
  const problem = await giveAnswers(sheet.offer, mine);
  state.isBusy = false;
  if (!problem) {
    state.questions.chosen = {};
    store("answers", null);
    if (sheet.offer === "before") state.questions.isDone = true;
    else await fetchQuestions();
  }
  redraw();
  look();
}

function thanks() {
  return framed("thanks", "Thank you", [h("p", {}, "Six more come with the debrief. Then you see what they are about.")], [
    h("button", { class: "button primary", type: "button", id: "question-leave", onclick: leave }, "Go on"),
  ]);
}

// What they were about

function key(sheet) {
  return framed("key", OPENED, [
    h("p", { class: "soft", key: "lead" }, "Each scene has one answer that sees more than the others. Six questions say little about anybody; the reasons are what to take along."),
    sheet.key.map((part) => h("section", { class: "panel", key: part.time },
      h("h3", { class: "caps" }, `${TIMES[part.time]}: ${part.questions.filter((one) => one.mine === one.best).length} of ${part.questions.length}`),
      part.questions.map(explained))),
  ], [
    h("button", { class: "button primary", type: "button", id: "question-leave", onclick: leave }, "Done"),
  ]);
}

function explained(one) {
  const isBest = one.mine === one.best;
  return h("details", { class: "opens", key: one.question, "data-explained": one.question },
    h("summary", {}, h("span", { class: isBest ? "good" : "soft" }, icon(isBest ? "check" : "eye")), h("span", { class: "words" }, h("strong", {}, one.asks), h("span", { class: "note" }, isBest ? "Your answer sees most" : "Another answer sees more"))),
    h("div", { class: "inside" },
      h("p", { class: "note" }, one.kind),
      one.scene.map((words, place) => h("p", { key: place }, words)),
      h("p", {}, "Sees most: ", h("strong", {}, one.answers[one.best])),
      isBest ? null : h("p", { class: "soft" }, `You chose: ${one.answers[one.mine]}`),
      h("p", { class: "sunk" }, one.why)));
}
