// Dialogs by which tables are steered: begin, time, end a phase, rounds, undo, reveal.

import { clockWords } from "../countdown.js";
import { h, icon, tile } from "../dom.js";
import { ask, form, show } from "./frame.js";
import { button, choice, field, SEATS, seatWords, stateOf, value } from "./parts.js";
import { act, actAt, counted, face, listed, redraw, refuse, secondsLeft, store, table } from "./state.js";

/** Name tables: table 3; tables 1–4 and 7. */
function numbered(tables) {
  if (tables.length === store.picture.tables.length && tables.length > 1) return `all ${tables.length} tables`;
  const runs = [];
  for (const name of tables.map(Number).sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last.at(-1) === name - 1) last.push(name);
    else runs.push([name]);
  }
  const words = runs.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0]}–${run.at(-1)}`]));
  return `${tables.length === 1 ? "table" : "tables"} ${listed(words)}`;
}

export function begin(tables) {
  const still = () => tables.filter((name) => table(name) && !table(name).is_begun);
  ask({
    title: () => `Begin at ${numbered(still().length ? still() : tables)}?`,
    words: "Begin",
    sign: "flag",
    why: () => (still().length ? "" : "It has begun already."),
    does: () => actAt(still(), "begin"),
    body: () => {
      const people = store.picture.people.filter((one) => still().includes(one.table) && one.seat);
      const reading = people.filter((one) => !one.is_ready);
      const loose = store.picture.people.filter((one) => !one.table);
      return [
        h("ul", { class: "facts" },
          h("li", {}, icon("users"), ` ${counted(people.length, "person has a seat", "people have a seat")}; computers play the other seats.`),
          h("li", {}, icon("book"), reading.length ? ` ${counted(reading.length, "has", "have")} not said that the role sheet is read${reading.length <= 8 ? ` (${listed(reading.map((one) => one.name))})` : ""}.` : " All have read their role sheet."),
          loose.length > 0 && h("li", {}, icon("door-exit"), ` ${counted(loose.length, "person is", "people are")} still without a seat.`),
          h("li", {}, icon("clock"), store.picture.minutes ? ` The plan is ${store.picture.minutes} minutes; the bell rings at ${store.picture.bell_at}.` : " No plan is chosen, so no clock runs.")),
        h("p", { class: "note" }, "The game cannot be set back to before its start; you can pause at any time, and people may still come in."),
      ];
    },
  });
}

const STEPS = [-5, -2, -1, 1, 2, 5, 10];
const MOST_MINUTES = 120;

/** More minutes for the phase, or fewer; for one table, or (null) for all. */
export function time(name) {
  const give = (minutes) => act("add_minutes", { minutes, ...(value("time-at") ? { table: value("time-at") } : {}) });
  const press = (one, minutes) => async () => {
    one.problem = "";
    if (await give(minutes)) return one.close();
    one.problem = store.answer.words;
    return redraw();
  };
  const own = () => {
    const minutes = Number(value("time-own"));
    if (!minutes || Math.abs(minutes) > MOST_MINUTES) return refuse("Write a number of minutes from −120 to 120, other than 0.");
    return give(minutes);
  };
  show({
    title: "More or less time for this phase",
    body: (one) => [
      choice("time-at", "For", tablesAsOptions(name, (other) => other.clock.left !== null)),
      h("fieldset", { class: "steps even", key: "steps" }, h("legend", {}, "Minutes"), STEPS.map((minutes) =>
        button(`${minutes > 0 ? "+" : "−"}${Math.abs(minutes)}`, press(one, minutes), { key: minutes }))),
      form(one, { words: "Change the time", sign: "clock", does: own }, field("time-own", "Or so many minutes", { type: "number", step: 0.5, inputmode: "decimal" }, "Below zero takes minutes away.")),
    ],
  });
}

/** List all tables to choose from, with all of them together first. */
export function tablesAsOptions(chosen, isApt = () => true, all = "All tables") {
  const { tables } = store.picture;
  return [
    ...(tables.length > 1 ? [{ value: "", words: all, isChosen: chosen === null || chosen === "" }] : []),
    ...tables.map((one) => {
      const left = secondsLeft(one.clock);
      const where = one.is_begun ? `${one.name}${left === null ? "" : `, ${clockWords(left)} left`}` : "not begun";
      return { value: one.table, words: `Table ${one.table} (${where})`, isChosen: chosen === one.table, isOff: !isApt(one) };
    }),
  ];
}

/** End the phase of some tables: whoever is waited for passes. */
export function endPhase(tables) {
  const phases = new Map(tables.map((name) => [name, phaseOf(table(name))]));
  const still = () => tables.filter((name) => phaseOf(table(name)) === phases.get(name) && table(name).is_begun && !table(name).is_closed);
  ask({
    title: () => (tables.length === 1 ? `End “${table(tables[0]).name}” at table ${tables[0]}?` : `End the phase at ${numbered(tables)}?`),
    words: "End the phase",
    sign: "player-skip-forward",
    why: () => (still().length ? "" : "That phase is over already; look again."),
    does: () => actAt(still(), "end_phase"),
    body: () => still().map((name) => passing(table(name), tables.length > 1)),
  });
}

function phaseOf(one) {
  return one && `${one.round} ${one.phase}`;
}

function passing(one, isNamed) {
  const waited = one.seats.filter((seat) => one.waiting.includes(seat.seat));
  return h("div", { key: one.table },
    isNamed && h("h3", {}, `Table ${one.table}: ${one.name}`),
    h("p", {}, waited.length ? "These would pass, without doing anything more:" : "Nobody is waited for; the game goes on by itself."),
    h("ul", { class: "passing" }, waited.map((seat) => h("li", { key: seat.seat }, tile(face(one, seat.seat)),
      h("span", {}, h("strong", {}, face(one, seat.seat).short), " ", h("span", { class: "soft" }, icon(SEATS[stateOf(seat)].sign), ` ${seatWords(seat)}`))))));
}

export function dropRound(tables, by, words) {
  ask({
    title: `Drop ${counted(by, "round")} at ${numbered(tables)}?`,
    words: `Drop ${counted(by, "round")}`,
    does: () => actAt(tables, "drop_round", { by }),
    body: () => [h("p", {}, words), h("p", { class: "note" }, "Everybody at the table is told. You can give a round back later.")],
  });
}

/** Fewer rounds than the case has, or some of those back. */
export function rounds(name) {
  const move = (one, by) => async () => {
    const isDone = await act("drop_round", { table: name, by });
    one.problem = isDone ? "" : store.answer.words;
  };
  show({
    title: `Rounds at table ${name}`,
    body: (one) => {
      const at = table(name);
      const most = store.picture.cases.find((other) => other.case === at.case).rounds;
      return [
        h("p", { key: "now" }, h("strong", {}, counted(at.rounds, "round")), ` of ${most} that the case has${at.round && at.is_begun ? `; now: ${at.round.toLowerCase()}` : ""}.`),
        at.tempo && h("p", { class: "soft", key: "tempo" }, at.tempo.words),
        h("div", { class: "steps", key: "steps" },
          button("Drop a round", move(one, 1), { key: "drop", sign: "minus", why: at.rounds > 1 ? "" : "One round has to be held." }),
          button("Give a round back", move(one, -1), { key: "back", sign: "plus", why: at.rounds < most ? "" : "The case has no more rounds." })),
        h("p", { class: "note", key: "note" }, "Everybody at the table is told."),
      ];
    },
  });
}

/** Take back the last move of a person at a table, or the last thing that was done from here. */
export function undo(name) {
  const at = table(name).undo?.words;
  ask({
    title: `Take back the last move at table ${name}?`,
    words: "Take it back",
    sign: "arrow-back-up",
    why: () => (table(name).undo ? "" : "There is nothing that could be taken back."),
    does: () => act("undo", { table: name }),
    body: () => {
      const now = table(name).undo?.words ?? "";
      return [
        now && h("p", { class: "quote", key: "what" }, now.charAt(0).toUpperCase() + now.slice(1), "."),
        now && now !== at && h("p", { class: "remark", role: "alert", key: "new" }, icon("alert-triangle"), " Something more has happened since you opened this; it would be this now."),
        h("p", { class: "soft", key: "rest" }, "All that came after it is taken back with it. Everybody sees the game as it was before; messages that were read stay read."),
      ];
    },
  });
}

/** Open what was hidden; at one table, or (null) at all that have played. */
export function reveal(name) {
  const apt = () => store.picture.tables.filter((one) => (name === null || one.table === name) && one.is_closed && !one.is_revealed);
  const still = () => store.picture.tables.filter((one) => one.is_begun && !one.is_closed);
  ask({
    title: () => `Reveal ${name === null ? numbered(apt().map((one) => one.table)) : `table ${name}`}?`,
    words: "Reveal",
    sign: "lock-open",
    why: () => (apt().length ? "" : "Nothing is there to reveal: a game opens once its year is over."),
    does: () => actAt(apt().map((one) => one.table), "reveal", { on: true }),
    body: () => [
      h("p", { key: "what" }, "Everything hidden is opened to its people, on its projector and on the wall: the verdict, what everybody meant, what was kept from whom."),
      name === null && still().length > 0 && h("p", { class: "remark", key: "still" }, icon("hourglass"), ` ${counted(still().length, "table still plays", "tables still play")}; the wall will show the others.`),
      h("p", { class: "note", key: "note" }, "You can shut it again, but not make people forget."),
    ],
  });
}
