// The corridor and the floor: eight headings, what stands under the open one, and putting a command together from what
// the sheet lists. Nothing is legal here that is not in the list; what is put together otherwise is weighed by the host.

import { h, icon, tile } from "../dom.js";
import { begin } from "./draft.js";
import { give, weigh } from "./host.js";
import { choice, face, primary } from "./parts.js";
import { redraw, state } from "./state.js";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** Slots whose answers need their explanation beside them. */
const ROWS = new Set(["fact", "red_line", "option", "is_spun", "is_shaded", "text", "threat", "purpose"]);

/** What can be done now. */
export function acting(sheet) {
  const { ask } = sheet;
  const { desk } = state;
  const open = ask.headings.find((one) => one.heading === desk.heading) ?? ask.headings.find((one) => one.heading === ask.open);
  const possible = open.cards.filter((card) => !card.refusal);
  const card = possible.find((one) => one.kind === desk.kind) ?? (possible.length === 1 ? possible[0] : null);
  const asked = card ? asks(card) : [];
  const command = card ? commandOf(card, asked) : null;
  if (card?.compose === "weigh" && command) check(command);
  return {
    body: [
      headings(ask, open),
      h(
        "div",
        { class: "cards", key: `cards ${open.heading}`, role: "tabpanel", id: "cards", "aria-labelledby": `head-${open.heading}`, tabindex: "-1" },
        open.is_alive ? null : h("p", { class: "note", key: "tip" }, "Nothing of it can be done now."),
        h("fieldset", {}, h("legend", { class: "unseen" }, open.name), open.cards.map((one) => (one.refusal ? off(one) : on(one, one === card, asked, command)))),
      ),
    ],
    foot: foot(ask, card, asked, command),
  };
}

function headings(ask, open) {
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const place = ask.headings.indexOf(open);
    const next = step ? ask.headings.at((place + step) % ask.headings.length) : { Home: ask.headings[0], End: ask.headings.at(-1) }[event.key];
    if (!next) return;
    event.preventDefault();
    choose(next);
    queueMicrotask(() => document.getElementById(`head-${next.heading}`)?.focus());
  };
  const choose = (one) => {
    state.desk.heading = one.heading;
    state.desk.kind = "";
    state.desk.picks = {};
    redraw();
  };
  return h(
    "div",
    { class: "headings", key: "headings", role: "tablist", "aria-label": "What you can do", onkeydown: move },
    ask.headings.map((one) => h(
      "button",
      {
        key: one.heading, id: `head-${one.heading}`, type: "button", role: "tab", class: `heading ${one.is_alive ? "" : "is-off"}`, title: one.tip,
        "aria-selected": one === open ? "true" : "false", "aria-controls": one === open ? "cards" : null, tabindex: one === open ? "0" : "-1", onclick: () => choose(one),
      },
      icon(one.icon),
      h("span", {}, one.name),
      one.is_alive ? null : h("span", { class: "unseen" }, ", nothing now"),
    )),
  );
}

/** A kind that cannot be used stays, fades, and says why in one line. */
function off(card) {
  return h("div", { class: "choice is-off", key: card.kind, "data-kind": card.kind }, h("span", { class: "face" }, h("span", { class: "words" }, h("strong", {}, card.name), h("span", { class: "note" }, card.refusal))));
}

function on(card, isChosen, asked, command) {
  const choose = () => {
    state.desk.kind = card.kind;
    state.desk.picks = {};
    state.desk.checked = null;
    redraw();
  };
  return h(
    "div",
    { class: `card-on ${isChosen ? "is-chosen" : ""}`, key: card.kind, "data-kind": card.kind },
    choice(
      { name: "card", value: card.kind, isChosen, choose },
      h("span", { class: "words" }, h("span", { class: "spread" }, h("strong", {}, card.name), h("span", { class: "cost" }, card.cost)), h("span", { class: "note" }, card.does)),
    ),
    isChosen ? composer(card, asked, command) : null,
  );
}

