// Step 4, what to carry over: what the forum was for, how well each saw the others, questions to take home, limits.

import { h, icon } from "../dom.js";
import { deed } from "./debrief.js";
import { legend, meter, panel, tiles, who } from "./parts.js";

/** The step. */
export function carried(sheet) {
  const { carried: found } = sheet;
  return [
    h("p", { class: "soft", key: "lead" }, "Made from this game, about places you know. Talk about them before you leave."),
    found.questions.map((one, place) => h(
      "section",
      { class: "card carry", key: place },
      h("p", { class: "soft" }, one.happened, " ", deed(one.at)),
      h("p", { class: "carry-question" }, one.question),
      h("p", { class: "note accent" }, icon("bulb"), ` ${one.finding}`),
    )),
    purpose(found.purpose),
    perspective(found.perspective, sheet.head.me),
    panel("What is measured, and what is a choice", h("ul", { class: "lines" }, found.limits.map((one) => h("li", { key: one.name }, h("strong", {}, `${one.name}. `), one.words)))),
  ];
}

function purpose(found) {
  return panel(
    "Did it do what it was for?",
    h("p", {}, found.words, " ", deed(found.at)),
    h("ul", { class: "lines" }, found.reaches.map((one) => h(
      "li",
      { class: "turn", key: one.name },
      h("span", { class: one.is_reached ? "good" : "soft" }, icon(one.is_reached ? "check" : "minus")),
      h("span", {}, h("strong", {}, one.name), one.is_declared ? [" ", h("span", { class: "badge" }, "declared")] : null, h("span", { class: "note block" }, `${one.is_reached ? "Came about. " : "Did not come about. "}${one.words}`), one.commands.slice(0, 3).map((at) => [deed(at), " "])),
    ))),
    h("p", {}, found.side_by_side.words),
    h("ul", { class: "lines tight" }, [["Side by side", found.side_by_side.lanes], ["Under accords", found.side_by_side.accords]].map(([words, share]) => h("li", { class: "impact", key: words }, h("span", {}, words), meter(share, `${Math.round(share * 100)} %`, "accent")))),
    h("details", { class: "opens", key: "expected" }, h("summary", {}, "What each had come for"), h("ul", { class: "lines" }, found.expected.map((one) => h("li", { key: one.agency }, one.words)))),
  );
}

function perspective(found, me) {
  const sorted = [...found.rows].sort((one, other) => (other.agency === me) - (one.agency === me));
  const isSeen = (one) => one.before !== null && one.after !== null;
  const [seen, blind] = [sorted.filter(isSeen), sorted.filter((one) => !isSeen(one))];
  return panel(
    "How well each saw the others",
    h("p", {}, found.words),
    seen.length ? legend(["dot-mark", "by the minutes alone"], ["dot-mark full", "by its own guesses; 100 sees everything"]) : null,
    h("ul", { class: "lines" }, seen.map((one) => h(
      "li",
      { key: one.agency },
      h(
        "details",
        { class: "opens", "data-sight": one.agency },
        h("summary", {}, h("span", { class: "words" }, who(one.agency), h("span", { class: "note" }, `${one.before} by the minutes, ${one.after} by its guesses`), between(one))),
        h("div", { class: "inside" }, h("p", {}, one.words), h("ul", { class: "lines" }, one.sightings.map((each, place) => h("li", { class: "note", key: place }, each.words)))),
      ),
    ))),
    seen.length && blind.length ? h("p", { class: "note" }, "Predicted nobody, or nobody who answered: ", tiles(blind.map((one) => one.agency))) : null,
  );
}

/** From what the minutes alone would have let one see to what was seen. */
function between(one) {
  const [low, high] = [Math.min(one.before, one.after), Math.max(one.before, one.after)];
  return h(
    "span",
    { class: "gap solid", "aria-hidden": "true" },
    h("span", { class: "stretch", style: { left: `${low}%`, width: `${high - low}%` } }),
    h("span", { class: "dot-mark", style: { left: `${one.before}%` } }),
    h("span", { class: "dot-mark full", style: { left: `${one.after}%` } }),
  );
}
