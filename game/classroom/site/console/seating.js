// Dialogs about a seat and about somebody: who plays it, where somebody sits.

import { h } from "../dom.js";
import { ask, form, show } from "./frame.js";
import { message } from "./message.js";
import { chip } from "./panel.js";
import { button, choice, plays, seatWords, value } from "./parts.js";
import { act, caseOf, face, names, person, redraw, store, table } from "./state.js";
import { place } from "./whole.js";

/** Who plays a seat: people, a computer, or somebody else. */
export function seat(name, id) {
  const now = () => table(name).seats.find((one) => one.seat === id);
  show({
    title: () => `${face(table(name), id).name}, table ${name}`,
    wide: true,
    body: (one) => {
      const at = now();
      return [
        h("p", { class: "now", key: "now" }, h("strong", {}, "Now: "), seatWords(at)),
        at.people.length > 0 && h("section", { class: "part", key: "people" },
          h("h3", {}, "Who sits here"),
          h("ul", { class: "chips" }, at.people.map((who) => h("li", { key: who }, chip(who)))),
          at.is_stood_in && form(one, { key: "back", words: "Hand the seat back", sign: "user", does: () => act("hand_back", { table: name, seat: id }) },
            h("p", { class: "soft" }, "They are told what the computer did meanwhile."))),
        h("section", { class: "part", key: "computer" }, h("h3", {}, "Let a computer play"), computer(one, name, id, at)),
        h("section", { class: "part", key: "give" }, h("h3", {}, at.people.length ? "Put somebody beside them" : "Seat somebody"), giving(one, name, id, at)),
      ];
    },
  });
}

function computer(one, name, id, at) {
  const { manners, levels } = store.picture.manners;
  const chosen = manners.find((manner) => manner.manner === (value("manner") || at.manner));
  const does = () => act("fill", { table: name, seat: id, manner: value("manner"), level: value("level") });
  const words = at.people.length && !at.is_stood_in ? "Let it play for now" : at.is_stood_in || !at.people.length ? "Play like this" : "Let it play";
  return form(one, { key: "fill", words, sign: "robot", does, isQuiet: at.is_stood_in || !at.people.length },
    h("div", { class: "pair" },
      choice("manner", "How it plays", manners.map((manner) => ({ value: manner.manner, words: manner.name, isChosen: manner.manner === at.manner })), { onchange: redraw }),
      choice("level", "How well", levels.map((level) => ({ value: level.level, words: level.name, isChosen: level.level === at.level })))),
    h("p", { class: "note", key: "about" }, chosen?.words ?? ""),
    at.people.length > 0 && !at.is_stood_in && h("p", { class: "soft", key: "stays" }, "Whoever sits here keeps the seat, and takes it back by a button of theirs or yours."));
}

function giving(one, name, id, at) {
  const people = store.picture.people.filter((other) => !at.people.includes(other.id));
  if (!people.length) return h("p", { class: "soft" }, "Nobody else is in the class.");
  const group = (words, list) => list.length > 0 && { group: words, options: list.map((other) => ({ value: other.id, words: `${other.name} (${place(other)})` })) };
  const options = [
    group("Without a seat", people.filter((other) => !other.seat)),
    group(`From table ${name}`, people.filter((other) => other.seat && other.table === name)),
    group("From other tables", people.filter((other) => other.seat && other.table !== name)),
  ].filter(Boolean);
  const does = () => act("hand_back", { table: name, seat: id, person: value("who") });
  return form(one, { key: "give", words: "Seat them here", sign: "user", does, isQuiet: at.people.length > 0 }, choice("who", "Who", options));
}

/** Everything about somebody: move, tell, remove. */
export function somebody(id) {
  show({
    title: () => person(id)?.name ?? "Gone",
    wide: true,
    body: (one) => {
      const who = person(id);
      if (!who) return h("p", {}, "This person is no longer in the class.");
      return [
        h("p", { class: "now", key: "now" }, h("strong", {}, "Now: "), place(who), who.is_here ? ", here" : ", away", who.seat && !who.is_ready ? ", still reading" : "", "."),
        who.calls && form(one, { key: "help", words: "The call is answered", sign: "hand-stop", does: () => act("answer_help", { person: id }) }, h("p", {}, `${who.name} calls you.`)),
        h("section", { class: "part", key: "move" }, h("h3", {}, "Move"), moving(one, who)),
        h("div", { class: "part last", key: "out" },
          button("Message", () => message(id), { key: "say", sign: "message", "aria-haspopup": "dialog" }),
          who.table && button("Back to the doorway", async () => (await act("move", { person: id })) && one.close(), { key: "door", sign: "door-exit" }),
          button("Remove from the class", () => remove(id, one), { key: "remove", sign: "trash", kind: "bad", "aria-haspopup": "dialog" })),
      ];
    },
  });
}

function moving(one, who) {
  const { tables } = store.picture;
  const name = value("move-at") || who.table || tables[0].table;
  const at = table(name) ?? tables[0];
  const seats = at.seats.filter((other) => other.held !== "absent").map((other) => {
    const sits = names(other.people.filter((id) => id !== who.id));
    return { value: other.seat, words: `${face(at, other.seat).name}${sits.length ? ` (beside ${sits.join(", ")})` : ""}`, isChosen: other.seat === (who.table === at.table ? who.seat : at.seats.find((free) => !free.people.length)?.seat) };
  });
  const does = () => act("move", { person: who.id, table: at.table, seat: value("move-seat") || null });
  return form(one, { key: "move", words: "Move", sign: "arrow-right", does, isQuiet: who.calls },
    h("div", { class: "pair" },
      choice("move-at", "To table", tables.map((other) => ({ value: other.table, words: `${other.table} · ${caseOf(other).title}`, isChosen: other.table === name })), { onchange: redraw }),
      h("div", { key: `seats ${at.table}` }, choice("move-seat", "On the seat", [...seats, { value: "", words: "No seat: watch" }]))));
}

function remove(id, before) {
  ask({
    title: () => `Remove ${person(id)?.name ?? "them"} from the class?`,
    words: "Remove",
    sign: "trash",
    isBad: true,
    does: async () => {
      const isDone = await act("remove", { person: id });
      if (isDone) before.close();
      return isDone;
    },
    body: () => h("p", {}, "Their page says that they are off the list, and the seat goes to a computer. They can join anew by the code."),
  });
}
