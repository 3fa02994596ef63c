// Step 2, opened further: the share that each cause has in a hollow yes. The host works it out; it takes a moment.

import { h } from "../dom.js";
import { hear, waiting, withLines } from "./afterthoughts.js";
import { deed } from "./debrief.js";
import { meter, panel, who } from "./parts.js";

/** What took how much from each yes under an accord. */
export function shares(accord) {
  const question = withLines({ ask: "reckoned" });
  const entry = hear(question);
  if (!entry.found) return panel("What took how much", waiting(entry, question, "The game is being run again without each cause. This takes a few seconds …"));
  const found = entry.found.shares[accord] ?? [];
  return panel(
    "What took how much",
    found.map((one) => h(
      "section",
      { class: "shares", key: one.agency ?? "all", "data-shares": one.agency ?? "all" },
      h("h4", {}, one.agency ? who(one.agency) : one.name),
      h("p", {}, one.words),
      h("ul", { class: "lines" }, one.causes.map(cause)),
    )),
    h("details", { class: "opens", key: "formula" }, h("summary", {}, "How shares are worked out"), h("p", { class: "note" }, entry.found.formula)),
  );
}

function cause(one, place) {
  return h(
    "li",
    { key: place },
    h(
      "details",
      { class: "opens" },
      h("summary", {}, h("span", { class: "words" }, h("span", {}, one.words), meter(one.part, `${Math.round(one.part * 100)} %`, "accent"))),
      h("div", { class: "inside" }, h("p", {}, one.means, " ", deed(one.at)), h("p", { class: "note" }, [one.kind, one.root].filter(Boolean).join(" · ")), h("p", { class: "note" }, one.inputs)),
    ),
  );
}
