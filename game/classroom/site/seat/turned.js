// Step 3: what would have turned it, the moments that moved it, the deal never tabled, and trying it oneself.

import { h, icon, tile } from "../dom.js";
import { hear, waiting, withLines } from "./afterthoughts.js";
import { deal } from "./deal.js";
import { deed } from "./debrief.js";
import { lines } from "./lines.js";
import { face, panel } from "./parts.js";
import { redraw } from "./state.js";
import { trying } from "./trying.js";

const SIGNS = { good: "arrow-up", bad: "arrow-down", plain: "arrows-exchange" };
let order = "time";

/** The step. */
export function turned(sheet) {
  const { turned: found } = sheet;
  const question = withLines({ ask: "reckoned" });
  const entry = hear(question);
  return [
    h("section", { class: "panel", key: "scan" }, h("h3", { class: "caps" }, "Every command, tried otherwise"), entry.found ? scan(entry.found.scan) : waiting(entry, question, "Every command is being tried otherwise. This takes a few seconds …")),
    entry.found?.points.length ? moments(entry.found) : null,
    deal(),
    trying(sheet),
    found.parts.map((part) => read(part, found.caveat, Boolean(entry.found))),
    found.tests.map((test) => panel(
      `The tests that decided: ${test.name}`,
      h("ul", { class: "lines" }, test.reasons.map((one, place) => h("li", { class: "turn", key: place }, h("span", { class: one.is_against ? "bad" : "good" }, icon(one.is_against ? "x" : "check")), h("span", {}, h("strong", {}, one.words), h("span", { class: "note block" }, one.measured), one.commands.slice(0, 4).map((at) => [deed(at), " "]))))),
    )),
    lines(sheet, entry.found?.flips ?? {}),
  ];
}

/** What can be read off the values: folded once the game itself has been run again, which tells more. */
function read(part, caveat, isFolded) {
  const title = `Read off the values: ${part.name}`;
  const turns = h("ul", { class: "lines" }, part.turns.map((one, place) => h("li", { class: "turn", key: place }, one.whom ? tile(face(one.whom)) : h("span", { class: "tile none" }), h("span", {}, h("strong", {}, one.lead), ` ${one.words} `, deed(one.at)))));
  const more = h("p", { class: "note" }, caveat);
  if (!isFolded) return panel(title, turns, more);
  return h("section", { class: "panel", key: `folded ${title}` }, h("details", {}, h("summary", {}, h("h3", { class: "caps" }, title)), h("div", { class: "inside" }, turns, more)));
}

function scan(found) {
  return [
    h("p", { key: "words" }, h("strong", {}, found.words)),
    found.singles.length ? h("ul", { class: "lines", key: "singles", "aria-label": "One change that turns it" }, found.singles.map(change)) : null,
    found.more ? h("p", { class: "note", key: "more" }, `And ${found.more} more.`) : null,
    found.pairs.length ? h("ul", { class: "lines", key: "pairs", "aria-label": "Two changes that turn it together" }, found.pairs.map(change)) : null,
    found.undoing ? h("details", { class: "opens", key: "undoing" }, h("summary", {}, found.undoing.words, h("span", { class: "number" }, found.undoing.commands.length)), h("p", {}, found.undoing.commands.map((at) => [deed(at), " "]))) : null,
    h("p", { class: "note", key: "held" }, found.held),
  ];
}

function change(one, place) {
  return h(
    "li",
    { class: "turn", key: place },
    h("span", { class: one.mood === "plain" ? "soft" : one.mood }, icon(SIGNS[one.mood])),
    h("span", {}, `${one.lead} `, h("strong", {}, one.words), " ", one.at.map((at) => [deed(at), " "])),
  );
}

// The moments that moved it

function moments(found) {
  const choose = (words) => {
    order = words;
    redraw();
  };
  const chips = [["time", "In order of time"], ["theme", "By theme"]].map(([name, words]) => h("button", { class: "button small", type: "button", key: name, id: `order-${name}`, "aria-pressed": order === name ? "true" : "false", onclick: () => choose(name) }, words));
  const list = (points) => h("ol", { class: "lines" }, points.map(moment));
  return panel(
    "The moments that moved it most",
    h("div", { class: "chips", role: "group", "aria-label": "Order" }, chips),
    order === "time" ? list(found.points) : found.themes.map((one) => h("section", { key: one.name }, h("h4", { class: "caps" }, one.name), list(one.points.map((place) => found.points[place])))),
  );
}

function moment(one) {
  return h(
    "li",
    { class: "turn", key: one.at, "data-moment": one.at },
    one.who ? tile(face(one.who), { name: face(one.who).name }) : h("span", { class: "tile none" }, icon("point")),
    h(
      "span",
      {},
      h("span", { class: "note block" }, one.when, one.moved ? [" · ", h("span", { class: one.mood }, icon(SIGNS[one.mood]), ` ${one.moved}`)] : null),
      h("strong", {}, one.happened),
      ` ${one.effect} `,
      deed(one.at),
    ),
  );
}
