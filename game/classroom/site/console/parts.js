// Small things that the console is put together from: buttons, fields, states of seats and tables in signs and words.

import { h, icon, tile } from "../dom.js";
import { face, listed, names, store } from "./state.js";

/** A button with a sign and words; `why` says why it cannot be used, and fades it. */
export function button(words, onclick, { sign = null, kind = "", why = "", short = false, ...more } = {}) {
  const label = h("span", { class: short ? "unseen" : "label" }, words);
  const press = why ? () => {} : onclick;
  const off = why ? { "aria-disabled": "true", title: why, "aria-description": why } : short ? { title: words } : {};
  return h("button", { type: "button", class: `button ${short ? "short" : ""} ${kind}`.trim(), onclick: press, ...off, ...more }, sign && icon(sign), label);
}

/** A link that opens a screen for others beside this one. */
export function screen(words, href, { sign = "external-link", short = false, ...more } = {}) {
  const look = short ? { class: "button short", title: `${words} (opens in a new tab)` } : { class: "button" };
  return h("a", { ...look, href, target: "_blank", rel: "noopener", ...more }, icon(sign), h("span", { class: short ? "unseen" : "label" }, words), h("span", { class: "unseen" }, " (opens in a new tab)"));
}

let numbers = 0;

/** A name for an element that nothing else has. */
export function fresh(start) {
  numbers += 1;
  return `${start}-${numbers}`;
}

export function field(id, label, props = {}, note = "") {
  const about = note ? { "aria-describedby": `${id}-note` } : {};
  return h("div", { class: "field", key: id },
    h("label", { for: id }, label),
    h(props.rows ? "textarea" : "input", { id, autocomplete: "off", ...about, ...props }),
    note && h("p", { id: `${id}-note`, class: "note" }, note));
}

export function choice(id, label, options, props = {}, note = "") {
  return h("div", { class: "field", key: id },
    h("label", { for: id }, label),
    h("select", { id, ...props }, options.map((one) =>
      one.group
        ? h("optgroup", { key: `group ${one.group}`, label: one.group }, one.options.map(option))
        : option(one))),
    note && h("p", { class: "note" }, note));
}

function option({ value, words, isChosen = false, isOff = false }) {
  return h("option", { key: `option ${value}`, value, disabled: isOff, ...(isChosen ? { selected: true } : {}) }, words);
}

export function value(id) {
  return document.getElementById(id)?.value ?? "";
}

// Seats

export const SEATS = {
  here: { sign: "check", words: "here and ready" },
  reading: { sign: "book", words: "here, still reading" },
  away: { sign: "unlink", words: "away" },
  stand: { sign: "replace", words: "a computer plays for somebody" },
  computer: { sign: "robot", words: "computer" },
  absent: { sign: "circle-dotted", words: "nobody plays it" },
};

export function stateOf(seat) {
  if (seat.held === "absent") return "absent";
  if (seat.is_stood_in) return "stand";
  if (!seat.people.length) return "computer";
  if (!seat.is_here) return "away";
  return seat.is_ready ? "here" : "reading";
}

/** Say whether a table waits for somebody on this seat; computers move by themselves. */
export function isWaitedFor(one, seat) {
  return seat.held === "person" && one.waiting.includes(seat.seat);
}

/** The tile of a seat with its state as a sign on it, and a bar below where it is waited for. */
export function seatSign(one, seat) {
  const known = face(one, seat.seat);
  const state = stateOf(seat);
  const isWaited = isWaitedFor(one, seat);
  const words = `${known.short}: ${seatWords(seat)}${isWaited ? ", waited for" : ""}`;
  return h("span", { key: seat.seat, class: `seat-sign ${state} ${isWaited ? "waited" : ""}`, role: "img", "aria-label": words, title: words },
    tile(known), h("span", { class: "badge" }, icon(SEATS[state].sign)));
}

/** Say who holds a seat, and whether they are here. */
export function seatWords(seat) {
  const who = listed(names(seat.people));
  switch (stateOf(seat)) {
    case "absent": return "nobody plays it";
    case "computer": return `computer, ${plays(seat)}`;
    case "stand": return `computer for ${who}${seat.is_here ? "" : ", away"}`;
    case "away": return `${who}, away`;
    case "reading": return `${who}, reading`;
    default: return who;
  }
}

export function plays(seat) {
  const { manners, levels } = store.picture.manners;
  const manner = manners.find((one) => one.manner === seat.manner)?.name ?? seat.manner;
  const level = levels.find((one) => one.level === seat.level)?.name ?? seat.level;
  return `${manner.toLowerCase()}, ${level.toLowerCase()}`;
}

// Tables

/** Say in a word or two how a table stands; `isNeedy` where it needs the instructor. */
export function standing(one, needs) {
  const kinds = new Set(needs.filter((need) => need.tables.includes(one.table)).map((need) => need.kind));
  if (kinds.has("call")) return { sign: "hand-stop", words: "Calls you", isNeedy: true };
  if (kinds.has("trouble")) return { sign: "alert-triangle", words: "Stopped", isNeedy: true };
  if (kinds.has("away")) return { sign: "unlink", words: "Somebody away", isNeedy: true };
  if (kinds.has("late")) return { sign: "hourglass", words: `${late(one)} late`, isNeedy: true };
  if (one.is_paused && one.is_begun && !one.is_closed) return { sign: "player-pause", words: "Paused", isNeedy: false };
  if (kinds.has("back")) return { sign: "replace", words: "Somebody back", isNeedy: false };
  if (one.is_closed) return one.is_revealed ? { sign: "lock-open", words: "Revealed", isNeedy: false } : { sign: "lock", words: "Has played", isNeedy: false };
  if (!one.is_begun) return { sign: null, words: readiness(one), isNeedy: false };
  return { sign: null, words: pace(one), isNeedy: false };
}

/** Before the start: on how many of the seats that people have the role sheet is read. */
function readiness(one) {
  const taken = one.seats.filter((seat) => seat.people.length);
  return taken.length ? `${taken.filter((seat) => seat.is_ready).length} of ${taken.length} ready` : "Nobody sits yet";
}

function late(one) {
  return `${Math.max(1, Math.round(-one.tempo.ahead))} min`;
}

function pace(one) {
  if (!one.tempo) return "";
  const minutes = Math.round(one.tempo.ahead);
  if (minutes === 0) return "On time";
  return minutes > 0 ? `${minutes} min ahead` : `${-minutes} min late`;
}
