// The page of a seat: draws what the host says, and gives back what is chosen. Nothing of the game is worked out here.

import { h, icon, patch, preload, tile } from "./dom.js";
import { briefing } from "./seat/briefing.js";
import { clock } from "./seat/clock.js";
import { debrief } from "./seat/debrief.js";
import { dialog, open } from "./seat/dialogs.js";
import { doors, ending, joining, waiting } from "./seat/doors.js";
import { begin, refresh, takeSeat } from "./seat/host.js";
import { now } from "./seat/now.js";
import { face, know, left } from "./seat/parts.js";
import { offer, questioning } from "./seat/questions.js";
import { role } from "./seat/role.js";
import { PLACES, drawnBy, redraw, stage, state, store, wide, widest } from "./seat/state.js";
import { talk } from "./seat/talk.js";
import { texts } from "./seat/texts.js";
import { watching } from "./seat/watching.js";

const NAMES = { now: ["Now", "gavel"], texts: ["Texts", "file-text"], talk: ["Talk", "messages"], role: ["My role", "user"] };
const MADE = { now, texts, talk, role };
const page = document.getElementById("page");
const scrolled = {};
let said = { acted: -1, fresh: 0, asked: "" };
let lately = "";

// Drawing

function draw() {
  const at = stage();
  know(state.head?.faces, state.head?.language);
  keepScroll();
  patch(page, [...bar(at), ...strips(at), main(at), nav(at), dialog()], lost);
  page.dataset.stage = at;
  page.dataset.place = state.place;
  restoreScroll();
  name(at);
  speak(at);
}

function main(at) {
  switch (at) {
    case "ended": return ending();
    case "join": return joining();
    case "doors": return doors();
    case "watching": return watching();
    case "questions": return questioning();
    case "briefing": return briefing();
    case "table": return table();
    default: return waiting();
  }
}

function table() {
  const places = wide.matches ? ["now", ...(isOver() ? [] : ["texts"]), ...(widest.matches ? ["talk", "role"] : [state.side])] : [state.place];
  return h("main", { class: `table ${isOver() ? "is-over" : ""}`, id: "main", key: "main" }, places.map(place));
}

function isOver() {
  return state.where.is_closed && state.where.is_revealed;
}

function place(name) {
  const made = name === "now" && isOver() ? debrief() : MADE[name]();
  const isSide = wide.matches && !widest.matches && name === state.side;
  return h(
    "section",
    { class: `place ${name}`, key: name, id: name, "aria-labelledby": `${name}-title`, "data-place": name },
    isSide ? sides() : null,
    h("div", { class: isSide ? "unseen" : "place-top", key: "top" }, h("div", { class: "place-line" }, h("h2", { id: `${name}-title`, class: "place-title", tabindex: "-1" }, made.title), made.beside ?? null), isSide ? null : made.top ?? null),
    h("div", { class: "scroll", key: "scroll", tabindex: "0", role: "group", "aria-labelledby": `${name}-title`, "data-scroll": `${name} ${made.scene ?? ""} ${made.isAtEnd ? "end" : ""}` }, made.body),
    made.foot?.some(Boolean) ? h("div", { class: "foot", key: "foot" }, made.foot) : null,
  );
}

/** Beside the text stands the record, who is here, or my role. */
function sides() {
  const found = [["talk", "record", "Record"], ["talk", "people", "People"], ["role", "", "My role"]];
  const choose = (place, tab) => {
    if (tab) state.notes.tab = tab;
    go(place);
  };
  return h("div", { class: "tabs even sides", key: "sides", role: "group", "aria-label": "Beside the text" }, found.map(([place, tab, words]) => h(
    "button",
    { key: words, type: "button", id: `side-${tab || place}`, "aria-pressed": state.side === place && (!tab || state.notes.tab === tab) ? "true" : "false", onclick: () => choose(place, tab) },
    words,
  )));
}

