"""A case as numbers: what every package of options brings each agency over walking away.

A package settles each issue at one of its options; an issue at its status quo is left out of the deal. The package that
settles nothing is no deal: it has no parties, brings nobody anything and crosses no red line. Worth is counted in whole
grains of a millionth of a point, so that sums are exact in any order and equal worths compare as equal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.analysis.space.marking import mark
from game.rules.case import Case, Issue
from game.rules.conditions import World, holds
from game.rules.ids import AgencyId, FactId
from game.rules.ruleset import STANDARD, Ruleset
from game.rules.scene import Role, role_of
from game.rules.worth import option_worth

Grains = NDArray[np.signedinteger[Any]]
Flags = NDArray[np.bool_]
Beliefs = Mapping[AgencyId, Mapping[FactId, float]]

GRAIN = 1e-6
"""Points in a grain."""


@dataclass(frozen=True, slots=True, eq=False)
class Coupling:
    """What an agency gains or loses by a hidden mandate: one amount or 0, in grains, broadcast over the grid."""

    agency: int
    amounts: Grains


@dataclass(frozen=True, slots=True, eq=False)
class Ban:
    """Where an agency's red line is crossed: flags, broadcast over the grid."""

    agency: int
    crossed: Flags


@dataclass(frozen=True, eq=False)
class Domain:
    """The additive part by issue, and what couples issues. Agencies and issues in the order of the case.

    `net[i]` holds what each option of issue i brings each agency over the status quo, effort paid (agencies, options);
    `forgone[i]` what each agency gives up outside by settling issue i at all (agencies,); both in grains.
    """

    net: tuple[Grains, ...]
    forgone: tuple[Grains, ...]
    status_quo: tuple[int, ...]
    as_found: Grains
    """What the world as found is worth to each agency (agencies,)."""
    couplings: tuple[Coupling, ...] = ()
    bans: tuple[Ban, ...] = ()

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """Return the number of options of each issue: the shape of the grid."""
        return tuple(table.shape[1] for table in self.net)

    @property
    def packages(self) -> int:
        """Return how many packages there are."""
        return prod(self.sizes)

    @cached_property
    def nothing(self) -> int:
        """Return the place of the package that settles nothing."""
        return int(np.ravel_multi_index(self.status_quo, self.sizes))

    @property
    def agencies(self) -> int:
        """Return how many agencies there are."""
        return int(self.net[0].shape[0])

    @cached_property
    def gains(self) -> tuple[Grains, ...]:
        """Return by issue what each option brings over walking away, couplings aside (agencies, options).

        As narrow as sums of them allow: the grid holds millions.
        """
        tables = [
            net - forgone[:, None] * (np.arange(net.shape[1]) != found)
            for net, forgone, found in zip(self.net, self.forgone, self.status_quo, strict=True)
        ]
        summands = [*tables, *(coupling.amounts for coupling in self.couplings)]
        most = sum(int(np.abs(amounts).max()) for amounts in summands)
        width = np.int32 if most <= np.iinfo(np.int32).max else np.int64
        return tuple(table.astype(width) for table in tables)

    def gain(self, agency: int) -> Grains:
        """Lay out what every package brings an agency over walking away (packages,)."""
        couplings = [coupling.amounts for coupling in self.couplings if coupling.agency == agency]
        by_option = [along(table[agency], axis, len(self.sizes)) for axis, table in enumerate(self.gains)]
        gains = laid_out(np.add, [*couplings, *by_option])
        gains[self.nothing] = 0
        return gains

    @cached_property
    def settled(self) -> NDArray[np.int16]:
        """Return a bit for each issue that is settled otherwise than found (packages,)."""
        rows = [
            along((np.arange(size) != found).astype(np.int16) << np.int16(axis), axis, len(self.sizes))
            for axis, (size, found) in enumerate(zip(self.sizes, self.status_quo, strict=True))
        ]
        return laid_out(np.bitwise_or, rows)

    @cached_property
    def crossed(self) -> NDArray[np.uint8]:
        """Return a bit for each agency whose red line is crossed (packages,)."""
        bits = np.zeros(self.sizes, np.uint8)
        for ban in self.bans:
            bits |= ban.crossed.astype(np.uint8) << np.uint8(ban.agency)
        bits[self.status_quo] = 0
        return bits.reshape(-1)


