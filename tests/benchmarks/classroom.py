"""Load on the host of a class: from a command to the last seat of its table, beside a bare broadcast in the same run.

    python tests/benchmarks/classroom.py [--rate 500] [--seconds 20] [--tables 50] [--seats 6]

Both servers run as processes of their own on this machine. The bare one (Starlette, uvicorn, websockets) does nothing
but send each frame on to the sockets of its group. Ours checks, plays, journals to disk and tells every window what
changed for it. The load is the same: as many connections, the same rate, commands spread over tables in turn.
"""

import argparse
import asyncio
import itertools
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.asyncio.client import ClientConnection, connect

CASE = "afghanistan-district-2006"
NUMBER = re.compile(r"#(\d+)#")
"""How a command is known again wherever it arrives."""


# The bare peer


def bare(port: int) -> None:
    """Serve nothing but a broadcast within groups."""
    groups: dict[str, set[WebSocket]] = {}

    async def wire(socket: WebSocket) -> None:
        await socket.accept()
        group = groups.setdefault(await socket.receive_text(), set())
        group.add(socket)
        await socket.send_text("in")
        try:
            while True:
                text = await socket.receive_text()
                for other in tuple(group):
                    await other.send_text(text)
        except WebSocketDisconnect:
            group.discard(socket)

    app = Starlette(routes=[WebSocketRoute("/ws", wire)])
    config = uvicorn.Config(
        app, port=port, ws="websockets-sansio", ws_per_message_deflate=False, log_level="error", access_log=False
    )
    uvicorn.Server(config).run()


# The load


@dataclass
class Flight:
    """A command on its way: when it left, and how many seats it still has to reach."""

    left: float
    open: int


@dataclass
class Load:
    """Commands in the air and how long those that landed took, in seconds."""

    flights: dict[int, Flight] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    received: int = 0

    def depart(self, number: int, seats: int) -> None:
        """Note that a command leaves."""
        self.flights[number] = Flight(time.perf_counter(), seats)

    def arrive(self, text: str) -> None:
        """Note what reached a seat."""
        self.received += len(text)
        for found in NUMBER.findall(text):
            flight = self.flights.get(int(found))
            if flight is None:
                continue
            flight.open -= 1
            if flight.open == 0:
                self.took.append(time.perf_counter() - flight.left)
                del self.flights[int(found)]


@dataclass
class Seat:
    """One connection at a table."""

    socket: ClientConnection
    table: int
    moment: str = ""


Sending = Callable[[Seat, int], str]


async def drive(seats: list[Seat], load: Load, sending: Sending, rate: float, seconds: float, per_table: int) -> float:
    """Send commands at a steady rate; return the seconds by which the load itself fell behind."""
    order = itertools.cycle(sorted(seats, key=lambda seat: (seats.index(seat) % per_table, seat.table)))
    began, worst = time.perf_counter(), 0.0
    for number in range(int(rate * seconds)):
        due = began + number / rate
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        worst = max(worst, time.perf_counter() - due)
        seat = next(order)
        load.depart(number, per_table)
        await seat.socket.send(sending(seat, number))
    deadline = time.perf_counter() + 5
    while load.flights and time.perf_counter() < deadline:
        await asyncio.sleep(0.02)
    return worst


async def listen(seat: Seat, load: Load) -> None:
    """Hear all that reaches a seat."""
    async for frame in seat.socket:
        text = str(frame)
        load.arrive(text)


@asynccontextmanager
async def listening(seats: list[Seat], load: Load) -> AsyncIterator[None]:
    """Hear all seats for a while."""
    tasks = [asyncio.create_task(listen(seat, load)) for seat in seats]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(seat.socket.close() for seat in seats))


# The two runs


async def run_bare(port: int, options: argparse.Namespace, size: int) -> tuple[Load, float]:
    """Load the bare broadcast with frames of a size."""
    load, seats = Load(), []
    for table in range(options.tables):
        for _ in range(options.seats):
            socket = await connect(f"ws://127.0.0.1:{port}/ws", compression=None)
            await socket.send(str(table))
            await socket.recv()
            seats.append(Seat(socket, table))
    async with listening(seats, load):
        behind = await drive(
            seats, load, lambda _, number: f"#{number}#".ljust(size, "."), options.rate, options.seconds, options.seats
        )
    return load, behind


