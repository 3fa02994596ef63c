"""What a seat sees of its table, built once for a sheet."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from game.record import Roster
from game.record.sentences import Sentence
from game.rules import events as was
from game.rules.events import Event
from game.rules.ids import AgencyId
from game.rules.menu import Choice
from game.rules.room import Room
from game.rules.scene import Scene
from game.rules.view import View
from game.session import Table
from game.session.telling import Page, tell


class Sight:
    """One seat's sight of a table; what costs time is looked up when it is first asked for."""

    def __init__(self, table: Table, seat: AgencyId, *, is_revealed: bool = False) -> None:
        """Look from a seat; KeyError if there is no such seat. Until the reveal it is not told how the game ended."""
        self.table = table
        self.seat = seat
        self.is_revealed = is_revealed
        self.view: View = table.view(seat)

    @property
    def scene(self) -> Scene:
        """Return the public side of the case."""
        return self.view.scene

    @property
    def room(self) -> Room:
        """Return what everybody sees."""
        return self.view.room

    @cached_property
    def roster(self) -> Roster:
        """Say who holds which seat."""
        return self.table.roster

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """List what the seat can do, and why not the rest."""
        return self.table.menu(self.seat)

    @cached_property
    def is_mine(self) -> bool:
        """Say whether the game waits for this seat."""
        return self.seat in self.table.waiting

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Give what the seat was told, command by command; the verdict waits for the instructor."""
        found = self.table.pages(self.seat)
        if self.is_revealed or not self.table.is_closed:
            return found
        return tuple(replace(page, events=tuple(event for event in page.events if not _ends(event))) for page in found)

    @cached_property
    def acted(self) -> int:
        """Return the mark at which the seat last did something; 0 if it never did."""
        for page in reversed(self.pages):
            if page.at and is_own(page.events, self.seat):
                return page.at + 1
        return 0

    @cached_property
    def fresh(self) -> tuple[Sentence, ...]:
        """Tell what happened since the seat last did something."""
        return self.told(self.acted)

    def told(self, mark: int = 0) -> tuple[Sentence, ...]:
        """Tell in words what happened since a mark."""
        return tell(self.pages, self.scene, self.seat, self.view.role, found=self.table.found, mark=mark)

    def choice(self, kind: str) -> Choice | None:
        """Find a kind of command in the menu."""
        return next((one for one in self.choices if one.kind == kind), None)


def _ends(event: Event) -> bool:
    return isinstance(event.what, was.GameClosed)


def is_own(events: Iterable[Event], seat: AgencyId) -> bool:
    """Say whether what was told at once comes of a command that the seat gave itself."""
    found = tuple(event.what for event in events)
    if any(doer(what) == seat for what in found):
        return True
    has_spent = any(isinstance(what, was.TimeSet) and what.agency == seat for what in found)
    has_learned = any(isinstance(what, was.FactLearned) and what.agency == seat for what in found)
    return has_spent and has_learned and not any(isinstance(what, was.RoundBegan) for what in found)


def doer(what: object) -> AgencyId | None:
    """Name whose deed an event is, where it tells; None for what merely comes about."""
    match what:
        case was.Disclosed(disclosure):
            return disclosure.speaker
        case was.Claimed(claim):
            return claim.speaker
        case was.Pressed(threat):
            return threat.presser
        case was.Pledged(pledge):
            return pledge.pledger
        case was.PressureWithdrawn() | was.ThreatSettled():
            return what.presser
        case was.PledgeSettled():
            return what.pledger
        case was.HomeConsulted() | was.CableAnswered():
            return what.agency
        case was.JointOffered(offer):
            return offer.joined[-1] if offer.joined else None
        case was.Tabled() | was.Amended():
            return what.version.author
        case was.MotionOpened(motion):
            return motion.mover
        case was.Convened():
            return what.chair
        case was.Exposed():
            return None
    found = getattr(what, "seat", None)
    return AgencyId(found) if isinstance(found, str) else None
