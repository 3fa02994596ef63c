// What the console knows: the last picture from the host, what is chosen on this screen, and the line to the host.

import { Wire } from "../wire.js";

const KEPT = "false-coherence-key";
const AWAY_MS = 5000;

export const store = {
  picture: null,
  at: 0,
  line: "connecting",
  refused: "",
  isBack: false,
  chosen: null,
  isNeedyOnly: false,
  sought: "",
  answer: { words: "", isProblem: false, at: "" },
  waiting: 0,
};

const drawers = new Set();

/** Call `draw` whenever anything has changed. */
export function drawn(draw) {
  drawers.add(draw);
}

export function redraw() {
  for (const draw of drawers) draw();
}

// The key: it comes in the part of the address that is never sent, and leaves the address at once.

/** For a browser that keeps nothing. */
let mine = null;
const brought = new URLSearchParams(location.hash.slice(1)).get("key");
if (brought) {
  keep(brought);
  history.replaceState(null, "", location.pathname);
}

export function key() {
  try {
    return sessionStorage.getItem(KEPT) ?? mine;
  } catch {
    return mine;
  }
}

function keep(words) {
  mine = words;
  try {
    if (words === null) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, words);
  } catch {
    // It is kept until the page is closed.
  }
}

export function enter(words) {
  keep(words);
  store.refused = "";
  if (wire.isOpen) wire.say(greeting());
  else wire.open();
  redraw();
}

// The line

export const wire = new Wire({
  hello: () => (key() ? greeting() : null),
  heard,
  state: (words) => {
    store.line = words;
    if (words === "lost" && store.picture) store.isBack = true;
    redraw();
  },
});

function greeting() {
  return { type: "hello", key: key() };
}

function heard(message) {
  if (message.type === "overview") {
    take(message.overview);
    wire.welcome();
    if (store.isBack) tell("The host is back; all that you see is up to date again.");
    store.isBack = false;
  } else if (message.type === "problem") {
    if (store.picture && !store.isBack) store.answer = { words: message.sentence, isProblem: true, at: "" };
    else {
      // A host that was started again has another key; the picture of before would stand still from now on.
      store.picture = null;
      store.refused = message.sentence;
      keep(null);
    }
  }
  redraw();
  if (store.refused) document.getElementById("key")?.focus();
}

const firstSeen = new Map();

function take(picture) {
  const now = performance.now();
  const isFirst = store.picture === null;
  const absences = new Set();
  for (const need of picture.needs) {
    if (need.kind !== "away") continue;
    const name = `${need.tables} ${need.seats}`;
    absences.add(name);
    if (!firstSeen.has(name)) firstSeen.set(name, isFirst ? now - AWAY_MS : now);
  }
  for (const name of firstSeen.keys()) if (!absences.has(name)) firstSeen.delete(name);
  store.picture = picture;
  store.at = now;
  if (store.chosen !== null && !table(store.chosen)) store.chosen = null;
  if (isFirst && picture.tables.length === 1) store.chosen = picture.tables[0].table;
}

/** What needs the instructor; who is away for some seconds only, as when a phone wakes up, does not yet. */
export function needs() {
  const now = performance.now();
  return store.picture.needs.filter((need) => need.kind !== "away" || now - firstSeen.get(`${need.tables} ${need.seats}`) >= AWAY_MS);
}

// What is done

/** Do something; gives whether it was done, and says what was done or why not. */
export async function act(name, fields = {}) {
  return told(await asked(name, fields));
}

/** Do the same at several tables: in one, if it is all of them. */
export async function actAt(tables, name, fields = {}) {
  if (tables.length === store.picture.tables.length && tables.length > 1) return act(name, fields);
  const answers = await Promise.all(tables.map((one) => asked(name, { ...fields, table: one })));
  const done = answers.filter((one) => !one.problem);
  const problem = answers.find((one) => one.problem);
  if (answers.length === 1) return told(answers[0]);
  if (!done.length) return told({ problem: { sentence: `None of ${answers.length} tables could: ${problem.problem.sentence}` } });
  return told({ problem: null, words: `${together(done)}${problem ? ` ${answers.length - done.length} of ${answers.length} tables could not: ${problem.problem.sentence}` : ""}` });
}

/** Say once what was done alike at several tables. */
function together(answers) {
  const parts = answers.map(({ words }) => words.replace(/^Table \d+: /, ""));
  if (answers.length === 1 || parts.some((words) => words !== parts[0])) return answers.map((one) => one.words).join(" ");
  return `${answers.length} tables: ${parts[0]}`;
}

async function asked(name, fields) {
  store.waiting += 1;
  redraw();
  try {
    return await wire.ask({ type: "act", act: name, ...fields });
  } catch (error) {
    return { problem: { sentence: error.message } };
  } finally {
    store.waiting -= 1;
  }
}

function told(answer) {
  const isDone = !answer.problem;
  tell(isDone ? answer.words : answer.problem.sentence, !isDone);
  return isDone;
}

/** Say what happened, for those who look and those who listen. */
export function tell(words, isProblem = false) {
  store.answer = { words, isProblem, at: store.picture?.hour ?? "" };
  redraw();
}

/** Say why something that was typed cannot be used. */
export function refuse(words) {
  tell(words, true);
  return false;
}

// Finding things in the picture

export function table(name) {
  return store.picture.tables.find((one) => one.table === name) ?? null;
}

export function person(id) {
  return store.picture.people.find((one) => one.id === id) ?? null;
}

export function caseOf(one) {
  return store.picture.cases.find((other) => other.case === one.case);
}

export function face(one, seat) {
  return caseOf(one).seats.find((other) => other.seat === seat);
}

export function names(ids) {
  return ids.map((id) => person(id)?.name ?? "?");
}

export function listed(words) {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** Choose the table whose panel is open; null is the class. */
export function choose(name) {
  store.chosen = name;
  redraw();
}

// Time, counted on from what the host last said

const gone = () => (performance.now() - store.at) / 1000;

export function secondsLeft(clock) {
  if (clock.left === null) return null;
  return Math.max(0, clock.left - (clock.is_held || store.line !== "open" ? 0 : gone()));
}

export function toBell() {
  return store.picture.bell === null ? null : store.picture.bell - gone();
}
