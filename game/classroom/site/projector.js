// One table for a whole room: how to join, the meeting, the year after, and the reveal.

import { picture } from "/site/consensus.js";
import { h, icon, patch, raw } from "/site/dom.js";
import * as draw from "/site/public.js";
import { Clock, drop, fit, listen, say } from "/site/screens.js";

const table = decodeURIComponent(location.pathname.split("/").filter(Boolean).at(-1) ?? "1");
const masthead = document.getElementById("masthead");
const main = document.getElementById("main");
const clock = new Clock();
const timer = madeTimer();
let sheet = null;
let shown = "";
let page = 0;

listen({ type: "hello", screen: "projector", table }, heard);
setInterval(tick, 250);
addEventListener("resize", fitAll);
document.fonts.addEventListener("loadingdone", fitAll);
addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (step && sheet?.stage === "revealed" && !event.ctrlKey && !event.altKey && !event.metaKey) turn(page + step);
});

function heard(message) {
  if (message.type === "problem") patch(main, h("p", { class: "alone" }, message.sentence));
  if (message.type !== "public") return;
  sheet = message.sheet;
  clock.set(sheet.clock);
  const { clock: _, ...rest } = sheet;
  const now = JSON.stringify(rest);
  const wasHidden = timer.hidden;
  tick();
  if (now !== shown) {
    shown = now;
    paint();
  } else if (timer.hidden !== wasHidden) fitAll();
}

function stageOf() {
  return sheet.is_begun === false && sheet.stage === "meeting" ? "waiting" : sheet.stage;
}

function paint() {
  const stage = stageOf();
  document.title = `${place()}: ${sheet.case.title} – False Coherence`;
  document.body.dataset.stage = stage;
  patch(masthead, stage === "waiting" ? doorBar() : stage === "revealed" ? endBar() : playBar());
  patch(main, { waiting, meeting, year: after, closed: after, revealed }[stage]());
  fitAll();
  say(saying(stage));
}

function fitAll() {
  for (const element of document.querySelectorAll("[data-fit]")) fit(element, 0.5, Number(element.dataset.fit));
  for (const list of main.querySelectorAll(".record ol, .news ol")) {
    list.parentElement.style.setProperty("--fit", 1);
    drop(list.parentElement, list);
    fit(list.parentElement, 0.5, 1);
  }
}

function saying(stage) {
  if (stage === "waiting") return `${sheet.case.title}. Waiting for people to join.`;
  if (stage === "revealed") return `${sheet.reveal.verdict.name}. ${sheet.reveal.verdict.sentence}`;
  const paused = sheet.is_paused ? "Paused. " : "";
  return `${paused}${[sheet.round, sheet.name].filter(Boolean).join(": ")}. ${sheet.words}`;
}

function madeTimer() {
  const made = document.createElement("div");
  Object.assign(made, { className: "clock", hidden: true });
  made.setAttribute("role", "timer");
  const time = h("p", {}, icon("clock"), raw("left", document.createElement("span")), raw("what", document.createElement("span")));
  patch(made, [time, h("p", { class: "bell" }, raw("bell", document.createElement("span")))]);
  return made;
}

function tick() {
  if (!sheet) return;
  const { left, words, bell } = clock;
  const [time, what, ring] = timer.querySelectorAll("p > span:not(.icon)");
  timer.hidden = left === null && !bell;
  timer.firstElementChild.hidden = left === null;
  timer.classList.toggle("low", left !== null && left < 60);
  time.textContent = words;
  what.textContent = sheet.phase === "floor" && sheet.seats.filter((seat) => seat.is_waited).length === 1 ? "left to speak" : "left";
  what.className = "what";
  ring.textContent = bell;
}

// The bar

function place() {
  return `Table ${sheet.table ?? table}`;
}

function doorBar() {
  return [h("div", { class: "titles" }, h("p", { class: "phase" }, sheet.title && sheet.title !== sheet.case.title ? sheet.title : "False Coherence"), h("p", { class: "round" }, place()))];
}

function playBar() {
  const title = h("h1", { class: "round" }, [sheet.round, place(), sheet.case.title].filter(Boolean).join(" · "));
  const words = sheet.stage === "closed" ? null
    : h("p", { class: "words", "data-fit": 1 }, sheet.words, " ", h("strong", {}, sheet.waiting));
  return [h("div", { class: "titles" }, h("p", { class: "phase" }, sheet.name), title, words), raw("clock", timer)];
}

