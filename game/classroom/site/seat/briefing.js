// The role sheet: to be read before the game, and again at any time.

import { h, icon, said, tile } from "../dom.js";
import { ready } from "./host.js";
import { face, own, panel, who, worths } from "./parts.js";
import { state } from "./state.js";

/** The whole page before the game. */
export function briefing() {
  const sheet = state.sheets.briefing;
  const { where } = state;
  return h(
    "main",
    { class: "sheet-page", id: "main" },
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Role sheet" }, sheet ? roleSheet(sheet) : h("p", { class: "lead" }, "Fetching your role sheet …")),
    h(
      "div",
      { class: "foot" },
      where.is_ready
        ? h("p", { role: "status" }, icon("hourglass"), " You are ready. Your instructor starts the game; read on meanwhile.")
        : [
          h("p", { class: "note" }, "Take your time. You can read it again at any moment."),
          h("button", { class: "button primary", type: "button", id: "ready", onclick: ready, "aria-disabled": sheet ? null : "true" }, where.is_begun ? "To the table" : "I have read it"),
        ],
    ),
  );
}

/** What the sheet says; for the page and for the dialog. */
export function roleSheet(sheet) {
  const me = sheet.head.me;
  return h(
    "article",
    { class: "role-sheet" },
    h(
      "header",
      { class: "card striped" },
      h("div", { class: "title-line" }, tile(face(me), { className: "huge" }), h("div", {}, h("h2", { class: "agency-name" }, face(me).name), h("p", { class: "note" }, `You · ${sheet.community}`))),
      h("p", {}, h("strong", {}, "Mandate: "), own(sheet.mandate)),
      h("p", {}, own(sheet.brief)),
    ),
    panel("Six things to begin with", h("ul", { class: "lines" }, sheet.essentials.map((one) => h("li", { key: one.name }, h("strong", {}, one.name), ` ${one.words}`)))),
    pointsPanel(sheet),
    panel("Red lines of headquarters", pairs(sheet.red_lines, "None.")),
    sheet.hidden.length
      ? panel("Secret mandates", h("ul", { class: "lines" }, sheet.hidden.map((one) => h("li", { class: "spread", key: one.name }, h("span", {}, own(one.name)), h("span", { class: `badge ${one.tint}` }, one.words)))))
      : null,
    sheet.known.length ? panel("You know", h("ul", { class: "lines" }, sheet.known.map((one) => h("li", { key: one.name }, h("p", {}, own(one.words)), h("p", { class: "note" }, own(one.name)))))) : null,
    sheet.open.length
      ? panel("What your staff make of open questions", h("ul", { class: "lines" }, sheet.open.map((one) => h("li", { class: "spread", key: one.name }, h("span", {}, own(one.name)), h("span", { class: "answer" }, one.words)))))
      : null,
    panel("You can lean on", levers(sheet.over, "Nobody depends on you.")),
    panel("They can lean on you", levers(sheet.on_me, "You depend on nobody here.")),
    panel("You and this forum", h("p", {}, sheet.expectation), table(sheet.means)),
    panel("What everybody knows", h("p", {}, own(sheet.briefing)), table(sheet.setting)),
    panel("Around the table", h("ul", { class: "lines" }, sheet.around.map((one) => h("li", { key: one.agency, class: "around" }, who(one.agency), h("p", { class: "note" }, one.remarks), h("p", {}, own(one.mandate)))))),
  );
}

function pointsPanel(sheet) {
  return panel(
    "What each outcome is worth to you",
    sheet.points.map((row) => worths(row.name, row.options.map((one) => ({ ...one, worth: one.points, reasons: one.text })), row.text)),
    h("p", { class: "note" }, "The number is your points; filled is your best on the issue, “today” how it is if nothing is agreed. Open an issue to read what its options say."),
    h("p", { class: "sunk" }, h("strong", {}, "If you sign nothing: "), said(sheet.unsigned)),
  );
}

function pairs(rows, none) {
  if (!rows.length) return h("p", { class: "soft" }, none);
  return h("ul", { class: "lines" }, rows.map((one) => h("li", { key: one.name }, h("p", {}, own(one.name)), h("p", { class: "note" }, one.words))));
}

function table(rows) {
  return h("dl", { class: "pairs" }, rows.map((one) => [h("dt", { key: `t ${one.name}` }, one.name), h("dd", { key: `d ${one.name}` }, one.words)]));
}

function levers(rows, none) {
  if (!rows.length) return h("p", { class: "soft" }, none);
  return h("ul", { class: "lines" }, rows.map((one) => h("li", { key: one.agency, class: "lever" }, who(one.agency, { isShort: true }), h("span", { class: "soft" }, one.words))));
}
