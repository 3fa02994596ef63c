"""The host is killed in the middle of a command: started again, nothing is lost and nothing counts twice."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from classroom import mortal
from classroom.mortal import MOMENTS, WORDS
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from game.record import Entry, read

PATIENCE = 30.0


@dataclass
class Program:
    """The host as a program of its own, with what it said of itself."""

    stack: ExitStack
    process: subprocess.Popen[str]
    said: dict[str, str]

    def connect(self) -> Voice:
        address = f"ws://{self.said['join'].removeprefix('http://')}/ws"
        return Voice(self.stack.enter_context(connect(address, open_timeout=PATIENCE)))

    def key(self) -> str:
        return self.said["console"].split("#key=")[1].split()[0]


@dataclass
class Voice:
    """One connection to it."""

    socket: ClientConnection

    def say(self, **message: Any) -> None:
        self.socket.send(json.dumps(message))

    def hear(self, type: str) -> dict[str, Any]:
        """Wait for a message of a type; others are passed over."""
        while True:
            found: dict[str, Any] = json.loads(self.socket.recv(timeout=PATIENCE))
            if found["type"] == type:
                return found


@pytest.fixture
def open_programs() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def started(stack: ExitStack, moment: str, folder: Path, *scenario: str) -> Program:
    """Start a host that dies at a moment, and wait until it has said where it is."""
    arguments = ["host", *scenario, "--local", "--no-browser", "--port", "0", "--folder", str(folder)]
    process = stack.enter_context(
        subprocess.Popen(
            [sys.executable, mortal.__file__, moment, *arguments], stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
    )
    stack.callback(process.kill)
    said = {}
    assert process.stdout is not None
    for line in process.stdout:
        word, _, rest = line.strip().partition(" ")
        said[word] = rest.strip()
        if word == "Ctrl-C":
            return Program(stack, process, said)
    raise AssertionError(said)


def in_seat(host: Program, seat: str) -> tuple[Voice, str, str]:
    """Let somebody join and sit down, and the class begin; give their voice, token and the moment."""
    amara = host.connect()
    amara.say(type="join", id="j", code=host.said["code"], name="Amara", **{"as": "page"})
    token = amara.hear("joined")["token"]
    amara.say(type="seat", id="s", table="1", seat=seat)
    console = host.connect()
    console.say(type="hello", key=host.key())
    console.say(type="act", id="a", act="begin")
    assert console.hear("answer")["problem"] is None
    amara.say(type="hello", token=token)
    return amara, token, amara.hear("changed")["moment"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_host_killed_in_the_middle_of_a_command_loses_nothing(
    open_programs: ExitStack, tmp_path: Path, moment: str
) -> None:
    folder = tmp_path / "class"
    command = {"kind": "send_message", "to": None, "text": WORDS.decode()}
    host = started(open_programs, moment, folder, "tutorial")
    amara, token, when = in_seat(host, "clinics")
    amara.say(type="command", id="before", moment=when, command={**command, "text": "Good evening."})
    assert amara.hear("answer")["problem"] is None
    amara.say(type="command", id="last", moment=when, command=command)
    with pytest.raises(ConnectionClosed):
        amara.hear("answer")
    assert host.process.wait(PATIENCE) != 0

    again = started(open_programs, "never", folder)
    back = again.connect()
    back.say(type="hello", token=token)
    where = back.hear("where")
    assert (where["table"], where["seat"], where["is_begun"]) == ("1", "clinics", True)
    now = back.hear("changed")["moment"]
    for _ in range(2):
        back.say(type="command", id="last", moment=now, command=command)
        answer = back.hear("answer")
        assert answer["problem"] is None
    again.process.kill()
    again.process.wait(PATIENCE)
    assert texts_of(folder / "table-01.jsonl") == ["Good evening.", WORDS.decode()]


def texts_of(journal: Path) -> list[str]:
    """List what was written to the room, from the journal."""
    commands = [line.command for line in read(journal).lines if isinstance(line, Entry)]
    return [command.text for command in commands if command.kind == "send_message" and command.seat == "clinics"]
