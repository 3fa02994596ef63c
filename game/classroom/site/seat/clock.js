// The clock in the bar: counts down from what the host last said, and stands still with the table.

import { Countdown, clockWords } from "../countdown.js";
import { h, icon, raw } from "../dom.js";

const LATE = 60;

class Clock extends Countdown {
  #isPaused = false;

  constructor() {
    super();
    this.element = document.createElement("span");
    this.element.className = "clock-words";
    setInterval(() => this.draw(), 1000);
  }

  set(clock, isPaused) {
    super.set(clock);
    this.hold(isPaused);
  }

  hold(isPaused) {
    this.#isPaused = Boolean(isPaused);
    this.draw();
  }

  get #untilBell() {
    return this.toBell !== null && this.toBell > 0 ? `${this.toBell} min` : "";
  }

  /** Say when the bell rings; empty without one. */
  get bell() {
    if (this.toBell === null) return "";
    return this.toBell > 0 ? `${this.toBell} minutes to the bell` : "The bell has rung";
  }

  draw() {
    const { left } = this;
    const words = this.#isPaused ? "Paused" : left === null ? this.#untilBell : clockWords(left);
    if (this.element.textContent !== words) this.element.textContent = words;
    this.element.classList.toggle("late", !this.#isPaused && left !== null && left < LATE);
  }

  /** Describe the clock for the bar; nothing where there is no limit. */
  get shown() {
    if (!this.#isPaused && this.left === null && !this.#untilBell) return null;
    const label = this.#isPaused ? "The game is paused" : this.left === null ? "Time to the bell" : "Time left";
    return h("span", { class: "clock", key: "clock", role: "timer", "aria-label": label }, icon(this.#isPaused ? "player-pause" : "clock"), raw("clock", this.element));
  }
}

export const clock = new Clock();
