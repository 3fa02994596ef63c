// Step 2, opened further: the share that each cause has in a hollow yes. The host works it out; it takes a moment.

import { h, tile } from "../dom.js";
import { hear, waiting, withLines } from "./afterthoughts.js";
import { deed } from "./debrief.js";
import { face, meter, panel, who } from "./parts.js";

/** What took how much from each yes under an accord. */
export function shares(accord) {
  const question = withLines({ ask: "reckoned" });
  const entry = hear(question);
  if (!entry.found) return panel("What took how much", waiting(entry, question, "The game is being run again without each cause. This takes a few seconds …"));
  const [all, ...each] = entry.found.shares[accord] ?? [];
  return panel(
    "What took how much",
    all ? h("section", { class: "shares", key: "all", "data-shares": "all" }, h("h4", {}, all.name), h("p", {}, all.words), h("ul", { class: "lines" }, all.causes.map((one, place) => cause(one, place, true)))) : null,
    each.length ? h("h4", { class: "caps", key: "each" }, "Each hollow yes by itself") : null,
    each.map((one) => h(
      "details",
      { class: "opens", key: one.agency, "data-shares": one.agency },
      h("summary", {}, who(one.agency)),
      h("div", { class: "inside" }, h("p", {}, one.words), h("ul", { class: "lines" }, one.causes.map((each, place) => cause(each, place, false)))),
    )),
    h("details", { class: "opens", key: "formula" }, h("summary", {}, "How shares are worked out"), h("p", { class: "note" }, entry.found.formula)),
  );
}

function cause(one, place, isAboutAll) {
  return h(
    "li",
    { key: place },
    h(
      "details",
      { class: "opens" },
      h("summary", {}, isAboutAll && one.whom ? tile(face(one.whom), { name: face(one.whom).name }) : null, h("span", { class: "words" }, h("span", {}, one.words), meter(one.part, `${Math.round(one.part * 100)} %`, "accent"))),
      h("div", { class: "inside" }, h("p", {}, one.means, " ", deed(one.at)), h("p", { class: "note" }, [one.kind, one.root].filter(Boolean).join(" · ")), h("p", { class: "note" }, one.inputs)),
    ),
  );
}