function bar(at) {
  const { where, head } = state;
  if (at === "join" || at === "ended" || at === "waiting") return [];
  const seat = where.tables.find((one) => one.table === where.table)?.seats.find((one) => one.seat === where.seat);
  const isAway = at === "doors";
  const isLoose = isAway || !where.table;
  const words = isAway ? where.class.title : at === "questions" ? "Short questions" : seat ? seat.name : "Watching";
  const when = at === "table" && head ? [head.round, head.phase_name].filter((one, place, all) => all.indexOf(one) === place).join(" · ") : at === "briefing" ? "Before the game" : isLoose ? where.class.title : `Table ${where.table}`;
  return [h(
    "header",
    { class: "bar-top", key: "bar" },
    h("a", { class: "skip", href: "#main", onclick: skip }, "Skip to what is asked"),
    seat && !isAway && at !== "questions" ? tile(seat, { className: "large" }) : null,
    h("div", { class: "bar-words" }, isAway ? h("p", { class: "bar-name" }, words) : h("h1", { class: "bar-name", id: "title", tabindex: "-1" }, words), isAway ? null : h("p", { class: "bar-when" }, when)),
    at === "table" ? left(head, "bar-left") : null,
    isLoose ? null : clock.shown,
    isLoose ? null : h(
      "button",
      { class: "bar-button", type: "button", id: "menu", "aria-haspopup": "dialog", "aria-label": where.help ? "Menu; your instructor is called" : "Menu: call the instructor, notices, the forum", onclick: () => open("menu") },
      icon(where.help ? "hand-stop" : "list"),
    ),
  )];
}

function skip(event) {
  event.preventDefault();
  (document.getElementById("now-title") ?? document.querySelector("main [tabindex]"))?.focus();
}

/** What has to be known whatever place is open: the line, a pause, a problem, words of the instructor. */
function strips(at) {
  const { where } = state;
  const found = [];
  if (state.line !== "open" && !state.ended && at !== "waiting") found.push(h("p", { class: "strip warn", key: "line", role: "status" }, icon("wifi"), h("span", {}, "No line to the host. This page looks for it and goes on by itself.")));
  if (where && at !== "ended" && at !== "join") {
    if (where.trouble) found.push(h("p", { class: "strip bad", key: "trouble", role: "status" }, icon("alert-triangle"), h("span", {}, where.trouble)));
    else if (where.is_paused && at === "table") found.push(h("p", { class: "strip plain", key: "paused", role: "status" }, icon("player-pause"), h("span", {}, "The instructor has paused the game. What you chose is still there.")));
    if (where.is_stood_in && at === "table") found.push(h("div", { class: "strip plain", key: "stood", role: "status" }, icon("robot"), h("span", {}, "A computer plays your seat for the moment."), away("Take it back", () => takeSeat(where.table, where.seat))));
  }
  if (where && at !== "ended") found.push(...unread(where.notices));
  const offered = where && !["ended", "join", "questions"].includes(at) ? offer() : null;
  if (offered) found.push(offered);
  if (state.problem) found.push(h("div", { class: "strip warn", key: `problem ${state.problem}`, role: "alert" }, icon("alert-triangle"), h("span", {}, state.problem), away("Put this away", () => { state.problem = ""; }, "x")));
  return found.length ? [h("div", { class: "strips", key: "strips" }, found)] : [];
}

/** What the instructor has said and this person has not put away; of many the last two, the rest stand in the menu. */
function unread(notices) {
  const named = (one) => `${one.at} ${one.words}`;
  const open = notices.filter((one) => !state.seen.notices.includes(named(one)));
  const read = () => {
    state.seen.notices = notices.map(named);
    store("notices", state.seen.notices);
  };
  return open.slice(-2).map((one) => h("div", { class: "strip tip", key: `notice ${named(one)}`, role: "alert" }, icon("speakerphone"), h("span", { dir: "auto" }, h("strong", {}, "Your instructor: "), one.words), away("Got it", read)));
}

function away(words, act, sign = null) {
  const press = () => {
    act();
    redraw();
  };
  return h("button", { class: "button quiet small", type: "button", "aria-label": sign ? words : null, onclick: press }, sign ? icon(sign) : words);
}

