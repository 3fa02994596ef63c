// The instructor's console: one picture of all tables, sent by the host, and whatever can be done about it.

import { h, icon, patch } from "./dom.js";
import { announce, head, tools } from "./console/head.js";
import { listen } from "./console/keys.js";
import { needsList } from "./console/needs.js";
import { tablePanel } from "./console/panel.js";
import { field, value } from "./console/parts.js";
import { tableList } from "./console/rows.js";
import { drawn, enter, key, redraw, store, table, wire } from "./console/state.js";
import { classPanel } from "./console/whole.js";

const SECOND = 1000;
const FEW = 2;
const LONGEST_KEY = 64;

function draw() {
  const lost = () => document.getElementById("needs-head")?.focus({ preventScroll: true });
  patch(document.getElementById("head"), head(), lost);
  document.getElementById("tools").hidden = !store.picture;
  document.body.classList.toggle("has-chosen", store.chosen !== null);
  if (store.picture) patch(document.getElementById("tools"), tools(), lost);
  patch(document.getElementById("main"), store.picture ? picture() : door(), lost);
  patch(document.getElementById("foot"), store.picture ? foot() : []);
  if (store.picture) announce();
}

function picture() {
  return [
    h("div", { class: "left", key: "left" }, needsList(), tableList(), isBeside() && classPanel()),
    h("aside", { class: "right", key: "right", "aria-label": store.chosen === null ? "The class" : `Table ${store.chosen}` },
      store.chosen === null ? classPanel() : tablePanel(table(store.chosen))),
  ];
}

/** With one or two tables there is room for the class below them, while a table has the panel. */
function isBeside() {
  return store.chosen !== null && store.picture.tables.length <= FEW;
}

/** The answer of the host to what was done last. */
function foot() {
  const { words, isProblem, at } = store.answer;
  return [
    h("p", { class: `answer ${isProblem ? "problem" : ""}`, key: "answer", role: "status" },
      !words && h("span", { class: "soft" }, "The answer to what you do stands here."),
      words ? [icon(isProblem ? "alert-triangle" : "check"), " ", isProblem && h("strong", {}, "Not done: "), words, at && h("span", { class: "soft" }, ` ${at}`)] : ""),
  ];
}

/** Without a key nobody comes in. */
function door() {
  const come = (event) => {
    event.preventDefault();
    const typed = value("key").trim().split("key=").at(-1);
    if (typed.length > LONGEST_KEY) {
      store.refused = "That is not the key of the console: it is far too long.";
      redraw();
    } else if (typed) enter(typed);
  };
  if (key() && !store.refused) return h("p", { class: "door", key: "wait", role: "status" }, "Looking for the host …");
  return h("form", { class: "door", key: "door", onsubmit: come },
    h("h2", {}, "The key of the console"),
    h("p", { class: "soft" }, "It stands in the window in which the host was started, at the end of the console's address."),
    field("key", "Key", { type: "password", autofocus: true, autocapitalize: "off", spellcheck: "false" }),
    h("p", { role: "alert", class: "dialog-problem" }, store.refused),
    h("button", { class: "button primary", type: "submit" }, "Open the console"));
}

drawn(draw);
listen();
wire.open();
redraw();
setInterval(() => store.picture && redraw(), SECOND);
