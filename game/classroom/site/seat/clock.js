// The clock in the bar: counts down from what the host last said, and stands still with the table.

import { h, icon, raw } from "../dom.js";

const LATE = 60;

class Clock {
  #left = null;
  #bell = null;
  #isHeld = true;
  #isPaused = false;
  #at = 0;

  constructor() {
    this.element = document.createElement("span");
    this.element.className = "clock-words";
    setInterval(() => this.draw(), 1000);
  }

  set(clock, isPaused) {
    this.#left = clock?.left ?? null;
    this.#bell = clock?.bell ?? null;
    this.#isHeld = clock?.is_held ?? true;
    this.#isPaused = Boolean(isPaused);
    this.#at = performance.now();
    this.draw();
  }

  hold(isPaused) {
    this.#isPaused = Boolean(isPaused);
    this.draw();
  }

  get #gone() {
    return this.#isHeld ? 0 : (performance.now() - this.#at) / 1000;
  }

  get left() {
    return this.#left === null ? null : Math.max(0, this.#left - this.#gone);
  }

  get #minutes() {
    return this.#bell === null ? null : Math.round((this.#bell - (performance.now() - this.#at) / 1000) / 60);
  }

  get #untilBell() {
    return this.#minutes !== null && this.#minutes > 0 ? `${this.#minutes} min` : "";
  }

  /** Say when the bell rings; empty without one. */
  get bell() {
    if (this.#minutes === null) return "";
    return this.#minutes > 0 ? `${this.#minutes} minutes to the bell` : "The bell has rung";
  }

  draw() {
    const { left } = this;
    const words = this.#isPaused ? "Paused" : left === null ? this.#untilBell : minutes(Math.ceil(left));
    if (this.element.textContent !== words) this.element.textContent = words;
    this.element.classList.toggle("late", !this.#isPaused && left !== null && left < LATE);
  }

  /** Describe the clock for the bar; nothing where there is no limit. */
  get shown() {
    if (!this.#isPaused && this.#left === null && !this.#untilBell) return null;
    const label = this.#isPaused ? "The game is paused" : this.#left === null ? "Time to the bell" : "Time left";
    return h("span", { class: "clock", key: "clock", role: "timer", "aria-label": label }, icon(this.#isPaused ? "player-pause" : "clock"), raw("clock", this.element));
  }
}

function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export const clock = new Clock();
