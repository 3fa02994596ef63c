// What everybody at a table may see, described from a public sheet: for the projector, and for whoever only watches.

import { h, icon, tile, told } from "/site/dom.js";

const MOST_TEXTS = 3;
const QUARTERS = 4;
const COURSES = { "called for signature": "called", "fell at the signing": "fell", "in force": "in force", replaced: "replaced" };

/** Show a sign with its word; `isBare` leaves the word to whoever cannot see. */
export function sign(known, { isBare = false } = {}) {
  const word = h("span", { class: isBare ? "unseen" : "word" }, known.short);
  return h("span", { class: `sign ${known.tint}`, title: known.word }, icon(known.icon), word);
}

function bySeat(sheet) {
  return new Map(sheet.seats.map((seat) => [seat.seat, seat]));
}

function named(seat) {
  return tile(seat, { name: seat.short });
}

function tilesOf(sheet, seats) {
  const known = bySeat(sheet);
  return h("span", { class: "tiles" }, seats.map((seat) => named(known.get(seat))));
}

/** Say who sits where before it begins. */
export function doors(sheet) {
  const taken = sheet.seats.filter((seat) => seat.held === "person").length;
  const rows = sheet.seats.map((seat) => h(
    "li",
    { class: seat.held === "person" ? "door taken" : "door" },
    tile(seat),
    h("span", { class: "name" }, seat.name),
    h("span", { class: "by" }, holderOf(seat)),
  ));
  const words = `${taken} of ${sheet.seats.length} seats taken`;
  return h("section", { class: "doors", "aria-label": "Seats" }, h("h2", {}, words), h("ul", {}, rows));
}

function holderOf(seat) {
  if (seat.held === "person") return seat.by || "taken";
  return seat.held === "absent" ? "nobody plays it" : "open";
}

/** Show who is at the table, and how each stands to the texts on it. */
export function seats(sheet) {
  const texts = sheet.texts.slice(0, MOST_TEXTS);
  const isShort = texts.length > 1;
  const isAll = sheet.seats.every((seat) => seat.is_waited);
  const names = texts.map((text) => h("th", { scope: "col" }, isShort ? text.text : `On ${text.name}`));
  const head = h("tr", {}, h("th", { scope: "col" }, "Agency"), names);
  const rows = sheet.seats.map((seat) => h(
    "tr",
    { class: seat.is_waited && !isAll ? "waited" : null },
    h("th", { scope: "row" }, h("span", { class: "who" }, tile(seat), nameOf(seat, texts.length))),
    texts.map((text) => h("td", {}, sign(sheet.signs[text.marks[seat.seat]], { isBare: isShort }))),
  ));
  const counts = texts.map((text) => h("td", {}, isShort ? String(text.yes) : `${text.yes} of ${text.of}`));
  const foot = texts.length ? h("tfoot", {}, h("tr", {}, h("th", { scope: "row" }, "Yes in public"), counts)) : null;
  const table = h("table", { class: isShort ? "short" : null }, h("thead", {}, head), h("tbody", {}, rows), foot);
  const legend = isShort ? signsUsed(sheet, texts) : null;
  return h("section", { class: "seats", "aria-label": "Around the table" }, table, legend);
}

function nameOf(seat, texts) {
  const waited = seat.is_waited ? h("span", { class: "unseen" }, ", waited for") : null;
  const chair = seat.is_chair ? h("span", { class: "chair", title: "chairs" }, icon("gavel"), h("span", { class: "unseen" }, ", chairs")) : null;
  const note = seat.note && !texts ? h("span", { class: "note" }, seat.note) : null;
  return h("span", { class: "names" }, h("span", { class: "name" }, seat.short), chair, waited, note);
}

/** Explain the signs that stand without words; those that look the same, together. */
function signsUsed(sheet, texts) {
  const used = new Set(texts.flatMap((text) => Object.values(text.marks)));
  const alike = new Map();
  for (const [key, one] of Object.entries(sheet.signs)) {
    const look = `${one.icon} ${one.tint}`;
    if (used.has(key)) alike.set(look, [...(alike.get(look) ?? []), one]);
  }
  const legend = [...alike.values()].map((group) => {
    const words = group.map((one, place) => (place ? one.short.toLowerCase() : one.short)).join(", ");
    return sign({ ...group[0], short: words });
  });
  return h("p", { class: "legend" }, legend);
}

