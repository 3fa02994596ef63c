"""The computer seats of one table: which should act, what it chooses, and what it says about that."""

from collections import Counter
from collections.abc import Iterable, Sequence

from game.opponents.luck import Luck
from game.record import Entry, Holder, Roster
from game.rules.commands import Command, Pass, SendMessage
from game.rules.events import ROOM, PhaseBegan
from game.rules.ids import AgencyId
from game.rules.room import Room
from game.rules.state import State
from game.rules.view import View, view
from game.session.deliveries import is_told
from game.session.standins import (
    MOST_MOVES,
    Abstainer,
    Casting,
    Opponent,
    Speaker,
    due_computer,
    goes_with,
)


class Computers:
    """Asks whoever plays a computer seat, and keeps count of who has done what in this phase. It plays nothing."""

    def __init__(self, casting: Casting, *, is_strict: bool, is_spoken: bool) -> None:
        """Begin with nothing done; strict lets the errors of opponents through."""
        self._casting = casting
        self._is_strict = is_strict
        self._is_spoken = is_spoken
        self._last: Entry | None = None
        self._done: Counter[AgencyId] = Counter()
        self._moves: Counter[AgencyId] = Counter()
        self._resting: set[AgencyId] = set()
        self._stuck: set[AgencyId] = set()

    def due(self, room: Room, roster: Roster) -> AgencyId | None:
        """Say which computer seat should act now; None if none, or if that one cannot even pass."""
        seat = due_computer(room, roster, self._done, frozenset(self._resting | self._stuck))
        return None if seat in self._stuck else seat

    def choose(self, state: State, seat: AgencyId, holder: Holder) -> tuple[Command, str]:
        """Ask whoever plays a seat; what cannot be used becomes a pass, with a note."""
        if self._moves[seat] >= MOST_MOVES:
            return Pass(seat), f"it had moved {MOST_MOVES} times, so it passed"
        try:
            command = self._opponent(state, seat, holder).choose(view(state, seat), Luck(state.seed, seat))
        except Exception as error:  # a computer seat must never stop the game
            if self._is_strict:
                raise
            return Pass(seat), f"it found no move ({type(error).__name__}: {error}), so it passed"
        return (command, "") if command.seat == seat else (Pass(seat), "it chose for another seat, so it passed")

    def words(
        self, state: State, sight: View, command: Command, holder: Holder, heard: Sequence[str]
    ) -> SendMessage | None:
        """Let a seat say why it made a move, by what it saw before and what it sent and received; None for nothing."""
        speaker = self._opponent(state, sight.seat, holder) if self._is_spoken else None
        if not isinstance(speaker, Speaker):
            return None
        try:
            message = speaker.speak(sight, command, Luck(state.seed, sight.seat), heard)
        except Exception:  # words must never stop the game
            if self._is_strict:
                raise
            return None
        return message if message is not None and message.seat == sight.seat else None

    def _opponent(self, state: State, seat: AgencyId, holder: Holder) -> Opponent:
        """Find who plays a computer seat."""
        return Abstainer() if holder.is_absent else self._casting(holder, state.case.agency(seat))

    def rest(self, seat: AgencyId) -> None:
        """Let a seat that has nothing more to do wait until the persons are through, or something reaches it."""
        self._resting.add(seat)

    def give_up(self, seat: AgencyId) -> None:
        """Leave a seat alone that cannot even pass, until something happens."""
        self._stuck.add(seat)

    def wake(self, seat: AgencyId) -> None:
        """Ask a seat anew: somebody else plays it."""
        self._resting.discard(seat)
        self._stuck.discard(seat)

    def note(self, entry: Entry) -> None:
        """Count who did what in this phase, and wake the seats that something reached."""
        has_words_only = self._last is not None and goes_with(entry, self._last)
        self._last = entry
        self._stuck.clear()
        if entry.seat is None:
            self._resting.clear()
        else:
            self._moves[entry.seat] += not has_words_only
            self._done[entry.seat] += not isinstance(entry.command, SendMessage)
        if any(isinstance(event.what, PhaseBegan) for event in entry.events):
            self._done.clear()
            self._moves.clear()
            self._resting.clear()
        self._resting -= {
            seat for seat in self._resting for event in entry.events if event.to != ROOM and is_told(event, seat)
        }

    def start_over(self, entries: Iterable[Entry]) -> None:
        """Count anew from the commands that count."""
        self._last = None
        for kept in (self._done, self._moves, self._resting, self._stuck):
            kept.clear()
        for entry in entries:
            self.note(entry)
