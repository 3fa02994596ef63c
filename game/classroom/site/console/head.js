// The bar at the top: the class, how to join, what time it is, and whether the host is there; below it what is done to all.

import { h, icon } from "../dom.js";
import { comparing } from "./comparing.js";
import * as open from "./dialogs.js";
import { button, screen } from "./parts.js";
import { act, needs, store, toBell } from "./state.js";

export function head() {
  const { picture } = store;
  return [
    h("div", { class: "class" }, h("span", { class: "what" }, "Console"), h("h1", {}, picture?.title ?? "False Coherence")),
    picture && joining(picture),
    picture && h("p", { class: "times" }, h("span", { class: "hour" }, icon("clock"), " ", picture.hour), bell(picture)),
    line(),
  ];
}

function joining(picture) {
  return h("button", { type: "button", class: "join", onclick: open.join, "aria-haspopup": "dialog", title: "Show address, code and QR code" },
    icon("qrcode"), h("span", { class: "code" }, h("span", { class: "unseen" }, "Join with the code "), picture.code),
    h("span", { class: "address" }, short(picture.addresses[0])));
}

export function short(address) {
  return (address ?? "").replace("http://", "");
}

function bell(picture) {
  const left = toBell();
  if (left === null) return h("span", { class: "bell" }, "no bell set");
  const minutes = Math.round(left / 60);
  return h("span", { class: "bell" }, minutes > 0 ? [`${minutes} min to the bell`, h("span", { class: "at" }, ` (${picture.bell_at})`)] : `The bell rang at ${picture.bell_at}`);
}

function line() {
  if (store.line === "open") return h("p", { class: "line" }, store.waiting ? "…" : "");
  const words = store.line === "lost" ? "Line to the host lost. Trying again; what you do is kept." : "Looking for the host …";
  return h("p", { class: "line down", role: "status" }, icon("unlink"), " ", words);
}

/** What can be done to all tables at once. */
export function tools() {
  const tables = store.picture.tables;
  const open_ = tables.filter((one) => one.is_begun && !one.is_closed);
  const runs = open_.filter((one) => !one.is_paused);
  const stands = open_.filter((one) => one.is_paused || one.trouble);
  const fresh = tables.filter((one) => !one.is_begun);
  const over = tables.filter((one) => one.is_closed);
  const all = tables.length > 1 ? " all" : "";
  return [
    h("div", { class: "group" },
      fresh.length > 0 && button(fresh.length < tables.length ? "Begin the rest" : `Begin${all}`, () => open.begin(fresh.map((one) => one.table)), { key: "begin", sign: "flag", "aria-haspopup": "dialog" }),
      button(`Pause${all}`, () => act("pause"), { key: "pause", sign: "player-pause", why: runs.length ? "" : "Nothing runs that could be paused." }),
      button(`Continue${all}`, () => act("continue"), { key: "continue", sign: "player-play", why: stands.length ? "" : "Nothing is paused." })),
    h("div", { class: "group" },
      button("Time", () => open.time(null), { sign: "clock", "aria-haspopup": "dialog" }),
      button("Message", () => open.message(""), { sign: "message", "aria-haspopup": "dialog" }),
      button("Event", () => open.event(""), { sign: "bolt", "aria-haspopup": "dialog" }),
      button("Plan", open.plan, { sign: "timeline", "aria-haspopup": "dialog" })),
    h("div", { class: "group" },
      button("Reveal", () => open.reveal(null), { sign: "lock-open", "aria-haspopup": "dialog", why: over.length ? "" : "A game can be revealed once its year is over." }),
      button("Add table", open.addTable, { sign: "plus", "aria-haspopup": "dialog" }),
      button("Compare", comparing, { sign: "chart-bar", "aria-haspopup": "dialog", why: over.length ? "" : "Tables can be compared once one is over." }),
      button("Export", open.exporting, { sign: "download", "aria-haspopup": "dialog" }),
      screen("Wall", "/wall"),
      button("Keys and signs", open.keys, { sign: "keyboard", short: true, "aria-haspopup": "dialog" })),
  ];
}

let told = null;

/** Say to those who listen what newly needs them; and say it in the name of the tab. */
export function announce() {
  const now = needs().map((need) => (need.kind === "late" ? `late ${need.tables} ${need.offer}` : need.words));
  const fresh = needs().filter((need, place) => told !== null && !told.has(now[place]));
  told = new Set(now);
  if (fresh.length) document.getElementById("news").textContent = fresh.map((need) => need.words).join(" ");
  document.title = `${now.length ? `(${now.length}) ` : ""}Console – ${store.picture.title}`;
}
