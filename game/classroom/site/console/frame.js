// Dialogs: one at a time holds the focus, and gives it back. What they say follows the picture; what is typed stays.

import { h, icon, patch } from "../dom.js";
import { fresh } from "./parts.js";
import { drawn, redraw, store } from "./state.js";

const stack = [];

/** Open a dialog; `body(one)` describes it anew with every picture, `title` may be words or give them. */
export function show({ title, body, wide = false }) {
  const element = document.createElement("dialog");
  const id = fresh("dialog");
  const one = { element, id, title, body, problem: "", isBusy: false, opener: document.activeElement };
  one.close = () => element.close();
  element.className = wide ? "dialog wide" : "dialog";
  element.setAttribute("aria-labelledby", id);
  element.addEventListener("keydown", (event) => stay(event, element));
  element.addEventListener("close", () => leave(one));
  document.body.append(element);
  stack.push(one);
  draw(one);
  element.showModal();
  (element.querySelector("[autofocus]") ?? element.querySelector(".dialog-body :is(input, select, textarea)") ?? element.querySelector("h2")).focus();
  return one;
}

export function isOpen() {
  return stack.length > 0;
}

function leave(one) {
  stack.splice(stack.indexOf(one), 1);
  one.element.remove();
  const { opener } = one;
  if (opener?.isConnected && opener !== document.body) opener.focus();
  else if (!stack.length) document.getElementById("needs-head")?.focus();
}

/** Keep Tab within the dialog. */
function stay(event, element) {
  if (event.key !== "Tab") return;
  const all = [...element.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((one) => !one.disabled && one.offsetParent !== null);
  const [first, last] = [all[0], all.at(-1)];
  const goal = event.shiftKey && document.activeElement === first ? last : !event.shiftKey && document.activeElement === last ? first : null;
  if (goal) {
    event.preventDefault();
    goal.focus();
  }
}

function draw(one) {
  const title = typeof one.title === "function" ? one.title() : one.title;
  patch(one.element, [
    h("div", { class: "dialog-head", key: "head" },
      h("h2", { id: one.id, tabindex: "-1" }, title),
      h("button", { type: "button", class: "button quiet short", onclick: one.close, title: "Close (Escape)" }, icon("x"), h("span", { class: "unseen" }, "Close"))),
    h("div", { class: "dialog-body", key: "body" }, one.body(one)),
    h("p", { class: `dialog-problem ${one.problem ? "" : "none"}`, key: "problem", role: "alert" }, one.problem && icon("alert-triangle"), one.problem && ` ${one.problem}`),
  ], () => one.element.querySelector("h2").focus());
}

drawn(() => {
  if (store.picture) for (const one of stack) draw(one);
  else for (const one of [...stack]) one.close();
});

/** A form in a dialog: closes it when what `does` is done, else says why it is not. `why` says why it cannot be done now. */
export function form(one, { does, words, sign = null, key = "form", why = "", isBad = false, isFirst = false, isQuiet = false }, ...content) {
  const submit = async (event) => {
    event.preventDefault();
    if (one.isBusy || why) return;
    one.isBusy = true;
    one.problem = "";
    redraw();
    const isDone = await does(event);
    one.isBusy = false;
    if (isDone) one.close();
    else one.problem = store.answer.words;
    redraw();
  };
  const off = one.isBusy || why ? { "aria-disabled": "true", title: why || null, "aria-description": why || null } : {};
  return h("form", { key, class: "dialog-form", onsubmit: submit, novalidate: true }, content,
    why && h("p", { class: "note", key: "why" }, why),
    one.isBusy && store.line !== "open" && h("p", { class: "note", role: "status", key: "wait" }, "The line to the host is down; this is sent as soon as it is back."),
    h("div", { class: "dialog-acts", key: "acts" },
      h("button", { type: "submit", class: `button ${isBad ? "bad" : isQuiet ? "" : "primary"}`.trim(), autofocus: isFirst, ...off }, sign && icon(sign), h("span", { class: "label" }, words))));
}

/** Ask before something that cannot be taken back. `body()` describes what would happen; `why()` says why it no longer can. */
export function ask({ title, body, words, does, sign = null, isBad = false, why = () => "" }) {
  return show({
    title,
    body: (one) => form(one, { does, words, sign, isBad, why: why(), isFirst: !isBad }, body()),
  });
}
