"""A table of the shipped tutorial, with whoever the test wants on its seats."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.record import Entry, Holder, Line, computer, person
from game.rules.case import Case
from game.rules.commands import Convene, Pass
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.scenario import loading
from game.session import Table, open_table

FUND, FORCE, CLINICS, COUNCIL = (AgencyId(name) for name in ("fund", "force", "clinics", "council"))
Tables = Callable[..., Table]


class Memory:
    """A recorder that keeps lines in a list, or fails when told to."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.failure: Exception | None = None

    @property
    def entries(self) -> list[Entry]:
        return [line for line in self.lines if isinstance(line, Entry)]

    def append(self, line: Line) -> None:
        if self.failure is not None:
            raise self.failure
        self.lines.append(line)

    def close(self) -> None:
        pass


@pytest.fixture(scope="session")
def case() -> Case:
    return loading.load(loading.find("tutorial"))


@pytest.fixture
def solo(case: Case) -> Tables:
    """Seat one person (clinics) among computers."""

    def make(seed: int = 3, folder: Path | None = None, manner: str = "consensus_builder", **rest: object) -> Table:
        roster: dict[AgencyId, Holder] = {agency: computer(manner) for agency in case.agency_ids}
        roster[CLINICS] = person("Ada")
        return open_table(case, roster, seed, folder=folder, **rest)  # type: ignore[arg-type]

    return make


@pytest.fixture
def hotseat(case: Case) -> Table:
    """Seat a person everywhere."""
    return open_table(case, {agency: person(agency) for agency in case.agency_ids}, 3)


def play_on(table: Table, until: Phase = Phase.CLOSED, round_: int = 0) -> None:
    """Let computers play and persons pass until a phase (of a round) has come."""
    for _ in range(5000):
        room = table.public_view().room
        if table.is_closed or (room.phase is until and room.round >= round_):
            return
        if table.step() is None:
            seat = table.next_person()
            assert seat is not None, room
            assert table.receive(seat, Pass(seat)).is_accepted
    raise AssertionError("the game does not come to its end")


def convene(table: Table) -> None:
    """Convene the forum as found."""
    forum = table.public_view().room.forum
    command = Convene(forum.chair, forum.kind, tuple(forum.invited), forum.purpose, forum.rule)
    assert table.receive(forum.chair, command).is_accepted
