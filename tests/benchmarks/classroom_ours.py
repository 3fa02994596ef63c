"""Our host under load: a class of tables, begun from the console, whose seats write to the room."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from classroom_load import Demand, Load, Seat, Site, burden
from websockets.asyncio.client import connect

CASE = "afghanistan-district-2006"


@dataclass(frozen=True)
class Host:
    """A host that runs, and how to get in."""

    process: int
    port: int
    code: str
    key: str

    async def load(self, demand: Demand) -> Load:
        """Load it with messages to the room."""
        seats = [await self._seated(table, nth) for table in range(demand.tables) for nth in range(demand.seats)]
        async with connect(f"ws://127.0.0.1:{self.port}/ws", compression=None) as console:
            await console.send(json.dumps({"type": "hello", "key": self.key}))
            await console.send(json.dumps({"type": "act", "id": "b", "act": "begin"}))
            while json.loads(await console.recv()).get("id") != "b":
                pass
        return await burden(self.process, Site(seats, _message), demand)

    async def _seated(self, table: int, nth: int) -> Seat:
        """Join as a window and sit down."""
        device = (f"127.1.{table}.{nth + 1}", 0)  # people join from devices of their own
        socket = await connect(f"ws://127.0.0.1:{self.port}/ws", compression=None, max_size=None, local_addr=device)
        join = {"type": "join", "id": "j", "code": self.code, "name": f"T{table} {nth}", "as": "window"}
        await socket.send(json.dumps(join))
        while True:
            message = json.loads(await socket.recv())
            if message["type"] == "where" and message["table"] is None:
                door = message["tables"][table]
                seat = door["seats"][nth]["seat"]
                await socket.send(json.dumps({"type": "seat", "id": "s", "table": door["table"], "seat": seat}))
            if message["type"] == "game":
                return Seat(socket, table, nth)
            if message["type"] in ("problem", "gone") or message.get("problem"):
                raise SystemExit(f"The host refused: {message}")


def _message(_: Seat, number: int) -> str:
    command = {"kind": "send_message", "to": None, "text": f"#{number}# We should look at this together."}
    return json.dumps({"type": "command", "id": str(number), "moment": "", "command": command})


@contextmanager
def ours(demand: Demand) -> Iterator[Host]:
    """Run our host."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "game", "host", CASE, "--tables", str(demand.tables), "--local"]
        command += ["--no-browser", "--port", "0", "--folder", f"{folder}/class", "--computer-seconds", "60"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        ) as process:
            assert process.stdout is not None
            said = ""
            for line in process.stdout:
                said += line
                if line.startswith("Ctrl-C"):
                    break
            port = int(re.search(r"join\s+http://[^:]+:(\d+)", said)[1])  # type: ignore[index]
            code = re.search(r"code\s+(\w+)", said)[1]  # type: ignore[index]
            key = re.search(r"#key=(\S+)", said)[1]  # type: ignore[index]
            try:
                yield Host(process.pid, port, code, key)
            finally:
                process.terminate()