/** Show what the texts say, issue by issue: one at length, or up to three side by side in short. */
export function texts(sheet) {
  const shown = sheet.texts.slice(0, MOST_TEXTS);
  const inner = shown.length === 0 ? today(sheet) : shown.length === 1 ? alone(sheet, shown[0]) : beside(sheet, shown);
  const rest = sheet.texts.slice(MOST_TEXTS).map((text) => `${text.name} ${COURSES[text.course] ?? text.by}`);
  const more = rest.length ? h("p", { class: "more" }, `Also there: ${rest.join("; ")}.`) : null;
  return h("section", { class: "texts", "aria-label": "Texts on the table" }, inner, more);
}

function today(sheet) {
  const rows = sheet.issues.map((issue) => h(
    "tr", {}, h("th", { scope: "row" }, issue.name), h("td", { class: "soft" }, issue.today),
  ));
  const head = h("tr", {}, h("th", { scope: "col" }, h("strong", {}, "No text yet")), h("th", { scope: "col" }, "As it is today"));
  return h("table", {}, h("thead", {}, head), h("tbody", {}, rows));
}

function alone(sheet, text) {
  const rows = sheet.issues.map((issue) => {
    const term = text.terms[issue.issue];
    const cells = term
      ? [h("td", {}, h("span", { class: "chosen" }, term.option), remark(term)), h("td", {}, tilesOf(sheet, term.carriers))]
      : [h("td", { class: "soft", colspan: 2 }, `as it is: ${issue.today}`)];
    return h("tr", {}, h("th", { scope: "row" }, issue.name), cells);
  });
  const isAll = text.parties.length === sheet.seats.length || text.is_answered;
  const heads = [
    h("th", { scope: "col" }, h("strong", {}, text.name), text.version > 1 && !text.is_answered ? `, version ${text.version}` : ""),
    h("th", { scope: "col" }, state(text, text.course) ?? `${text.by}${isAll ? "" : `, ${text.parties_words}`}`),
    h("th", { scope: "col" }, "Carried by"),
  ];
  return h("table", { class: "single" }, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows));
}

function state(text, words) {
  return words ? h("span", { class: `course ${text.course.replaceAll(" ", "-")}` }, words) : null;
}

function remark(term) {
  return term.remark && term.tint === "bad" ? h("span", { class: `remark ${term.tint}` }, term.remark) : null;
}

function beside(sheet, shown) {
  const [first, ...others] = shown;
  const heads = shown.map((text) => h(
    "th", { scope: "col", class: text === first ? "first" : null }, h("strong", {}, text.name), " ", state(text, COURSES[text.course]),
  ));
  const rows = sheet.issues.map((issue) => {
    const main = first.terms[issue.issue];
    const cell = h("td", { class: "first" }, h("span", { class: main ? "chosen" : "soft" }, main?.option ?? "as it is"));
    const cells = others.map((text) => {
      const term = text.terms[issue.issue];
      const isSame = term?.option === main?.option;
      return h("td", { class: isSame || !term ? "soft" : null }, isSame ? "same" : term?.option ?? "as it is");
    });
    return h("tr", {}, h("th", { scope: "row" }, issue.name), cell, cells);
  });
  const head = h("tr", {}, h("th", { scope: "col" }, "Issue"), heads);
  return h("table", { class: `beside of-${shown.length}` }, h("thead", {}, head), h("tbody", {}, rows));
}

/** Tell the last of what happened before all, the newest last; `most` sentences. */
export function record(sheet, most) {
  const known = bySeat(sheet);
  const lines = sheet.record.filter((line) => !line.is_quiet && !line.is_words).slice(-most);
  const rows = lines.map((line) => h(
    "li", {}, line.seat && known.has(line.seat) ? tile(known.get(line.seat)) : h("span", { class: "tile none" }), h("span", {}, told(line.runs)),
  ));
  return h("section", { class: "record", "aria-label": "Record" }, h("ol", {}, rows));
}

