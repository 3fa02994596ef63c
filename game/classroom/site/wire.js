// The line to the host: one WebSocket that comes back by itself. What was asked and not answered is asked again with the
// same id, so nothing is lost and nothing happens twice.

const SHORTEST = 500;
const LONGEST = 5000;
const PING = 15000;
const SILENCE = 40000;
const LARGEST = 16 * 1024;

class TooLong extends Error {}

export class Wire {
  #socket = null;
  #wait = SHORTEST;
  #timer = null;
  #pinging = null;
  #heard = 0;
  #waiting = new Map();
  #isWanted = false;
  #isWelcome = false;
  #hello;
  #heardBy;
  #stateBy;

  /** `hello()` gives what to say first (null: nothing yet); `heard(message)` gets what is no answer; `state(words)` is told
      "connecting", "open", "lost" or "closed". */
  constructor({ hello, heard, state = () => {} }) {
    this.#hello = hello;
    this.#heardBy = heard;
    this.#stateBy = state;
    addEventListener("online", () => this.#hurry());
    addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#hurry());
    addEventListener("pageshow", () => this.#hurry());
  }

  /** Keep a line open from now on. */
  open() {
    this.#isWanted = true;
    this.#connect();
  }

  /** Let go of the line until `open` is called again. */
  close() {
    this.#isWanted = false;
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#stateBy("closed");
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Say something that needs no answer; lost if there is no line. */
  say(message) {
    if (this.isOpen) this.#socket.send(JSON.stringify(message));
  }

  /** Ask the host; gives its answer, however long the line is away. */
  ask(message) {
    const id = fresh();
    const text = JSON.stringify({ ...message, id });
    if (new TextEncoder().encode(text).length > LARGEST) {
      return Promise.reject(new TooLong("That is too long to send."));
    }
    return new Promise((resolve) => {
      this.#waiting.set(id, { text, resolve, type: message.type });
      if (this.isOpen && (this.#isWelcome || message.type === "join")) this.#socket.send(text);
    });
  }

  /** Forget what was asked, as when another person sits here; whoever waits for an answer waits no longer. */
  forget() {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#isWelcome = false;
    for (const one of waiting) one.resolve({ type: "forgotten", problem: { code: "forgotten", sentence: "" } });
  }

  #connect() {
    clearTimeout(this.#timer);
    if (!this.#isWanted || this.#socket) return;
    this.#stateBy("connecting");
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/ws`);
    this.#socket = socket;
    socket.addEventListener("open", () => this.#opened(socket));
    socket.addEventListener("message", (frame) => this.#hear(socket, frame.data));
    socket.addEventListener("close", () => this.#lose(socket));
  }

  #opened(socket) {
    if (socket !== this.#socket) return;
    this.#heard = Date.now();
    this.#isWelcome = false;
    const hello = this.#hello();
    if (hello) socket.send(JSON.stringify(hello));
    else for (const one of this.#waiting.values()) if (one.type === "join") socket.send(one.text);
    this.#stateBy("open");
    clearInterval(this.#pinging);
    this.#pinging = setInterval(() => this.#ping(socket), PING);
  }

  /** Whoever hears that the host knows us says so; then what is still unanswered is asked again. */
  welcome() {
    if (this.#isWelcome) return;
    this.#isWelcome = true;
    this.#wait = SHORTEST;
    for (const one of this.#waiting.values()) if (one.type !== "join") this.#socket?.send(one.text);
  }

  #ping(socket) {
    if (socket !== this.#socket) return;
    if (Math.abs(Date.now() - this.#heard) > SILENCE) socket.close(); // also after a clock was set back
    else this.say({ type: "ping" });
  }

  #hear(socket, text) {
    if (socket !== this.#socket) return;
    this.#heard = Date.now();
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    if (message.type === "pong") return;
    const waiting = message.id && this.#waiting.get(message.id);
    if (waiting) {
      this.#waiting.delete(message.id);
      waiting.resolve(message);
    } else this.#heardBy(message);
  }

  #lose(socket) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    this.#isWelcome = false;
    clearInterval(this.#pinging);
    if (!this.#isWanted) return;
    this.#stateBy("lost");
    this.#timer = setTimeout(() => this.#connect(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(LONGEST, this.#wait * 2);
  }

  #hurry() {
    if (!this.#isWanted) return;
    if (!this.#socket) {
      this.#wait = SHORTEST;
      this.#connect();
    } else this.say({ type: "ping" });
  }
}

function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
}
