"""Somebody is away while a text is signed: the others sign, the table waits until time is up, and nothing is lost."""

from pathlib import Path

import pytest
from classroom.classes import Line, School, open_school
from classroom.signing import TEXT, lead_to_signing

from game.record.codec import plain
from game.rules.commands import Command, Sign
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.rules.vocabulary import Phase
from game.session import Table


class Signing:
    """A table with a person on each seat, at the moment when it signs; the first is away."""

    def __init__(self, folder: Path, *, client: str, minutes: int | None = None) -> None:
        self.school: School = open_school(folder)
        self.client = client
        self.table: Table = self.school.room.table("1").table
        self.lines = {seat: self.school.person(f"P {seat}", "1", seat, client=client) for seat in self.table.seats}
        self.tokens = {seat: line.last("joined")["token"] for seat, line in self.lines.items()}
        console = self.school.console()
        if minutes is not None:
            console.act("plan", minutes=minutes)
        console.act("begin")
        lead_to_signing(self.table, self.play)
        self.away: AgencyId = self.table.waiting[0]

    def play(self, command: Command) -> Refusal | None:
        """Give a command over the line of its seat."""
        words = {name: part for name, part in plain(command).items() if name != "seat"}
        moment = self.school.room.table("1").moment
        answer = self.lines[command.seat].say("command", moment=moment, command=words)
        return None if answer["problem"] is None else Refusal(**answer["problem"])

    @property
    def signed(self) -> tuple[AgencyId, ...]:
        """Name the seats that signed."""
        signatures = self.table.public_view().room.texts[TEXT].signatures
        return tuple(seat for seat, one in signatures.items() if one.is_signed)

    def come_back(self) -> Line:
        """Let who is away come back by their token, as what they were."""
        line = self.lines[self.away] = self.school.line()
        line.say("hello", token=self.tokens[self.away], **{"as": self.client})
        return line


@pytest.mark.parametrize("client", ["page", "window"])
def test_a_signing_waits_for_who_is_away_and_is_where_it_was_when_they_are_back(tmp_path: Path, client: str) -> None:
    signing = Signing(tmp_path / "class", client=client)
    signing.lines[signing.away].leave()
    for seat in signing.table.seats:
        if seat != signing.away:
            assert signing.play(Sign(seat, TEXT)) is None
    signing.school.tick(600)
    assert (signing.table.phase, signing.table.waiting) == (Phase.SIGNING, (signing.away,))
    line = signing.come_back()
    assert line.last("where")["seat"] == signing.away
    assert line.last("changed" if client == "page" else "game")["mark"] == signing.table.mark
    if client == "page":
        head = line.say("sheet", place="now")["sheet"]["head"]
        assert (head["phase"], head["is_mine"]) == ("signing", True)
    assert signing.play(Sign(signing.away, TEXT)) is None
    assert set(signing.signed) == set(signing.table.seats)


@pytest.mark.parametrize("client", ["page", "window"])
def test_a_signature_given_before_one_was_away_is_given_once(tmp_path: Path, client: str) -> None:
    signing = Signing(tmp_path / "class", client=client)
    moment = signing.school.room.table("1").moment
    asked = {"id": "s1", "moment": moment, "command": {"kind": "sign", "text": TEXT}}
    assert signing.lines[signing.away].say("command", **asked)["problem"] is None
    mark = signing.table.mark
    assert signing.signed == (signing.away,)
    signing.lines[signing.away].leave()
    line = signing.come_back()
    assert line.say("command", **asked)["problem"] is None
    assert signing.table.mark == mark


@pytest.mark.parametrize("client", ["page", "window"])
def test_who_is_away_beyond_the_time_of_a_signing_has_not_signed(tmp_path: Path, client: str) -> None:
    signing = Signing(tmp_path / "class", client=client, minutes=90)
    signing.lines[signing.away].leave()
    signing.school.tick(200)
    assert signing.table.phase is Phase.CORRIDOR
    line = signing.come_back()
    assert line.last("changed" if client == "page" else "game")["mark"] == signing.table.mark
    assert signing.away not in signing.signed
    assert signing.play(Sign(signing.away, TEXT)) is not None
