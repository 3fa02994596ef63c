// Step 2, opened further: what the computers thought move by move, and what they took the others to want.

import { h, icon } from "../dom.js";
import { deed } from "./debrief.js";
import { opens, panel, who } from "./parts.js";
import { redraw, state, stored } from "./state.js";

const TITLE = "What the computers thought";

/** The panel: asked for when somebody wants it, for it takes the host a moment. */
export function diaries() {
  const { books, problem, isBusy } = state.diaries;
  if (!books) {
    return panel(
      TITLE,
      h("p", {}, "Every computer kept a diary: why it moved as it did, and what it took the others to want."),
      problem ? h("p", { class: "strip warn", role: "alert" }, icon("alert-triangle"), h("span", {}, problem)) : null,
      h("button", { class: "button", type: "button", id: "diaries", disabled: isBusy, onclick: read }, icon("book"), isBusy ? "One moment …" : "Open the diaries"),
    );
  }
  if (!books.length) return panel(TITLE, h("p", { class: "soft" }, "No diary was kept: no computer played, or the case is not in English."));
  return panel(TITLE, books.map(diary));
}

async function read() {
  state.diaries = { books: null, problem: "", isBusy: true };
  redraw();
  try {
    const answer = await fetch("/diaries", { method: "POST", body: JSON.stringify({ token: stored("token") }) });
    state.diaries = answer.ok ? { books: await answer.json(), problem: "", isBusy: false } : { books: null, problem: await answer.text(), isBusy: false };
  } catch {
    state.diaries = { books: null, problem: "The host cannot be reached; try again in a moment.", isBusy: false };
  }
  redraw();
}

function diary(book) {
  return h(
    "details",
    { class: "opens", key: book.agency, "data-diary": book.agency },
    h("summary", {}, h("span", { class: "words" }, who(book.agency), h("span", { class: "note" }, book.played))),
    h("div", { class: "inside" }, book.pages.map(page)),
  );
}

function page(one) {
  const notes = one.notes.map((note, place) => h(
    "li",
    { key: place },
    h("p", { class: "note" }, note.did, " ", deed(note.at)),
    h("p", {}, note.words),
    note.otherwise ? h("p", { class: "note warn" }, `${note.otherwise}.`) : null,
  ));
  return h(
    "section",
    { key: one.heading },
    h("h4", { class: "caps" }, one.heading),
    notes.length ? h("ul", { class: "lines" }, notes) : h("p", { class: "soft" }, "Nothing of note."),
    one.trust ? h("p", {}, one.trust) : null,
    one.estimates.length ? opens("estimates", "What it made of the others as the round ended", h("ul", { class: "lines" }, one.estimates.map(estimate))) : null,
  );
}

function estimate(row) {
  const lines = row.issues.map((one) => h(
    "tr",
    { key: one.name },
    h("th", { scope: "row" }, one.name),
    h("td", {}, one.taken, one.is_told ? h("span", { class: "note" }, " told") : null),
    h("td", {}, icon(one.is_right ? "check" : "x"), " ", one.wanted),
    h("td", {}, one.off),
  ));
  return h(
    "li",
    { key: row.about },
    opens(
      row.about,
      h("span", { class: "words" }, who(row.about, { isShort: true }), h("span", { class: "note" }, `first wishes ${row.right}, ${row.off} points off`)),
      h("div", { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Taken to be wanted, and wanted" }, h(
        "table",
        { class: "cells" },
        h("thead", {}, h("tr", {}, ["Issue", "It thought", "In truth", "Off"].map((words) => h("th", { scope: "col", key: words }, words)))),
        h("tbody", {}, lines),
      )),
      h("p", { class: "note" }, row.away),
    ),
  );
}
