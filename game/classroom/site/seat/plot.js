// Public consensus beside private spread: one column for each moment, and the same in words.

import { picture } from "../consensus.js";
import { h } from "../dom.js";
import { broad } from "./afterthoughts.js";
import { deed } from "./debrief.js";
import { legend, opens, panel } from "./parts.js";

/** The panel. */
export function consensus(found) {
  if (!found.plots.length) return panel("Said in public, meant in private", h("p", { class: "soft" }, found.words));
  const plot = found.plots[broad.matches ? 1 : 0];
  return panel(
    "Said in public, meant in private",
    h("p", {}, found.words),
    legend(["dot-mark", "said in public"], ["dot-mark full", "meant in private"], ["band-mark", "from the least to the most for it"], ["line-mark", "what was said, on average"]),
    h("div", { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Picture of what was said and meant over time" }, picture(found, plot, { label: `${found.words} Each moment stands below in words.`, isWide: broad.matches })),
    opens("words", "The picture in words", h("ol", { class: "lines" }, found.moments.map((moment, place) => h(
      "li",
      { key: place },
      h("p", {}, moment.words, " ", deed(moment.at)),
      h("p", { class: "note" }, `A plain yes in public: ${moment.public}. Apart in private: ${moment.spread} of at most 2.`),
    )))),
  );
}
