// The doorway: joining by code and name, choosing a seat, and what is said when the page has ended.

import { h, icon, tile } from "../dom.js";
import { join, resume, takeSeat } from "./host.js";
import { again } from "./questions.js";
import { redraw, state } from "./state.js";

/** Ask for the code on the projector and for a name. */
export function joining() {
  const { join: form, line } = state;
  const submit = (event) => {
    event.preventDefault();
    const code = event.target.elements.code.value.trim();
    const name = event.target.elements.name.value.trim();
    const missing = !code ? "code" : !name ? "name" : "";
    if (!missing) return join(code, name);
    state.join.problem = missing === "code" ? "Type the code that stands on the projector." : "Type a name by which the others know you.";
    redraw();
    event.target.elements[missing].focus();
    return undefined;
  };
  return h(
    "main",
    { class: "alone", id: "main" },
    h("h1", { id: "title", tabindex: "-1" }, "False Coherence"),
    h("p", { class: "lead" }, "Everybody at the table can say yes. What counts is who carries it out when nobody is in the room to watch."),
    h(
      "form",
      { class: "card form", onsubmit: submit, novalidate: true, "aria-describedby": form.problem ? "join-problem" : null },
      h("label", { for: "code" }, "Code of the class"),
      h("input", {
        id: "code", name: "code", class: "field code", maxlength: "12", autocomplete: "off", autocapitalize: "characters", spellcheck: "false",
        required: true, "aria-describedby": "code-note", "aria-invalid": form.problem && !form.code ? "true" : null, value: form.code,
      }),
      h("p", { class: "note", id: "code-note" }, "Four letters or figures; they stand on the projector."),
      h("label", { for: "name" }, "Your name"),
      h("input", { id: "name", name: "name", class: "field", maxlength: "40", autocomplete: "given-name", required: true, "aria-describedby": "name-note", value: form.name }),
      h("p", { class: "note", id: "name-note" }, "The others see it. A first name will do."),
      form.problem ? h("p", { class: "strip bad", id: "join-problem", role: "alert" }, icon("alert-triangle"), h("span", {}, form.problem)) : null,
      h("button", { class: "button primary", type: "submit", id: "join", "aria-disabled": form.isBusy || line !== "open" ? "true" : null }, form.isBusy ? "Joining …" : "Join"),
    ),
  );
}

/** List tables and seats. */
export function doors() {
  const { where } = state;
  const many = where.tables.length > 1;
  return h(
    "main",
    { class: "alone", id: "main" },
    h("h1", { id: "title", tabindex: "-1" }, "Choose a seat"),
    h("p", { class: "lead" }, h("bdi", {}, where.person.name), ", you are in. Take a seat at the table, or wait: your instructor may give you one."),
    where.tables.map((table) => aTable(table, many)),
    where.table ? null : again(),
    state.isChoosing && where.table
      ? h("p", { key: "back" }, h("button", { class: "button", type: "button", id: "back", onclick: stay }, icon("arrow-left"), "Back to my place"))
      : null,
  );
}

function stay() {
  state.isChoosing = false;
  redraw();
}

function aTable(table, many) {
  const free = table.seats.filter((seat) => !seat.people.length).length;
  const words = `${free} of ${table.seats.length} seats free`;
  const inside = [
    table.summary ? h("p", { class: "note" }, table.summary) : null,
    h("ul", { class: "seats" }, table.seats.map((seat) => aSeat(table, seat))),
    h("button", { class: "button quiet", type: "button", "data-watch": table.table, onclick: () => takeSeat(table.table, null) }, icon("eye"), `Only watch table ${table.table}`),
  ];
  const title = [h("strong", {}, many ? `Table ${table.table} · ${table.title}` : table.title), " ", h("span", { class: "soft" }, words)];
  if (!many) return h("section", { class: "card", key: table.table, "aria-label": table.title }, h("h2", { class: "table-title" }, title), inside);
  const isFirst = state.where.tables.find((one) => one.seats.some((seat) => !seat.people.length)) === table;
  return h("details", { class: "card", key: table.table, open: isFirst }, h("summary", {}, h("h2", { class: "table-title" }, title)), inside);
}

function aSeat(table, seat) {
  const others = seat.people.map((name, place) => [place ? ", " : "", h("bdi", {}, name)]);
  const isMine = state.where.table === table.table && state.where.seat === seat.seat;
  const holder = seat.people.length ? ["taken by ", others] : "free";
  const verb = isMine ? "your seat" : !seat.is_open ? "taken" : seat.people.length ? "share it" : "take it";
  const body = [
    tile(seat, { className: "large" }),
    h("span", { class: "words" }, h("span", { class: "spread" }, h("strong", {}, seat.name), h("span", { class: "verb" }, verb)), h("span", { class: "note" }, holder), h("span", { class: "note" }, seat.mandate)),
  ];
  if (!seat.is_open || isMine) return h("li", { key: seat.seat, class: "seat is-off" }, body);
  return h("li", { key: seat.seat }, h("button", { class: "seat", type: "button", "data-seat": `${table.table}:${seat.seat}`, onclick: () => takeSeat(table.table, seat.seat) }, body));
}

/** Say why the page has ended, and how to go on. */
export function ending() {
  const { kind, words } = state.ended;
  return h(
    "main",
    { class: "alone", id: "main" },
    h("h1", { id: "title", tabindex: "-1" }, kind === "taken" ? "This page is open elsewhere" : "You have left the class"),
    h("p", { class: "lead", role: "alert" }, words),
    h("button", { class: "button primary", type: "button", id: "resume", onclick: resume }, kind === "taken" ? "Go on here instead" : "Join again"),
  );
}

/** Say that the host is looked for. */
export function waiting() {
  return h("main", { class: "alone", id: "main" }, h("h1", { id: "title", tabindex: "-1" }, "False Coherence"), h("p", { class: "lead", role: "status" }, "Looking for the host …"));
}
