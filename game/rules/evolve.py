"""Store what an event says (and compute nothing): the state is the fold of its events."""

from collections.abc import Iterable

from game.rules.events import ROOM, Event, RoundsSet
from game.rules.evolving.own import PERSONAL, evolve_own
from game.rules.evolving.room import evolve_room
from game.rules.evolving.sealed import evolve_sealed
from game.rules.replacing import replace
from game.rules.state import State


def evolve(state: State, event: Event) -> State:
    """Store what one event says, in the parts of those whom it reaches."""
    what = event.what
    if event.to == ROOM:
        if isinstance(what, RoundsSet):
            return replace(state, scene=replace(state.scene, rounds=what.rounds))
        room, sealed = evolve_room(state.room, what), evolve_sealed(state.sealed, what)
        if isinstance(what, PERSONAL):
            own = {seat: evolve_own(mine, seat, what) for seat, mine in state.own.items()}
            return replace(state, room=room, own=own, sealed=sealed)
        return replace(state, room=room, sealed=sealed)
    if event.to:
        own = {**state.own}
        for seat in event.to:
            own[seat] = evolve_own(own[seat], seat, what)
        return replace(state, own=own)
    return replace(state, sealed=evolve_sealed(state.sealed, what))


def replay(state: State, events: Iterable[Event]) -> State:
    """Store the events of one accepted command, and count it."""
    state = replace(state, count=state.count + 1)
    for event in events:
        state = evolve(state, event)
    return state
