// All tables of a class side by side: the same public yeses, and once they are revealed the private spread.

import { h, icon, patch, tile } from "/site/dom.js";
import { listen, say } from "/site/screens.js";

const TURN = 15000;
const SHAPES = [[1, 1], [2, 1], [2, 2], [3, 2], [3, 3], [4, 3], [4, 4], [5, 4]];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const masthead = document.getElementById("masthead");
const main = document.getElementById("main");
let sheet = null;
let shown = "";
let page = 0;
let revealed = 0;
let isTurning = !calm.matches;
let turned = performance.now();

listen({ type: "hello", screen: "wall" }, heard);
setInterval(tick, 500);
addEventListener("keydown", (event) => {
  if (!sheet || event.ctrlKey || event.altKey || event.metaKey) return;
  const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (step) turn(step);
});

function heard(message) {
  if (message.type === "problem") patch(main, h("p", { class: "alone" }, message.sentence));
  if (message.type !== "wall") return;
  sheet = message.sheet;
  const { bell: _, ...rest } = sheet;
  const now = JSON.stringify(rest);
  if (now === shown) return;
  shown = now;
  paint();
}

function tick() {
  if (!sheet || !isTurning || pages().length < 2 || performance.now() - turned < TURN) return;
  turn(1, true);
}

/** Part the tables evenly into pages of at most as many as the largest shape has room for. */
function pages() {
  const { tables } = sheet;
  const [columns, rows] = SHAPES.at(-1);
  const count = Math.max(1, Math.ceil(tables.length / (columns * rows)));
  const size = Math.ceil(tables.length / count);
  return Array.from({ length: count }, (_, place) => tables.slice(place * size, (place + 1) * size));
}

function turn(step, isAlone = false) {
  turned = performance.now();
  const count = pages().length;
  page = (page + step + count) % count;
  paint();
  if (!isAlone) say(`Page ${page + 1} of ${count}`);
}

function paint() {
  const found = pages();
  page = Math.min(page, found.length - 1);
  const cases = new Set(sheet.tables.map((one) => one.title));
  const [columns, rows] = SHAPES.find(([wide, high]) => wide * high >= found[0].length) ?? SHAPES.at(-1);
  patch(masthead, bar(found, cases));
  const cards = found[page].map((one) => card(one, cases.size > 1, rows));
  const grid = { "--columns": String(columns), "--rows": String(rows) };
  patch(main, sheet.tables.length ? [h("ul", { class: "cards", style: grid }, cards), h("div", { class: "foot" }, legend(), joining())] : h("p", { class: "alone" }, "There are no tables yet."));
  const over = sheet.tables.filter((one) => one.stage === "revealed").length;
  if (over !== revealed) say(`${over} of ${sheet.tables.length} tables revealed`);
  revealed = over;
}

function bar(found, cases) {
  const words = cases.size === 1 ? [...cases][0] : `${cases.size} cases`;
  const titles = h("div", { class: "titles" }, h("h1", { class: "phase" }, sheet.title || "All tables"), words === sheet.title ? null : h("p", { class: "round" }, words));
  return [titles, found.length > 1 ? pager(found.length) : null];
}

function pager(count) {
  const button = (words, name, onclick) => h("button", { type: "button", "aria-label": words, title: words, onclick }, icon(name));
  return h(
    "nav",
    { class: "pages", "aria-label": "Pages" },
    button("Page before", "chevron-left", () => turn(-1)),
    h("span", {}, `Page ${page + 1} of ${count}`),
    button("Next page", "chevron-right", () => turn(1)),
    button(isTurning ? "Stop turning pages" : "Turn pages every 15 seconds", isTurning ? "player-pause" : "player-play", hold),
  );
}

function hold() {
  isTurning = !isTurning;
  turned = performance.now();
  paint();
}

