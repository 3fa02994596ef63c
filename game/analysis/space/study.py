"""Everything that can be said of a case from the space of all its deals."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

import numpy as np

from game.analysis.space.coalitions import Coalition, find_coalitions
from game.analysis.space.contest import Contest, find_contests
from game.analysis.space.deals import (
    Lanes,
    Temptation,
    Terms,
    find_lanes,
    find_sincere,
    find_tempting,
    tempt,
    terms_at,
)
from game.analysis.space.domain import GRAIN, believed_at_first, believed_at_truth, domain_of
from game.analysis.space.frontier import frontier
from game.analysis.space.grid import Grid
from game.analysis.space.solutions import Solution, solve
from game.rules.case import Case
from game.rules.ids import AgencyId

MOST_PACKAGES = 2_000_000
"""Beyond so many the space is not laid out: it would take more memory than a classroom's laptop has to spare."""
EXAMPLES = 5
"""How many deals of a kind are named."""


class TooManyPackages(ValueError):  # noqa: N818 - it says what there is, like other refusals
    """Carry one sentence on how large the space is, and what to do."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What there is for one agency, in points at the truth: by walking away, and over that and all nobody forbids."""

    agency: AgencyId
    walk_away: float
    worst: float
    best: float
    zone_best: float | None
    """The best in the zone; None where there is no zone."""


@dataclass(frozen=True, slots=True)
class Deal:
    """A package and what each takes home with it, in points at the truth: what it keeps outside included."""

    terms: Terms
    worth: Mapping[AgencyId, float]


@dataclass(frozen=True, slots=True)
class Point:
    """A solution point."""

    solution: Solution
    deal: Deal


@dataclass(frozen=True, slots=True)
class Study:
    """What the space of deals holds. Counts are of packages; everything at the truth unless said otherwise."""

    case: str
    title: str
    packages: int
    forbidden: int
    """Packages that cross somebody's red line."""
    zone: int
    """Deals that nobody likes less than walking away, and nobody's headquarters forbids."""
    zone_at_first: int
    """The same by what each believes when it comes in."""
    frontier: int
    """Packages on the Pareto frontier of all that cross no red line, the one that settles nothing included."""
    frontier_in_zone: int
    """Deals of the zone on the frontier."""
    agencies: tuple[Reach, ...]
    points: tuple[Point, ...]
    coalitions: tuple[Coalition, ...]
    """All of two and more short of everybody."""
    sincere: int
    sincere_deals: tuple[Deal, ...]
    """The best of those well worth it to everybody, now and when all is known."""
    tempting: int
    temptations: tuple[Temptation, ...]
    """The most tempting of those that power can push through and that will not hold."""
    lanes: Lanes
    issues: tuple[Contest, ...]
    """By what each believes when it comes in."""


def study(case: Case) -> Study:
    """Lay out every package of a case and judge them all; TooManyPackages if there are more than two million."""
    check_size(case)
    beliefs = believed_at_truth(case)
    truth, first = Grid(domain_of(case, beliefs)), Grid(domain_of(case, believed_at_first(case)))
    edge = frontier(truth.domain)
    in_zone = truth.zone[edge.places]
    points = {name: int(edge.places[in_zone][row]) for name, row in solve(edge.gains[in_zone]).items()}
    targets = {name: np.array([gains[place] for gains in truth.gains], np.int64) for name, place in points.items()}
    sincere = find_sincere(first, truth)
    tempting = [*find_tempting(case, first)]
    return Study(
        case=case.id,
        title=case.title,
        packages=truth.domain.packages,
        forbidden=int(np.count_nonzero(truth.domain.crossed)),
        zone=int(np.count_nonzero(truth.zone)),
        zone_at_first=int(np.count_nonzero(first.zone)),
        frontier=len(edge),
        frontier_in_zone=int(np.count_nonzero(in_zone)),
        agencies=tuple(_reach(case, truth, number) for number in range(len(case.agencies))),
        points=tuple(Point(solution, _deal(case, truth, place)) for solution, place in points.items()),
        coalitions=find_coalitions(case, truth, targets, beliefs),
        sincere=len(sincere),
        sincere_deals=tuple(_deal(case, truth, int(place)) for place in sincere[:EXAMPLES]),
        tempting=len(tempting),
        temptations=tuple(tempt(case, first, *one) for one in tempting[:EXAMPLES]),
        lanes=find_lanes(case, first, truth),
        issues=find_contests(case, first.domain),
    )


def check_size(case: Case) -> None:
    """Raise TooManyPackages if the space of a case is too large to be laid out."""
    packages = prod(len(issue.options) for issue in case.issues)
    if packages > MOST_PACKAGES:
        raise TooManyPackages(
            f"{case.title} has {packages:,} packages, and at most {MOST_PACKAGES:,} can be laid out; take out an issue \
or some options."
        )


def _reach(case: Case, truth: Grid, number: int) -> Reach:
    agency, gains = case.agencies[number], truth.gains[number]
    open_gains = gains[truth.domain.crossed == 0]
    return Reach(
        agency=agency.id,
        walk_away=_home(case, truth, number, 0),
        worst=_home(case, truth, number, open_gains.min()),
        best=_home(case, truth, number, open_gains.max()),
        zone_best=_home(case, truth, number, gains[truth.zone].max()) if truth.zone.any() else None,
    )


def _deal(case: Case, truth: Grid, place: int) -> Deal:
    worth = {
        agency: _home(case, truth, number, truth.gains[number][place]) for number, agency in enumerate(case.agency_ids)
    }
    return Deal(terms_at(case, place), worth)


def _home(case: Case, truth: Grid, number: int, gain: int | np.int32) -> float:
    """Say what an agency takes home with a gain over walking away, in points."""
    agency = case.agencies[number]
    outside = agency.walk_away - sum(agency.points[issue.id][issue.status_quo] for issue in case.issues)
    return round((int(truth.domain.as_found[number]) + int(gain)) * GRAIN + outside, 6)
