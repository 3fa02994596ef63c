"""Computer seats at the table: when it is their turn, and what is done when one gets stuck."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from game.opponents.luck import Luck
from game.opponents.manner import Manner, manner_named
from game.opponents.seat import choose
from game.opponents.speech import EVERYBODY, hearer_of, say
from game.record import Entry, Holder, Roster
from game.rules.case import Agency
from game.rules.commands import Command, Pass, SendMessage
from game.rules.course import waiting_on
from game.rules.ids import AgencyId
from game.rules.room import Room
from game.rules.view import View
from game.rules.vocabulary import Phase

MOST_MOVES = 60
"""Commands of one computer seat in one phase; after that it passes, whatever it would like."""


class Opponent(Protocol):
    """Whoever chooses for a computer seat: it gets the seat's view and nothing else."""

    def choose(self, view: View, luck: Luck) -> Command:
        """Choose the seat's next command."""
        ...


@runtime_checkable
class Speaker(Protocol):
    """An opponent that can also say why it does something."""

    def speak(self, view: View, command: Command, luck: Luck, heard: Sequence[str]) -> SendMessage | None:
        """Word the reason for a move chosen from this view, for those who saw it; None to say nothing.

        `heard` is what the seat itself sent and received so far.
        """
        ...


class MannerOpponent:
    """Plays by a manner of the opponents' layer."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner

    def choose(self, view: View, luck: Luck) -> Command:
        """Choose the seat's next command."""
        return choose(view, self._manner, luck)

    def speak(self, view: View, command: Command, luck: Luck, heard: Sequence[str]) -> SendMessage | None:
        """Word the reason for a move, in the manner's tone."""
        words, hearer = say(view, command, self._manner, luck, heard), hearer_of(view, command)
        if not words or hearer is None:
            return None
        return SendMessage(view.seat, None if hearer == EVERYBODY else hearer, words)


class Abstainer:
    """Plays for a seat whose holder left: it passes, which abstains (R2.6)."""

    def choose(self, view: View, luck: Luck) -> Command:
        """Pass."""
        return Pass(view.seat)


Casting = Callable[[Holder, Agency], Opponent]
"""Find the opponent that plays an agency for a holder."""


def by_manner(holder: Holder, agency: Agency) -> Opponent:
    """Find the opponent of a manner and level; names that are gone since the game was saved become the usual ones."""
    return MannerOpponent(manner_named(holder.manner, holder.level, agency.temper))


def due_computer(
    room: Room, roster: Roster, done: Mapping[AgencyId, int], resting: frozenset[AgencyId]
) -> AgencyId | None:
    """Say which computer seat should act now: the one that did least in this phase, then by the order of the case.

    In the corridor they keep step with the persons: none does more than the person who has done least, and one that has
    nothing more to do rests, without passing, until the persons are through, so that it can still answer them.
    """
    waiting = frozenset(waiting_on(room))
    persons = [seat for seat in waiting if roster[seat].is_person]
    computers = [seat for seat, holder in roster.items() if seat in waiting and not holder.is_person]
    if room.phase is Phase.CORRIDOR and persons:
        least = min(done.get(seat, 0) for seat in persons)
        computers = [seat for seat in computers if seat not in resting and done.get(seat, 0) <= least]
    return min(computers, key=lambda seat: done.get(seat, 0), default=None)


def is_rest(room: Room, roster: Roster, command: Command) -> bool:
    """Say whether a computer's pass should be kept back: in the corridor, while persons are still at it."""
    if room.phase is not Phase.CORRIDOR or not isinstance(command, Pass):
        return False
    return any(roster[seat].is_person for seat in waiting_on(room))


def goes_with(entry: Entry, before: Entry) -> bool:
    """Say whether a command is only words about the move before it, and no move of its own."""
    is_word, is_move = isinstance(entry.command, SendMessage), not isinstance(before.command, SendMessage)
    return is_word and is_move and entry.seat == before.seat
