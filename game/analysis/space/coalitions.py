"""What some agencies could do without the others, held against walking away and against the solution points.

A coalition can bring about, on its own, the packages whose every term its members alone carry. It blocks a package if
one of its own is better for each member and crosses no member's red line (the core: D. Gillies, 1959).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.analysis.space.domain import Beliefs, along, domain_of, laid_out
from game.analysis.space.grid import Grid
from game.analysis.space.solutions import Solution
from game.rules.case import Case
from game.rules.conditions import depends_on_parties
from game.rules.ids import AgencyId

Bits = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Coalition:
    """Some agencies, and what they could do on their own."""

    members: tuple[AgencyId, ...]
    deals: int
    """Packages of their own that each prefers to walking away."""
    blocks: tuple[Solution, ...]
    """Points that they could leave for something that each of them prefers."""


def find_coalitions(
    case: Case, grid: Grid, points: Mapping[Solution, NDArray[np.int64]], beliefs: Beliefs
) -> tuple[Coalition, ...]:
    """Judge every coalition of two and more short of everybody; `points` holds the gains of named packages, in grains.

    Without conditions on who is a party one sweep over the packages serves all coalitions; else each has its own, over
    the options that it can carry out.
    """
    targets: dict[Solution | None, NDArray[np.int64]] = {None: np.zeros(len(case.agencies), np.int64)}
    targets.update(points.items())
    sets = range(1, 1 << len(case.agencies))
    chosen = [one for one in sets if 2 <= one.bit_count() < len(case.agencies)]
    if _turns_on_parties(case):
        return tuple(_coalition(case, one, _tallies(*_alone(case, one, beliefs), targets)) for one in chosen)
    tallies = _tallies(grid, carriers_by_package(case), targets)
    return tuple(_coalition(case, one, tallies) for one in chosen)


def carriers_by_package(case: Case) -> Bits:
    """Return a bit for each agency that has to carry a term (packages,)."""
    numbers = {agency: number for number, agency in enumerate(case.agency_ids)}
    axes = len(case.issues)
    rows = []
    for axis, issue in enumerate(case.issues):
        row = [
            0 if option.id == issue.status_quo else sum(1 << numbers[agency] for agency in set(option.carriers))
            for option in issue.options
        ]
        rows.append(along(np.array(row, np.uint8), axis, axes))
    return laid_out(np.bitwise_or, rows)


def _alone(case: Case, members: int, beliefs: Beliefs) -> tuple[Grid, Bits]:
    """Lay out what a coalition can bring about on its own, it alone being party."""
    names = _names(case, members)
    issues = [
        replace(
            issue,
            options=tuple(o for o in issue.options if o.id == issue.status_quo or set(o.carriers) <= set(names)),
        )
        for issue in case.issues
    ]
    own = replace(case, issues=tuple(issues))
    return Grid(domain_of(own, beliefs, names)), carriers_by_package(own)


def _tallies(
    grid: Grid, carried: Bits, targets: Mapping[Solution | None, NDArray[np.int64]]
) -> Mapping[Solution | None, NDArray[np.int64]]:
    return {name: _tally(grid, carried, target) for name, target in targets.items()}


def _tally(grid: Grid, carried: Bits, target: NDArray[np.int64]) -> NDArray[np.int64]:
    """Count packages by who has to carry them and who prefers them to the target without crossing a line (256, 256)."""
    liked = np.zeros(len(carried), np.uint8)
    for agency, gains in enumerate(grid.gains):
        liked |= (gains > int(target[agency])).view(np.uint8) << np.uint8(agency)
    liked &= ~grid.domain.crossed
    codes = carried.astype(np.uint16) << np.uint16(8) | liked
    return np.bincount(codes, minlength=1 << 16).reshape(256, 256)


def _coalition(case: Case, members: int, tallies: Mapping[Solution | None, NDArray[np.int64]]) -> Coalition:
    """Read off the tallies what a coalition could do."""
    numbers = np.arange(256)
    is_own = (numbers & ~members) == 0
    is_liked = (numbers & members) == members
    counts = {name: int(tally[np.ix_(is_own, is_liked)].sum()) for name, tally in tallies.items()}
    return Coalition(
        members=_names(case, members),
        deals=counts[None],
        blocks=tuple(name for name, count in counts.items() if name is not None and count),
    )


def _names(case: Case, members: int) -> tuple[AgencyId, ...]:
    return tuple(agency for number, agency in enumerate(case.agency_ids) if members >> number & 1)


def _turns_on_parties(case: Case) -> bool:
    secrets = [one.condition for agency in case.agencies for one in agency.hidden]
    secrets += [one.condition for agency in case.agencies for one in agency.red_lines]
    return any(depends_on_parties(condition) for condition in secrets)
