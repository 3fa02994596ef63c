// All tables, a row each: quiet where all is well, marked where the instructor is needed.

import { clockWords } from "../countdown.js";
import { h, icon } from "../dom.js";
import { button, SEATS, seatSign, standing, stateOf } from "./parts.js";
import { act, choose, counted, face, needs, secondsLeft, store } from "./state.js";

const ROOMY = 4;
const MANY = 12;

export function tableList() {
  const { picture } = store;
  const found = needs();
  const rows = picture.tables.map((one) => [one, standing(one, found)]);
  const needy = rows.filter(([, how]) => how.isNeedy).length;
  const shown = store.isNeedyOnly ? rows.filter(([, how]) => how.isNeedy) : rows;
  const isMixed = picture.cases.length > 1;
  return h("section", { class: `tables ${picture.tables.length <= ROOMY ? "roomy" : picture.tables.length > MANY ? "many" : ""}`, key: "tables", "aria-labelledby": "tables" },
    h("div", { class: "list-head" },
      h("h2", { id: "tables", tabindex: "-1" }, counted(picture.tables.length, "table")),
      picture.tables.length > ROOMY && button(needy ? `Only those that need you (${needy})` : "Only those that need you", toggle, { kind: "slim", "aria-pressed": String(store.isNeedyOnly) })),
    shown.length
      ? h("ul", { class: "table-list", onkeydown: walk }, shown.map(([one, how]) => row(one, how, isMixed)))
      : h("p", { class: "empty" }, "No table needs you now."),
    legend());
}

function toggle() {
  store.isNeedyOnly = !store.isNeedyOnly;
  choose(store.chosen);
}

function row(one, how, isMixed) {
  const isChosen = store.chosen === one.table;
  const left = secondsLeft(one.clock);
  const isOpen = one.is_begun && !one.is_closed;
  return h("li", { key: one.table, class: `table-row ${how.isNeedy ? "needy" : ""} ${isChosen ? "chosen" : ""}` },
    h("button", { type: "button", class: "name", "aria-pressed": String(isChosen), onclick: () => pick(one, isChosen), "data-table": one.table },
      h("span", { class: "unseen" }, "Table "), h("span", { class: "number" }, one.table)),
    h("p", { class: "where" },
      isMixed && h("span", { class: "case" }, store.picture.cases.find((other) => other.case === one.case).title),
      h("strong", {}, one.is_begun ? one.name : "Before the start"), one.is_begun && one.round && h("span", { class: "round" }, one.round)),
    h("p", { class: "seats" }, one.seats.map((seat) => seatSign(one, seat)),
      one.observers.length > 0 && h("span", { class: "watch", title: `${counted(one.observers.length, "observer")}` }, icon("eye"), String(one.observers.length))),
    h("p", { class: `how ${how.isNeedy ? "needy" : ""}` }, how.sign && icon(how.sign), h("span", {}, how.words)),
    h("p", { class: "runs-out" }, left === null ? "" : [h("span", { class: "unseen" }, "left: "), clockWords(left), one.clock.is_held && isOpen && icon("player-pause")]),
    isOpen && one.is_paused
      ? button(`Continue table ${one.table}`, () => act("continue", { table: one.table }), { key: "go", sign: "player-play", short: true })
      : button(`Pause table ${one.table}`, () => act("pause", { table: one.table }), { key: "stop", sign: "player-pause", short: true, why: isOpen ? "" : one.is_closed ? "It has played." : "It has not begun." }),
    store.picture.tables.length <= ROOMY && !isChosen && people(one));
}

/** Open the panel of a table; where it stands above the tables, go there. */
function pick(one, isChosen) {
  choose(isChosen ? null : one.table);
  const head = document.getElementById("panel-head");
  if (isChosen || !head || matchMedia("(min-width: 62.5rem)").matches) return;
  head.focus({ preventScroll: true });
  head.scrollIntoView({ block: "start" });
}

/** With few tables there is room for names. */
function people(one) {
  return h("ul", { class: "people", key: "people" }, one.seats.map((seat) => {
    const names = seat.people.map((id) => store.picture.people.find((other) => other.id === id)?.name ?? "?");
    const state = stateOf(seat);
    return h("li", { key: seat.seat, class: state },
      h("span", { class: "short" }, face(one, seat.seat).short),
      h("span", { class: "who" }, names.length ? names.join(", ") : SEATS[state].words));
  }));
}

function legend() {
  const signs = Object.entries(SEATS).filter(([state]) => store.picture.tables.some((one) => one.seats.some((seat) => stateOf(seat) === state)));
  return h("p", { class: "legend", "aria-hidden": "true" },
    signs.map(([state, { sign, words }]) => h("span", { key: state, class: "key" }, icon(sign), " ", words)),
    h("span", { key: "waited", class: "key" }, h("span", { class: "bar" }), " waited for"));
}

function walk(event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!steps || !event.target.matches(".name")) return;
  const all = [...event.currentTarget?.querySelectorAll(".name") ?? document.querySelectorAll(".table-row .name")];
  const next = all[all.indexOf(event.target) + steps];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