def along(values: NDArray[Any], axis: int, axes: int) -> NDArray[Any]:
    """Turn a row of values by option to lie along an axis of the grid."""
    shape = [1] * axes
    shape[axis] = len(values)
    return values.reshape(shape)


def laid_out(join: np.ufunc, parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Join parts that lie along all axes of a grid, in their order, to one value a package (packages,)."""
    # the last axis first: then every step but the first ones runs over long rows
    whole: NDArray[Any] = reduce(join, reversed(parts))
    return whole.reshape(-1)


def domain_of(
    case: Case, beliefs: Beliefs, parties: Iterable[AgencyId] | None = None, ruleset: Ruleset = STANDARD
) -> Domain:
    """Turn a case into numbers: each agency's worth by its beliefs, in deals between these parties (all, if not named).

    Conditions are held against the chair as found.
    """
    together = frozenset(case.agency_ids if parties is None else parties)
    roles = [role_of(case, ruleset, agency) for agency in case.agency_ids]
    return Domain(
        net=tuple(_net(issue, roles, beliefs) for issue in case.issues),
        forgone=tuple(_forgone(issue, roles) for issue in case.issues),
        status_quo=tuple([option.id for option in issue.options].index(issue.status_quo) for issue in case.issues),
        as_found=grains([_as_found(case, role, beliefs) for role in roles]),
        couplings=tuple(_couplings(case, roles, together)),
        bans=tuple(_bans(case, roles, together)),
    )


def believed_at_first(case: Case) -> Beliefs:
    """Say what each agency believes when it comes in."""
    return {
        seat: {f.id: float(f.is_true) if seat in f.known_by else f.priors.get(seat, 0.5) for f in case.facts}
        for seat in case.agency_ids
    }


def believed_at_truth(case: Case) -> Beliefs:
    """Say what each would believe if all facts were known."""
    truth = {fact.id: float(fact.is_true) for fact in case.facts}
    return dict.fromkeys(case.agency_ids, truth)


def grains(points: object) -> Grains:
    """Count points in grains, to the nearest."""
    return np.rint(np.asarray(points, dtype=np.float64) / GRAIN).astype(np.int64)


def _net(issue: Issue, roles: list[Role], beliefs: Beliefs) -> Grains:
    rows = []
    for role in roles:
        believed = beliefs[role.agency.id]
        found = option_worth(role, believed, issue.id, issue.status_quo)
        rows.append(
            [
                0.0
                if option.id == issue.status_quo
                else option_worth(role, believed, issue.id, option.id)
                - found
                - role.burdens.get((issue.id, option.id), 0.0)
                for option in issue.options
            ]
        )
    return grains(rows)


def _forgone(issue: Issue, roles: list[Role]) -> Grains:
    return grains([role.outside * max(role.agency.points[issue.id].values()) / 100.0 for role in roles])


def _as_found(case: Case, role: Role, beliefs: Beliefs) -> float:
    believed = beliefs[role.agency.id]
    nothing = _nothing_agreed(case)
    return sum(option_worth(role, believed, issue.id, issue.status_quo) for issue in case.issues) + sum(
        mandate.points for mandate in role.agency.hidden if holds(mandate.condition, nothing)
    )


def _nothing_agreed(case: Case) -> World:
    return World({}, frozenset(), case.forum.chair, {})


def _couplings(case: Case, roles: list[Role], parties: frozenset[AgencyId]) -> Iterable[Coupling]:
    """Give each hidden mandate as what it changes, set against the world as found."""
    nothing = _nothing_agreed(case)
    for number, role in enumerate(roles):
        for mandate in role.agency.hidden:
            is_held = holds(mandate.condition, nothing)
            changes = mark(mandate.condition, case, parties) != is_held
            if mandate.points and changes.any():
                amount = np.int32(grains(-mandate.points if is_held else mandate.points))
                yield Coupling(number, np.where(changes, amount, np.int32(0)))


def _bans(case: Case, roles: list[Role], parties: frozenset[AgencyId]) -> Iterable[Ban]:
    for number, role in enumerate(roles):
        for line in role.agency.red_lines:
            crossed = mark(line.condition, case, parties)
            if crossed.any():
                yield Ban(number, crossed)
