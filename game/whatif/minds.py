"""Computer seats in a game that is run again: from some command on they decide anew, by what they now see."""

from collections.abc import Iterable, Sequence

from game.debrief import Holding
from game.record import Entry, Roster
from game.rules.commands import Command, Pass
from game.rules.ids import AgencyId
from game.rules.interventions import Act
from game.rules.state import State
from game.session.computers import Computers
from game.session.standins import by_manner, is_rest
from game.whatif.tape import Given


class Minds:
    """Asks computer seats as the table does. What was left out of the record they do not do again."""

    def __init__(self, holdings: Iterable[Holding], since: int, taboo: Iterable[Act] = ()) -> None:
        """Wake up once the command numbered `since` has been given, or left out."""
        self._holdings = sorted(holdings, key=lambda holding: holding.since)
        self._since = since
        self._taboo = tuple(taboo)
        self._at = 0
        self._computers: Computers | None = None

    def reach(self, at: int, entries: Sequence[Entry]) -> None:
        """Say which recorded command is due, and what was played so far."""
        self._at = at
        if self._computers is None and at > self._since:
            self._computers = Computers(by_manner, is_strict=False, is_spoken=False)
            self._computers.start_over(entries)

    def holds(self, given: Given) -> bool:
        """Say whether a recorded command is held: all before they wake up, and then those of people."""
        if self._computers is None or given.entry.seat is None:
            return True
        return self._roster()[given.entry.seat].is_person

    def decide(self, state: State) -> Command | None:
        """Choose the next move of a computer seat; None while it is for others to move."""
        while self._computers is not None:
            roster = self._roster()
            seat = self._computers.due(state.room, roster)
            if seat is None:
                return None
            command, _ = self._computers.choose(state, seat, roster[seat])
            if command in self._taboo:
                command = Pass(seat)
            if not is_rest(state.room, roster, command):
                return command
            self._computers.rest(seat)
        return None

    def note(self, entry: Entry) -> None:
        """Take note of what was played."""
        if self._computers is not None:
            self._computers.note(entry)

    def give_up(self, seat: AgencyId) -> None:
        """Leave a seat alone that cannot even pass."""
        if self._computers is not None:
            self._computers.give_up(seat)

    def _roster(self) -> Roster:
        """Say who holds the seats where the record stands."""
        return {holding.seat: holding.holder for holding in self._holdings if holding.since < max(self._at, 1)}
