// What the page remembers. Everything about the game comes from the host; here is only what is chosen and not yet given.

export const PLACES = ["now", "texts", "talk", "role"];
const KEY = "false-coherence";
/** What a browser would not keep: the page works all the same until it is closed. */
const unkept = new Map();

export const state = {
  line: "connecting",
  ended: null,
  where: null,
  sheets: {},
  place: "now",
  side: "talk",
  problem: "",
  join: { code: "", name: "", problem: "", isBusy: false },
  isChoosing: false,
  isBusy: false,
  dialog: null,
  desk: fresh(""),
  notes: { words: "", to: null, tab: "record" },
  seen: { tips: stored("tips") ?? [], notices: stored("notices") ?? [] },
  questions: { isOpen: false, isDone: false, sheet: null, at: 0, chosen: stored("answers") ?? {}, skipped: stored("skipped") ?? [] },
  diaries: { books: null, problem: "", isBusy: false },
  reading: { text: null, open: new Set(), person: null, accord: null, step: 0, score: null, sought: null },
};

/** Clear the desk: nothing chosen in this moment. */
export function fresh(moment) {
  return {
    moment, heading: "", kind: "", picks: {}, stances: {}, answer: "", term: "", own: {}, guesses: {}, dues: {},
    draft: null, weighed: null, plans: null, charter: null, checked: null, problem: "",
  };
}

export function stored(name) {
  if (unkept.has(name)) return unkept.get(name);
  try {
    return JSON.parse(localStorage.getItem(`${KEY}.${name}`));
  } catch {
    return null;
  }
}

export function store(name, value) {
  try {
    if (value === null) localStorage.removeItem(`${KEY}.${name}`);
    else localStorage.setItem(`${KEY}.${name}`, JSON.stringify(value));
    unkept.delete(name);
  } catch {
    unkept.set(name, value);
  }
}

/** Where the page is: in the doorway, before the role sheet, at the table, or only watching. */
export function stage() {
  const { where, isChoosing } = state;
  if (state.ended) return "ended";
  if (!stored("token") && !where) return "join";
  if (!where) return "waiting";
  if (state.questions.isOpen) return "questions";
  if (!where.table || isChoosing) return "doors";
  if (where.seat === null) return "watching";
  if (!where.is_begun || !where.is_ready) return "briefing";
  return "table";
}

export const wide = matchMedia("(min-width: 62.5rem)");
export const widest = matchMedia("(min-width: 96rem)");

/** Say which sheets are on the page now. */
export function shown() {
  const at = stage();
  if (at === "watching") return ["public"];
  if (at === "briefing") return ["briefing"];
  if (at !== "table") return [];
  const open = state.dialog === "briefing" ? ["briefing"] : [];
  const parts = { now: ["now"], texts: ["texts"], talk: ["talk", "record"], role: ["role"] };
  const isOver = state.where.is_closed && state.where.is_revealed;
  const now = isOver ? ["debrief"] : parts.now;
  if (!wide.matches) return [...(state.place === "now" ? now : parts[state.place]), ...open];
  const sides = widest.matches ? [...parts.talk, ...parts.role] : parts[state.side];
  return [...now, ...(isOver ? [] : parts.texts), ...sides, ...open];
}

/** The head of whatever sheet came last. */
export function head() {
  return state.head ?? null;
}

let draw = () => {};
let isDue = false;

/** Name who draws the page. */
export function drawnBy(drawer) {
  draw = drawer;
}

/** Have the page drawn once more, soon. */
export function redraw() {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    draw();
  });
}
