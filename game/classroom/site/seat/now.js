// What must be decided now: the question of this moment, what bears on it, and the one thing to do.

import { h, icon, said } from "../dom.js";
import { acting } from "./act.js";
import { convening } from "./convene.js";
import { drafting } from "./draft.js";
import { ending } from "./ending.js";
import { balloting, exerting, settling } from "./later.js";
import { alert, figure, left, line } from "./parts.js";
import { question, stancing } from "./stances.js";
import { signing } from "./sign.js";
import { redraw, state, store } from "./state.js";
import { tracks } from "./year.js";

const ASKING = {
  act: acting, convene: convening, question, stances: stancing, signing, ballot: balloting, settling, efforts: exerting, closed: ending,
};

const LONG = 44;

/** The place: what is asked above, what is done at the foot. */
export function now() {
  const sheet = state.sheets.now;
  if (!sheet) return { title: "Now", body: [h("p", { class: "soft" }, "One moment …")], foot: [] };
  const { ask, head } = sheet;
  if (state.desk.draft && ask.kind === "act") return drafting(sheet);
  const made = ASKING[ask.kind]?.(sheet) ?? {};
  const isLong = !head.asked && head.waiting.length > LONG;
  const title = made.title ?? (head.asked || (isLong ? "Waiting for the others" : head.waiting));
  const words = made.words ?? (head.asked ? head.asked_body : `${isLong ? head.waiting : ""} ${head.waiting_body}`.trim());
  return {
    title,
    scene: state.moment,
    beside: left(head),
    body: [
      words ? h("p", { class: "note", key: "ask" }, said(words)) : null,
      ask.stands ? h("p", { class: "strip plain", key: "stands" }, icon("check"), h("span", {}, ask.stands)) : null,
      tips(sheet),
      sheet.brief ? brief(sheet.brief) : null,
      alerts(sheet.alerts),
      made.body ?? null,
      sheet.year && ask.kind !== "closed" ? tracks(sheet.year) : null,
      meanwhile(head),
    ],
    foot: made.foot ?? [],
  };
}

/** The text in view in short: what it is worth, what not signing is; it leads to the text. */
function brief(one) {
  const verdict = one.crossed.length ? h("span", { class: "bad" }, icon("hand-stop"), " red line") : h("span", { class: one.tint }, one.verdict);
  return h(
    "a",
    { class: "card brief", key: "brief", href: "#texts", onclick: () => { state.reading.text = one.text; } },
    figure(one.worth_words, one.worth),
    figure(one.not_words, one.reservation),
    h("span", { class: "brief-verdict" }, one.verdict ? verdict : null, icon("chevron-right")),
    one.more ? h("span", { class: "note" }, one.more) : null,
  );
}

/** Who leans on me, and who waits for me to join them; the first two at once. */
function alerts(found) {
  const most = found.length > 3 ? 2 : 3;
  const more = found.slice(most);
  return [
    found.slice(0, most).map((one, place) => alert(one, `alert ${place}`)),
    more.length ? h("details", { class: "opens", key: "alerts" }, h("summary", {}, `${more.length} more`), h("div", { class: "inside" }, more.map((one, place) => alert(one, `more ${place}`)))) : null,
  ];
}

/** A first-time tip that can be put away. */
function tips(sheet) {
  const open = state.desk.heading || sheet.ask.open || "";
  const one = sheet.tips.find((tip) => (!tip.heading || tip.heading === open) && !state.seen.tips.includes(`${sheet.head.title}/${tip.tip}`));
  if (!one) return null;
  const away = () => {
    state.seen.tips = [...state.seen.tips, `${sheet.head.title}/${one.tip}`];
    store("tips", state.seen.tips);
    redraw();
  };
  return h("div", { class: "strip tip", key: "tip" }, icon("bulb"), h("span", {}, one.words), h("button", { class: "button quiet", type: "button", id: "tip", onclick: away }, "Got it"));
}

/** What came in since I last did something. */
function meanwhile(head) {
  if (!head.meanwhile.length) return null;
  const more = head.fresh - head.meanwhile.length;
  return h(
    "section",
    { class: "panel meanwhile", key: "meanwhile" },
    h("h3", { class: "caps" }, "Since you last acted"),
    more > 0 ? h("p", { class: "note" }, h("a", { href: "#talk" }, `${more} more in the record`)) : null,
    h("ol", { class: "record" }, head.meanwhile.map((row, place) => line(row, `${head.acted}:${place + Math.max(0, more)}`))),
  );
}