async def run_ours(port: int, code: str, key: str, options: argparse.Namespace) -> tuple[Load, float]:
    """Load our host with messages to the room."""
    load, seats = Load(), []
    for table in range(options.tables):
        for nth in range(options.seats):
            seats.append(await _seated(port, code, table, nth))
    console = await connect(f"ws://127.0.0.1:{port}/ws", compression=None)
    await console.send(json.dumps({"type": "hello", "key": key}))
    await console.send(json.dumps({"type": "act", "id": "b", "act": "begin"}))
    for seat in seats:
        seat.moment = ""
    await console.close()
    await asyncio.sleep(1.0)

    def sending(_: Seat, number: int) -> str:
        command = {"kind": "send_message", "to": None, "text": f"#{number}# We should look at this together."}
        return json.dumps({"type": "command", "id": str(number), "moment": "", "command": command})

    async with listening(seats, load):
        behind = await drive(seats, load, sending, options.rate, options.seconds, options.seats)
    return load, behind


async def _seated(port: int, code: str, table: int, nth: int) -> Seat:
    """Join as a window and sit down."""
    device = (f"127.1.{table}.{nth + 1}", 0)  # people join from devices of their own
    socket = await connect(f"ws://127.0.0.1:{port}/ws", compression=None, max_size=None, local_addr=device)
    await socket.send(json.dumps({"type": "join", "id": "j", "code": code, "name": f"T{table} {nth}", "as": "window"}))
    while True:
        message = json.loads(await socket.recv())
        if message["type"] == "where" and message["table"] is None:
            door = message["tables"][table]
            seat = door["seats"][nth]["seat"]
            await socket.send(json.dumps({"type": "seat", "id": "s", "table": door["table"], "seat": seat}))
        if message["type"] == "game":
            return Seat(socket, table)
        if message["type"] in ("problem", "gone") or message.get("problem"):
            raise SystemExit(f"The host refused: {message}")


# Processes


@contextmanager
def hosting(tables: int) -> Iterator[tuple[int, str, str, int]]:
    """Run our host; give port, code, key and process number."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "game", "host", CASE, "--tables", str(tables), "--local", "--no-browser"]
        command += ["--port", "0", "--folder", f"{folder}/class", "--computer-seconds", "60"]
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
                yield port, code, key, process.pid
            finally:
                process.terminate()


@contextmanager
def barely(port: int) -> Iterator[int]:
    """Run the bare broadcast; give its process number."""
    with subprocess.Popen([sys.executable, __file__, "--bare", str(port)]) as process:
        try:
            yield process.pid
        finally:
            process.terminate()


def memory(process: int) -> float:
    """Return what a process holds at most so far, in MB."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def main() -> None:
    """Measure, and print what came out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rate", type=float, default=500)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--tables", type=int, default=50)
    parser.add_argument("--seats", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bare", type=int)
    options = parser.parse_args()
    if options.bare:
        return bare(options.bare)
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    ratios = []
    for nth in range(options.rounds):
        with hosting(options.tables) as (port, code, key, process):
            ours, behind = asyncio.run(run_ours(port, code, key, options))
            held = memory(process)
        size = ours.received // max(1, len(ours.took) * options.seats)
        with barely(18990 + nth) as process:
            time.sleep(1.5)
            peer, peer_behind = asyncio.run(run_bare(18990 + nth, options, min(size, 16000)))
            peer_held = memory(process)
        ratios.append(quantile(ours, 0.99) / quantile(peer, 0.99))
        tell("ours", ours, held, behind)
        tell("bare", peer, peer_held, peer_behind)
        write(f"p99 ours / bare: {ratios[-1]:.2f}")
    write(f"median of {options.rounds}: {statistics.median(ratios):.2f}")
    return None


def quantile(load: Load, share: float) -> float:
    """Return a quantile of what commands took, in seconds."""
    took = sorted(load.took)
    return took[min(len(took) - 1, int(share * len(took)))]


def write(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def tell(name: str, load: Load, held: float, behind: float) -> None:
    """Print the figures of a run."""
    p50, p95, p99 = (1000 * quantile(load, share) for share in (0.5, 0.95, 0.99))
    write(
        f"{name}: {len(load.took)} landed, {len(load.flights)} lost; p50 {p50:.2f} p95 {p95:.2f} p99 {p99:.2f} ms; "
        f"{held:.0f} MB; load behind by {1000 * behind:.0f} ms at worst"
    )


if __name__ == "__main__":
    main()
