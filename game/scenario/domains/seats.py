"""Who sits at the table of an imported domain: a seat for each profile, and a facilitator where there are only two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.scenario.checks.sizes import AGENCIES
from game.scenario.domains.naming import make_ids, make_names
from game.scenario.domains.negotiation import Negotiation
from game.scenario.domains.rounding import BEST_TOTAL, largest_error, round_worths, share_out

FACILITATOR = "facilitator"
_RESERVED = ("room", "all", "nobody", FACILITATOR)
Points = tuple[tuple[int, ...], ...]
"""Whole points by issue and option, in the order of the domain."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A party at the table; `error` is by how many points a package can be off through rounding."""

    id: str
    name: str
    points: Points
    walk_away: int
    error: float = 0.0
    is_facilitator: bool = False


def seat_parties(negotiation: Negotiation) -> tuple[Seat, ...]:
    """Seat a party for each profile, in their order; add a facilitator where there are too few for a table."""
    profiles = negotiation.profiles
    names = make_names([profile.name for profile in profiles], "party")
    ids = make_ids(names, "party", _RESERVED, [profile.key for profile in profiles])
    seats = []
    for id_, name, profile in zip(ids, names, profiles, strict=True):
        points = round_worths(profile.worths)
        walk_away = int(BEST_TOTAL * min(1.0, profile.reservation) + 0.5 + 1e-9)
        seats.append(Seat(id_, name, points, walk_away, largest_error(profile.worths, points)))
    if len(seats) < AGENCIES[0]:
        seats.append(_facilitator(seats))
    return tuple(seats)


def _facilitator(parties: Sequence[Seat]) -> Seat:
    """Seat somebody to whom every agreement is as good as any other; issues weigh for it as for the parties' mean."""
    bests = [sum(max(party.points[at]) for party in parties) / len(parties) for at in range(len(parties[0].points))]
    shares = share_out(bests)
    points = tuple(tuple(share for _ in options) for share, options in zip(shares, parties[0].points, strict=True))
    return Seat(FACILITATOR, "Facilitator", points, 0, is_facilitator=True)


def name_carriers(seats: Sequence[Seat], issue: int) -> tuple[str, str]:
    """Name the two parties with most at stake on an issue, best against worst option; ties go to the first named."""
    stakes: Mapping[str, int] = {
        seat.id: max((0, *seat.points[issue])) - min((*seat.points[issue],))
        for seat in seats
        if not seat.is_facilitator
    }
    first, second, *_ = sorted(stakes, key=lambda id_: -stakes[id_])
    return first, second
