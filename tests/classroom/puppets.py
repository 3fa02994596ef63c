"""Two hosts for tests of the window's link: a puppet that says what the test says, and the real one on loopback."""

import asyncio
import itertools
import json
import queue
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

import uvicorn
from classroom.classes import KEY, Line, tutorial
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

from game.classroom.addresses import listen
from game.classroom.classroom import Classroom
from game.classroom.hub import Hub
from game.classroom.link import Link
from game.classroom.server import settings
from game.classroom.tokens import Tokens
from game.rules.case import Case

Found = TypeVar("Found")
PATIENCE = 20.0
"""Seconds until a test gives up; nothing waits that long when all is well."""


@dataclass(eq=False)
class Wire:
    """One connection to the puppet."""

    socket: ServerConnection
    over: threading.Event = field(default_factory=threading.Event)

    def hear(self, type: str | None = None) -> dict[str, Any]:
        """Wait for the next message (of a type; others are passed over)."""
        while True:
            found = json.loads(self.socket.recv(timeout=PATIENCE))
            if type is None or found["type"] == type:
                return dict(found)

    def say(self, message: str | dict[str, Any]) -> None:
        self.socket.send(message if isinstance(message, str) else json.dumps(message))

    def drop(self) -> None:
        """Cut the connection as a cable would."""
        self.socket.socket.shutdown(socket.SHUT_RDWR)
        self.over.set()

    def is_dropped(self) -> bool:
        """Wait until the other side has left."""
        try:
            while True:
                self.socket.recv(timeout=PATIENCE)
        except ConnectionClosed:
            self.over.set()
            return True


class Puppet:
    """A host that only does what the test does."""

    def __init__(self, server: Server, lines: "queue.Queue[Wire]") -> None:
        self._server = server
        self._lines = lines

    @property
    def port(self) -> int:
        return int(self._server.socket.getsockname()[1])

    def line(self) -> Wire:
        """Wait for the next connection."""
        return self._lines.get(timeout=PATIENCE)


@contextmanager
def puppet() -> Iterator[Puppet]:
    """Open a puppet of a host on loopback."""
    lines: queue.Queue[Wire] = queue.Queue()
    known: list[Wire] = []

    def take(connection: ServerConnection) -> None:
        line = Wire(connection)
        known.append(line)
        lines.put(line)
        line.over.wait()

    with serve(take, "127.0.0.1", 0, ping_interval=None) as server:
        running = threading.Thread(target=server.serve_forever, daemon=True)
        running.start()
        try:
            yield Puppet(server, lines)
        finally:
            for line in known:
                line.over.set()
            server.shutdown()
            running.join(timeout=PATIENCE)


class Noted(Tokens):
    """Tokens in memory, and all that were ever kept."""

    def __init__(self) -> None:
        super().__init__("")
        self.all: list[str] = []
        self._kept: dict[str, str] = {}

    def keep(self, code: str, name: str, token: str) -> None:
        self.all.append(token)
        self._kept[self._key(code, name)] = token

    def _read(self) -> dict[str, str]:
        return self._kept


class Client:
    """A link, and a way to wait for what it hears."""

    def __init__(self, port: int, *, name: str = "Amara", code: str = "K7QM", token: str = "", **rest: Any) -> None:
        self.changes = threading.Semaphore(0)
        self.tokens = Noted()
        if token:
            self.tokens.keep(code, name, token)
        self.link = Link(
            f"ws://127.0.0.1:{port}/ws", f"127.0.0.1:{port}", code, name=name, on_change=self.changes.release,
            tokens=self.tokens, delay=lambda tries: 0.02, **rest,
        )  # fmt: skip
        self.link.start()

    def until(self, has_come: Callable[[Link], object]) -> Link:
        """Take in what comes until something has come; news that is not what is waited for prolongs nothing."""
        end = monotonic() + PATIENCE
        self.link.take_in()
        while not has_come(self.link):
            assert self.changes.acquire(timeout=max(0.0, end - monotonic())), self.link.standing
            self.link.take_in()
        return self.link


class _Served(uvicorn.Server):
    """Tell when it serves."""

    loop: asyncio.AbstractEventLoop

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.loop = asyncio.get_running_loop()
        self.is_up.set()


def instruct(hub: Hub, act: str, **fields: Any) -> None:
    """Do something at the console, between two moments of the host."""
    line = Line(hub)
    line.say("hello", key=KEY)
    answer = line.act(act, **fields)
    line.leave()
    assert answer["problem"] is None, answer


class Host:
    """The real host of a class of one table, which can be stopped and started again on its folder and port."""

    def __init__(self, folder: Path, case: Case | None = None, *, tables: int = 1, seed: int = 7) -> None:
        self._folder = folder
        self._case = case or tutorial()
        self._tables = tables
        self._seed = seed
        self._port = 0
        self.hub = self._open()

    def _open(self) -> Hub:
        seeds = itertools.count(self._seed)
        if (self._folder / "class.jsonl").exists():
            room = Classroom.take_up(self._folder, KEY, pause=0.0)
        else:
            cases = [(self._case, "case.yaml")] * self._tables
            room = Classroom.open(self._folder, cases, KEY, lambda: next(seeds), pause=0.0)
        listening = listen(self._port, is_local=True)
        self._port = listening.getsockname()[1]
        hub = Hub(room, lambda: next(seeds), (self.address,))
        config = settings(hub, (self.address,))
        config.timeout_graceful_shutdown = 0
        self._server = _Served(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]}, daemon=True)
        self._thread.start()
        assert self._server.is_up.wait(PATIENCE)
        return hub

    @property
    def port(self) -> int:
        return self._port

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def code(self) -> str:
        return self.hub.room.settings.code

    def act(self, act: str, **fields: Any) -> None:
        """Do something at the console, and wait until it is done."""

        self.ask(lambda hub: instruct(hub, act, **fields))

    def ask(self, question: Callable[[Hub], Found]) -> Found:
        """Have something looked at, or done, between two moments of the host."""

        async def asking() -> Found:
            return question(self.hub)

        return asyncio.run_coroutine_threadsafe(asking(), self._server.loop).result(PATIENCE)

    def until(self, question: Callable[[Hub], Found | None]) -> Found:
        """Wait until there is an answer other than None."""

        async def asking() -> Found:
            while (found := question(self.hub)) is None:
                await asyncio.sleep(0.01)
            return found

        return asyncio.run_coroutine_threadsafe(asking(), self._server.loop).result(PATIENCE)

    def stop(self) -> None:
        """Pull the plug."""
        self._server.should_exit = self._server.force_exit = True
        self._thread.join(PATIENCE)
        for hosted in self.hub.room.tables.values():
            hosted.table.close()

    def start(self) -> None:
        """Start again on the same folder."""
        self.hub = self._open()
