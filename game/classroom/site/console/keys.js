// Single keys for what an instructor does most; they can be switched off.

import * as open from "./dialogs.js";
import { isOpen } from "./frame.js";
import { shut } from "./panel.js";
import { act, choose, store, table } from "./state.js";

const KEPT = "false-coherence-keys";

export const KEYS = [
  { key: "n", words: "To what needs you" },
  { key: "t", words: "To the tables; up and down go on from there" },
  { key: "p", words: "Pause all tables, or continue them" },
  { key: "m", words: "Message" },
  { key: "e", words: "Event" },
  { key: "+", words: "More or less time" },
  { key: "/", words: "Find a person or a table" },
  { key: "?", words: "This list" },
  { key: "Esc", words: "Close a dialog, or the panel of a table" },
];

let isUsing = true;
try {
  isUsing = localStorage.getItem(KEPT) !== "no";
} catch {
  // A browser that keeps nothing begins anew each time.
}

export function usesKeys() {
  return isUsing;
}

export function setKeys(isOn) {
  isUsing = isOn;
  try {
    localStorage.setItem(KEPT, isOn ? "yes" : "no");
  } catch {
    // It holds until the page is closed.
  }
}

/** Listen for keys, but never while somebody types or a dialog is open. */
export function listen() {
  document.addEventListener("keydown", (event) => {
    if (!store.picture || isOpen() || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("dialog")) return;
    if (event.key === "Escape" && store.chosen !== null && store.picture.tables.length > 1) return shut(table(store.chosen));
    if (event.target.matches("input, select, textarea") || !usesKeys()) return undefined;
    const does = doing(event.key);
    if (!does) return undefined;
    event.preventDefault();
    return does();
  });
}

function doing(key) {
  const at = store.chosen;
  switch (key) {
    case "n": return () => (document.querySelector(".needs .acts .button") ?? document.getElementById("needs-head")).focus();
    case "t": return () => (document.querySelector(".table-row.chosen .name") ?? document.querySelector(".table-row .name"))?.focus();
    case "p": return () => act(store.picture.tables.some((one) => one.is_begun && !one.is_closed && !one.is_paused) ? "pause" : "continue");
    case "m": return () => open.message(at ? `table ${at}` : "");
    case "e": return () => open.event(at ?? "");
    case "+": return () => open.time(at);
    case "/": return seek;
    case "?": return open.keys;
    default: return null;
  }
}

function seek() {
  if (!document.getElementById("seek")) choose(null);
  document.getElementById("seek")?.focus();
}
