"""A class in a test: a folder, two clocks that stand still until they are moved, and people who say things."""

import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.classroom.classroom import Classroom
from game.classroom.clients import Client
from game.classroom.clock import Clock
from game.classroom.hub import Hub
from game.rules.case import Case
from game.scenario import loading

KEY = "the-key-of-the-console"
_IDS = itertools.count(1)


@dataclass
class Hands:
    """Two clocks, moved by hand."""

    steady: float = 1000.0
    wall: float = 1_800_000_000.0

    def clock(self) -> Clock:
        return Clock(lambda: self.steady, lambda: self.wall)

    def pass_by(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += seconds


@dataclass(eq=False)
class Line:
    """One connection, with all that came over it."""

    hub: Hub
    address: str = "10.0.0.1"
    sent: list[dict[str, Any]] = field(default_factory=list)
    closed: str = ""
    client: Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.hub.connect(self, self.address)

    def send(self, text: str) -> None:
        self.sent.append(json.loads(text))

    def close(self, why: str) -> None:
        self.closed = why

    def say(self, type: str, **fields: Any) -> dict[str, Any]:
        """Say something, and return the answer to it (or what came last)."""
        id = fields.pop("id", f"m{next(_IDS)}")
        before = len(self.sent)
        message = {"type": type, **({} if type in ("hello", "ping") else {"id": id}), **fields}
        self.hub.receive(self.client, json.dumps(message))
        new = self.sent[before:]
        return next((one for one in new if one.get("id") == id), new[-1] if new else {})

    def last(self, type: str) -> dict[str, Any]:
        """Return the last message of a type."""
        return next(one for one in reversed(self.sent) if one["type"] == type)

    def heard(self, type: str) -> list[dict[str, Any]]:
        """Return all messages of a type."""
        return [one for one in self.sent if one["type"] == type]

    # a person

    def command(self, kind: str, *, moment: str | None = None, id: str | None = None, **fields: Any) -> dict[str, Any]:
        """Give a command at the moment last heard of, and return the answer."""
        now = moment if moment is not None else self.last("changed")["moment"]
        more = {"id": id} if id is not None else {}
        return self.say("command", moment=now, command={"kind": kind, **fields}, **more)

    def act(self, act: str, **fields: Any) -> dict[str, Any]:
        """Do something at the console, and return the answer."""
        return self.say("act", act=act, **fields)

    def leave(self) -> None:
        self.hub.disconnect(self.client)


@dataclass
class School:
    """A hub with its clocks and its folder."""

    folder: Path
    hub: Hub
    hands: Hands

    @property
    def room(self) -> Classroom:
        return self.hub.room

    def line(self, address: str = "10.0.0.1") -> Line:
        return Line(self.hub, address)

    def person(self, name: str, table: str = "", seat: str | None = None, *, client: str = "page") -> Line:
        """Let somebody join, and sit down if a table is named."""
        line = self.line(f"10.0.0.{len(self.hub.clients) % 250 + 2}")
        line.say("join", code=self.room.settings.code, name=name, **{"as": client})
        if table:
            assert line.say("seat", table=table, seat=seat)["problem"] is None
        return line

    def console(self) -> Line:
        line = self.line()
        line.say("hello", key=KEY)
        return line

    def tick(self, times: int = 1, seconds: float = 1.0) -> None:
        for _ in range(times):
            self.hands.pass_by(seconds)
            self.hub.tick()

    def again(self) -> "School":
        """Start the host anew on the same folder, as after a crash."""
        for hosted in self.room.tables.values():
            hosted.table.close()
        self.room.close()
        room = Classroom.take_up(self.folder, KEY, clock=self.hands.clock(), pause=0.0)
        return School(self.folder, _hub(room), self.hands)


def open_school(folder: Path, cases: Sequence[Case] | None = None, *, tables: int = 1, pause: float = 0.0) -> School:
    """Open a class with a table for each case, dealt out in turn."""
    found = list(cases or [tutorial()])
    dealt = [(found[number % len(found)], "case.yaml") for number in range(tables)]
    hands, seeds = Hands(), itertools.count(7)
    room = Classroom.open(folder, dealt, KEY, lambda: next(seeds), clock=hands.clock(), pause=pause)
    return School(folder, _hub(room), hands)


def _hub(room: Classroom) -> Hub:
    seeds = itertools.count(100)
    return Hub(room, lambda: next(seeds), ("http://10.0.0.9:8000",))


def tutorial() -> Case:
    """Load the smallest shipped case."""
    return loading.load(loading.find("tutorial"))
