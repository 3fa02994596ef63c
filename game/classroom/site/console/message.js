// Say something to somebody, a table or all.

import { form, show } from "./frame.js";
import { choice, field, value } from "./parts.js";
import { act, store } from "./state.js";
import { place } from "./whole.js";

let kept = "";

/** `to` is "", "table 3" or the number of a person. */
export function message(to) {
  const options = () => [
    { value: "", words: "Everybody", isChosen: to === "" },
    { group: "A table", options: store.picture.tables.map((one) => ({ value: `table ${one.table}`, words: `Table ${one.table}`, isChosen: to === `table ${one.table}` })) },
    { group: "A person", options: store.picture.people.map((one) => ({ value: one.id, words: `${one.name} (${place(one)})`, isChosen: to === one.id })) },
  ].filter((one) => !one.group || one.options.length);
  const does = async () => {
    const whom = value("message-to");
    const at = whom.startsWith("table ") ? { table: whom.slice(6) } : whom ? { person: whom } : {};
    const isDone = await act("say", { words: value("message-words"), ...at });
    if (isDone) kept = "";
    return isDone;
  };
  show({
    title: "Message",
    wide: true,
    body: (one) => form(one, { words: "Send", sign: "message", does },
      choice("message-to", "To", options()),
      field("message-words", "What you say", { rows: 3, autofocus: true, value: kept, oninput: (event) => { kept = event.target.value; } },
        "It stands at the top of their page until they put it away. 500 characters at most.")),
  });
}