function nav(at) {
  if (at !== "table" || wide.matches) return null;
  const isMine = state.head?.is_mine;
  return h("nav", { class: "places", key: "nav", "aria-label": "Places" }, PLACES.map((name) => {
    const [words, sign] = name === "now" && isOver() ? ["Debrief", "flag"] : NAMES[name];
    const badge = name === "now" && isMine && state.place !== "now" ? h("span", { class: "dot-mine" }, h("span", { class: "unseen" }, ", it is your move")) : null;
    const fresh = name === "talk" && state.head?.fresh && state.place !== "talk" ? h("span", { class: "count" }, state.head.fresh, h("span", { class: "unseen" }, " new")) : null;
    return h("a", { key: name, href: `#${name}`, id: `go-${name}`, "aria-current": state.place === name ? "page" : null }, h("span", { class: "nav-sign" }, icon(sign), badge, fresh), h("span", {}, words));
  }));
}

// Places

function go(name) {
  if (!PLACES.includes(name)) return;
  if (name === "talk" || name === "role") state.side = name;
  state.place = name;
  if (location.hash !== `#${name}`) history.pushState(null, "", `#${name}`);
  redraw();
  refresh();
}

addEventListener("hashchange", () => {
  const name = location.hash.slice(1);
  if (!PLACES.includes(name) || stage() !== "table") return;
  go(name);
  queueMicrotask(() => queueMicrotask(() => document.getElementById(`${name}-title`)?.focus({ preventScroll: true })));
});
for (const query of [wide, widest]) query.addEventListener("change", () => { redraw(); refresh(); });

// What lives on when the page is drawn anew

/** A place is scrolled anew whenever it asks something else: each scene of it has a name of its own. */
function keepScroll() {
  for (const one of page.querySelectorAll("[data-scroll]")) {
    const name = one.dataset.scroll;
    scrolled[name] = name.endsWith("end") && one.scrollHeight - one.scrollTop - one.clientHeight < 40 ? "end" : one.scrollTop;
  }
}

function restoreScroll() {
  for (const one of page.querySelectorAll("[data-scroll]")) {
    const name = one.dataset.scroll;
    const wanted = scrolled[name] ?? (name.endsWith("end") ? "end" : 0);
    const to = wanted === "end" ? one.scrollHeight : wanted;
    if (Math.abs(one.scrollTop - to) > 1) one.scrollTop = to;
  }
}

/** Put the focus where it makes sense when what had it is gone. */
function lost() {
  const goals = ["#dialog-title", ".place-title", "#title"].map((one) => document.querySelector(one));
  goals.find(Boolean)?.focus({ preventScroll: true });
}

// What is said aloud

function name(at) {
  const { where, head } = state;
  const mine = at === "table" && head?.is_mine ? "● Your move – " : "";
  const seat = where?.seat ? face(where.seat).short : "";
  const words = [seat, "False Coherence"].filter(Boolean).join(" – ");
  if (document.title !== mine + words) document.title = mine + words;
}

function speak(at) {
  const { head } = state;
  if (at !== "table" || !head) return;
  if (head.asked !== said.asked) {
    said.asked = head.asked;
    utter("urgent", head.asked ? `${head.asked}. ${head.asked_body}` : "");
  }
  const isSame = head.acted === said.acted;
  const count = isSame ? head.fresh - said.fresh : head.fresh;
  if (count > 0 && said.acted !== -1) {
    const rows = head.meanwhile.slice(-Math.min(count, 3));
    const words = rows.map((row) => row.runs.map(([part]) => part).join("")).join(" ");
    if (words !== lately) utter("polite", (lately = words));
  }
  said = { ...said, acted: head.acted, fresh: head.fresh };
}

function utter(region, words) {
  const place = document.getElementById(region);
  if (place.textContent !== words) place.textContent = words;
}

// Beginning

const inHash = location.hash.slice(1);
if (PLACES.includes(inHash)) {
  state.place = inHash;
  if (inHash === "talk" || inHash === "role") state.side = inHash;
} else if (/^[A-Za-z0-9]{4,8}$/.test(inHash)) state.join.code = inHash.toUpperCase();
state.join.code ||= new URLSearchParams(location.search).get("code")?.slice(0, 12) ?? "";
drawnBy(draw);
preload("wifi", "x", "alert-triangle", "player-pause", "hand-stop");
begin();
redraw();
