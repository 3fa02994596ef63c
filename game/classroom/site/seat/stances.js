// Stances on each text, and the question of a motion or a doubt.

import { h, icon } from "../dom.js";
import { give } from "./host.js";
import { choice, primary } from "./parts.js";
import { redraw, state } from "./state.js";

/** One choice for each open text, with what it is worth beside it. */
export function stancing(sheet) {
  const { ask } = sheet;
  const chosen = state.desk.stances;
  const missing = ask.texts.filter((one) => !chosen[one.text]);
  const show = () => {
    if (missing.length) document.querySelector(`[data-stances="${missing[0].text}"] input`)?.focus();
    else give(...ask.texts.map((one) => one.stances.find((each) => each.stance === chosen[one.text]).command));
  };
  const rest = () => {
    const taken = ask.texts.filter((one) => chosen[one.text]).map((one) => one.stances.find((each) => each.stance === chosen[one.text]).command);
    if (!state.isBusy) give(...taken, ask.done.command);
  };
  return {
    body: ask.texts.map((one) => text(one, chosen)),
    foot: [
      h("button", { class: "button", key: "pass", id: "pass", type: "button", onclick: rest }, Object.keys(chosen).length ? ask.done.rest : ask.done.words),
      primary(ask.verb, missing.length ? ask.first : "", show),
    ],
  };
}

function text(one, chosen) {
  const mine = one.stances.find((each) => each.stance === chosen[one.text]);
  const choose = (stance) => {
    state.desk.stances = { ...chosen, [one.text]: stance };
    redraw();
  };
  return h(
    "fieldset",
    { class: "slot panel", key: one.text, "data-stances": one.text },
    h("legend", { class: "caps" }, `Your stance on ${one.name}`),
    h("p", { class: `note ${one.tint}` }, h("a", { href: "#texts", onclick: () => { state.reading.text = one.text; } }, one.worth), one.course ? ` · ${one.course}` : ""),
    h("div", { class: "stances" }, one.stances.map((each) => choice(
      { name: `stance-${one.text}`, value: each.stance, isChosen: each === mine, choose: () => choose(each.stance), className: "stance" },
      icon(each.icon),
      h("span", {}, each.name),
    ))),
    h("p", { class: "note", key: "means" }, mine ? mine.means : "Choose one."),
  );
}

/** A clear question with its two answers. */
export function question(sheet) {
  const { ask } = sheet;
  return {
    foot: [
      h("button", { class: "button", key: "pass", id: "pass", type: "button", onclick: () => !state.isBusy && give(ask.no.command) }, ask.no.words),
      ask.yes ? primary(ask.yes.words, "", () => give(ask.yes.command)) : null,
    ],
  };
}