function composer(card, asked, command) {
  const warning = warningOf(card, command);
  if (!asked.length && !warning) return null;
  return h(
    "div",
    { class: "composer", key: "composer" },
    asked.map((one) => slot(one)),
    warning ? h("p", { class: "strip warn", key: "warning" }, icon("alert-triangle"), h("span", {}, warning)) : null,
  );
}

// What a command still has to be told

/** Set out the slots that are asked for, in order; a single answer chooses itself unless it does harm. */
function asks(card) {
  const { picks } = state.desk;
  const found = [];
  const chosen = {};
  let narrowed = card.commands.map((one) => one.command);
  for (const one of card.slots) {
    if (!narrowed.length) break;
    if (one.mode === "number") {
      found.push({ slot: one, picks: [], chosen: [Math.min(one.most, Math.max(one.least, picks[one.field] ?? one.least))] });
      continue;
    }
    const values = narrowed.flatMap((command) => (Array.isArray(command[one.field]) ? command[one.field] : [command[one.field]]));
    const shown = one.picks.filter((pick) => values.some((value) => same(value, pick.value)) && Object.entries(pick.when ?? {}).every(([field, value]) => same(chosen[field], value)));
    if (!shown.length) continue;
    const mine = answered(one, shown, picks);
    found.push({ slot: one, picks: shown, chosen: mine });
    if (one.mode === "one" && !one.is_optional) {
      if (!mine.length) break;
      [chosen[one.field]] = mine;
      narrowed = narrowed.filter((command) => same(command[one.field], mine[0]));
    }
  }
  return found;
}

function answered(slot, shown, picks) {
  const isIn = (value) => shown.some((pick) => same(pick.value, value));
  if (slot.field in picks) return picks[slot.field].filter(isIn);
  if (slot.is_optional) return [];
  if (slot.field.startsWith("is_") && isIn(false)) return [false];
  return shown.length === 1 && !slot.is_deliberate ? [shown[0].value] : [];
}

function commandOf(card, asked) {
  if (card.compose === "draft" && !card.slots.length) return { kind: card.kind };
  const needed = card.slots.filter((one) => !one.is_optional);
  if (needed.some((one) => !asked.some((ask) => ask.slot.field === one.field && ask.chosen.length))) return null;
  const given = Object.fromEntries(asked.map((ask) => [ask.slot.field, ask.chosen]));
  const matching = (fields) => card.commands.find(({ command }) => fields.every((field) => same(command[field], given[field][0])))?.command ?? null;
  switch (card.kind) {
    case "assess_jointly": {
      const members = new Set(given.partners);
      const known = card.commands.find(({ command }) => same(command.fact, given.fact[0]) && command.partners.length === members.size && command.partners.every((one) => members.has(one)));
      return known?.command ?? { kind: card.kind, fact: given.fact[0], partners: card.slots[1].picks.map((pick) => pick.value).filter((one) => members.has(one)) };
    }
    case "move_procedure": {
      const motion = { kind: card.kind, chair: given.chair?.[0] ?? null, invite: given.invite ?? [], purpose: given.purpose?.[0] ?? null };
      return motion.chair || motion.invite.length || motion.purpose ? motion : null;
    }
    case "pledge": {
      const known = matching(["whom", "text"]);
      return known ? { ...known, points: given.points[0] } : null;
    }
    default:
      return matching(Object.keys(given));
  }
}

/** Ask the host about a command that the list does not have as it is. */
function check(command) {
  const key = JSON.stringify(command);
  if (state.desk.checked?.key === key) return;
  state.desk.checked = { key, refusal: "", warning: "" };
  weigh({ command }, (found) => {
    if (state.desk.checked?.key === key) state.desk.checked = { key, refusal: found.refusal, warning: found.warning };
  });
}

function warningOf(card, command) {
  if (!command) return "";
  if (card.compose === "weigh" && state.desk.checked) return state.desk.checked.warning;
  const known = card.commands.find((one) => same(one.command, command));
  return known?.warning === null || known?.warning === undefined ? "" : card.warnings[known.warning];
}

// How it is asked

