"""The minutes of one command: each event is stored as soon as it is written, so that the next can build on it."""

from dataclasses import dataclass, field

from game.rules.events import NOBODY, ROOM, Audience, Event, Happening
from game.rules.evolve import evolve
from game.rules.ids import AgencyId
from game.rules.luck import draw
from game.rules.own import Own
from game.rules.room import Room
from game.rules.ruleset import Ruleset
from game.rules.state import State


@dataclass(slots=True)
class Minutes:
    """The state so far, and the events that led to it. Lives within one call; nothing outside ever sees it."""

    state: State
    events: list[Event] = field(default_factory=list)

    def tell(self, to: Audience, what: Happening) -> None:
        """Write an event for those whom it is for."""
        event = Event(to, what)
        self.events.append(event)
        self.state = evolve(self.state, event)

    def tell_room(self, what: Happening) -> None:
        """Write an event for the room."""
        self.tell(ROOM, what)

    def tell_nobody(self, what: Happening) -> None:
        """Write an event that nobody sees before the debrief."""
        self.tell(NOBODY, what)

    @property
    def room(self) -> Room:
        """Return what everybody sees."""
        return self.state.room

    @property
    def ruleset(self) -> Ruleset:
        """Return the numbers."""
        return self.state.ruleset

    @property
    def at(self) -> int:
        """Return the number of the command under way."""
        return self.state.count

    def own(self, seat: AgencyId) -> Own:
        """Return what one seat alone sees."""
        return self.state.own[seat]

    def draw(self, *key: str | int) -> float:
        """Draw a number in [0, 1) by key (R10.1)."""
        return draw(self.state.seed, *key)
