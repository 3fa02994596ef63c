// Small parts that the places of a seat's page share.

import { h, icon, said, tile, told } from "../dom.js";
import { state } from "./state.js";

const SHORT = 40;
let faces = {};
let language = "en";

/** Learn how agencies are shown, and in which language the case is written. */
export function know(known, spoken = "en") {
  faces = known ?? {};
  language = spoken;
}

/** Words of the case, in its own language. */
export function own(words) {
  return language === "en" ? words : h("span", { lang: language, dir: "auto" }, words);
}

export function face(agency) {
  return faces[agency] ?? { name: agency ?? "", short: agency ?? "", community: "", letter: "" };
}

/** An agency by tile and name; "you" beside one's own. */
export function who(agency, { isShort = false, className = "" } = {}) {
  const known = face(agency);
  const mine = agency === state.head?.me ? h("span", { class: "soft" }, " (you)") : null;
  return h("span", { class: `who ${className}` }, tile(known), h("span", { class: "name" }, own(isShort ? known.short : known.name), mine));
}

/** Several agencies by their tiles, each with its name for those who listen or ask. */
export function tiles(agencies, nobody = "nobody") {
  if (!agencies?.length) return h("span", { class: "soft" }, nobody);
  return h("span", { class: "tiles" }, agencies.map((one) => tile(face(one), { name: face(one).name, key: one })));
}

/** A heading of a panel with what belongs to it. */
export function panel(words, ...inside) {
  return h("section", { class: "panel", key: words }, h("h3", { class: "caps" }, words), ...inside);
}

/** Something that opens: what is seen first, and what is behind it. */
export function opens(key, summary, ...inside) {
  return h("details", { class: "opens", key }, h("summary", {}, summary), h("div", { class: "inside" }, ...inside));
}

/** A line that wants attention, with its sign. */
export function alert(one, key = null) {
  return h("p", { class: `strip ${one.tint}`, key }, icon(one.icon), h("span", {}, said(one.words)));
}

/** A line of the record: tile, words, quiet or loud; what somebody said about a move stands in under it. */
export function line(row, key, extra = "") {
  const kind = `told ${row.quiet ? "quiet" : ""} ${row.words ? "spoken" : ""} ${extra}`;
  const sign = row.words ? null : row.about && faces[row.about] ? tile(face(row.about)) : h("span", { class: "tile none" }, icon("point"));
  return h("li", { class: kind, key }, sign, h("span", { dir: "auto" }, told(row.runs)));
}

/** One answer among several, or one of several answers; the label is what is seen. */
export function choice({ kind = "radio", name, value, isChosen, choose, className = "", key = null, describedby = null }, ...label) {
  return h(
    "label",
    { class: `choice ${className}`, key: key ?? value },
    h("input", { type: kind, name, value, checked: isChosen, onchange: choose, "aria-describedby": describedby }),
    h("span", { class: "face" }, kind === "checkbox" ? h("span", { class: "knob" }, icon(isChosen ? "circle-check" : "circle")) : null, ...label),
  );
}

/** A number that can be opened: words above, figure below. */
export function figure(words, value, note = "") {
  return h("span", { class: "figure" }, h("span", { class: "label" }, words), h("span", { class: "number" }, value), note ? h("span", { class: "note" }, note) : null);
}

/** Where a text stands against not signing: the line is not signing, the dot this text. */
function position(balance) {
  return h(
    "span",
    { class: `position ${balance.tint}`, "aria-hidden": "true" },
    h("span", { class: "mark", style: { left: `${balance.mark * 100}%` } }),
    h("span", { class: "dot", style: { left: `${balance.at * 100}%` } }),
  );
}

/** A share between 0 and 1 as a bar, said in words beside it. */
export function meter(share, words, tint = "") {
  return h(
    "span",
    { class: "meter" },
    h("span", { class: `track ${tint}`, "aria-hidden": "true" }, h("span", { class: "fill", style: { width: `${Math.min(1, share) * 100}%` } })),
    words ? h("span", { class: "number" }, words) : null,
  );
}

/** A level, 0 to 3, as a tile of four quarters; empty before its quarter has gone by. */
export function level(value, words, key = null) {
  const label = value === undefined || value === null ? "still to come" : words;
  const kind = value === undefined || value === null ? "to-come" : value === 0 ? "none" : "";
  const parts = [0, 1, 2, 3].map((place) => h("i", { class: label !== "still to come" && place <= value ? "full" : null }));
  return h("span", { class: `level ${kind}`, key, role: "img", "aria-label": label, title: label }, parts);
}

