// What the projector and the wall share: the line to the host, the clock, and type that fits its room.

import { Wire } from "/site/wire.js";

/** Hear of the host for ever: say hello, hand each message on, and show when the line is down. */
export function listen(hello, heard) {
  const wire = new Wire({
    hello: () => hello,
    heard: (message) => {
      wire.welcome();
      heard(message);
    },
    state: (words) => {
      if (words !== "lost" && words !== "open") return;
      document.getElementById("lost").hidden = words === "open";
      dispatchEvent(new Event("resize"));
    },
  });
  wire.open();
}

/** Count down from what the host last said; give words for the time left, and for the bell. */
export class Clock {
  #left = null;
  #bell = null;
  #isHeld = true;
  #at = 0;

  set(clock) {
    this.#left = clock?.left ?? null;
    this.#bell = clock?.bell ?? null;
    this.#isHeld = clock?.is_held ?? true;
    this.#at = performance.now();
  }

  get #gone() {
    return (performance.now() - this.#at) / 1000;
  }

  /** Seconds left of this phase or turn; null without a limit. */
  get left() {
    if (this.#left === null) return null;
    return Math.max(0, this.#left - (this.#isHeld ? 0 : this.#gone));
  }

  get words() {
    return this.left === null ? "" : minutes(Math.ceil(this.left));
  }

  get bell() {
    if (this.#bell === null) return "";
    const left = Math.round((this.#bell - this.#gone) / 60);
    return left > 0 ? `${left} min to the bell` : "the bell has rung";
  }
}

function minutes(seconds) {
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  const low = String(rest % 60).padStart(2, "0");
  const high = Math.floor(rest / 60);
  return hours ? `${hours}:${String(high).padStart(2, "0")}:${low}` : `${high}:${low}`;
}

/** Set the type of an element as large as its room allows, between two scales. */
export function fit(element, least = 0.5, most = 1.5) {
  const isOver = (scale) => {
    element.style.setProperty("--fit", scale);
    return element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
  };
  if (!isOver(most)) return most;
  let [low, high] = [least, most];
  for (let step = 0; step < 7; step += 1) {
    const middle = (low + high) / 2;
    if (isOver(middle)) high = middle;
    else low = middle;
  }
  isOver(low);
  return low;
}

/** Hide the oldest lines of a list until the rest fits into the room around it. */
export function drop(room, list) {
  const lines = [...list.children];
  for (const line of lines) line.hidden = false;
  for (const line of lines.slice(0, -1)) {
    if (room.scrollHeight <= room.clientHeight + 1) return;
    line.hidden = true;
  }
}

/** Say something to whoever listens instead of looking, once for each change. */
export function say(words) {
  const place = document.getElementById("said");
  if (place.textContent !== words) place.textContent = words;
}
