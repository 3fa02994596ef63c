// The card of the questions before and after: whether they are asked, how many have answered, and how far the class came.

import { h, icon } from "../dom.js";
import { act, store } from "./state.js";

export function questions() {
  const { questions: found } = store.picture;
  const isKnown = found.before + found.after > 0;
  return h("section", { class: "learning", key: "learning", "aria-labelledby": "learning-head" },
    h("h2", { id: "learning-head", tabindex: "-1" }, "Questions before and after"),
    h("label", { class: "check" },
      h("input", { type: "checkbox", id: "ask-questions", checked: found.is_on, onchange: (event) => act("ask_questions", { on: event.target.checked }) }),
      h("span", {}, "Offer everybody six short questions before the game, and six after")),
    found.problem && h("p", { class: "remark" }, icon("alert-triangle"), " ", found.problem),
    (found.is_on || isKnown) && h("p", {}, `${found.before} answered before, ${found.after} after; ${found.both} both times.`),
    found.rows.length > 0 && means(found.rows),
    found.words && h("p", { class: "note" }, found.words));
}

function means(rows) {
  const heads = ["Before", "After", "Change", "Gain"];
  return [
    h("table", { class: "means" },
      h("caption", { class: "unseen" }, "Share of best answers, mean of those who answered both times"),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Best answers"), heads.map((words) => h("th", { key: words, scope: "col" }, words)))),
      h("tbody", {}, rows.map((row) => h("tr", { key: row.name },
        h("th", { scope: "row" }, row.name), [row.before, row.after, row.difference, row.normalised].map((words, place) => h("td", { key: place }, words)))))),
    h("p", { class: "note" }, "Gain: the part that was gained of what was left to gain (Hake 1998); 1 is all of it."),
  ];
}
