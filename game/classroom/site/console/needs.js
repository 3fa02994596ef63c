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
const ALONE = new Set(["plan", "rounds", "begin", "reveal", "doorway"]);
const MOST_PEOPLE = 4;

export function needsList() {
  const found = needs();
  const rows = found.map((need, place) => row(need, URGENT.has(need.kind) ? "urgent" : "mild", place === 0));
  const steps = store.picture.steps.map((step, place) => row(step, "step", !rows.length && place === 0));
  return h("section", { class: "needs", key: "needs", "aria-labelledby": "needs-head" },
    h("h2", { id: "needs-head", tabindex: "-1" }, found.length ? `Needs you (${found.length})` : steps.length ? "What comes next" : "Nothing needs you"),
    rows.length > 0 && h("ul", { class: "need-list", key: "needs" }, rows),
    steps.length > 0 && h("ul", { class: "need-list next", key: "steps", "aria-label": "What comes next" }, steps));
}

/** The first thing to do is the one that stands out. */
function row(need, kind, isFirst) {
  const key = `${need.kind} ${need.tables} ${need.seats} ${need.kind === "doorway" ? "" : need.people}`;
  return h("li", { key, class: `need ${kind}` },
    icon(SIGNS[need.kind], "sign"),
    h("p", { class: "words" }, need.words, need.seconds >= 60 && h("span", { class: "since" }, ` For ${counted(Math.round(need.seconds / 60), "minute")}.`)),
    h("div", { class: "acts" }, look(need), acts(need, isFirst ? "primary" : "")));
}

function look(need) {
  const name = need.tables[0];
  if (need.tables.length !== 1 || store.chosen === name || ALONE.has(need.kind)) return null;
  return button(`Table ${name}`, () => choose(name), { key: "look", "aria-label": `Show table ${name}` });
}

function acts(need, kind) {
  const dialog = { kind, "aria-haspopup": "dialog" };
  switch (need.kind) {
    case "call": return button("Answered", () => act("answer_help", { person: need.people[0] }), { sign: "check", kind });
    case "trouble": return button("Try again now", () => actAt(need.tables, "continue"), { sign: "refresh", kind });
    case "away": return need.seats.map((seat) => fill(need.tables[0], seat, need.seats.length > 1, kind));
    case "late": return offers(need, dialog);
    case "paused": return button("Continue", () => actAt(need.tables, "continue"), { sign: "player-play", kind });
    case "back": return button("Hand back", () => act("hand_back", { table: need.tables[0], seat: need.seats[0] }), { sign: "user", kind });
    case "doorway": return newcomers(need, dialog);
    case "plan": return button("Choose a plan", open.plan, { sign: "timeline", ...dialog });
    case "rounds": return button(`Drop ${counted(need.drop, "round")}`, () => actAt(need.tables, "drop_round", { by: need.drop }), { kind });
    case "begin": return button(need.tables.length > 1 ? `Begin ${need.tables.length} tables` : "Begin", () => open.begin(need.tables), { sign: "flag", ...dialog });
    case "reveal": return button("Reveal", () => open.reveal(null), { sign: "lock-open", ...dialog });
    default: return null;
  }
}

function fill(name, seat, isNamed, kind) {
  const short = face(table(name), seat).short;
  const words = isNamed ? `Computer for ${short}` : "Let a computer play";
  const whole = isNamed ? words : `${words} ${short}`;
  return button(words, () => act("fill", { table: name, seat }), { sign: "robot", kind, key: `fill ${seat}`, "aria-label": `${whole} at table ${name}` });
}

function offers(need, dialog) {
  const made = [];
  if (need.drop > 0) made.push(button(`Drop ${counted(need.drop, "round")}`, () => open.dropRound(need.tables, need.drop, need.words), { key: "drop", ...dialog }));
  if (need.offer !== "drop_rounds") made.push(button("End the phase", () => open.endPhase(need.tables), { key: "end", sign: "player-skip-forward", ...dialog, kind: made.length ? "" : dialog.kind }));
  return made;
}

function newcomers(need, dialog) {
  return need.people.slice(0, MOST_PEOPLE).map((id, place) =>
    button(`Seat ${person(id)?.name ?? "?"}`, () => open.somebody(id), { key: id, sign: "user", ...dialog, kind: place ? "" : dialog.kind }));
}
