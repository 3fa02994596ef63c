// Signing: the text with what each term is worth, who has signed, what leans on me, and the answers.

import { h, icon, said } from "../dom.js";
import { give } from "./host.js";
import { balance, choice, opens, own, panel, primary, tiles, who } from "./parts.js";
import { redraw, state } from "./state.js";

/** The text that is signed now. */
export function signing(sheet) {
  const { ask, head } = sheet;
  const answer = ask.answers.find((one) => one.answer === state.desk.answer && !one.refusal);
  const command = answer ? answer.command ?? answer.terms.find((one) => one.issue === state.desk.term)?.command ?? null : null;
  const reason = command ? "" : answer?.terms.length ? "Choose the term" : "Choose first";
  const act = () => {
    if (!command) document.querySelector(answer?.terms.length ? ".terms-kept input" : ".answers input")?.focus();
    else give(command);
  };
  return {
    title: head.asked || `${ask.name} is being signed`,
    words: head.asked ? head.asked_body : head.waiting,
    body: [
      ask.fallen ? h("p", { class: "strip warn", key: "fallen" }, icon("circle-x"), h("span", {}, ask.fallen)) : null,
      ask.pressures.map((words, place) => h("p", { class: "strip warn", key: `pressure ${place}` }, icon("scale"), h("span", {}, said(words)))),
      h("h3", { class: "caps", key: "name" }, ask.name, h("span", { class: "note" }, ` ${ask.note}`)),
      balance(ask, "signing-balance"),
      ask.balance.crossed.map((words, place) => h("p", { class: "strip bad", key: `red ${place}` }, icon("hand-stop"), h("span", {}, "Your headquarters forbids: ", words))),
      ask.answers.length ? answers(ask, answer) : null,
      terms(ask),
      signed(ask),
      opens("force", ["To come into force: ", h("strong", {}, ask.force)], h("p", {}, ask.force_full)),
    ],
    foot: ask.answers.length ? primary(answer?.verb ?? "Go on", reason, act) : [],
  };
}

function answers(ask, chosen) {
  return h(
    "fieldset",
    { class: "slot answers", key: "answers" },
    h("legend", { class: "caps" }, "Your answer"),
    h("div", { class: "rows" }, ask.answers.map((one) => (one.refusal ? off(one) : on(ask, one, one === chosen)))),
  );
}

function off(one) {
  return h("div", { class: "choice row is-off", key: one.answer }, h("span", { class: "face" }, h("span", { class: "words" }, h("strong", {}, one.name), h("span", { class: "note" }, one.refusal))));
}

function on(ask, one, isChosen) {
  const choose = () => {
    state.desk.answer = one.answer;
    redraw();
  };
  const keep = (issue) => {
    state.desk.term = issue;
    redraw();
  };
  return h(
    "div",
    { class: `card-on ${isChosen ? "is-chosen" : ""}`, key: one.answer },
    choice({ name: "answer", value: one.answer, isChosen, choose, className: "row" }, h("span", { class: "words" }, h("strong", {}, one.name), h("span", { class: "note" }, one.means))),
    isChosen && one.terms.length
      ? h(
        "fieldset",
        { class: "slot composer terms-kept", key: "terms" },
        h("legend", {}, one.asks),
        h("div", { class: "rows" }, one.terms.map((term) => choice(
          { name: "term", value: term.issue, isChosen: state.desk.term === term.issue, choose: () => keep(term.issue), className: "row" },
          termWords(ask, term.issue),
        ))),
      )
      : null,
  );
}

function termWords(ask, issue) {
  const term = ask.terms.find((one) => one.issue === issue);
  return h("span", { class: "words" }, h("span", {}, own(term.name)), h("span", { class: "note" }, own(term.option)));
}

function terms(ask) {
  return panel(
    "What it says",
    h("ul", { class: "terms" }, ask.terms.map((term) => h(
      "li",
      { key: term.issue },
      h(
        "details",
        {},
        h("summary", {}, h("span", { class: "words" }, h("span", { class: "soft" }, own(term.name)), h("strong", {}, own(term.option))), tiles(term.carriers, "by itself"), h("span", { class: "number" }, term.worth)),
        h("p", {}, own(term.text)),
        h("p", { class: "note" }, `Worth to you: ${term.reasons}`),
      ),
    ))),
    ask.rest.length ? h("ul", { class: "rest" }, ask.rest.map((one) => h("li", { class: "spread", key: one.words }, h("span", { class: "note" }, one.words), h("span", { class: "number" }, one.points)))) : null,
  );
}

function signed(ask) {
  return panel("Who has signed", h("ul", { class: "lines" }, ask.signed.map((one) => h(
    "li",
    { class: "spread", key: one.agency },
    h("span", {}, who(one.agency, { isShort: true }), one.doubt ? h("span", { class: "note warn block" }, one.doubt) : null),
    h("span", { class: `sign-words ${one.tint}` }, icon(one.icon), one.words),
  ))));
}
