// What is said to the host and what it says: joining, sheets, commands, drafts.

import { Wire } from "../wire.js";
import { clock } from "./clock.js";
import { fresh, redraw, shown, stage, state, store, stored } from "./state.js";

const EVERY = 250;
const SOON = 180;
const MOVED_ON = new Set(["stale", "not_your_move", "wrong_phase"]);

const line = new Wire({
  hello: () => (stored("token") ? { type: "hello", token: stored("token"), as: "page" } : null),
  heard,
  state: (words) => {
    state.line = words;
    redraw();
  },
});

/** Begin to listen. */
export function begin() {
  line.open();
}

// What the host says

function heard(message) {
  switch (message.type) {
    case "where":
      line.welcome();
      placed(message);
      break;
    case "changed":
      state.isMine = message.is_mine;
      clock.set(message.clock, state.where?.is_paused);
      refresh();
      break;
    case "problem":
      state.problem = message.sentence;
      break;
    case "taken_over":
      ended("taken", "You have opened this page in another tab or window. It goes on there.");
      break;
    case "gone":
      store("token", null);
      ended("gone", message.sentence);
      break;
    default:
  }
  redraw();
}

function placed(where) {
  const before = state.where;
  state.where = where;
  const isElsewhere = !before || before.table !== where.table || before.seat !== where.seat;
  if (isElsewhere) {
    state.sheets = {};
    state.head = null;
    state.desk = fresh("");
    state.diaries = { books: null, problem: "", isBusy: false };
    if (before) state.isChoosing = false;
  }
  if (state.questions.isOpen) stillAsked(where);
  if (before && !before.is_revealed && where.is_revealed) state.place = "now";
  clock.hold(where.is_paused);
  refresh();
}

/** Put questions away that are not to be answered any more. */
function stillAsked(where) {
  const { sheet, isDone } = state.questions;
  if (isDone || state.isBusy || where.questions === sheet.offer) return;
  Object.assign(state.questions, { isOpen: false, sheet: null });
  if (where.is_begun && sheet.offer === "before") state.problem = "Your game has begun, and the first questions are closed. Others come with the debrief.";
}

function ended(kind, words) {
  state.ended = { kind, words };
  line.forget();
  line.close();
}

/** Come back after another tab took over, or join anew after the seat was lost. */
export function resume() {
  if (state.ended?.kind === "gone") state.where = null;
  state.ended = null;
  line.open();
  redraw();
}

// Sheets

let lately = 0;
let later = null;
let isRefreshing = false;
let isStale = false;

/** Ask for every sheet that is on the page, at most every quarter of a second. */
export function refresh() {
  clearTimeout(later);
  const wait = lately + EVERY - performance.now();
  if (isRefreshing) {
    isStale = true;
    return;
  }
  if (wait > 0) {
    later = setTimeout(refresh, wait);
    return;
  }
  fetchAll();
}

async function fetchAll() {
  const places = shown();
  if (!places.length) return;
  lately = performance.now();
  isRefreshing = true;
  await Promise.all(places.map(fetchOne));
  isRefreshing = false;
  redraw();
  if (isStale) {
    isStale = false;
    refresh();
  }
}

async function fetchOne(place) {
  const seat = state.where?.seat;
  const answer = await line.ask({ type: "sheet", place });
  if (seat !== state.where?.seat || answer.type !== "sheet") return;
  state.sheets[place] = answer.sheet;
  if (answer.sheet.head) state.head = answer.sheet.head;
  if (place === "now") {
    state.moment = answer.moment;
    if (state.desk.moment !== answer.moment) state.desk = fresh(answer.moment);
  }
}

// What people do

/** Join the class by its code. */
export async function join(code, name) {
  state.join = { code, name, problem: "", isBusy: true };
  redraw();
  const answer = await line.ask({ type: "join", code, name, as: "page" });
  state.join.isBusy = false;
  if (answer.type === "joined") {
    store("token", answer.token);
    for (const name of ["answers", "skipped"]) store(name, null);
    Object.assign(state.questions, { isOpen: false, sheet: null, chosen: {}, skipped: [] });
  } else state.join.problem = answer.problem?.sentence ?? answer.sentence ?? "That did not work; try again.";
  redraw();
}

/** Ask for something that is answered by yes or a problem; gives the problem, or null. */
async function request(message) {
  let answer;
  try {
    answer = await line.ask(message);
  } catch (error) {
    answer = { problem: { code: "too_long", sentence: error.message } };
  }
  state.problem = answer.problem?.sentence ?? "";
  redraw();
  return answer.problem ?? null;
}

/** Give commands of the game one after the other; true once all are accepted. A last pass may come too late. */
export async function give(...commands) {
  const { moment } = state;
  state.isBusy = true;
  state.problem = "";
  redraw();
  let problem = null;
  for (const command of commands) {
    const isLastPass = command.kind === "pass" && commands.length > 1;
    problem = await request({ type: "command", moment, command });
    if (problem && isLastPass && MOVED_ON.has(problem.code)) {
      state.problem = "";
      problem = null;
    }
    if (problem) break;
  }
  state.isBusy = false;
  if (!problem) state.desk = fresh(state.desk.moment);
  refresh();
  redraw();
  return !problem;
}

/** Write to somebody, or to everybody (null). */
export async function write(to, text) {
  return (await request({ type: "command", moment: state.moment ?? "", command: { kind: "send_message", to, text } })) === null;
}

let weighing = 0;
let weighed = 0;
let timer = null;

/** Have a draft weighed; `take` gets what it comes to, unless a later draft has come meanwhile. */
export function weigh(draft, take) {
  const number = ++weighing;
  clearTimeout(timer);
  const ask = async () => {
    weighed = performance.now();
    let answer;
    try {
      answer = await line.ask({ type: "weigh", draft });
    } catch {
      return;
    }
    if (number !== weighing) return;
    if (answer.type === "weighed") take(answer.draft);
    else state.problem = answer.problem?.sentence ?? "";
    redraw();
  };
  const wait = weighed + SOON - performance.now();
  if (wait > 0) timer = setTimeout(ask, wait);
  else ask();
}

/** Say that the role sheet has been read. */
export function ready() {
  return request({ type: "ready" });
}

/** Take a seat, share it, or (seat null) watch a table. */
export async function takeSeat(table, seat) {
  const problem = await request({ type: "seat", table, seat });
  if (!problem) state.isChoosing = false;
  redraw();
  return problem;
}

/** Call the instructor, or take the call back. */
export function help(isOn) {
  return request({ type: "help", on: isOn });
}

/** Ask for the questions that are to be answered now, or for what they were about; null if there are none. */
export async function askQuestions() {
  const answer = await line.ask({ type: "questions" });
  state.problem = answer.problem?.sentence ?? "";
  return answer.sheet ?? null;
}

/** Give the answers to all questions of a time; gives the problem, or null. */
export function giveAnswers(time, chosen) {
  return request({ type: "answers", time, chosen });
}

/** Say whether the game waits for me and can go on. */
export function isMine() {
  return stage() === "table" && Boolean(state.head?.is_mine) && !state.where.is_paused;
}
