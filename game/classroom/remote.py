"""A table on the host, as the window of one seat sees it: it knows what that seat was sent, and nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from game.classroom.revealing import Revealed
from game.classroom.views import Sight
from game.record import Roster
from game.record.sentences import Sentence
from game.rules.commands import Command
from game.rules.course import waiting_on
from game.rules.events import Event
from game.rules.ids import AgencyId
from game.rules.menu import Choice
from game.rules.refusal import Refusal
from game.rules.scene import Scene
from game.rules.view import PublicView, View
from game.rules.vocabulary import Phase
from game.session import Deliveries, Opened
from game.session.attendance import Clock
from game.session.deliveries import told
from game.session.telling import Page, tell

Give = Callable[[Command, str], Refusal | None]
"""Give a command, meant for a moment, to the host; the refusal, if it is one."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a seat was sent of its game up to now, and when, by this computer's steady clock, it was sent the time."""

    sight: Sight
    revealed: Revealed | None
    at: float

    def clock(self, now: float) -> Clock:
        """Say how much time is left by now."""
        clock, gone = self.sight.clock, max(0.0, now - self.at)
        left = clock.left if clock.left is None or clock.is_held else max(0.0, clock.left - gone)
        return Clock(left, clock.is_held, None if clock.bell is None else max(0.0, clock.bell - gone))


class RemoteTable:
    """Give of a game on the host what `Table` gives of a game here, for one seat."""

    notices: tuple[str, ...] = ()

    def __init__(self, seen: Seen, give: Give) -> None:
        """Show what was seen; commands go to `give`."""
        self._seen = seen
        self._give = give

    def is_of(self, seen: Seen) -> bool:
        """Say whether it is the same seat at the same table."""
        mine, other = self._seen.sight, seen.sight
        return (mine.table, mine.view.seat) == (other.table, other.view.seat)

    def take_in(self, seen: Seen) -> None:
        """Show what has been seen since; marks given before keep their sense, but for what was taken back meanwhile."""
        first, pages = seen.sight.begun
        before = {at: min(place, pages) if at < first else place for at, place in self._seen.sight.places}
        places = {**before, **dict(seen.sight.places)}
        self._seen = replace(seen, sight=replace(seen.sight, places=tuple(sorted(places.items()))))

    # What may be seen

    @property
    def seat(self) -> AgencyId:
        """Name one's seat."""
        return self._view.seat

    @property
    def name(self) -> str:
        """Name the table, as the class calls it."""
        return self._seen.sight.table

    @property
    def scene(self) -> Scene:
        """Return the public side of the case."""
        return self._view.scene

    @property
    def roster(self) -> Roster:
        """Say who holds which seat; how computers play only once everything is open."""
        revealed = self._seen.revealed
        return self._seen.sight.roster if revealed is None else revealed.roster

    @property
    def seats(self) -> tuple[AgencyId, ...]:
        """Name all seats in the order of the case."""
        return tuple(self._seen.sight.roster)

    @property
    def phase(self) -> Phase:
        """Say where the game stands."""
        return self._view.room.phase

    @property
    def is_closed(self) -> bool:
        """Say whether the game is over."""
        return self.phase is Phase.CLOSED

    @property
    def waiting(self) -> tuple[AgencyId, ...]:
        """Name the seats whose move the game waits for."""
        return waiting_on(self._view.room)

    @property
    def mark(self) -> int:
        """Return a mark for `since`: how much has happened so far."""
        return self._seen.sight.mark

    def view(self, seat: AgencyId) -> View:
        """Return what one's seat may see; KeyError for another."""
        return self._mine(seat).view

    def public_view(self) -> PublicView:
        """Return what anybody may see."""
        view = self._view
        return PublicView(view.scene, view.ruleset, view.room)

    def menu(self, seat: AgencyId) -> tuple[Choice, ...]:
        """List what one's seat can do now, and why not the rest; KeyError for another."""
        return self._mine(seat).choices

    def pages(self, seat: AgencyId | None, mark: int = 0) -> tuple[Page, ...]:
        """Give a page to the opening (0) and each command since a mark; for None, of what anybody was told."""
        pages = self._seen.sight.pages if seat is None else self._mine(seat).pages
        if seat is None:
            pages = tuple(_public(page) for page in pages)
        return pages[self._seen.sight.place(mark) :]

    def since(self, seat: AgencyId | None, mark: int = 0) -> tuple[Event, ...]:
        """List what one's seat (or, for None, anybody) may know of what happened since a mark."""
        return tuple(event for page in self.pages(seat, mark) for event in page.events)

    def sentences(self, seat: AgencyId | None, mark: int = 0) -> tuple[Sentence, ...]:
        """Tell in words what happened since a mark, to one's seat or (None) to anybody."""
        sight = self._seen.sight
        if seat == self.seat and mark <= 0:
            return sight.sentences
        role = None if seat is None else self._view.role
        return tell(self.pages(seat), self.scene, seat, role, found=sight.found, mark=sight.place(mark))

    def opened(self) -> Opened | None:
        """Give everything away once the instructor has opened it; None before."""
        return None if self._seen.revealed is None else self._seen.revealed.opened

    @property
    def _view(self) -> View:
        return self._seen.sight.view

    def _mine(self, seat: AgencyId) -> Sight:
        if seat != self.seat:
            raise KeyError(seat)
        return self._seen.sight

    # What may be done

    def receive(self, seat: AgencyId, command: Command) -> Deliveries:
        """Give a command to the host and wait for its answer; the refusal says if there is none."""
        if self.seat != seat or command.seat != seat:
            name = self.scene.face(self.seat).name
            return Deliveries(seat, Refusal("not_your_seat", f"From here you can only act for {name}.", seat))
        return Deliveries(seat, self._give(command, self._seen.sight.moment))

    def next_person(self, now: AgencyId | None = None) -> AgencyId | None:
        """Name one's own seat if the game waits for it; the others sit elsewhere."""
        return self.seat if self.seat in self.waiting else None

    def next_computer(self) -> AgencyId | None:
        """Name no computer: the host lets them act."""
        return None

    def step(self) -> Deliveries | None:
        """Let nobody act."""
        return None

    def excuse(self) -> Iterable[Deliveries]:
        """Pass for nobody: the host does."""
        return ()

    def close(self) -> None:
        """Keep nothing here, so let go of nothing."""


def _public(page: Page) -> Page:
    events = told(page.events, None)
    return Page(page.at, events, page.is_beside and bool(events))
