// The effects that an event can have, as small forms: what, on whom, and how much.

import { h } from "../dom.js";
import { button, choice, field, value } from "./parts.js";
import { redraw } from "./state.js";

const PER = 100;

/** By kind: words, the fields it needs, and what its number means. `per` turns points of 100 into a share. */
export const EFFECTS = {
  gain_time: { words: "An agency has more time, or less", needs: ["agency"], by: { most: 5, note: "in whole units of time for the corridor, from −5 to 5." } },
  shift_flexibility: { words: "A headquarters gives way more easily, or less", needs: ["agency"], by: { most: 100, per: PER, note: "in whole points of 100, from −100 to 100." } },
  shift_backing: { words: "An agency’s own house stands behind it more, or less", needs: ["agency"], by: { most: 100, per: PER, note: "in whole points of 100, from −100 to 100." } },
  shift_walk_away: { words: "No accord at all is worth more to an agency, or less", needs: ["agency"], by: { most: 100, note: "in whole points, from −100 to 100." } },
  hurt_trust: { words: "An agency trusts another less", needs: ["truster", "trusted"] },
  take_floor_move: { words: "Headquarters takes back this round’s floor move", needs: ["agency"] },
  reveal_fact: { words: "Everybody learns a fact", needs: ["fact"] },
  turn_fact: { words: "A fact changes on the ground", needs: ["fact", "to", "known_to"] },
  shift_capacity: { words: "An option can be carried out faster, or slower", needs: ["option"], by: { most: 100, per: PER, note: "in whole points of 100 of full speed, from −100 to 100." } },
};
const LABELS = { agency: "Which agency", truster: "Who trusts less", trusted: "In whom" };

export function effectRow(effect, known, drop) {
  const kind = EFFECTS[effect.kind];
  const id = (name) => `effect-${effect.key}-${name}`;
  const change = (event) => {
    effect.kind = event.target.value;
    redraw();
  };
  return h("li", { class: "effect", key: effect.key },
    choice(id("kind"), "Effect", Object.entries(EFFECTS).map(([value_, { words }]) => ({ value: value_, words, isChosen: value_ === effect.kind })), { onchange: change }),
    h("div", { class: "pair", key: effect.kind },
      kind.needs.map((name) => part(name, id(`${effect.kind}-${name}`), known)),
      kind.by && field(id(`${effect.kind}-by`), "How much", { type: "number", step: kind.by.per ? 5 : 1, inputmode: "numeric" }, capital(kind.by.note))),
    button("Leave this effect out", drop, { key: "drop", sign: "trash", short: true, kind: "quiet" }));
}

function part(name, id, known) {
  switch (name) {
    case "fact": return choice(id, "Which fact", known.facts.map((one) => ({ value: one.fact, words: one.name })));
    case "to": return choice(id, "It is now", [{ value: "true", words: "true" }, { value: "false", words: "false" }]);
    case "known_to": return h("fieldset", { class: "known", key: id, id }, h("legend", {}, "Who knows at once"),
      known.seats.map((one) => h("label", { class: "check", key: one.seat }, h("input", { type: "checkbox", value: one.seat }), h("span", {}, one.short))));
    case "option": return choice(id, "Which option", known.issues.map((issue) => ({ group: issue.name, options: issue.options.map((one) => ({ value: `${issue.issue} ${one.option}`, words: one.name })) })));
    default: return choice(id, LABELS[name], known.seats.map((one) => ({ value: one.seat, words: one.name })));
  }
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Say whether the number of an effect is one that an event can have. */
export function isOfSize({ kind, by }) {
  const size = EFFECTS[kind].by;
  if (!size) return true;
  const number = Math.round(by * (size.per ?? 1) * 1e6) / 1e6;
  return number !== 0 && Number.isInteger(number) && Math.abs(number) <= size.most;
}

/** Read an effect off its form. */
export function effectFrom(effect) {
  const kind = EFFECTS[effect.kind];
  const id = (name) => `effect-${effect.key}-${effect.kind}-${name}`;
  const made = { kind: effect.kind };
  for (const name of kind.needs) {
    if (name === "option") [made.issue, made.option] = value(id(name)).split(" ");
    else if (name === "to") made.to = value(id(name)) === "true";
    else if (name === "known_to") made.known_to = [...document.querySelectorAll(`[id="${id(name)}"] input:checked`)].map((one) => one.value);
    else made[name] = value(id(name));
  }
  if (kind.by) made.by = Number(value(id("by"))) / (kind.by.per ?? 1);
  return made;
}
