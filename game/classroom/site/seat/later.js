// Once the meetings are over: the secret ballot, settling pledges and threats, and the effort of each half-year.

import { h, icon, said } from "../dom.js";
import { give, weigh } from "./host.js";
import { choice, panel, primary, tiles, who } from "./parts.js";
import { redraw, state } from "./state.js";

/** Put the focus on the first answer to a question that is still open. */
function point(name) {
  document.querySelector(`input[name="${CSS.escape(name)}"]`)?.focus();
}

// The ballot

/** One question about oneself and one about each other party, for every accord. */
export function balloting(sheet) {
  const { ask } = sheet;
  const { own, guesses } = state.desk;
  const mine = (accord) => own[accord.accord] ?? accord.own ?? null;
  const guessed = (accord) => ({ ...accord.guesses, ...guesses[accord.accord] });
  const open = ask.accords.find((accord) => accord.is_party && mine(accord) === null);
  const cast = () => give(
    ...ask.accords.map((accord) => ({ kind: "answer_ballot", accord: accord.accord, own: accord.is_party ? mine(accord) : null, predictions: guessed(accord) })),
    ask.done.command,
  );
  return {
    body: ask.accords.map((accord) => h(
      "section",
      { class: "panel", key: accord.accord },
      h("h3", { class: "caps" }, accord.name),
      h("details", { class: "opens" }, h("summary", {}, "What it says"), h("ul", { class: "lines" }, accord.terms.map((term) => h("li", { key: term.name }, h("p", {}, `${term.name}: `, h("strong", {}, term.option), " ", tiles(term.carriers, "")), h("p", { class: "note" }, term.text))))),
      accord.is_party ? scale(ask.scale, `own-${accord.accord}`, "I will carry it out …", mine(accord), (step) => { own[accord.accord] = step; redraw(); }) : h("p", { class: "soft" }, accord.told),
      accord.others.length ? h("h4", { class: "caps" }, "What will the others answer?") : null,
      accord.others.map((seat) => scale(ask.scale, `guess-${accord.accord}-${seat}`, who(seat), guessed(accord)[seat] ?? null, (step) => {
        guesses[accord.accord] = { ...guesses[accord.accord], [seat]: step };
        redraw();
      })),
      h("p", { class: "note" }, ask.told),
    )),
    foot: primary(ask.verb, open ? open.needed : "", open ? () => point(`own-${open.accord}`) : cast),
  };
}

function scale(words, name, asked, chosen, choose) {
  return h(
    "fieldset",
    { class: "slot scale", key: name, "data-scale": name },
    h("legend", {}, asked),
    h("div", { class: "steps" }, words.map((word, step) => choice(
      { name, value: String(step), isChosen: chosen === step, choose: () => choose(step), className: "step" },
      h("strong", {}, step),
      h("span", {}, word),
    ))),
  );
}

// Pledges and threats

/** What falls due before the year begins. */
export function settling(sheet) {
  const { ask } = sheet;
  const chosen = state.desk.dues;
  const open = ask.dues.find((due) => !chosen[due.key]);
  const settle = () => give(...ask.dues.map((due) => due.answers.find((one) => one.answer === chosen[due.key]).command), ask.done.command);
  const lines = (words, rows) => (rows.length ? panel(words, h("ul", { class: "lines" }, rows.map((row) => h("li", { key: row }, said(row))))) : null);
  return {
    body: [
      ask.dues.map((due) => h(
        "fieldset",
        { class: "slot panel", key: due.key, "data-due": due.key },
        h("legend", { class: "due" }, icon(due.is_threat ? "scale" : "heart-handshake"), h("span", {}, said(due.words))),
        h("div", { class: "rows" }, due.answers.map((one) => choice(
          { name: due.key, value: one.answer, isChosen: chosen[due.key] === one.answer, choose: () => { state.desk.dues = { ...chosen, [due.key]: one.answer }; redraw(); }, className: "row" },
          h("span", { class: "words" }, h("strong", {}, one.name), h("span", { class: "note" }, one.means)),
        ))),
      )),
      h("p", { class: "soft", key: "told" }, ask.told),
      lines("What others owe you", ask.owed),
      lines("Settled between you and others", ask.settled),
    ],
    foot: primary(ask.verb, open ? ask.first : "", open ? () => point(open.key) : settle),
  };
}

