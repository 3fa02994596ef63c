"""What tests of the table share: the tutorial's seats, a recorder, and ways to move a game on."""

from collections.abc import Callable

from game.record import Entry, Line
from game.rules.commands import Convene, Pass
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.session import Table

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
