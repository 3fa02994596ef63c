// All dialogs, by what they are for.

export { begin, dropRound, endPhase, reveal, rounds, time, undo } from "./steering.js";
export { seat, somebody } from "./seating.js";
export { message } from "./message.js";
export { event } from "./event.js";
export { addTable, exporting, join, keys, plan } from "./class.js";
export { paper } from "./paper.js";
