// What needs the instructor, the most urgent first, each with what to do about it; then what comes next.

import { h, icon } from "../dom.js";
import * as open from "./dialogs.js";
import { button } from "./parts.js";
import { act, actAt, choose, counted, face, needs, person, store, table } from "./state.js";

const SIGNS = {
  call: "hand-stop", trouble: "alert-triangle", away: "unlink", late: "hourglass", paused: "player-pause", back: "replace", doorway: "door-exit",
  plan: "timeline", rounds: "scale", begin: "flag", reveal: "lock-open",
};
const URGENT = new Set(["call", "trouble", "away", "late"]);
const MOST_PEOPLE = 4;

export function needsList() {
  const found = needs();
  const rows = found.map((need) => row(need, URGENT.has(need.kind) ? "urgent" : "mild"));
  const steps = store.picture.steps.map((step) => row(step, "step"));
  return h("section", { class: "needs", key: "needs", "aria-labelledby": "needs-head" },
    h("h2", { id: "needs-head", tabindex: "-1" }, found.length ? `Needs you (${found.length})` : steps.length ? "What comes next" : "Nothing needs you"),
    rows.length > 0 && h("ul", { class: "need-list", key: "needs" }, rows),
    steps.length > 0 && h("ul", { class: "need-list next", key: "steps", "aria-label": "What comes next" }, steps));
}

function row(need, kind) {
  const key = `${need.kind} ${need.tables} ${need.seats} ${need.kind === "doorway" ? "" : need.people}`;
  return h("li", { key, class: `need ${kind}` },
    icon(SIGNS[need.kind], "sign"),
    h("p", { class: "words" }, need.words, need.seconds >= 60 && h("span", { class: "since" }, ` For ${counted(Math.round(need.seconds / 60), "minute")}.`)),
    h("div", { class: "acts" }, acts(need)));
}

function acts(need) {
  const look = need.tables.length === 1 && store.chosen !== need.tables[0] && button(`Table ${need.tables[0]}`, () => choose(need.tables[0]), { key: "look", "aria-label": `Show table ${need.tables[0]}` });
  switch (need.kind) {
    case "call": return [look, button("Answered", () => act("answer_help", { person: need.people[0] }), { sign: "check", kind: "primary" })];
    case "trouble": return [look, button("Try again now", () => actAt(need.tables, "continue"), { sign: "refresh" })];
    case "away": return [look, ...need.seats.map((seat) => fill(need.tables[0], seat, need.seats.length > 1))];
    case "late": return [look, ...offers(need)];
    case "paused": return [look, button("Continue", () => actAt(need.tables, "continue"), { sign: "player-play" })];
    case "back": return [look, button("Hand back", () => act("hand_back", { table: need.tables[0], seat: need.seats[0] }), { sign: "user" })];
    case "doorway": return newcomers(need);
    case "plan": return [button("Choose a plan", open.plan, { "aria-haspopup": "dialog" })];
    case "rounds": return [button(`Drop ${counted(need.drop, "round")}`, () => actAt(need.tables, "drop_round", { by: need.drop }))];
    case "begin": return [button(need.tables.length > 1 ? `Begin ${need.tables.length} tables` : "Begin", () => open.begin(need.tables), { sign: "flag", "aria-haspopup": "dialog" })];
    case "reveal": return [button("Reveal", () => open.reveal(null), { sign: "lock-open", "aria-haspopup": "dialog" })];
    default: return [look];
  }
}

function fill(name, seat, isNamed) {
  const short = face(table(name), seat).short;
  const words = isNamed ? `Computer for ${short}` : "Let a computer play";
  return button(words, () => act("fill", { table: name, seat }), { sign: "robot", key: `fill ${seat}`, "aria-label": `Let a computer play ${short} at table ${name}` });
}

function offers(need) {
  const made = [];
  if (need.drop > 0) made.push(button(`Drop ${counted(need.drop, "round")}`, () => open.dropRound(need.tables, need.drop, need.words), { key: "drop", "aria-haspopup": "dialog" }));
  if (need.offer !== "drop_rounds") made.push(button("End the phase", () => open.endPhase(need.tables), { key: "end", sign: "player-skip-forward", "aria-haspopup": "dialog" }));
  return made;
}

function newcomers(need) {
  return need.people.slice(0, MOST_PEOPLE).map((id) =>
    button(`Seat ${person(id)?.name ?? "?"}`, () => open.somebody(id), { key: id, sign: "user", "aria-haspopup": "dialog" }));
}
