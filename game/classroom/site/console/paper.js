// A table's debrief on paper, with the script of the talk: for whoever leads it, since it may name what a seat never told.

import { h } from "../dom.js";
import { form, show } from "./frame.js";
import { choice, field, value } from "./parts.js";
import { key, refuse, tell } from "./state.js";

const [LEAST, USUAL, MOST] = [12, 45, 240];
const ORDERS = [{ value: "by_time", words: "in the order of time" }, { value: "by_theme", words: "theme by theme" }];

export function paper(name) {
  show({
    title: `Script and debrief of table ${name}`,
    body: (one) => form(one, { words: "Download", sign: "download", does: () => take(name) },
      h("p", {}, "One page to read or print that needs no network: the script of the talk, with questions made from this game, and the whole debrief. Only for you: it may name what a seat never told."),
      choice("paper-order", "The analysis goes", ORDERS),
      field("paper-minutes", "Minutes for the talk", { type: "number", step: 1, inputmode: "numeric", value: String(USUAL) }, `From ${LEAST} to ${MOST}.`),
      one.isBusy && h("p", { class: "note", role: "status" }, "The game is being run again; this takes a few seconds …")),
  });
}

async function take(name) {
  const minutes = Number(value("paper-minutes"));
  if (!Number.isInteger(minutes) || minutes < LEAST || minutes > MOST) return refuse(`Write the minutes as a whole number from ${LEAST} to ${MOST}.`);
  const body = JSON.stringify({ key: key(), table: name, order: value("paper-order"), minutes });
  let answer;
  try {
    answer = await fetch("/paper", { method: "POST", headers: { "content-type": "application/json" }, body });
  } catch {
    return refuse("The host cannot be reached just now; try again.");
  }
  if (!answer.ok) return refuse(await answer.text());
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `debrief-table-${name}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  tell(`The debrief of table ${name} is downloaded.`);
  return true;
}