/** A sum, summand by summand. */
export function sum(rows) {
  return h(
    "table",
    { class: "sum" },
    h("tbody", {}, rows.map((row, place) => h(
      "tr",
      { class: row.is_sum ? "total" : null, key: place },
      h("th", { scope: "row" }, row.words, row.note ? h("span", { class: "note" }, ` ${row.note}`) : null),
      h("td", {}, row.points),
    ))),
  );
}

/** The worth of a text and of not signing it, with what they are made of behind it. */
export function balance(one, key = "balance", folded = true) {
  const found = one.balance;
  const crossed = found.crossed.length
    ? h("span", { class: "bad" }, icon("hand-stop"), ` ${found.crossed.length === 1 ? "crosses a red line" : `crosses ${found.crossed.length} red lines`}`)
    : h("span", { class: found.tint }, found.verdict);
  const figures = h(
    "span",
    { class: "figures" },
    figure(one.worth_words ?? "Worth to you", found.worth, found.made_of),
    figure(one.not_words ?? "If you do not sign", found.reservation),
    found.verdict ? h("span", { class: "verdict-line" }, position(found), crossed) : null,
  );
  const inside = one.sums
    ? [sum(one.sums.signing), h("h3", { class: "caps" }, one.not_words ?? "If you do not sign"), sum(one.sums.not_signing)]
    : [];
  const more = [...(one.remarks ?? [])].map((words) => h("p", { class: "note" }, words));
  const shown = h("details", { class: "balance card", key }, h("summary", {}, figures, h("span", { class: "unseen" }, "Where the numbers come from")), h("div", { class: "inside" }, ...inside, ...more));
  return folded ? shown : h("div", { class: "balance card", key }, figures);
}

/** What the options of an issue are worth: the best first in view, where each number comes from behind. */
export function worths(name, options, text = "") {
  return h(
    "details",
    { class: "worths", key: name },
    h(
      "summary",
      {},
      h("span", { class: "words" }, h("strong", {}, own(name)), h("span", { class: "chips" }, options.map((one) => h(
        "span",
        { class: `option ${one.is_best ? "is-best" : ""}`, key: one.name },
        h("span", { class: "number" }, one.worth),
        " ",
        own(one.name),
        one.is_now ? h("span", { class: "note" }, " (today)") : null,
        one.is_best ? h("span", { class: "unseen" }, ", your best") : null,
      )))),
    ),
    h("div", { class: "inside" }, text ? h("p", {}, own(text)) : null, h("ul", { class: "lines tight" }, options.map((one) => h("li", { key: one.name }, h("strong", {}, `${one.worth} `, own(one.name), ": "), h("span", { class: "note" }, one.reasons))))),
  );
}

/** Time and floor moves left, as dots with their words; nothing once the meetings are over. */
export function left(head, className = "left") {
  if (!head?.left) return null;
  return h("p", { class: className, key: className }, [["Time", head.left.time], ["Floor", head.left.floor]].map(([name, one]) => h(
    "span",
    { key: name, title: one.words },
    h("span", { "aria-hidden": "true" }, `${name} `),
    h("span", { class: "dots", "aria-hidden": "true" }, Array.from({ length: one.of }, (_, place) => h("i", { class: place < one.left ? "full" : null }))),
    h("span", { class: "unseen" }, one.words),
  )));
}

/** The one thing to do; while it cannot be done it says why, in itself where that is short. */
export function primary(words, reason, act, { isOff = Boolean(reason) } = {}) {
  const inside = reason && reason.length <= SHORT;
  return [
    reason && !inside ? h("p", { class: "reason", key: "reason", id: "reason" }, reason) : null,
    h(
      "button",
      { class: "button primary", key: "do", id: "do", type: "button", "aria-disabled": isOff ? "true" : null, "aria-describedby": reason && !inside ? "reason" : null, onclick: () => !state.isBusy && act() },
      h("span", { class: "words centred" }, h("span", {}, words), inside ? h("span", { class: "note" }, reason) : null),
    ),
  ];
}

/** What the marks of a picture stand for. */
export function legend(...marks) {
  return h("p", { class: "legend-line note", key: "legend" }, marks.map(([mark, words]) => h("span", { class: "legend-part", key: mark }, h("i", { class: mark }), ` ${words}`)));
}
