// One table at length: where it stands, what can be done there, and who sits on its seats.

import { clockWords } from "../countdown.js";
import { h, icon, tile } from "../dom.js";
import * as open from "./dialogs.js";
import { button, isWaitedFor, screen, SEATS, seatWords, stateOf } from "./parts.js";
import { act, caseOf, choose, counted, face, person, secondsLeft } from "./state.js";

export function tablePanel(one) {
  return h("section", { class: "panel table-panel", key: `table ${one.table}`, "aria-labelledby": "panel-head" },
    h("div", { class: "panel-head" },
      h("h2", { id: "panel-head", tabindex: "-1" }, `Table ${one.table}`),
      h("span", { class: "case" }, caseOf(one).title),
      screen("Projector", `/projector/${one.table}`, { key: "projector", sign: "device-desktop", short: true }),
      button("Close", () => shut(one), { sign: "x", short: true, kind: "quiet", title: "Back to the class (Escape)" })),
    status(one),
    one.trouble && h("p", { class: "trouble", key: "trouble" }, icon("alert-triangle"), " ", one.trouble),
    controls(one),
    seats(one),
    observers(one));
}

/** Go back to the class; the focus goes back to the row of the table. */
export function shut(one) {
  choose(null);
  document.querySelector(`.table-row .name[data-table="${one.table}"]`)?.focus();
}

function status(one) {
  const left = secondsLeft(one.clock);
  const papers = one.texts ? `${counted(one.texts, "text")}, ${counted(one.accords, "accord")} in force` : "No text yet";
  return h("div", { class: "status", key: "status" },
    h("div", { class: "stands" },
      h("p", { class: "phase" }, h("strong", {}, one.is_begun ? one.name : "Before the start"), one.round && one.is_begun && ` · ${one.round}`),
      one.is_begun && one.words && h("p", { class: "soft" }, one.words),
      one.is_begun && h("p", { class: "soft" }, papers),
      one.tempo && h("p", { class: one.tempo.offer === "none" ? "tempo" : "tempo needy" }, one.tempo.words)),
    h("div", { class: "clock" },
      left === null ? h("span", { class: "none" }, one.is_begun && !one.is_closed ? "no limit" : "") : h("span", { class: "runs-out" }, clockWords(left)),
      one.is_paused && one.is_begun && !one.is_closed && h("span", { class: "held" }, icon("player-pause"), " paused"),
      one.is_closed && h("span", { class: "held" }, icon(one.is_revealed ? "lock-open" : "lock"), one.is_revealed ? " revealed" : " shut")));
}

function controls(one) {
  const isOpen = one.is_begun && !one.is_closed;
  const shut = one.is_closed ? "It has played." : one.is_begun ? "" : "It has not begun.";
  const timed = shut || (one.clock.left === null ? "No clock runs there; choose a plan." : "");
  return h("div", { class: "controls", key: "controls" },
    !one.is_begun && button("Begin", () => open.begin([one.table]), { key: "begin", sign: "flag", "aria-haspopup": "dialog" }),
    isOpen && (one.is_paused
      ? button("Continue", () => act("continue", { table: one.table }), { key: "go", sign: "player-play" })
      : button("Pause", () => act("pause", { table: one.table }), { key: "stop", sign: "player-pause" })),
    one.is_closed && (one.is_revealed
      ? button("Shut again", () => act("reveal", { table: one.table, on: false }), { key: "shut", sign: "lock" })
      : button("Reveal", () => open.reveal(one.table), { key: "reveal", sign: "lock-open", "aria-haspopup": "dialog" })),
    one.is_closed && button("Script", () => open.paper(one.table), { key: "paper", sign: "notes", "aria-haspopup": "dialog", title: "The script of the talk, and the debrief on paper" }),
    button("+1 min", () => act("add_minutes", { table: one.table, minutes: 1 }), { key: "more", why: timed, "aria-label": `+1 min for table ${one.table}` }),
    button("−1 min", () => act("add_minutes", { table: one.table, minutes: -1 }), { key: "less", why: timed, "aria-label": `−1 min for table ${one.table}` }),
    button("Time", () => open.time(one.table), { key: "time", sign: "clock", why: timed, "aria-haspopup": "dialog" }),
    button("End phase", () => open.endPhase([one.table]), { key: "end", sign: "player-skip-forward", why: shut, "aria-haspopup": "dialog" }),
    button("Undo", () => open.undo(one.table), { key: "undo", sign: "arrow-back-up", why: one.undo ? "" : "Nobody has made a move that could be taken back.", "aria-haspopup": "dialog" }),
    button("Message", () => open.message(`table ${one.table}`), { key: "say", sign: "message", "aria-haspopup": "dialog" }),
    button("Event", () => open.event(one.table), { key: "event", sign: "bolt", why: one.is_closed ? shut : "", "aria-haspopup": "dialog" }),
    button("Rounds", () => open.rounds(one.table), { key: "rounds", sign: "history", why: one.is_closed ? shut : "", "aria-haspopup": "dialog" }));
}

function seats(one) {
  return h("section", { class: "seat-list", key: "seats", "aria-label": "Seats" },
    h("h3", {}, "Seats"),
    h("ul", {}, one.seats.map((seat) => seatRow(one, seat))));
}

function seatRow(one, seat) {
  const known = face(one, seat.seat);
  const state = stateOf(seat);
  const isWaited = isWaitedFor(one, seat);
  const calls = seat.people.some((id) => person(id)?.calls);
  return h("li", { key: seat.seat, class: `seat ${state}` },
    tile(known),
    h("div", { class: "who" },
      h("p", { class: "agency" }, known.name),
      h("p", { class: "people" }, icon(SEATS[state].sign), " ", seatWords(seat),
        calls && h("span", { class: "mark" }, " ", icon("hand-stop"), " calls you"),
        isWaited && h("span", { class: "mark" }, " ", icon("hourglass"), " waited for"))),
    quick(one, seat, known, state),
    button("Change", () => open.seat(one.table, seat.seat), { key: "more", sign: "settings", short: state === "stand", "aria-label": `Change who plays ${known.name}`, "aria-haspopup": "dialog", why: one.is_closed ? "It has played." : "" }));
}

/** A seat that a computer holds for somebody goes back with one press. */
function quick(one, seat, known, state) {
  if (one.is_closed || state !== "stand") return null;
  return button("Hand back", () => act("hand_back", { table: one.table, seat: seat.seat }), { key: "back", sign: "user", "aria-label": `Hand back ${known.name}` });
}

function observers(one) {
  if (!one.observers.length) return null;
  return h("section", { class: "watching", key: "watching", "aria-label": "Observers" },
    h("h3", {}, "Watching"),
    h("ul", { class: "chips" }, one.observers.map((id) => h("li", { key: id }, chip(id)))));
}

/** Somebody by name; pressed, what can be done about them. */
export function chip(id) {
  const one = person(id);
  if (!one) return null;
  const sign = one.calls ? "hand-stop" : one.is_here ? "user" : "unlink";
  const note = one.calls ? "calls you" : one.is_here ? "" : "away";
  return h("button", { type: "button", class: `chip ${one.is_here ? "" : "away"}`, onclick: () => open.somebody(id), "aria-haspopup": "dialog" },
    icon(sign), h("span", {}, one.name), note && h("span", { class: "soft" }, note));
}
