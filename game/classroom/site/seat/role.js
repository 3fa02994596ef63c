// My role as it stands now: points, what is forbidden, what I know and believe, what I have to work with.

import { h, icon } from "../dom.js";
import { meter, opens, own, panel, sum, worths } from "./parts.js";
import { redraw, state } from "./state.js";

/** The place. */
export function role() {
  const sheet = state.sheets.role;
  if (!sheet) return { title: "My role", body: [h("p", { class: "soft" }, "One moment …")], foot: [] };
  const again = () => {
    state.dialog = "briefing";
    redraw();
  };
  return {
    title: "My role",
    body: [
      h("section", { class: "card striped", key: "who" }, h("p", {}, h("strong", {}, "Mandate: "), own(sheet.mandate)), opens("brief", "What your agency wants", h("p", {}, own(sheet.brief)), h("p", { class: "note" }, sheet.expectation))),
      points(sheet),
      panel("Red lines", lines(sheet.red_lines, "None.")),
      panel("Secret mandates", lines(sheet.mandates, "None.")),
      panel("What you know and believe", h("ul", { class: "lines" }, sheet.beliefs.map(belief))),
      panel("Leverage", lines(sheet.leverage, "Nobody depends on you, nor you on anybody.")),
      panel("What you have", lines(sheet.means, "")),
      panel("What you would have to carry", lines(sheet.carried, "Nothing on your own.")),
      h("button", { class: "button", type: "button", key: "again", id: "again", onclick: again }, icon("book"), "Read the role sheet again"),
    ],
    foot: [],
  };
}

function points(sheet) {
  return panel(
    "What the options are worth to you",
    sheet.points.map((row) => worths(row.name, row.options)),
    opens("sum", ["If nothing more is signed: ", h("strong", { class: "number" }, sheet.today.not_signing.at(-1).points)], sum(sheet.today.signing), sum(sheet.today.not_signing)),
    h("p", { class: "note" }, "Facts count as far as you believe them. Every number opens."),
  );
}

function lines(rows, none) {
  if (!rows.length) return h("p", { class: "soft" }, none);
  return h("ul", { class: "lines" }, rows.map((row, place) => h(
    "li",
    { class: "spread", key: place },
    h("span", {}, row.words, row.tip ? h("span", { class: "note block" }, row.tip) : null),
    row.remark ? h("span", { class: `answer ${row.tint}` }, row.remark) : null,
  )));
}

function belief(row) {
  return h(
    "li",
    { key: row.name },
    h("p", {}, h("strong", {}, own(row.name))),
    h("p", {}, own(row.words)),
    row.is_known
      ? h("p", { class: "good" }, icon("circle-check"), ` ${row.why}`)
      : [h("p", { class: "belief" }, h("span", { class: "note" }, "likely"), meter(row.share, row.share_words)), h("p", { class: "note" }, row.why)],
  );
}