// Effort

/** How much goes into each accord, and what it costs and may bring by what the host works out. */
export function exerting(sheet) {
  const ask = state.desk.plans?.found ?? sheet.ask;
  const wanted = state.desk.plans?.wanted ?? Object.fromEntries(ask.plans.map((plan) => [plan.accord, { effort: plan.effort, by_issue: plan.is_each ? each(plan) : {} }]));
  const change = (accord, plan) => {
    const next = { ...wanted, [accord]: plan };
    state.desk.plans = { found: state.desk.plans?.found ?? sheet.ask, wanted: next };
    weigh({ efforts: next }, (found) => {
      if (state.desk.plans) state.desk.plans.found = found;
    });
    redraw();
  };
  const set = () => give(
    ...ask.plans.map((plan) => ({ ...plan.command, effort: wanted[plan.accord].effort, by_issue: wanted[plan.accord].by_issue })),
    ask.done.command,
  );
  return {
    body: [ask.plans.map((plan) => aPlan(plan, wanted[plan.accord], (next) => change(plan.accord, next))), h("p", { class: "note", key: "told" }, ask.told)],
    foot: primary(ask.plans.length ? ask.verb : ask.done.words, "", set),
  };
}

function each(plan) {
  return Object.fromEntries(plan.loads.map((load) => [load.issue, load.effort]));
}

function aPlan(plan, wanted, change) {
  const isEach = Object.keys(wanted.by_issue).length > 0;
  const toggle = () => change({ effort: wanted.effort, by_issue: isEach ? {} : Object.fromEntries(plan.loads.map((load) => [load.issue, wanted.effort])) });
  return h(
    "section",
    { class: "panel", key: plan.accord, "data-plan": plan.accord },
    h("div", { class: "spread" }, h("h3", { class: "caps" }, plan.name), h("span", { class: "number large" }, plan.mean)),
    isEach ? null : slider(`effort-${plan.accord}`, `Effort in ${plan.name}`, wanted.effort, (effort) => change({ effort, by_issue: {} })),
    h("ul", { class: "lines" }, plan.loads.map((load) => h(
      "li",
      { key: load.issue },
      h("details", { class: "opens" }, h("summary", {}, h("span", { class: "words" }, h("span", { class: "soft" }, load.name), h("strong", {}, load.option)), h("span", { class: "note" }, load.price)), h("p", { class: "note" }, load.tip)),
      load.missing ? h("p", { class: "note warn" }, load.missing) : null,
      isEach ? slider(`effort-${plan.accord}-${load.issue}`, `Effort on ${load.name}`, wanted.by_issue[load.issue] ?? wanted.effort, (effort) => change({ effort: wanted.effort, by_issue: { ...wanted.by_issue, [load.issue]: effort } }), load.share) : null,
    ))),
    plan.can_each ? choice({ kind: "checkbox", name: `each-${plan.accord}`, value: "each", isChosen: isEach, choose: toggle, className: "row" }, h("span", { class: "words" }, "Another effort for each term")) : null,
    h("ul", { class: "forecast", "aria-live": "polite" }, plan.forecast.map((one) => h(
      "li",
      { key: one.words },
      h("details", {}, h("summary", {}, h("span", { class: "label" }, one.words), h("span", { class: `number ${one.tint}` }, one.value)), h("p", { class: "note" }, one.tip)),
    ))),
  );
}

function slider(id, words, value, change, share = "") {
  const percent = Math.round(value * 100);
  return h(
    "div",
    { class: "slider", key: id },
    h("label", { class: "unseen", for: id }, words),
    h("input", { id, type: "range", min: "0", max: "100", step: "5", value: String(percent), "aria-valuetext": `${percent} %`, oninput: (event) => change(Number(event.target.value) / 100) }),
    share ? h("span", { class: "number" }, share) : null,
    h("div", { class: "ends", "aria-hidden": "true" }, h("span", {}, "nothing"), h("span", {}, "all that was promised")),
  );
}

