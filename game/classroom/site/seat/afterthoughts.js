// What takes the host a while: asked for when a step is opened, kept for this game, and left out where it cannot be had.

import { h, icon } from "../dom.js";
import { redraw, state, stored } from "./state.js";

const SETTLES = 350;
const UNREACHED = "The host cannot be reached; try again in a moment.";
const OFFERED = { found: null, problem: "", isBusy: false };
let about = "";
let known = new Map();
let last = null;
let timer = null;

/** Pictures are drawn for a phone below this width, and wider above. */
export const broad = matchMedia("(min-width: 46rem)");
broad.addEventListener("change", redraw);

/** The lines that are moved on this page, by name; nobody else's page changes. */
export const moved = { lines: {} };

/** What came of a question, asking it the first time; what takes seconds by moved lines is only offered. */
export function hear(question) {
  forget();
  const key = JSON.stringify(question);
  if (!known.has(key)) {
    if (question.lines && question.ask !== "judged") return OFFERED;
    ask(key, question);
  }
  return known.get(key);
}

/** What came of a question if it has been asked, else nothing. */
export function heard(question) {
  forget();
  return known.get(JSON.stringify(question)) ?? null;
}

/** Ask (again). */
export function wonder(question) {
  forget();
  ask(JSON.stringify(question), question);
  redraw();
}

/** Another game, table or seat: nothing of what was asked is about it. */
function forget() {
  const { where, sheets } = state;
  const now = `${where?.table} ${where?.seat} ${sheets.debrief?.version}`;
  if (now === about) return;
  about = now;
  known = new Map();
  last = null;
  moved.lines = {};
}

async function ask(key, question) {
  const entry = { found: null, problem: "", isBusy: true };
  const mine = known;
  mine.set(key, entry);
  try {
    const answer = await fetch("/afterthoughts", { method: "POST", body: JSON.stringify({ token: stored("token"), ...question }) });
    if (answer.ok) entry.found = await answer.json();
    else entry.problem = await answer.text();
  } catch {
    entry.problem = UNREACHED;
  }
  entry.isBusy = false;
  if (mine === known) redraw();
}

// Lines

/** Name the lines that are moved, for a question; none asks for the game as it was judged. */
export function withLines(question) {
  return isMoved() ? { ...question, lines: { ...moved.lines } } : question;
}

export function isMoved() {
  return Object.keys(moved.lines).length > 0;
}

/** The debrief as it is shown now: by the lines it was played by, or judged again by those that are moved. */
export function current(sheet) {
  forget();
  if (!isMoved()) return { ...sheet, judging: null };
  const entry = hear(withLines({ ask: "judged" }));
  if (entry.found) last = entry.found;
  return { ...sheet, ...(last ?? {}), judging: entry };
}

/** Move a line, or put it back where it was; asked for once the hand rests. */
export function moveLine(line, value) {
  if (value === line.played) delete moved.lines[line.name];
  else moved.lines[line.name] = value;
  moved.lines = Object.fromEntries(Object.entries(moved.lines).sort());
  if (!isMoved()) last = null;
}

/** Judge by the lines it was played by. */
export function putBack() {
  moved.lines = {};
  last = null;
  redraw();
}

/** Do something once nothing more has been asked for a moment. */
export function settle(act) {
  clearTimeout(timer);
  timer = setTimeout(act, SETTLES);
}

// Parts

/** Say quietly that it is being worked out, or why it is not there, with a way to try again. */
export function waiting(entry, question, words) {
  if (entry?.isBusy) return h("p", { class: "working note", key: "working", role: "status" }, icon("hourglass"), h("span", {}, words));
  if (entry === OFFERED) return h("button", { class: "button", type: "button", key: "offer", onclick: () => wonder(question) }, icon("scale"), "Work it out by these lines");
  if (!entry?.problem) return null;
  return h(
    "div",
    { class: "strip plain", key: "problem", role: "status" },
    icon("info-circle"),
    h("span", {}, entry.problem),
    h("button", { class: "button small", type: "button", onclick: () => wonder(question) }, "Try again"),
  );
}

/** Above every step: that it is judged by other lines, and the way back. */
export function mark() {
  if (!isMoved()) return null;
  return h(
    "div",
    { class: "strip warn mark", key: "mark", id: "mark" },
    icon("scale"),
    h("span", {}, h("strong", {}, "Judged by other lines"), ", on this page only"),
    h("button", { class: "button small", type: "button", id: "put-back", onclick: back }, "Judge as played"),
  );
}

/** What exactly is moved. */
export function marked(sheet) {
  if (!isMoved()) return null;
  const { judging, lines } = sheet;
  const words = judging.problem || (judging.isBusy ? "It is being judged again …" : lines.marked);
  return h("p", { class: "note", key: "marked", role: "status" }, words);
}

function back() {
  putBack();
  queueMicrotask(() => queueMicrotask(() => document.getElementById("now-title")?.focus()));
}
