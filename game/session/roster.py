"""Who holds which seat, and what may change about it (R2.6)."""

from collections.abc import Mapping

from game.opponents.manner import AS_WRITTEN, MIXED, deal_manners
from game.record import ABSENT, Holder, Roster, computer
from game.rules.case import Case
from game.rules.commands import Command
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


def written(case: Case, level: str = "") -> dict[AgencyId, Holder]:
    """Seat computers everywhere that play as the case has it, or in a manner to be dealt where it leaves that open."""
    return {agency.id: computer(MIXED if agency.temper is None else AS_WRITTEN, level) for agency in case.agencies}


def dealt(case: Case, roster: Mapping[AgencyId, Holder], seed: int) -> dict[AgencyId, Holder]:
    """Deal manners by the seed to computer seats that were left open, by whoever seated them or by the case."""
    hand = deal_manners(MIXED, roster, seed)
    return {
        seat: computer(hand[seat].name, holder.level) if _is_open(case, seat, holder) else holder
        for seat, holder in roster.items()
    }


def _is_open(case: Case, seat: AgencyId, holder: Holder) -> bool:
    """Say whether a computer is to play a seat in a manner that nobody has named."""
    is_unwritten = holder.manner == AS_WRITTEN and case.agency(seat).temper is None
    return holder.is_computer and (holder.manner == MIXED or is_unwritten)


def refuse_to_act(scene: Scene, roster: Roster, seat: AgencyId, command: Command) -> Refusal | None:
    """Say why nobody can act so from a seat: only the person who holds it can, and only for it."""
    if not scene.has_agency(seat):
        return Refusal("no_such_seat", f"There is no seat {seat}; the seats are {', '.join(scene.agency_ids)}.", seat)
    name = scene.face(seat).name
    if command.seat != seat:
        return Refusal("not_your_seat", f"From this seat you can only act for {name}.", seat)
    if not roster[seat].is_person:
        return Refusal("not_held", f"{name} is not played by a person; take the seat over first.", seat)
    return None


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