/** Show the year after: how far each term and lane has come, quarter by quarter. */
export function year(sheet) {
  const { tracks, levels } = sheet.year;
  if (!tracks.length) {
    const words = "Nothing is in force, and nobody has declared a lane.";
    return h("section", { class: "year", "aria-label": "The year after" }, h("p", {}, words));
  }
  const quarters = Array.from({ length: QUARTERS }, (_, place) => h("th", { scope: "col", class: "quarter" }, `Q${place + 1}`));
  const lanes = tracks.filter((track) => track.text === "lanes").length;
  const said = lanes === tracks.length ? "Declared by lane" : lanes ? "Agreed, or a lane" : "Agreed";
  const heads = ["Issue", said, "Carried by"].map((words) => h("th", { scope: "col" }, words));
  const head = h("tr", {}, heads, quarters, h("th", { scope: "col" }, sheet.year.quarter < QUARTERS ? "So far" : "In the end"));
  const rows = tracks.map((track) => {
    const last = track.levels.at(-1);
    const lane = track.text === "lanes" && lanes < tracks.length ? h("span", { class: "soft" }, " (lane)") : null;
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, track.name),
      h("td", {}, track.option, lane),
      h("td", {}, tilesOf(sheet, track.carriers)),
      Array.from({ length: QUARTERS }, (_, place) => h("td", { class: "quarter" }, level(track.levels[place], levels))),
      h("td", {}, last === undefined ? h("span", { class: "soft" }, "not begun") : levels[last]),
    );
  });
  return h("section", { class: "year", "aria-label": "The year after" }, h("table", {}, h("thead", {}, head), h("tbody", {}, rows)));
}

/** Draw a level, 0 to 3, as filled quarters of a square; nothing filled before the quarter has gone by. */
export function level(value, words) {
  const label = value === undefined ? "still to come" : words[value];
  const parts = Array.from({ length: QUARTERS }, (_, place) => h("i", { class: value !== undefined && place <= value ? "full" : null }));
  return h("span", { class: `level ${value === 0 ? "none" : ""}`, role: "img", "aria-label": label, title: label }, parts);
}

/** Tell what came out in public in the year after, the newest last. */
export function news(sheet) {
  const known = bySeat(sheet);
  const rows = sheet.year.news.map((line) => h(
    "li", {}, h("span", { class: "soft" }, `Q${line.quarter}`), line.seat ? tile(known.get(line.seat)) : icon("speakerphone"), h("span", {}, told(line.runs)),
  ));
  const none = sheet.year.quarter ? "Nothing has come out in public so far." : "What comes out in public during the year will stand here.";
  const inner = rows.length ? h("ol", {}, rows) : h("p", { class: "soft" }, none);
  return h("section", { class: "news", "aria-label": "What came out" }, inner);
}

/** Say what the forum came to, with the reasons. */
export function verdict(sheet, mostReasons = 4) {
  const found = sheet.reveal.verdict;
  const reasons = found.reasons.slice(0, mostReasons).map((one) => h(
    "li", { class: !one.is_against ? "good" : found.mood === "good" ? "warn" : found.mood }, one.is_against ? h("span", { class: "bullet" }) : icon("check"), h("span", {}, one.words),
  ));
  return h(
    "section",
    { class: `verdict ${found.mood}`, "aria-label": "Verdict" },
    icon(found.icon, "large"),
    h("div", { class: "says" }, h("h2", {}, found.name), h("p", {}, found.sentence)),
    h("ul", { class: "reasons" }, reasons),
  );
}

/** Lay open what each party to an accord said, meant and did. */
export function meant(sheet, accord) {
  const known = bySeat(sheet);
  const roots = sheet.reveal.roots.map((name) => h("th", { scope: "col", class: "root" }, h("span", { "aria-hidden": "true" }, name[0].toUpperCase()), h("span", { class: "unseen" }, name)));
  const axis = h("span", { class: "axis" }, ["against", "walks away", "for"].map((words) => h("span", {}, words)));
  const head = h("tr", {}, h("th", { scope: "col" }, `Text ${accord.text}`), h("th", { scope: "col", class: "gap" }, axis), roots, h("th", { scope: "col" }, "Delivered"), h("th", { scope: "col" }, "Its yes"));
  const rows = accord.rows.map((row) => h(
    "tr",
    {},
    h("th", { scope: "row" }, h("span", { class: "who" }, tile(known.get(row.seat)), h("span", { class: "name" }, known.get(row.seat).short))),
    h("td", { class: "gap" }, gap(row), h("span", { class: "unseen" }, row.words)),
    row.roots.map((value) => h("td", { class: "root" }, root(value, sheet.reveal))),
    h("td", { class: "done" }, done(row.done)),
    h("td", { class: `label ${row.label}` }, h("strong", {}, row.label), row.lacks ? `, ${row.lacks}` : ""),
  ));
  return h("section", { class: "meant", "aria-label": "Said, meant, done" }, h("table", {}, h("thead", {}, head), h("tbody", {}, rows)), legendOf(sheet));
}

