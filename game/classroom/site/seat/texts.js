// The texts on the table, and the world as it stands: issue by option, who carries, what it is worth and why.

import { h, icon, said } from "../dom.js";
import { alert, balance, face, opens, own, tiles, who } from "./parts.js";
import { redraw, state } from "./state.js";

/** The place. */
export function texts() {
  const sheet = state.sheets.texts;
  if (!sheet) return { title: "Texts", body: [h("p", { class: "soft" }, "One moment …")], foot: [] };
  const known = new Map(sheet.issues.map((issue) => [issue.issue, issue]));
  const wanted = state.reading.text ?? sheet.chosen;
  const text = sheet.texts.find((one) => one.text === wanted) ?? sheet.texts.find((one) => one.text === sheet.chosen);
  return {
    title: "Texts",
    body: [
      tabs(sheet, text),
      h(
        "div",
        { key: `text ${text.text}`, id: "text", role: "tabpanel", "aria-labelledby": `tab-${text.text}`, class: "text" },
        text.note || text.course ? h("p", { class: "note", key: "note" }, text.icon ? h("span", { class: text.tint }, icon(text.icon), ` ${text.course}`) : null, text.icon && text.note !== text.course ? ` · ${text.note}` : text.icon ? "" : text.note) : null,
        balance(text, `balance ${text.text}`),
        text.alerts.map((one, place) => alert(one, `alert ${place}`)),
        h("ul", { class: "issues", key: "issues" }, text.rows.map((row) => anIssue(row, known.get(row.issue)))),
        text.notes.length ? h("ul", { class: "lines card", key: "notes" }, text.notes.map((words) => h("li", { key: words }, said(words)))) : null,
        text.force ? opens("force", ["To come into force: ", h("strong", { class: text.force.is_possible ? "" : "bad" }, text.force.short)], h("p", {}, text.force.full)) : null,
        text.seats.length ? stood(text) : null,
        h("p", { class: "note", key: "told" }, sheet.told),
      ),
    ],
    foot: [],
  };
}

function tabs(sheet, chosen) {
  const choose = (text) => {
    state.reading.text = text;
    redraw();
  };
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = sheet.texts.at((sheet.texts.indexOf(chosen) + step) % sheet.texts.length);
    choose(next.text);
    queueMicrotask(() => document.getElementById(`tab-${next.text}`)?.focus());
  };
  return h(
    "div",
    { class: "tabs", key: "tabs", role: "tablist", "aria-label": "Texts", onkeydown: move },
    sheet.texts.map((one) => h(
      "button",
      { key: one.text, id: `tab-${one.text}`, type: "button", role: "tab", "aria-selected": one === chosen ? "true" : "false", "aria-controls": one === chosen ? "text" : null, tabindex: one === chosen ? "0" : "-1", onclick: () => choose(one.text) },
      one.icon ? h("span", { class: one.tint }, icon(one.icon)) : null,
      one.name,
      one.course ? h("span", { class: "unseen" }, `, ${one.course}`) : null,
    )),
  );
}

function anIssue(row, issue) {
  return h(
    "li",
    { class: `card issue ${row.is_settled ? "" : "is-open"}`, key: row.issue },
    h(
      "details",
      { "data-issue": row.issue },
      h(
        "summary",
        {},
        h("span", { class: "issue-top" }, h("strong", {}, own(issue.name)), h("span", { class: "figure" }, h("span", { class: "unseen" }, "worth to you "), h("span", { class: "number" }, row.worth))),
        h("span", { class: "chips" }, issue.options.map((option) => h(
          "span",
          { class: `option ${option.option === row.option ? "is-chosen" : ""}`, key: option.option },
          option.option === row.option ? h("span", { class: "unseen" }, row.is_settled ? "It says: " : "It stands at: ") : null,
          own(option.name),
        ))),
        carriers(row, issue),
        row.remarks.map((one, place) => h("span", { class: `note block ${one.tint}`, key: place }, one.words)),
      ),
      h(
        "div",
        { class: "inside" },
        h("p", {}, own(issue.text)),
        issue.settled ? h("p", { class: "badge good" }, issue.settled) : null,
        issue.lanes.map((words) => h("p", { class: "note", key: words }, words)),
        h("ul", { class: "lines" }, issue.options.map(anOption)),
      ),
    ),
  );
}

function carriers(row, issue) {
  const seats = row.is_settled ? issue.options.find((one) => one.option === row.option)?.carriers : [];
  return seats?.length ? h("span", { class: "note" }, "Carried by ", tiles(seats)) : null;
}

function anOption(option) {
  return h(
    "li",
    { key: option.option, class: "an-option" },
    h("p", { class: "spread" }, h("span", {}, h("strong", {}, own(option.name)), option.is_now ? h("span", { class: "badge" }, "as it is") : null), h("span", { class: "number", title: option.worth_words }, option.worth)),
    h("p", {}, own(option.text)),
    h("p", { class: "note" }, `Worth to you: ${option.reasons}`),
    h("p", { class: "note" }, option.carriers.length ? ["Carried by ", tiles(option.carriers)] : "Nobody has to carry it.", option.between ? ` ${option.between}.` : ""),
    option.impact ? h("p", { class: "note" }, `For people here, as far as one can tell: ${option.impact}`) : null,
    option.told ? h("p", { class: "note" }, `By their own word, worth to: ${option.told}`) : null,
  );
}

function stood(text) {
  return h(
    "section",
    { class: "panel", key: "stood" },
    h("h3", { class: "caps" }, `How they stand to ${text.name}`),
    h("ul", { class: "lines" }, text.seats.map((one) => h(
      "li",
      { class: "spread", key: one.agency },
      h("span", {}, who(one.agency, { isShort: true }), one.is_party ? null : h("span", { class: "note" }, " no party")),
      one.words ? h("span", { class: `sign-words ${one.tint}` }, icon(one.icon), one.words) : h("span", { class: "soft" }, face(one.agency).name ? "–" : ""),
    ))),
  );
}
