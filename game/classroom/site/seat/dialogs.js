// What opens above the page: help and notices, the role sheet again, and one last question.

import { h, icon, said } from "../dom.js";
import { roleSheet } from "./briefing.js";
import { clock } from "./clock.js";
import { give, help, refresh } from "./host.js";
import { again } from "./questions.js";
import { redraw, stage, state } from "./state.js";

/** Whatever is open now, if anything is. */
export function dialog() {
  switch (state.dialog) {
    case "menu":
      return framed("menu", "This table and you", menu());
    case "briefing":
      return framed("briefing", "Your role sheet", state.sheets.briefing ? roleSheet(state.sheets.briefing) : h("p", {}, "One moment …"));
    case "sure":
      return sure();
    default:
      return null;
  }
}

function close() {
  state.dialog = null;
  redraw();
}

/** What a dialog does that has closed: one that has made room for another says so late, and must not close that too. */
function closed(name) {
  return () => state.dialog === name && close();
}

function framed(name, words, ...inside) {
  return h(
    "dialog",
    { class: `dialog ${name}`, key: name, modal: true, "aria-labelledby": "dialog-title", oncancel: close, onclose: closed(name), onclick: (event) => event.target.nodeName === "DIALOG" && close() },
    h(
      "div",
      { class: "dialog-frame" },
      h("div", { class: "dialog-head" }, h("h2", { id: "dialog-title", tabindex: "-1" }, words), h("button", { class: "button quiet", type: "button", id: "close", "aria-label": "Close", onclick: close }, icon("x"))),
      h("div", { class: "dialog-body", tabindex: "0", role: "group", "aria-label": words }, ...inside),
    ),
  );
}

function menu() {
  const { where, head } = state;
  return [
    h(
      "button",
      { class: `button ${where.help ? "primary" : ""}`, type: "button", id: "help", key: "help", "aria-pressed": where.help ? "true" : "false", onclick: () => help(!where.help) },
      icon("hand-stop"),
      where.help ? "Your instructor is called. Take it back" : "Call the instructor",
    ),
    where.notices.length
      ? h("section", { class: "panel", key: "notices" }, h("h3", { class: "caps" }, "From the instructor"), h("ol", { class: "lines" }, where.notices.map((one, place) => h("li", { key: place }, h("span", { class: "note" }, one.at), h("p", { dir: "auto" }, one.words)))))
      : null,
    head ? forum(head) : null,
    h(
      "section",
      { class: "panel", key: "you" },
      h("h3", { class: "caps" }, "You"),
      h("p", {}, h("bdi", {}, where.person.name), `, table ${where.table}`, head ? `, ${head.faces[head.me].name}` : ", watching", where.beside?.length ? [", together with ", where.beside.map((name, place) => [place ? ", " : "", h("bdi", {}, name)])] : null, "."),
      clock.bell ? h("p", { class: "note" }, `${clock.bell}.`) : null,
      stage() === "table" ? h("button", { class: "button", type: "button", id: "sheet", key: "sheet", onclick: () => open("briefing") }, icon("book"), "Read the role sheet again") : null,
      again(),
      h("button", { class: "button", type: "button", id: "elsewhere", key: "elsewhere", onclick: elsewhere }, icon("users"), "Choose another seat"),
    ),
  ];
}

function forum(head) {
  return h(
    "section",
    { class: "panel", key: "forum" },
    h("h3", { class: "caps" }, head.forum.name),
    h("dl", { class: "pairs" }, head.forum.rows.map((row) => [h("dt", { key: `t ${row.name}` }, row.name), h("dd", { key: `d ${row.name}` }, row.words, row.means ? h("span", { class: "note block" }, row.means) : null)])),
  );
}

/** Open a dialog by name. */
export function open(name) {
  state.dialog = name;
  if (name === "briefing") refresh();
  redraw();
}

function elsewhere() {
  state.dialog = null;
  state.isChoosing = true;
  redraw();
}

function sure() {
  const done = state.sheets.now?.ask.done;
  if (!done?.sure) return null;
  const yes = () => {
    state.dialog = null;
    give(done.command);
  };
  return h(
    "dialog",
    { class: "dialog sure", key: "sure", modal: true, "aria-labelledby": "dialog-title", oncancel: close, onclose: closed("sure") },
    h(
      "div",
      { class: "dialog-frame" },
      h("h2", { id: "dialog-title", tabindex: "-1" }, `${done.words}?`),
      h("p", {}, said(done.sure)),
      h("div", { class: "dialog-buttons" }, h("button", { class: "button", type: "button", id: "stay", onclick: close }, "Stay"), h("button", { class: "button primary", type: "button", id: "sure", onclick: yes }, "Done")),
    ),
  );
}
