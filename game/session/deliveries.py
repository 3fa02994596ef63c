"""What a table sends out, and to whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.record import Entry
from game.rules.events import ROOM, Event
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.rules.state import State


@dataclass(frozen=True, slots=True)
class Deliveries:
    """The answer to one message: a refusal for its sender alone, or to each seat the events it may know of.

    `room` is for whoever has no seat: a projector, a spectator. `note` says if a computer seat had to be helped out.
    """

    seat: AgencyId | None = None
    refusal: Refusal | None = None
    by_seat: Mapping[AgencyId, tuple[Event, ...]] = field(default_factory=dict)
    room: tuple[Event, ...] = ()
    note: str = ""

    @property
    def is_accepted(self) -> bool:
        """Say whether the message was accepted."""
        return self.refusal is None


@dataclass(frozen=True, slots=True)
class Opened:
    """A closed game with everything in it (R2.5)."""

    state: State
    opening: tuple[Event, ...]
    entries: tuple[Entry, ...]


def is_told(event: Event, seat: AgencyId | None) -> bool:
    """Say whether the event may reach a seat; None is anybody."""
    return event.to == ROOM or (seat is not None and seat in event.to)


def told(events: tuple[Event, ...], seat: AgencyId | None) -> tuple[Event, ...]:
    """Choose the events that may reach a seat; None is anybody."""
    return tuple(event for event in events if is_told(event, seat))


def deliver(
    seat: AgencyId | None, events: tuple[Event, ...], seats: tuple[AgencyId, ...], note: str = ""
) -> Deliveries:
    """Part events by audience; a seat that has nothing to learn is left out."""
    parts = {other: part for other in seats if (part := told(events, other))}
    return Deliveries(seat, None, parts, told(events, None), note)


def followed(first: Deliveries, then: Deliveries) -> Deliveries:
    """Put what was said about a move behind the move itself."""
    by_seat = dict(first.by_seat)
    for seat, events in then.by_seat.items():
        by_seat[seat] = (*by_seat.get(seat, ()), *events)
    return replace(first, by_seat=by_seat, room=(*first.room, *then.room))
