// The class at length: the plan by the clock, people without a seat, finding somebody, and what was done last.

import { h, icon } from "../dom.js";
import * as open from "./dialogs.js";
import { chip } from "./panel.js";
import { button } from "./parts.js";
import { questions } from "./questions.js";
import { act, counted, face, redraw, store, table } from "./state.js";

const MOST_FOUND = 40;

export function classPanel() {
  return h("section", { class: "panel class-panel", key: "class", "aria-label": "The class" }, notices(), people(), plan(), questions(), log());
}

function notices() {
  const { consoles, notices: told } = store.picture;
  const found = consoles > 1 ? [...told, `${consoles} consoles are open. All work, and each shows what the others do.`] : told;
  return found.length > 0 && h("section", { class: "notices", key: "notices", "aria-label": "From the host" },
    h("h2", {}, "From the host"), found.map((words, place) => h("p", { key: place }, icon("info-circle"), " ", words)));
}

// The plan

function plan() {
  const { picture } = store;
  const isMany = picture.plans.length > 1;
  return h("section", { class: "plan", key: "plan", "aria-labelledby": "plan-head" },
    h("div", { class: "panel-head" },
      h("h2", { id: "plan-head", tabindex: "-1" }, picture.minutes ? `Plan: ${picture.minutes} minutes` : "No plan"),
      button(picture.minutes ? "Change" : "Choose", open.plan, { kind: "slim", "aria-haspopup": "dialog", "aria-label": picture.minutes ? "Change the plan" : "Choose a plan" })),
    picture.minutes
      ? picture.plans.map((one) => planOf(one, isMany))
      : h("p", { class: "soft" }, "Without a plan no clock runs, and phases take as long as they take."));
}

function planOf(one, isMany) {
  return h("div", { key: one.case },
    isMany && h("h3", {}, store.picture.cases.find((other) => other.case === one.case).title),
    one.remark && h("p", { class: "remark" }, icon("info-circle"), " ", one.remark),
    h("ol", { class: "plan-rows" }, one.rows.map((row, place) => h("li", { key: place, class: row.is_now ? "now" : row.is_past ? "past" : "", "aria-current": row.is_now ? "time" : null },
      h("span", { class: "from" }, row.from), h("span", { class: "what", title: row.detail || null }, row.is_now && icon("chevron-right"), row.what)))),
    h("p", { class: "bell" }, `${store.picture.bell_at} the bell`));
}

// People

function people() {
  const all = store.picture.people;
  const here = all.filter((one) => one.is_here).length;
  const loose = all.filter((one) => !one.table);
  const away = all.filter((one) => one.table && !one.is_here);
  return h("section", { class: "everybody", key: "people", "aria-labelledby": "people-head" },
    h("h2", { id: "people-head", tabindex: "-1" }, all.length ? `${counted(all.length, "person", "people")}, ${here} here` : "Nobody has joined yet"),
    h("div", { class: "field" },
      h("label", { for: "seek" }, "Find a person or a table"),
      h("input", { id: "seek", type: "search", autocomplete: "off", value: store.sought, oninput: seek, onkeydown: leave })),
    store.sought ? foundList(all) : [
      group("doorway", "In the doorway", loose),
      group("away", "Away", away)],
    h("label", { class: "check", key: "share" },
      h("input", { type: "checkbox", checked: store.picture.shares_seats, onchange: (event) => act("share_seats", { on: event.target.checked }) }),
      h("span", {}, "People may sit down together on one seat by themselves")));
}

function group(key, words, list) {
  if (!list.length) return null;
  return h("div", { key }, h("h3", {}, `${words} (${list.length})`),
    h("ul", { class: "chips" }, list.slice(0, MOST_FOUND).map((one) => h("li", { key: one.id }, chip(one.id)))),
    list.length > MOST_FOUND && h("p", { class: "soft" }, `and ${list.length - MOST_FOUND} more: find them by name`));
}

function seek(event) {
  store.sought = event.target.value;
  redraw();
}

function leave(event) {
  if (event.key !== "Escape" || !store.sought) return;
  event.stopPropagation();
  store.sought = "";
  redraw();
}

function foundList(all) {
  const wanted = store.sought.trim().toLowerCase();
  const tables = store.picture.tables.filter((one) => `table ${one.table}` === wanted || one.table === wanted);
  const found = all.filter((one) => one.name.toLowerCase().includes(wanted));
  return h("div", { key: "found", role: "region", "aria-label": "Found" },
    h("p", { class: "soft", role: "status" }, found.length + tables.length ? `${found.length + tables.length} found` : "Nobody of that name."),
    h("ul", { class: "found" },
      tables.map((one) => h("li", { key: `table ${one.table}` }, button(`Table ${one.table}`, () => go(one.table), { kind: "slim" }))),
      found.slice(0, MOST_FOUND).map((one) => h("li", { key: one.id }, chip(one.id), h("span", { class: "soft" }, place(one))))));
}

function go(name) {
  store.chosen = name;
  redraw();
  document.getElementById("panel-head")?.focus();
}

/** Say where somebody is. */
export function place(one) {
  if (!one.table) return "in the doorway";
  if (!one.seat) return `watches table ${one.table}`;
  const at = table(one.table);
  return at ? `${face(at, one.seat).short}, table ${one.table}` : `table ${one.table}`;
}

// What was done

function log() {
  const { log: done } = store.picture;
  return h("section", { class: "log", key: "log", "aria-labelledby": "log-head" },
    h("h2", { id: "log-head" }, "What you did"),
    done.length
      ? h("ol", {}, done.slice(0, 12).map((one, number) => h("li", { key: done.length - number }, h("span", { class: "at" }, one.at), " ", one.words)))
      : h("p", { class: "soft" }, "Nothing yet."));
}
