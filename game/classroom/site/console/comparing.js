// The class debrief: all finished tables compared on one page to keep. The host works it out; the console asks until it is there.

import { h } from "../dom.js";
import { form, show } from "./frame.js";
import { counted, key, redraw, refuse, store, tell } from "./state.js";

const AGAIN = 1000;
const FILE = "class-debrief.html";

export function comparing() {
  const draft = { far: "" };
  const over = store.picture.tables.filter((one) => one.is_closed).length;
  const playing = store.picture.tables.length - over;
  show({
    title: "Class debrief",
    body: (one) => form(one, { words: "Work it out and download", sign: "download", does: () => take(draft, () => one.element.isConnected), why: over ? "" : "No table has finished yet; there is nothing to compare." },
      h("p", { key: "what" }, "One page with all finished tables compared: verdicts, yeses beside what was meant and done, what weakened them, and questions for the plenary. It needs no network and prints well."),
      playing > 0 && over > 0 && h("p", { key: "playing", class: "note" }, `${counted(playing, "table")} not over: named in it, and nothing of ${playing === 1 ? "it" : "them"} opened.`),
      h("label", { class: "check", key: "seats" }, h("input", { type: "checkbox", id: "compare-seats" }), h("span", {}, "Show single seats, too, with what was hidden about them (not for the wall)")),
      h("label", { class: "check", key: "names" }, h("input", { type: "checkbox", id: "compare-names" }), h("span", {}, "Show people’s names")),
      draft.far && h("p", { class: "note", role: "status", key: "far" }, draft.far)),
  });
}

/** Ask until the page is there, the host says why not, or the dialog is closed. */
async function take(draft, isWanted) {
  const isTicked = (id) => document.getElementById(id)?.checked ?? false;
  const body = JSON.stringify({ key: key(), shows_seats: isTicked("compare-seats"), shows_names: isTicked("compare-names") });
  while (isWanted()) {
    let answer;
    try {
      answer = await fetch("/class-debrief", { method: "POST", headers: { "content-type": "application/json" }, body });
    } catch {
      return leave(draft, "The host cannot be reached just now; try again.");
    }
    if (answer.status !== 202) return answer.ok ? keep(draft, await answer.blob()) : leave(draft, await answer.text());
    const { done, of } = await answer.json();
    draft.far = `Being worked out: ${done} of ${counted(of, "table")}. The games go on meanwhile.`;
    redraw();
    await new Promise((wake) => setTimeout(wake, AGAIN));
  }
  return true;
}

function leave(draft, words) {
  draft.far = "";
  return refuse(words);
}

function keep(draft, page) {
  draft.far = "";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(page);
  link.download = FILE;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  tell(`The class debrief is kept as ${FILE}.`);
  return true;
}