function endBar() {
  const found = pages();
  page = Math.min(page, found.length - 1);
  const buttons = found.map(([words], number) => {
    const is = { "data-page": number, "aria-pressed": String(number === page), onclick: () => turn(number) };
    return h("button", { type: "button", ...is }, words);
  });
  return [
    h("div", { class: "titles" }, h("h1", { class: "round" }, `${place()} · ${sheet.case.title}`)),
    found.length > 1 ? h("nav", { class: "pages", "aria-label": "What is shown" }, buttons) : null,
  ];
}

// The pages

function waiting() {
  const [first, ...others] = sheet.join?.addresses ?? [location.origin];
  const qr = h("img", { class: "qr", src: "/qr.svg", alt: `QR code of ${first}` });
  const or = others.length ? h("p", { class: "or" }, `or ${others.slice(0, 2).join(" or ")}`) : null;
  return [
    h("div", { class: "case" }, h("h1", {}, sheet.case.title), h("p", {}, sheet.case.place)),
    h(
      "section",
      { class: "join", "aria-label": "How to join" },
      h(
        "div",
        { class: "how" },
        h("p", {}, "In the browser of a phone or computer, open"),
        h("p", { class: "address", "data-fit": 1 }, first),
        or,
        h("p", {}, "and give the code"),
        h("p", { class: "code" }, sheet.join?.code ?? ""),
      ),
      h("div", { class: "scan" }, qr, h("p", {}, "or scan this")),
    ),
    fitted(draw.doors(sheet), 1.5),
  ];
}

function strip(words) {
  if (sheet.is_paused) {
    return h("p", { key: "paused", class: "strip paused" }, icon("player-pause"), "Paused. Nothing moves until the instructor lets it go on.");
  }
  return h("p", { key: "strip", class: "strip", "data-fit": 1 }, words);
}

function meeting() {
  const parts = [fitted(draw.seats(sheet), 1.3), fitted(draw.texts(sheet), 1.3)];
  const kind = sheet.texts.length > 1 ? "table several" : "table";
  return [strip(forum()), h("div", { class: kind }, parts), draw.record(sheet, 4)];
}

function forum() {
  const [kind, purpose, chair, rule] = sheet.forum;
  return [`${kind} · ${purpose} · `, icon("gavel"), ` ${chair} · ${rule}`];
}

function fitted(described, most) {
  described.props["data-fit"] = most;
  return described;
}

function after() {
  const signed = sheet.texts.map((text) => `${text.name} was signed by ${text.yes} of ${text.of} in public.`).join(" ");
  const lanes = sheet.year.tracks.length ? "This is what each said it would do anyway." : "";
  const words = signed || `Nothing was signed. ${lanes}`;
  return [sheet.stage === "closed" ? shut(signed || "Nothing was signed.") : strip(words), fitted(draw.year(sheet), 1.3), draw.news(sheet)];
}

function shut(signed) {
  const words = `What each meant in private stays shut until the reveal. ${signed}`;
  return h("p", { key: "shut", class: "strip shut" }, icon("lock"), h("span", { "data-fit": 1 }, words));
}

function pages() {
  const found = sheet.reveal.accords.map((accord) => [`Text ${accord.text}`, () => draw.meant(sheet, accord)]);
  if (found.length === 1) found[0][0] = "Said, meant, done";
  if (sheet.reveal.lanes.length) found.push([found.length ? "Outside it" : "Issue by issue", () => draw.lanes(sheet)]);
  if (sheet.reveal.consensus.moments.length > 1) found.push(["Over time", () => overTime(sheet.reveal.consensus)]);
  if (sheet.year.tracks.length) found.push(["The year after", () => draw.year(sheet)]);
  return found;
}

/** Public consensus beside private spread. */
function overTime(found) {
  const marks = [["dot-mark", "said in public"], ["dot-mark full", "meant in private"], ["band-mark", "from the least to the most for it"], ["line-mark", "what was said, on average"]];
  return h(
    "section",
    { class: "over-time", "aria-label": "Said in public, meant in private" },
    h("p", {}, found.words),
    h("p", { class: "legend-line" }, marks.map(([mark, words]) => h("span", { class: "legend-part", key: mark }, h("i", { class: mark }), ` ${words}`))),
    picture(found, found.plots[1], { label: found.moments.map((one) => one.words).join(" "), isWall: true }),
  );
}

function revealed() {
  return [fitted(draw.verdict(sheet, 3), 1), fitted(pages()[page][1](), 1.3)];
}

function turn(to) {
  page = Math.max(0, Math.min(pages().length - 1, to));
  paint();
  masthead.querySelector(`[data-page="${page}"]`)?.focus();
}
