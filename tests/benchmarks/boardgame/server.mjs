// Serve matches of a very small game on boardgame.io: node server.mjs [FOLDER]. With a folder they are kept in files.

import { createRequire } from "node:module";

process.env.NODE_ENV = "production"; // before it is loaded: no log of every move, no checks meant for authors
const require = createRequire(import.meta.url);
const { FlatFile, Server } = require("boardgame.io/server");
const { Stage } = require("boardgame.io/core");

const KEPT = 20;

const words = {
  name: "words",
  setup: () => ({ words: [] }),
  disableUndo: true, // or every state would carry all states before it
  deltaState: false, // finding what to patch costs three times as much as sending these small states whole
  turn: { activePlayers: { all: Stage.NULL } },
  moves: {
    say: {
      move: ({ G }, word) => {
        G.words.push(word);
        if (G.words.length > KEPT) G.words.shift(); // so that a state does not grow with the length of a run
      },
      ignoreStaleStateID: true, // or moves made at the same time would be dropped
    },
  },
};

const [folder] = process.argv.slice(2);
const server = Server({ games: [words], origins: [], ...(folder && { db: new FlatFile({ dir: folder }) }) });
const { appServer } = await server.run(0);
console.log(`port ${appServer.address().port}`);
