// Dialogs about the whole class: plan, joining, another table, export, keys.

import { h, icon } from "../dom.js";
import { form, show } from "./frame.js";
import { choice, field, screen, SEATS, value } from "./parts.js";
import { act, counted, key, redraw, refuse, store, tell, toBell } from "./state.js";
import { KEYS, setKeys, usesKeys } from "./keys.js";

const OWN = "own";
const NONE = "none";
const HOUR = /^([01]?\d|2[0-3]):[0-5]\d$/;

export function plan() {
  const { minutes, bell_at } = store.picture;
  const draft = { long: minutes === null ? "90" : [45, 90, 180].includes(minutes) ? String(minutes) : OWN };
  const does = () => {
    if (draft.long === NONE) return act("plan", {});
    const long = draft.long === OWN ? Number(value("plan-own")) : Number(draft.long);
    const bell = value("plan-bell").trim().replace(".", ":");
    if (bell && !HOUR.test(bell)) return refuse("Write the bell as hour and minutes, such as 14:30.");
    if (!(long >= 30 && long <= 240)) return refuse("A plan is for 30 to 240 minutes.");
    return act("plan", { minutes: Math.round(long), ...(bell ? { bell } : {}) });
  };
  show({
    title: "Plan of the class",
    wide: true,
    body: (one) => form(one, { words: "Use this plan", sign: "timeline", does },
      h("fieldset", { class: "lengths", key: "lengths" }, h("legend", {}, "How long the class lasts"),
        store.picture.cases[0].lengths.map((length) => lengthOffer(draft, String(length.minutes), `${length.minutes} minutes`, lengthWords(length.minutes))),
        lengthOffer(draft, OWN, "Another length", ["From 30 to 240 minutes."]),
        lengthOffer(draft, NONE, "No plan", ["Phases take as long as they take; no clock runs."])),
      draft.long === OWN && field("plan-own", "Minutes", { type: "number", min: 30, max: 240, inputmode: "numeric", value: minutes ?? 60 }),
      draft.long !== NONE && field("plan-bell", "The bell rings at", { inputmode: "numeric", maxlength: 5, placeholder: "14:30", value: toBell() > 0 ? bell_at : "" }, `As 14:30. Leave it empty to count from now (${store.picture.hour}). The plan counts back from the bell, and keeps the debrief.`)),
  });
}

function lengthOffer(draft, long, words, notes) {
  const choose = () => {
    draft.long = long;
    redraw();
  };
  return h("label", { class: "radio", key: long },
    h("input", { type: "radio", name: "long", value: long, checked: draft.long === long, onchange: choose }),
    h("span", {}, h("strong", {}, words), notes.map((note) => h("span", { class: "soft" }, ` ${note}`))));
}

/** Say what a plan holds, for each case of the class. */
function lengthWords(minutes) {
  const { cases } = store.picture;
  return cases.map((one) => {
    const length = one.lengths.find((other) => other.minutes === minutes);
    const rounds = length.rounds === one.rounds ? `all ${one.rounds} rounds` : `${length.rounds} of ${one.rounds} rounds`;
    return `${cases.length > 1 ? `${one.title}: ` : ""}${rounds}, ${length.debrief} minutes for the debrief.`;
  });
}

export function join() {
  const { picture } = store;
  show({
    title: "How people join",
    wide: true,
    body: () => [
      h("div", { class: "joining", key: "join" },
        h("img", { class: "qr", src: "/qr.svg", alt: "QR code of the address", width: 220, height: 220 }),
        h("div", {},
          h("p", { class: "soft" }, "In a browser on the same network:"),
          picture.addresses.map((address) => h("p", { class: "big-address", key: address }, address.replace("http://", ""))),
          h("p", { class: "soft" }, "with the code"),
          h("p", { class: "big-code" }, picture.code),
          h("p", { class: "note" }, "Or with the game itself: ", h("code", {}, `false-coherence join ${picture.addresses[0].replace("http://", "")} ${picture.code}`)))),
      h("section", { class: "part", key: "screens" },
        h("h3", {}, "Screens for the room"),
        h("p", { class: "soft" }, "The wall shows all tables side by side; a projector page shows one. They show this code too, and nothing secret. Do not put this console on a projector."),
        h("div", { class: "links" }, screen("Wall", "/wall", { key: "wall" }), picture.tables.map((one) => screen(`Table ${one.table}`, `/projector/${one.table}`, { key: one.table })))),
    ],
  });
}

export function addTable() {
  const does = () => act("add_table", { scenario: value("add-scenario") });
  show({
    title: "Add a table",
    body: (one) => form(one, { words: "Open the table", sign: "plus", does },
      choice("add-scenario", "What it plays", store.picture.scenarios.map((other) => ({ value: other.scenario, words: other.title }))),
      h("p", { class: "note" }, "Computers hold its seats until people sit down; it begins when you let it.")),
  });
}

export function exporting() {
  const playing = store.picture.tables.filter((one) => !one.is_closed).length;
  show({
    title: "Export the class",
    body: (one) => form(one, { words: "Download", sign: "download", does: take },
      h("p", {}, "One ZIP with the journals of the games (JSON Lines), tables of figures (CSV) and a codebook that explains them. Of games that are over it holds everything, also what is hidden from the class."),
      h("label", { class: "check" }, h("input", { type: "checkbox", id: "export-names" }), h("span", {}, "Put numbers in place of people’s names")),
      h("label", { class: "check" }, h("input", { type: "checkbox", id: "export-reckoned" }), h("span", {}, "Causes, turning points and what would have turned it, too: finished games are run again, which takes seconds each")),
      playing > 0 && h("label", { class: "check" }, h("input", { type: "checkbox", id: "export-whole" }), h("span", {}, `Everything of the ${counted(playing, "game")} not over, too; else only what everybody could see`))),
  });
}

async function take() {
  const isTicked = (id) => document.getElementById(id)?.checked ?? false;
  const body = JSON.stringify({ key: key(), replace_names: isTicked("export-names"), is_whole: isTicked("export-whole"), is_reckoned: isTicked("export-reckoned") });
  let answer;
  try {
    answer = await fetch("/export", { method: "POST", headers: { "content-type": "application/json" }, body });
  } catch {
    tell("The host cannot be reached just now; try again.", true);
    return false;
  }
  if (!answer.ok) {
    tell(await answer.text(), true);
    return false;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = "class.zip";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  tell("The class is exported as class.zip.");
  return true;
}

export function keys() {
  show({
    title: "Keys and signs",
    body: () => [
      h("dl", { class: "keys", key: "keys" }, KEYS.map(({ key: one, words }) => h("div", { key: one }, h("dt", {}, h("kbd", {}, one)), h("dd", {}, words)))),
      h("ul", { class: "keys", key: "signs", "aria-label": "Signs on seats" }, Object.entries(SEATS).map(([state, { sign, words }]) => h("li", { key: state }, icon(sign), ` ${words}`))),
      h("label", { class: "check", key: "use" },
        h("input", { type: "checkbox", checked: usesKeys(), onchange: (event) => setKeys(event.target.checked) }),
        h("span", {}, "Use single keys on this computer")),
      h("p", { class: "note", key: "note" }, `${counted(store.picture.people.length, "person", "people")} in the class. The host keeps everything in journals: if this page or the host stops, open it again.`),
    ],
  });
}
