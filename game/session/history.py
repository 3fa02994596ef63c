"""What has happened at a table: the commands that count, what was taken back, and who held the seats meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.record import Entry, Handover, Line, Roster, Undone
from game.rules.commands import SendMessage
from game.rules.events import CallClosed, Event, PhaseBegan
from game.rules.evolve import evolve, replay
from game.rules.ids import AgencyId
from game.rules.opening import start
from game.rules.state import State

TIME_IS_UP = "its time was up"
EXCUSED = "it was asked nothing"
ENDED = "the instructor ended the phase"
"""Notes on passes that nobody gave: what persons do themselves has no note."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """What would be taken back: the number and kind of a command, and whose it was; None: the instructor's."""

    at: int
    seat: AgencyId | None
    kind: str


class History:
    """Takes in the lines of a journal as they are written.

    A mark stands for a moment; what was taken back has no moments any more, so its marks stand for the one before.
    """

    def __init__(self, opening: tuple[Event, ...], roster: Roster) -> None:
        """Begin with the opening, and who held the seats then."""
        self.opening = opening
        self.roster = dict(roster)
        self._entries: list[Entry] = []
        self.tags: set[str] = set()
        """Of all commands that had one, also of those taken back."""
        self._undoable: list[Undoable] = []
        self._marks = [0, 1]
        """Up to which page (the opening is one) had happened at each mark."""

    @property
    def entries(self) -> Sequence[Entry]:
        """Return the commands that count."""
        return self._entries

    @property
    def undoable(self) -> Undoable | None:
        """Say what would be taken back; None if nobody did anything."""
        return self._undoable[-1] if self._undoable else None

    @property
    def mark(self) -> int:
        """Return a mark for this moment; no other moment ever has the same."""
        return len(self._marks) - 1

    def place(self, mark: int) -> int:
        """Say how many pages there were at a mark, of those that still count."""
        return self._marks[min(max(mark, 0), self.mark)]

    def take(self, line: Line) -> None:
        """Take a line in."""
        match line:
            case Entry():
                self._note(line)
                if line.tag:
                    self.tags.add(line.tag)
                self._entries.append(line)
                self._marks.append(len(self._entries) + 1)
            case Handover(seat, holder):
                self.roster[seat] = holder
            case Undone(at):
                del self._entries[at - 1 :]
                self._undoable = [one for one in self._undoable if one.at < at]
                self._marks = [*(min(place, at) for place in self._marks), at]

    def _note(self, entry: Entry) -> None:
        """Note what somebody might want to take back: a move of a person, or whatever the instructor did."""
        if entry.note == ENDED:
            if not self._is_ending():
                self._undoable.append(Undoable(entry.at, None, "end_phase"))
        elif entry.seat is None or (
            not entry.note and not isinstance(entry.command, SendMessage) and self.roster[entry.seat].is_person
        ):
            self._undoable.append(Undoable(entry.at, entry.seat, entry.command.kind))

    def _is_ending(self) -> bool:
        """Say whether the last command was one of several by which a phase is ended."""
        if not self._entries or self._entries[-1].note != ENDED:
            return False
        return not any(isinstance(event.what, PhaseBegan | CallClosed) for event in self._entries[-1].events)


def folded(state: State, opening: Iterable[Event], entries: Iterable[Entry]) -> State:
    """Build the state after the opening and some commands of the game that another state belongs to."""
    state = start(state.case, state.ruleset, state.seed, state.room.seated)
    for event in opening:
        state = evolve(state, event)
    for entry in entries:
        state = replay(state, entry.events)
    return state
