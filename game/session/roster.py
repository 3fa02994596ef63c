"""Who holds which seat, and what may change about it (R2.6)."""

from collections.abc import Mapping

from game.record import ABSENT, Holder, Roster
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.rules.room import Room
from game.rules.scene import Scene


def full_roster(case: Case, roster: Mapping[AgencyId, Holder]) -> dict[AgencyId, Holder]:
    """Put a roster into the order of the case; seats not named are absent. KeyError for an unknown seat."""
    for seat in roster:
        case.agency(seat)
    return {agency: roster.get(agency, ABSENT) for agency in case.agency_ids}


def seated_by(roster: Roster) -> tuple[AgencyId, ...]:
    """Name the seats that somebody plays."""
    return tuple(seat for seat, holder in roster.items() if not holder.is_absent)


def refuse_handover(scene: Scene, room: Room, seat: AgencyId, holder: Holder) -> Refusal | None:
    """Say why a seat cannot go to this holder: only seats that were played from the start can be played."""
    if not scene.has_agency(seat):
        seats = ", ".join(scene.agency_ids)
        return Refusal("no_such_seat", f"There is no seat {seat}; the seats are {seats}.", seat)
    if seat not in room.seated and not holder.is_absent:
        name = scene.face(seat).name
        return Refusal("seat_is_absent", f"{name} has been absent from the start; begin a new game to seat it.", seat)
    return None


def seat_of(roster: Roster, token: str) -> AgencyId | None:
    """Find the seat that a reconnecting person left; an empty token finds none."""
    return next((seat for seat, holder in roster.items() if token and holder.token == token), None)
