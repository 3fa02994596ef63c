// Step 3, by oneself: leave one command out, and see what the game then comes to.

import { h, icon } from "../dom.js";
import { heard, waiting, withLines, wonder } from "./afterthoughts.js";
import { deed, verdict } from "./debrief.js";
import { choice, panel } from "./parts.js";
import { redraw } from "./state.js";

const WAYS = [[false, "Everybody does what they did"], [true, "Computers decide anew"]];
const chosen = { at: "", isAnew: false };

/** The panel. */
export function trying(sheet) {
  const question = chosen.at ? withLines({ ask: "otherwise", without: Number(chosen.at), is_anew: chosen.isAnew }) : null;
  const entry = question && heard(question);
  const pick = (event) => {
    chosen.at = event.target.value;
    redraw();
  };
  const options = sheet.tries.map((round) => h("optgroup", { key: round.name, label: round.name }, round.commands.map((at) => h("option", { key: at, value: String(at), selected: chosen.at === String(at) }, `${at}. ${sheet.deeds[at]}`))));
  return panel(
    "Try it yourself",
    h("p", {}, "Leave one command out. The luck stays the same; only what follows from it changes."),
    h("label", { class: "label", for: "without", key: "label" }, "Without this command"),
    h("select", { id: "without", class: "select", key: "without", onchange: pick }, h("option", { key: "none", value: "" }, "Choose a command …"), options),
    sheet.has_diaries ? h("fieldset", { class: "slot ways", key: "ways" }, h("legend", { class: "unseen" }, "How the others go on"), h("div", { class: "rows" }, WAYS.map(([isAnew, words]) => choice({ name: "anew", value: String(isAnew), isChosen: chosen.isAnew === isAnew, choose: () => { chosen.isAnew = isAnew; redraw(); }, className: "row" }, h("span", { class: "words" }, words))))) : null,
    h("button", { class: "button", type: "button", id: "try", key: "try", "aria-disabled": question && !entry?.isBusy ? null : "true", onclick: () => question && !entry?.isBusy && wonder(question) }, icon("player-play"), "See the other game"),
    h("div", { key: "answer", "aria-live": "polite", id: "otherwise" }, entry?.found ? otherwise(entry.found) : entry ? waiting(entry, question, "The game is being played again …") : null),
  );
}

function otherwise(found) {
  return h(
    "div",
    { class: "otherwise" },
    h("p", {}, found.lead),
    h("p", {}, h("strong", {}, found.came)),
    verdict(found.verdict, false),
    found.accords.length ? h("ul", { class: "lines" }, found.accords.map((one) => h("li", { key: one.name }, h("strong", {}, one.name), h("p", { class: "note" }, `As played: ${one.was}.`), h("p", {}, `Otherwise: ${one.now}.`)))) : null,
    found.dropped.length ? h("details", { class: "opens", key: "dropped" }, h("summary", {}, "What was then no longer possible", h("span", { class: "number" }, found.dropped.length + found.more_dropped)), h("ul", { class: "lines" }, found.dropped.map((one) => h("li", { key: one.at }, one.words, " ", deed(one.at)))), found.more_dropped ? h("p", { class: "note" }, `And ${found.more_dropped} more.`) : null) : null,
    h("p", { class: "note" }, found.held),
  );
}
