// The instructor's console: one picture of all tables, sent by the host, and a button for each thing that can be done.

import { h, patch, tile } from "./dom.js";
import { Wire } from "./wire.js";

const KEPT = "false-coherence-key";
const found = new URLSearchParams(location.hash.slice(1)).get("key");
if (found) {
  sessionStorage.setItem(KEPT, found);
  history.replaceState(null, "", location.pathname);
}

let picture = null;
let refused = "";
let state = "connecting";

const key = () => sessionStorage.getItem(KEPT);
const wire = new Wire({ hello: () => (key() ? { type: "hello", key: key() } : null), heard, state: (now) => { state = now; draw(); } });
wire.open();
draw();

function heard(message) {
  if (message.type === "overview") {
    picture = message.overview;
    wire.welcome();
  } else if (message.type === "problem") {
    refused = message.sentence;
    if (!picture) sessionStorage.removeItem(KEPT);
  }
  draw();
}

async function act(name, fields = {}) {
  const answer = await wire.ask({ type: "act", act: name, ...fields });
  say(answer.problem ? answer.problem.sentence : answer.words);
}

function say(words) {
  document.getElementById("answer").textContent = words ?? "";
}

function draw() {
  patch(document.getElementById("head"), head());
  patch(document.getElementById("main"), picture ? [whole(), ...calls(), people(), ...picture.tables.map(table)] : door());
}

function button(words, onclick, extra = {}) {
  return h("button", { class: "button", type: "button", onclick, ...extra }, words);
}

/** Ask once more before what cannot be taken back quietly. */
function sure(words, then) {
  return () => { if (confirm(words)) then(); };
}

function field(id, label, props = {}) {
  return h("label", { key: id, class: "grow" }, label, h("input", { id, autocomplete: "off", ...props }));
}

const value = (id) => document.getElementById(id)?.value ?? "";

// Coming in

function door() {
  const enter = (event) => {
    event.preventDefault();
    sessionStorage.setItem(KEPT, value("key").trim());
    refused = "";
    wire.close();
    wire.open();
  };
  return h("form", { class: "panel wide", onsubmit: enter },
    h("h2", {}, "The key of the console"),
    h("p", {}, refused || "It stands in the window in which the host was started."),
    h("div", { class: "row" }, field("key", "Key"), h("button", { class: "button primary" }, "Open")));
}

function head() {
  const line = { lost: "The line to the host is down; it is looked for.", connecting: "Looking for the host." }[state];
  return [
    h("h1", {}, picture?.title ?? "Console"),
    picture && h("span", {}, `Code ${picture.code}`),
    picture && h("span", {}, `${picture.hour}${picture.bell === null ? "" : `, ${minutes(picture.bell)} to the bell`}`),
    h("span", { class: "grow", role: "status" }, line ?? ""),
    h("a", { href: "/wall", target: "_blank", rel: "noopener", class: "button" }, "Wall"),
  ];
}

function minutes(seconds) {
  return `${Math.max(0, Math.round(seconds / 60))} min`;
}

// The class

function whole() {
  return h("section", { class: "panel wide", key: "whole", "aria-label": "The whole class" },
    h("h2", {}, "All tables"),
    picture.notices.map((words) => h("p", {}, words)),
    h("div", { class: "row" },
      button("Begin", () => act("begin")), button("Pause", () => act("pause")), button("Continue", () => act("continue")),
      button("Two minutes more", () => act("add_minutes", { minutes: 2 })),
      button("Drop a round", sure("Play one round less at every table?", () => act("drop_round"))),
      button("Reveal", sure("Open everything hidden at all tables that have finished?", () => act("reveal", { on: true }))),
      button(picture.shares_seats ? "One person to a seat" : "Let people share seats", () => act("share_seats", { on: !picture.shares_seats }))),
    h("div", { class: "row" },
      h("span", {}, picture.minutes ? `Plan: ${picture.minutes} minutes` : "No plan"),
      [45, 90, 180].map((long) => button(`${long} min`, () => act("plan", { minutes: long }))),
      field("bell", "Bell at (14:30)", { size: "6" }),
      button("Ring then", () => act("plan", { minutes: picture.minutes ?? 90, bell: value("bell").trim() })),
      button("No plan", () => act("plan", {}))),
    h("div", { class: "row" }, field("words", "Say to all", { maxlength: "500" }), button("Say it", () => act("say", { words: value("words") })),
      field("news", "Let it happen at all tables", { maxlength: "500" }), button("It happens", () => act("write_event", { words: value("news") }))),
    h("div", { class: "row" }, button("Export", () => take(false)), button("Export without names", () => take(true)),
      h("img", { class: "qr", src: "/qr.svg", alt: "QR code of the address to join" })));
}

async function take(replaced) {
  const answer = await fetch("/export", { method: "POST", body: JSON.stringify({ key: key(), replace_names: replaced }) });
  if (!answer.ok) return say(await answer.text());
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = "class.zip";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  return say("The class is exported.");
}

// People

function calls() {
  return picture.people.filter((one) => one.calls).map((one) => h("section", { class: "panel calls wide", key: `call ${one.id}` },
    h("div", { class: "row" }, h("strong", { class: "grow" }, `${one.name} calls you${one.table ? ` at table ${one.table}` : ""}`),
      button("Answered", () => act("answer_help", { person: one.id })))));
}

