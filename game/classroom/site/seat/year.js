// The year after: terms filling up quarter by quarter, and what came out meanwhile.

import { h, said } from "../dom.js";
import { level, line, own, panel, tiles } from "./parts.js";

/** How far every term and lane has come, and the news. */
export function tracks(year) {
  const groups = [...new Set(year.tracks.map((row) => row.group))];
  return [
    panel(
      "How far it has come",
      groups.map((group) => [
        h("h4", { class: "caps", key: `g ${group}` }, group),
        h("ul", { class: "tracks", key: `u ${group}` }, year.tracks.filter((row) => row.group === group).map((row) => track(row, year.quarters))),
      ]),
      h("p", { class: "note" }, year.told),
    ),
    news(year),
  ];
}

function track(row, quarters) {
  const marks = Array.from({ length: quarters }, (_, place) => level(row.levels[place], row.level_words[place], place));
  return h(
    "li",
    { key: `${row.text} ${row.issue} ${row.option}` },
    h(
      "details",
      {},
      h("summary", {}, h("span", { class: "words" }, h("span", { class: "soft" }, own(row.name)), h("strong", {}, own(row.option))), tiles(row.carriers, "")),
      h("p", { class: "note" }, own(row.means)),
    ),
    h("div", { class: "levels" }, marks, h("span", { class: `answer ${row.tint}` }, row.words)),
  );
}

function news(year) {
  if (!year.before.length && !year.news.length) return null;
  return panel(
    "What came out",
    year.before.length ? [h("h4", { class: "caps", key: "before" }, "Before quarter 1"), h("ul", { class: "lines", key: "lines" }, year.before.map((words) => h("li", { key: words }, said(words))))] : null,
    year.news.map((one) => [
      h("h4", { class: "caps", key: `h ${one.name}` }, one.name),
      one.told.length ? h("ol", { class: "record", key: `r ${one.name}` }, one.told.map((row, place) => line(row, place))) : h("p", { class: "soft", key: `p ${one.name}` }, "Nothing came out."),
    ]),
  );
}
