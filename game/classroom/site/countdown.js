// Time, counted on from what the host last said.

/** Seconds of this phase and minutes to the bell, as they are now. */
export class Countdown {
  #left = null;
  #bell = null;
  #isHeld = true;
  #at = 0;

  /** Take in `{left, bell, is_held}` as the host says it. */
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
    return this.#left === null ? null : Math.max(0, this.#left - (this.#isHeld ? 0 : this.#gone));
  }

  /** Whole minutes until the bell, below 1 once it has rung; null without one. */
  get toBell() {
    return this.#bell === null ? null : Math.round((this.#bell - this.#gone) / 60);
  }
}

/** Seconds as people read them: 4:05, 1:04:05. */
export function clockWords(seconds) {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const low = String(whole % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${low}` : `${minutes}:${low}`;
}
