// For whoever only watches: what everybody at the table may see, and nothing else.

import { h, icon } from "../dom.js";
import * as draw from "../public.js";
import { state } from "./state.js";

const LINES = 40;

/** The whole page of an observer. */
export function watching() {
  const sheet = state.sheets.public;
  const { where } = state;
  if (!sheet) return h("main", { class: "alone", id: "main" }, h("h2", { tabindex: "-1" }, "You are watching"), h("p", {}, "One moment …"));
  const stage = !where.is_begun && sheet.stage === "meeting" ? "waiting" : sheet.stage;
  return h(
    "main",
    { class: "watching", id: "main" },
    h(
      "div",
      { class: "scroll public", tabindex: "0", role: "region", "aria-label": "The table" },
      h("p", { class: "strip plain", key: "lead" }, icon("eye"), h("span", {}, [sheet.round, sheet.name, sheet.words, sheet.waiting].filter(Boolean).join(" · "))),
      { waiting, meeting, year: after, closed: after, revealed }[stage](sheet).map((part, place) => h("div", { class: "card scroll-x", key: place }, part)),
    ),
  );
}

function waiting(sheet) {
  return [draw.doors(sheet)];
}

function meeting(sheet) {
  return [draw.texts(sheet), draw.seats(sheet), draw.record(sheet, LINES)];
}

function after(sheet) {
  return [draw.year(sheet), draw.news(sheet), draw.record(sheet, LINES)];
}

function revealed(sheet) {
  return [draw.verdict(sheet), ...sheet.reveal.accords.map((accord) => draw.meant(sheet, accord)), ...(sheet.reveal.lanes.length ? [draw.lanes(sheet)] : []), draw.year(sheet)];
}
