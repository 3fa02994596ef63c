"""boardgame.io's server under load: matches of a game where all may move at any time and a move adds a word.

Its clients speak socket.io over a WebSocket; the few frames they need are written by hand. A move carries the last
state number that its match has heard of. boardgame.io drops a move that carries an older one unless the move says
`ignoreStaleStateID`, which is its own answer to moves at the same time and what the game here says: nothing is held
back on this side, and what is lost was lost by the server.
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from classroom_load import Demand, Load, Seat, Site, burden
from websockets.asyncio.client import connect

HOME = Path(__file__).with_name("boardgame")
GAME = "words"
PING, PONG = "2", "3"
STATE = re.compile(r'"_stateID":(\d+)')


def is_installed() -> bool:
    """Say whether there is a boardgame.io to run."""
    return (HOME / "node_modules" / "boardgame.io").is_dir()


@dataclass(frozen=True)
class Boardgame:
    """The server that runs."""

    process: int
    port: int

    async def load(self, demand: Demand) -> Load:
        """Load it with moves."""
        seats = [
            await self._seated(table, nth, demand.seats)
            for table in range(demand.tables)
            for nth in range(demand.seats)
        ]
        states = [0] * demand.tables

        def move(seat: Seat, number: int) -> str:
            word = f"#{number}# We should look at this together."
            payload = {"type": "say", "args": [word], "playerID": str(seat.nth), "credentials": None}
            action = {"type": "MAKE_MOVE", "payload": payload}
            return _event("update", action, states[seat.table], _match(seat.table), str(seat.nth))

        async def news(seat: Seat, text: str) -> str:
            """Take the move that made a state, which stands at the end, after all the words there are."""
            if text == PING:
                await seat.socket.send(PONG)
            _, _, last = text.rpartition('"args":')
            if found := STATE.search(last):
                states[seat.table] = max(states[seat.table], int(found[1]) + 1)
            return last

        return await burden(self.process, Site(seats, move, news), demand)

    async def _seated(self, table: int, nth: int, seats: int) -> Seat:
        """Connect and join a match; the first to come makes it."""
        address = f"ws://127.0.0.1:{self.port}/socket.io/?EIO=4&transport=websocket"
        socket = await connect(address, compression=None, max_size=None)
        await socket.recv()
        await socket.send(f"40/{GAME},")
        await socket.recv()
        await socket.send(_event("sync", _match(table), str(nth), None, seats))
        while '["matchData"' not in str(await socket.recv()):
            pass
        return Seat(socket, table, nth)


def _match(table: int) -> str:
    return f"match-{table}"


def _event(*parts: object) -> str:
    return f"42/{GAME},{json.dumps(parts)}"


@contextmanager
def boardgame(*, is_durable: bool) -> Iterator[Boardgame]:
    """Run the server; in memory, or with all matches kept in files."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["node", str(HOME / "server.mjs"), *([folder] if is_durable else [])]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            found = re.match(r"port (\d+)", process.stdout.readline())
            if found is None:
                raise SystemExit("boardgame.io did not start.")
            try:
                yield Boardgame(process.pid, int(found[1]))
            finally:
                process.terminate()
