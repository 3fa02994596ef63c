// What the projector and the wall share: the line to the host, the clock, and type that fits its room.

import { Countdown, clockWords } from "/site/countdown.js";
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

/** The time left, and the time to the bell, in words. */
export class Clock extends Countdown {
  get words() {
    return this.left === null ? "" : clockWords(this.left);
  }

  get bell() {
    if (this.toBell === null) return "";
    return this.toBell > 0 ? `${this.toBell} min to the bell` : "the bell has rung";
  }
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