function gap({ said, meant: full, label }) {
  const at = (value) => `${((value + 1) / 2) * 100}%`;
  const isOne = Math.abs(said - full) < 0.12;
  const within = Math.max(said - 0.04, Math.min(said + 0.04, full));
  const line = { left: at(Math.min(said, full)), width: `${(Math.abs(said - full) / 2) * 100}%` };
  return h(
    "span",
    { class: "line-up", "aria-hidden": "true" },
    h("span", { class: "middle" }),
    h("span", { class: `line ${label}`, style: line }),
    h("span", { class: `dot said ${isOne ? "around" : ""}`, style: { left: at(said) } }),
    h("span", { class: `dot full ${isOne ? "within" : ""}`, style: { left: at(isOne ? within : full) } }),
  );
}

function root(value, { weak, middling }) {
  const kind = value < weak ? "weak" : value < middling ? "middling" : "strong";
  const known = { role: "img", "aria-label": value.toFixed(2), title: value.toFixed(2) };
  return h("span", { class: `post ${kind}`, ...known }, h("span", { class: "fill", style: { height: share(value) } }));
}

function share(value) {
  return `${Math.max(0, Math.min(1, value)) * 100}%`;
}

function done(value) {
  if (value === null) return h("span", { class: "soft" }, "none to do");
  const track = h("span", { class: "track", "aria-hidden": "true" }, h("span", { class: "fill", style: { width: share(value) } }));
  return h("span", { class: "meter" }, track, `${Math.round(100 * value)} %`);
}

function legendOf(sheet) {
  const names = sheet.reveal.roots.map((name) => h("span", {}, h("b", {}, name[0].toUpperCase()), ` ${name}`));
  return h(
    "p",
    { class: "legend", "aria-hidden": "true" },
    h("span", { class: "key" }, h("span", { class: "dot said" }), "said in public"),
    h("span", { class: "key" }, h("span", { class: "dot full" }), "meant in private"),
    h("span", { class: "key" }, h("span", { class: "line hollow" }), "hollow"),
    h("span", { class: "key roots" }, names),
  );
}

/** Show what each did outside any accord. */
export function lanes(sheet) {
  const known = bySeat(sheet);
  const rows = sheet.reveal.lanes.map((lane) => h(
    "tr",
    {},
    h("th", { scope: "row" }, lane.name),
    h("td", {}, h("span", { class: "tiles" }, lane.declared.map(([seat]) => named(known.get(seat))))),
    h("td", {}, lane.declared.length ? level(lane.level, sheet.year.levels) : null),
    h("td", {}, lane.words),
  ));
  const heads = ["Issue", "Declared by", "Level", "What came of it"].map((words) => h("th", { scope: "col" }, words));
  return h("section", { class: "lanes", "aria-label": "Outside any accord" }, h("table", {}, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows)));
}

/** Set everything below each other, for a page that can be scrolled. */
export function everything(sheet) {
  const parts = [h("p", { class: "forum" }, sheet.forum.join(" · "))];
  if (sheet.reveal) {
    parts.push(verdict(sheet, 9), ...sheet.reveal.accords.map((accord) => meant(sheet, accord)));
    if (sheet.reveal.lanes.length) parts.push(lanes(sheet));
  }
  if (sheet.year) parts.push(year(sheet), news(sheet));
  if (sheet.stage === "meeting") parts.push(seats(sheet), texts(sheet));
  parts.push(record(sheet, 40));
  return h("div", { class: "public" }, parts);
}
