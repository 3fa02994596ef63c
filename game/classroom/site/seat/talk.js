// The record of what happened, who is here and what I know of each, and messages to a seat or to everybody.

import { h, icon, tile } from "../dom.js";
import { write } from "./host.js";
import { face, line, meter } from "./parts.js";
import { redraw, state } from "./state.js";

const TABS = [["record", "What happened"], ["people", "Who is here"]];

/** The place. */
export function talk() {
  const { talk: sheet, record } = state.sheets;
  if (!sheet || !record) return { title: "Talk", body: [h("p", { class: "soft" }, "One moment …")], foot: [] };
  const { tab } = state.notes;
  return {
    title: "Talk",
    top: [tabs(tab)],
    isAtEnd: tab === "record",
    body: [
      h(
        "div",
        { key: tab, id: "talk-panel", role: "tabpanel", "aria-label": TABS.find(([name]) => name === tab)[1] },
        tab === "record" ? recordList(record) : people(sheet),
      ),
    ],
    foot: [messages(sheet)],
  };
}

function tabs(chosen) {
  const choose = (tab) => {
    state.notes.tab = tab;
    redraw();
  };
  const move = (event) => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    const next = chosen === "record" ? "people" : "record";
    choose(next);
    queueMicrotask(() => document.getElementById(`talk-${next}`)?.focus());
  };
  return h(
    "div",
    { class: "tabs even", key: "tabs", role: "tablist", "aria-label": "Talk", onkeydown: move },
    TABS.map(([tab, words]) => h(
      "button",
      { key: tab, id: `talk-${tab}`, type: "button", role: "tab", "aria-selected": tab === chosen ? "true" : "false", "aria-controls": tab === chosen ? "talk-panel" : null, tabindex: tab === chosen ? "0" : "-1", onclick: () => choose(tab) },
      words,
    )),
  );
}

function recordList(sheet) {
  if (!sheet.told.length) return h("p", { class: "soft" }, "Nothing has happened yet.");
  const firstNew = sheet.told.length - sheet.new;
  return h("ol", { class: "record long" }, sheet.told.map((row, place) => [
    place === firstNew && place > 0 ? h("li", { class: "new-line", key: "new" }, h("span", {}, "new")) : null,
    line(row, sheet.first + place, place >= firstNew && sheet.new ? "is-new" : ""),
  ]));
}

function people(sheet) {
  return [
    h("ul", { class: "people", key: "people" }, sheet.people.map((one) => h(
      "li",
      { class: `card person ${one.is_here ? "" : "is-away"}`, key: one.agency },
      one.is_me ? h("a", { class: "person-line", href: "#role" }, person(one)) : h("details", { "data-agency": one.agency }, h("summary", { class: "person-line" }, person(one)), h("div", { class: "inside" }, known(one))),
    ))),
    h("p", { class: "note", key: "legend" }, sheet.legend),
  ];
}

function person(one) {
  return [
    tile(face(one.agency), { className: "large" }),
    h(
      "span",
      { class: "words" },
      h("strong", {}, face(one.agency).name),
      h("span", { class: "note" }, one.note, one.mark ? [" · ", h("span", { class: one.mark.tint }, icon(one.mark.icon), ` ${one.mark.words}`)] : null),
      one.trust === null ? null : h("span", { class: "trust" }, h("span", { class: "unseen" }, "You trust them"), meter(one.trust, one.trust_words)),
    ),
  ];
}

function known(one) {
  const address = () => {
    state.notes.to = one.agency;
    redraw();
    queueMicrotask(() => document.getElementById("words")?.focus());
  };
  return [
    h("button", { class: "button small", type: "button", key: "write", onclick: address }, icon("message"), `Write to ${face(one.agency).short}`),
    one.chapters.map((chapter) => h(
      "section",
      { key: chapter.name },
      h("h3", { class: "caps" }, chapter.name),
      chapter.lines.length ? h("ul", { class: "lines tight" }, chapter.lines.map((each, place) => h("li", { class: each.tint === "plain" ? "" : each.tint, key: place }, each.words))) : h("p", { class: "soft" }, chapter.nothing),
    )),
  ];
}

function messages(sheet) {
  const { notes } = state;
  const send = async (event) => {
    event?.preventDefault();
    const words = notes.words.trim();
    if (!words || notes.isSending) return;
    notes.isSending = true;
    redraw();
    if (await write(notes.to, words)) notes.words = "";
    notes.isSending = false;
    redraw();
    document.getElementById("words")?.focus();
  };
  const key = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
  };
  const to = sheet.to.some((one) => one.agency === notes.to) ? notes.to : null;
  const left = sheet.longest - notes.words.length;
  return h(
    "form",
    { class: "message", key: "message", onsubmit: send },
    h("div", { class: "message-to" },
      h("label", { for: "to" }, "To"),
      h("select", { id: "to", class: "field", value: to ?? "", onchange: (event) => { notes.to = event.target.value || null; redraw(); } }, sheet.to.map((one) => h("option", { key: one.agency ?? "room", value: one.agency ?? "" }, one.name)))),
    h("div", { class: "message-line" },
      h("label", { class: "unseen", for: "words" }, "Your message"),
      h("textarea", {
        id: "words", class: "field", rows: "1", maxlength: sheet.longest, dir: "auto", placeholder: "Write a message", "aria-describedby": "message-note", value: notes.words,
        oninput: (event) => { notes.words = event.target.value; redraw(); }, onkeydown: key,
      }),
      h("button", { class: "button primary send", type: "submit", id: "send", "aria-disabled": notes.words.trim() ? null : "true" }, "Send")),
    h("p", { class: left < 60 ? "note" : "unseen", id: "message-note" }, left < 60 ? `${left} characters left` : sheet.told),
  );
}