function people() {
  const loose = picture.people.filter((one) => !one.seat);
  return h("section", { class: "panel wide", key: "people", "aria-label": "People without a seat" },
    h("h2", {}, `${picture.people.length} people, ${picture.people.filter((one) => one.is_here).length} connected`),
    loose.map((one) => h("div", { class: "row", key: one.id },
      h("span", { class: "grow" }, one.name, one.table ? ` (watches table ${one.table})` : " (in the doorway)"),
      chooser(one), message(one), button("Remove", sure(`Take ${one.name} off the list?`, () => act("remove", { person: one.id }))))));
}

/** Say something to one person. */
function message(one) {
  const tell = () => {
    const words = prompt(`Say to ${one.name}:`);
    if (words) act("say", { person: one.id, words });
  };
  return button("Message", tell, { "aria-label": `Message to ${one.name}` });
}

/** Choose where somebody is to sit. */
function chooser(one) {
  const move = (event) => {
    const [to, seat] = event.target.value.split("|");
    event.target.value = "";
    if (to === "-") act("move", { person: one.id });
    else if (to) act("move", { person: one.id, table: to, seat: seat || null });
  };
  return h("label", { key: `move ${one.id}` }, "Move to", h("select", { onchange: move, "aria-label": `Move ${one.name} to` },
    h("option", { value: "" }, "…"), h("option", { value: "-" }, "the doorway"),
    picture.tables.map((one) => [h("option", { value: `${one.table}|` }, `table ${one.table}: watch`),
      one.seats.map((seat) => h("option", { value: `${one.table}|${seat.seat}` }, `table ${one.table}: ${seat.name}`))])));
}

// Tables

function table(one) {
  const at = { table: one.table };
  const left = one.clock.left === null ? "" : `, ${minutes(one.clock.left)} left`;
  const where = one.is_closed ? (one.is_revealed ? "revealed" : "the year is over") : one.is_begun ? `${one.phase_name}, round ${one.round} of ${one.rounds}${left}` : "not begun";
  return h("section", { class: one.trouble ? "panel calls" : "panel", key: `table ${one.table}`, "aria-label": `Table ${one.table}` },
    h("h2", {}, `Table ${one.table}: ${one.title}`),
    h("p", {}, one.is_paused ? `Paused · ${where}` : where, one.tempo ? ` · ${one.tempo}` : ""),
    one.trouble && h("p", { role: "alert" }, one.trouble),
    h("ul", { class: "seats" }, one.seats.map((seat) => seatRow(one, seat))),
    h("div", { class: "row" },
      !one.is_begun && button("Begin", () => act("begin", at)),
      one.is_begun && !one.is_closed && (one.is_paused ? button("Continue", () => act("continue", at)) : button("Pause", () => act("pause", at))),
      button("+2 min", () => act("add_minutes", { ...at, minutes: 2 }), { "aria-label": `Two minutes more for table ${one.table}` }),
      button("−2 min", () => act("add_minutes", { ...at, minutes: -2 }), { "aria-label": `Two minutes less for table ${one.table}` }),
      button("End the phase", sure("Everybody who is still waited for passes. End the phase?", () => act("end_phase", at))),
      one.undo && button("Undo", sure(`Take back: ${one.undo}, and all that came after it?`, () => act("undo", at))),
      button("Drop a round", sure("Play one round less?", () => act("drop_round", at))),
      one.is_closed && button(one.is_revealed ? "Shut again" : "Reveal", () => act("reveal", { ...at, on: !one.is_revealed })),
      h("a", { class: "button", href: `/projector/${one.table}`, target: "_blank", rel: "noopener" }, "Projector")),
    h("div", { class: "row" }, field(`say${one.table}`, `Say to table ${one.table}`, { maxlength: "500" }), button("Say it", () => act("say", { ...at, words: value(`say${one.table}`) }))),
    one.events.length > 0 && h("div", { class: "row" }, h("label", { class: "grow" }, "An event of the case",
      h("select", { id: `event${one.table}` }, one.events.map((event) => h("option", { value: event.id }, event.text.slice(0, 90))))),
      button("It happens", () => act("inject", { ...at, event: value(`event${one.table}`) }))));
}

function seatRow(one, seat) {
  const names = seat.people.map((person) => `${person.name}${person.is_here ? "" : " (away)"}${person.is_ready ? "" : ", reading"}`).join(", ");
  const who = seat.is_stood_in ? `${names}: a computer stands in` : names || "computer";
  const at = { table: one.table, seat: seat.seat };
  return h("li", { key: seat.seat }, tile(seat), h("span", { class: "grow" }, seat.short, h("br", {}), h("small", {}, who, seat.is_waited ? " · waited for" : "")),
    seat.people.map((person) => [chooser(person), message(person), button("Remove", sure(`Take ${person.name} off the list?`, () => act("remove", { person: person.id })))]),
    seat.people.length > 0 && (seat.is_stood_in ? button("Hand back", () => act("hand_back", at)) : button("Computer", () => act("fill", at), { "aria-label": `Let a computer play ${seat.name}` })));
}