function slot({ slot: one, picks, chosen }) {
  const pick = (value) => {
    const before = state.desk.picks[one.field] ?? [];
    if (one.mode === "many") state.desk.picks[one.field] = before.some((known) => same(known, value)) ? before.filter((known) => !same(known, value)) : [...before, value];
    else if (one.is_optional && before.some((known) => same(known, value))) state.desk.picks[one.field] = [];
    else state.desk.picks[one.field] = [value];
    redraw();
  };
  if (one.mode === "number") return stepper(one, chosen[0]);
  const kind = one.mode === "many" || one.is_optional ? "checkbox" : "radio";
  const inRows = ROWS.has(one.field);
  const tip = picks.filter((each) => chosen.some((value) => same(value, each.value)) && each.tip).map((each) => each.tip);
  return h(
    "fieldset",
    { class: "slot", key: one.field, "data-slot": one.field },
    h("legend", {}, one.asks, one.is_optional ? h("span", { class: "note" }, " if you like") : null),
    h("div", { class: inRows ? "rows" : "pairs-of-chips" }, picks.map((each) => choice(
      { kind, name: `pick-${one.field}`, value: String(each.value), key: JSON.stringify(each.value), isChosen: chosen.some((value) => same(value, each.value)), choose: () => pick(each.value), className: inRows ? "row" : "chip" },
      each.agency ? tile(face(each.agency)) : null,
      h("span", { class: "words" }, h("span", {}, each.words), inRows && each.tip ? h("span", { class: "note" }, each.tip) : null),
    ))),
    !inRows && tip.length ? h("p", { class: "note", key: "tip" }, tip.join(" ")) : null,
  );
}

function stepper(one, value) {
  const set = (next) => {
    state.desk.picks[one.field] = Math.min(one.most, Math.max(one.least, next));
    redraw();
  };
  return h(
    "div",
    { class: "slot stepper", key: one.field, "data-slot": one.field, role: "group", "aria-label": one.asks },
    h("label", { for: `number-${one.field}` }, one.asks),
    h("span", { class: "stepper-line" },
      h("button", { class: "button", type: "button", "aria-label": "one less", "aria-disabled": value <= one.least ? "true" : null, onclick: () => set(value - 1) }, icon("minus")),
      h("input", { id: `number-${one.field}`, class: "field", type: "number", inputmode: "numeric", min: one.least, max: one.most, value: String(value), onchange: (event) => set(Number(event.target.value) || one.least) }),
      h("button", { class: "button", type: "button", "aria-label": "one more", "aria-disabled": value >= one.most ? "true" : null, onclick: () => set(value + 1) }, icon("plus")),
      h("span", { class: "note" }, one.remark)),
  );
}

// What is done

function foot(ask, card, asked, command) {
  const refusal = card?.compose === "weigh" ? state.desk.checked?.refusal ?? "" : "";
  const open = asked.find((one) => one.slot.mode !== "number" && !one.slot.is_optional && !one.chosen.length);
  const first = open ? open.slot.asks : "what you move";
  const reason = !card ? "" : command ? refusal : `First choose ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
  const act = () => {
    if (reason || !card) {
      const place = card ? document.querySelector(`[data-slot="${open?.slot.field ?? card.slots[0]?.field}"] input`) : document.querySelector(".cards input");
      place?.focus();
      return;
    }
    if (card.compose === "draft") begin(command.text ?? null);
    else give(command);
  };
  const canDo = card || ask.headings.some((one) => one.is_alive);
  return [passing(ask.done), canDo ? primary(card?.verb ?? "Choose what to do", reason, act, { isOff: Boolean(reason) || !card }) : null];
}

/** The quiet button that ends my part of a phase; it asks once more where something would be left unused. */
export function passing(done, words = done.words) {
  const pass = () => {
    if (state.isBusy) return;
    if (done.sure) {
      state.dialog = "sure";
      redraw();
    } else give(done.command);
  };
  return h("button", { class: "button", key: "pass", id: "pass", type: "button", onclick: pass }, words);
}
