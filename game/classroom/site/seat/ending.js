// The year is over: the debrief waits for the instructor.

import { h, icon } from "../dom.js";
import { state } from "./state.js";
import { tracks } from "./year.js";

/** Say that the year is over, and show how far it came. */
export function ending(sheet) {
  const words = state.where.is_revealed ? "Your instructor has opened the debrief." : "Your instructor opens the debrief for everybody at once.";
  return {
    title: "The year is over",
    words,
    body: [
      h("p", { class: "strip plain", key: "shut" }, icon(state.where.is_revealed ? "lock-open" : "lock"), h("span", {}, "What was meant in private stays shut until then. Talk about what you expect to see.")),
      sheet.year ? tracks(sheet.year) : null,
    ],
  };
}