function card(one, withTitle, rows) {
  const { verdict } = one;
  const threshold = 0.02 + 0.07 * rows;
  const yes = one.text ? [h("strong", {}, `${one.text.yes} of ${one.text.of}`), ` ${one.stage === "meeting" ? "say" : "said"} yes to ${one.text.name}`] : silence(one);
  const title = withTitle ? one.title : "";
  const isTight = verdict && rows > 3;
  const said = h("p", { class: one.text ? "yes" : "yes soft" }, yes);
  return h(
    "li",
    { key: one.table, class: `card ${verdict ? verdict.mood : ""}` },
    h("h2", {}, h("a", { href: `/projector/${encodeURIComponent(one.table)}` }, `Table ${one.table}`), h("span", { class: verdict ? "of soft" : "stands" }, isTight ? title : verdict ? "" : state(one))),
    verdict ? h("p", { class: `came ${verdict.mood}` }, icon(verdict.icon), h("strong", {}, verdict.name)) : null,
    title && !isTight ? h("p", { class: "of soft" }, title) : null,
    said,
    one.text ? chart(one, threshold) : null,
  );
}

function state(one) {
  if (!one.is_begun) return "Not begun";
  if (one.stage === "year" && one.quarter) return `Quarter ${one.quarter} of 4`;
  return one.round ? `${one.name}, ${one.round.split(" of ")[0].toLowerCase()}` : one.name;
}

function silence(one) {
  return one.stage === "meeting" ? "No text on the table yet" : "Nothing was signed";
}

/** Draw each agency as a column: open, what it shows in public; full, what it meant; the higher, the more for it. */
function chart({ text, meant }, threshold) {
  const known = new Map((meant ?? []).map((row) => [row.seat, row]));
  const columns = text.said.map((seat) => {
    const row = known.get(seat.seat);
    return h("li", { class: "one" }, h("span", { class: "plot", "aria-hidden": "true" }, h("span", { class: "walks" }), marks(seat.at, row, threshold)), tile(seat), words(seat, row));
  });
  return h("ul", { class: "chart" }, columns);
}

function marks(said, row, threshold) {
  const at = (value) => `${((1 - value) / 2) * 100}%`;
  const open = said === null ? null : h("span", { class: "dot said", style: { top: at(said) } });
  if (!row) return [open];
  const full = h("span", { class: "dot full", style: { top: at(row.at) } });
  if (said === null) return [full];
  const isOne = Math.abs(said - row.at) < threshold;
  const line = { top: at(Math.max(said, row.at)), height: `${(Math.abs(said - row.at) / 2) * 100}%` };
  if (isOne) return [h("span", { class: "dot said around", style: { top: at(said) } }), h("span", { class: "dot full within", style: { top: at(said) } })];
  return [h("span", { class: `stem ${row.is_hollow ? "hollow" : ""}`, style: line }), open, full];
}

function words(seat, row) {
  const said = sheet.signs[seat.mark].word.toLowerCase();
  const meant = row ? `, meant ${row.at.toFixed(2)}${row.is_hollow ? ", hollow" : ""}` : "";
  return h("span", { class: "unseen" }, `${seat.short}: ${said}${meant}`);
}

/** Say how to join as long as a table has not begun. */
function joining() {
  if (!sheet.join || !sheet.tables.some((one) => !one.is_begun)) return null;
  return h("p", {}, h("strong", {}, sheet.join.addresses[0] ?? location.origin), ", code ", h("strong", {}, sheet.join.code));
}

function legend() {
  const isOpen = sheet.tables.some((one) => one.meant);
  const key = (mark, words) => h("span", { class: "key" }, h("span", { class: mark }), words);
  return h(
    "p",
    { class: "legend", "aria-hidden": "true" },
    h("span", { class: "key" }, "above the line: for the text; below: against"),
    key("dot said", "said in public"),
    isOpen ? key("dot full", "meant in private") : null,
    isOpen ? key("line hollow", "hollow") : null,
  );
}
