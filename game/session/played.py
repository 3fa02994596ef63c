"""A game as whoever shows it needs it: at this computer, or on the host of a class."""

from collections.abc import Iterable
from typing import Protocol

from game.record import Roster
from game.record.sentences import Sentence
from game.rules.commands import Command
from game.rules.events import Event
from game.rules.ids import AgencyId
from game.rules.menu import Choice
from game.rules.scene import Scene
from game.rules.view import PublicView, View
from game.rules.vocabulary import Phase
from game.session.deliveries import Deliveries, Opened


class Played(Protocol):
    """What `Table` gives to a window; a table elsewhere knows only the seat that it was sent."""

    notices: tuple[str, ...]
    """What is worth knowing as it is taken up."""

    @property
    def scene(self) -> Scene:
        """Return the public side of the case."""
        ...

    @property
    def roster(self) -> Roster:
        """Say who holds which seat."""
        ...

    @property
    def seats(self) -> tuple[AgencyId, ...]:
        """Name all seats in the order of the case."""
        ...

    @property
    def phase(self) -> Phase:
        """Say where the game stands."""
        ...

    @property
    def is_closed(self) -> bool:
        """Say whether the game is over."""
        ...

    @property
    def waiting(self) -> tuple[AgencyId, ...]:
        """Name the seats whose move the game waits for."""
        ...

    @property
    def mark(self) -> int:
        """Return a mark for `since`: how much has happened so far."""
        ...

    def view(self, seat: AgencyId) -> View:
        """Build what a seat may see; KeyError for a seat that this table does not know."""
        ...

    def public_view(self) -> PublicView:
        """Build what anybody may see."""
        ...

    def menu(self, seat: AgencyId) -> tuple[Choice, ...]:
        """List what a seat can do now, and why not the rest."""
        ...

    def since(self, seat: AgencyId | None, mark: int = 0) -> tuple[Event, ...]:
        """List what a seat (or, for None, anybody) may know of what happened since a mark; 0 is the beginning."""
        ...

    def sentences(self, seat: AgencyId | None, mark: int = 0) -> tuple[Sentence, ...]:
        """Tell in words what happened since a mark, to a seat or (None) to anybody."""
        ...

    def opened(self) -> Opened | None:
        """Give everything away once that is allowed; None before."""
        ...

    def receive(self, seat: AgencyId, command: Command) -> Deliveries:
        """Play a command for the person on a seat."""
        ...

    def next_person(self, now: AgencyId | None = None) -> AgencyId | None:
        """Say which person at this computer must act next."""
        ...

    def next_computer(self) -> AgencyId | None:
        """Say which computer seat should act now by `step`; None while there is none."""
        ...

    def step(self) -> Deliveries | None:
        """Let the next computer seat act; None if there is none."""
        ...

    def excuse(self) -> Iterable[Deliveries]:
        """Pass for persons whom a phase asks nothing."""
        ...

    def close(self) -> None:
        """Let go of what the game is kept in."""
        ...
