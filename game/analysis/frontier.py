"""The Pareto frontier of a domain: packages that nobody can be given more without somebody losing.

Merged issue by issue: of two partial packages, one as good for everybody and better for somebody, the other is on no
frontier, unless a coupling or red line not yet settled tells them apart. So only partial packages that can still fall
under the same conditions are held against each other (by moocore). Exact.
"""

from dataclasses import dataclass
from math import prod

import numpy as np
from moocore import is_nondominated  # type: ignore[import-untyped]
from numpy.typing import NDArray

from game.analysis.domain import Domain

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Frontier:
    """The packages on it by their place in the grid (row-major), and their gains in grains (packages, agencies)."""

    places: Places
    gains: Floats

    def __len__(self) -> int:
        """Count the packages."""
        return len(self.places)


@dataclass(frozen=True, slots=True, eq=False)
class _Tie:
    """What couples issues: amounts for one agency, or flags of forbidden packages; complete after its last axis."""

    values: NDArray[np.int32]
    agency: int | None
    axes: tuple[int, ...]

    def at(self, digits: list[Places]) -> NDArray[np.int32]:
        """Look up what partial packages come to, by their option on each axis so far."""
        zero = np.zeros_like(digits[0])
        where = tuple(digits[axis] if size > 1 else zero for axis, size in enumerate(self.values.shape))
        found: NDArray[np.int32] = self.values[where]
        return found


def frontier(domain: Domain) -> Frontier:
    """Find the Pareto frontier of all packages that cross no red line."""
    ties = _ties(domain)
    places: Places = np.zeros(1, np.int64)
    gains: Floats = np.zeros((1, domain.agencies))
    for axis, table in enumerate(domain.gains):
        options = table.shape[1]
        places = (places[:, None] * options + np.arange(options)).ravel()
        gains = (gains[:, None, :] + table.T[None]).reshape(-1, domain.agencies)
        if ties:
            digits = _digits(places, domain.sizes[: axis + 1])
            is_open = np.ones(len(places), bool)
            for tie in ties:
                if tie.axes[-1] != axis:
                    continue
                if tie.agency is None:
                    is_open &= tie.at(digits) == 0
                else:
                    gains[:, tie.agency] += tie.at(digits)
            places, gains, digits = places[is_open], gains[is_open], [one[is_open] for one in digits]
            kept = _undominated_by_kind(gains, _kinds(ties, axis, digits))
        else:
            kept = _undominated(gains)
        places, gains = places[kept], gains[kept]
    return Frontier(places, gains)


def _undominated(gains: Floats) -> NDArray[np.bool_]:
    """Mark the rows that no other dominates; of equal rows all stay."""
    if len(gains) < 2:
        return np.ones(len(gains), bool)
    marks: NDArray[np.bool_] = is_nondominated(gains, maximise=True, keep_weakly=True)
    return marks


def _undominated_by_kind(gains: Floats, kinds: Places) -> NDArray[np.bool_]:
    """Mark the rows that no other of their kind dominates."""
    order = np.argsort(kinds, kind="stable")
    ends = np.flatnonzero(np.diff(kinds[order])) + 1
    kept = np.zeros(len(gains), bool)
    for rows in np.split(order, ends):
        kept[rows] = _undominated(gains[rows])
    return kept


def _ties(domain: Domain) -> list[_Tie]:
    found = []
    for values, agency in [
        *((coupling.amounts, coupling.agency) for coupling in domain.couplings),
        *((ban.crossed.astype(np.int32), None) for ban in domain.bans),
    ]:
        axes = tuple(axis for axis, size in enumerate(values.shape) if size > 1)
        found.append(_Tie(values, agency, axes or (0,)))
    return found


def _kinds(ties: list[_Tie], axis: int, digits: list[Places]) -> Places:
    """Number partial packages by all that a tie still open can tell apart in them."""
    kinds: Places = np.zeros(len(digits[0]), np.int64)
    for tie in ties:
        if tie.axes[-1] <= axis:
            continue
        for one in tie.axes:
            if one <= axis:
                classes = _classes(tie.values, one)
                _, kinds = np.unique(kinds * len(classes) + classes[digits[one]], return_inverse=True)
    return kinds


def _classes(values: NDArray[np.int32], axis: int) -> Places:
    """Number the options on an axis that a tie does not tell apart alike."""
    rows = np.moveaxis(values, axis, 0).reshape(values.shape[axis], -1)
    _, classes = np.unique(rows, axis=0, return_inverse=True)
    numbers: Places = classes.reshape(-1)
    return numbers


def _digits(places: Places, sizes: tuple[int, ...]) -> list[Places]:
    """Take places apart into the option on each axis."""
    return [places // prod(sizes[axis + 1 :]) % size for axis, size in enumerate(sizes)]
