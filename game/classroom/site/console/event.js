// Let something happen: an event of the scenario, or one written on the spot, with effects from the closed list.

import { h } from "../dom.js";
import { EFFECTS, effectFrom, effectRow, isOfSize } from "./effects.js";
import { form, show } from "./frame.js";
import { button, choice, field, value } from "./parts.js";
import { actAt, caseOf, counted, redraw, refuse, store } from "./state.js";
import { tablesAsOptions } from "./steering.js";

const OWN = "-";

/** What was written and has not happened yet, in case the dialog is shut. */
let kept = "";

/** `name` is the table where it happens; "" are all. */
export function event(name) {
  const draft = { at: name || (store.picture.tables.length === 1 ? store.picture.tables[0].table : ""), chosen: null, effects: [], next: 0 };
  show({ title: "Let something happen", wide: true, body: (one) => described(one, draft) });
}

/** The tables that are meant: one, those of one case, or all. */
function meant(draft) {
  const { tables } = store.picture;
  if (draft.at.startsWith("case ")) return tables.filter((one) => one.case === draft.at.slice(5));
  return draft.at ? tables.filter((one) => one.table === draft.at) : tables;
}

function described(one, draft) {
  const tables = meant(draft).filter((other) => !other.is_closed);
  const cases = [...new Set(tables.map((other) => other.case))];
  const known = cases.length === 1 ? caseOf(tables[0]) : null;
  const events = known?.events ?? [];
  if (draft.chosen === null) draft.chosen = events.find((other) => !isSpent(tables, other.event))?.event ?? OWN;
  if (draft.chosen !== OWN && !events.some((other) => other.event === draft.chosen)) draft.chosen = OWN;
  const why = tables.length ? "" : "It has played; nothing can happen there any more.";
  return form(one, { words: "Let it happen", sign: "bolt", why, does: () => happen(draft, tables, known) },
    choice("event-at", "Where", places(draft), { onchange: (change) => set(draft, { at: change.target.value, chosen: null }) }),
    known
      ? h("fieldset", { class: "events", key: "events" }, h("legend", {}, "What happens"), events.map((other) => offered(draft, tables, other)), ownOffer(draft))
      : h("p", { class: "note", key: "mixed" }, "These tables play different cases: choose a table or the tables of one case for an event of the scenario."),
    (draft.chosen === OWN || !known) && written(draft, known));
}

function places(draft) {
  const { cases, tables } = store.picture;
  const options = tablesAsOptions(draft.at, (one) => !one.is_closed);
  const byCase = cases.length > 1 ? cases.map((one) => ({
    value: `case ${one.case}`, words: `All tables of ${one.title} (${tables.filter((other) => other.case === one.case).length})`, isChosen: draft.at === `case ${one.case}`,
  })) : [];
  return [options[0], ...byCase, ...options.slice(1)];
}

function set(draft, changes) {
  Object.assign(draft, changes);
  redraw();
}

function isSpent(tables, id) {
  return tables.length > 0 && tables.every((one) => one.spent.includes(id));
}

function offered(draft, tables, other) {
  const spent = isSpent(tables, other.event);
  const some = tables.filter((one) => one.spent.includes(other.event)).length;
  const notes = [
    other.seen_by ? `only ${other.seen_by.join(", ")} ${other.seen_by.length === 1 ? "sees" : "see"} it` : "everybody sees it",
    spent ? "has happened" : other.when ? `comes ${other.when}` : "",
    !spent && some ? `has happened at ${counted(some, "table")}` : "",
  ].filter(Boolean);
  return h("label", { class: `radio ${spent ? "off" : ""}`, key: other.event },
    h("input", { type: "radio", name: "event", value: other.event, checked: draft.chosen === other.event, disabled: spent, onchange: () => set(draft, { chosen: other.event }) }),
    h("span", {}, other.words, h("span", { class: "soft" }, ` ${notes.join(" · ")}`)));
}

function ownOffer(draft) {
  return h("label", { class: "radio", key: OWN },
    h("input", { type: "radio", name: "event", value: OWN, checked: draft.chosen === OWN, onchange: () => set(draft, { chosen: OWN }) }),
    h("span", {}, h("strong", {}, "Write one yourself")));
}

function written(draft, known) {
  const add = () => {
    draft.effects.push({ key: draft.next, kind: "gain_time" });
    draft.next += 1;
    redraw();
  };
  const drop = (gone) => set(draft, { effects: draft.effects.filter((one) => one !== gone) });
  return h("section", { class: "part", key: "own" },
    field("event-words", "What everybody at the table is told", { rows: 3, value: kept, oninput: (event) => { kept = event.target.value; } }, "600 characters at most."),
    known && h("div", { key: "effects" },
      h("h3", {}, "What it changes"),
      draft.effects.length === 0 && h("p", { class: "soft" }, "Nothing but what people make of it. You can add effects."),
      h("ul", { class: "effects" }, draft.effects.map((effect) => effectRow(effect, known, () => drop(effect)))),
      draft.effects.length < 12 && button("Add an effect", add, { sign: "plus", kind: "slim" })));
}

async function happen(draft, tables, known) {
  const names = tables.map((one) => one.table);
  if (known && draft.chosen !== OWN) return actAt(names, "inject", { event: draft.chosen });
  const effects = known ? draft.effects.map((effect) => effectFrom(effect)) : [];
  const wrong = effects.findIndex((effect) => !isOfSize(effect));
  if (wrong >= 0) return refuse(`${effects.length > 1 ? `Effect ${wrong + 1}` : "The effect"}: write how much, ${EFFECTS[effects[wrong].kind].by.note}`);
  const isDone = await actAt(names, "write_event", { words: value("event-words"), effects });
  if (isDone) kept = "";
  return isDone;
}
