"""The Pareto frontier of a domain: packages that nobody can be given more without somebody losing.

Merged issue by issue: of two partial packages, one as good for everybody and better for somebody, the other is on no
frontier, unless a coupling or red line not yet settled tells them apart. So only partial packages that can still fall
under the same conditions are held against each other (by moocore). Exact.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from moocore import is_nondominated  # type: ignore[import-untyped]
from numpy.typing import NDArray

from game.analysis.space.domain import Domain

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

SPARSE = 8
"""How many numbers a row may be spread over before sorting them takes less than a table of all."""


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
    """What couples issues: amounts for one agency, or (None) flags of forbidden packages."""

    agency: int | None
    axes: tuple[int, ...]
    tables: tuple[NDArray[Any], ...]
    """By how many of its axes are chosen: a number for what may still come of it; with the last, the values."""

    def look_up(self, places: Places, sizes: tuple[int, ...]) -> NDArray[Any]:
        """Say what partial packages, chosen on the axes of these sizes, come to."""
        chosen = [axis for axis in self.axes if axis < len(sizes)]
        digits = tuple(places // prod(sizes[axis + 1 :]) % sizes[axis] for axis in chosen)
        return self.tables[len(chosen) - 1][digits]


def frontier(domain: Domain) -> Frontier:
    """Find the Pareto frontier of all packages that cross no red line."""
    ties = _ties(domain)
    nothing = 0
    places: Places = np.zeros(1, np.int64)
    gains: Floats = np.zeros((1, domain.agencies))
    for axis, table in enumerate(domain.gains):
        options = table.shape[1]
        nothing = nothing * options + domain.status_quo[axis]
        places = (places[:, None] * options + np.arange(options)).ravel()
        gains = (gains[:, None, :] + table.T[None]).reshape(-1, domain.agencies)
        if ties:
            sizes = domain.sizes[: axis + 1]
            places, gains = _settle(ties, places, gains, sizes)
            kinds = _kinds(ties, places, sizes)
            # what may yet settle nothing would count as agreed: it must not push out what is
            kinds[places == nothing] = -1
            if sizes == domain.sizes:
                places, gains = _with_nothing(places, gains, nothing)
                kinds = np.zeros_like(places)
            kept = _undominated_by_kind(gains, kinds)
        else:
            kept = _undominated(gains)
        places, gains = places[kept], gains[kept]
    return Frontier(places, gains)


def _settle(ties: list[_Tie], places: Places, gains: Floats, sizes: tuple[int, ...]) -> tuple[Places, Floats]:
    """Count the ties that end on the last of these axes: add amounts, take out what is forbidden."""
    is_open = np.ones(len(places), bool)
    for tie in ties:
        if tie.axes[-1] == len(sizes) - 1:
            values = tie.look_up(places, sizes)
            if tie.agency is None:
                is_open &= ~values
            else:
                gains[:, tie.agency] += values
    return places[is_open], gains[is_open]


def _with_nothing(places: Places, gains: Floats, nothing: int) -> tuple[Places, Floats]:
    """Put the package that settles nothing where it belongs, with no gains."""
    is_deal = places != nothing
    places, gains = places[is_deal], gains[is_deal]
    at = int(np.searchsorted(places, nothing))
    return np.insert(places, at, nothing), np.insert(gains, at, 0.0, axis=0)


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
    ties = [_tie(coupling.amounts, coupling.agency, domain.sizes) for coupling in domain.couplings]
    return ties + [_tie(ban.crossed, None, domain.sizes) for ban in domain.bans]


def _tie(values: NDArray[Any], agency: int | None, sizes: tuple[int, ...]) -> _Tie:
    """Number, from the last axis back, what may still come of the choices on the axes before."""
    axes = tuple(axis for axis, size in enumerate(values.shape) if size > 1) or (0,)
    values = np.broadcast_to(values.squeeze(), [sizes[axis] for axis in axes])
    tables = [values]
    to_come: Places = (values != 0).astype(np.int64)
    for _ in axes[1:]:
        to_come = _numbered(np.moveaxis(to_come, -1, 0))
        tables.insert(0, to_come)
    return _Tie(agency, axes, tuple(tables))


def _kinds(ties: list[_Tie], places: Places, sizes: tuple[int, ...]) -> Places:
    """Number partial packages by all that ties still open can bring them."""
    kinds = [tie.look_up(places, sizes) for tie in ties if tie.axes[0] < len(sizes) <= tie.axes[-1]]
    return _numbered([np.zeros_like(places), *kinds])


def _numbered(columns: Iterable[Places]) -> Places:
    """Number rows, given by their columns of any one shape: alike where they are alike in every column.

    Columns hold numbers from 0 up.
    """
    first, *others = columns
    numbers = first
    for column in others:
        codes = numbers * (int(column.max(initial=0)) + 1) + column
        most = int(codes.max(initial=0)) + 1
        if most > SPARSE * codes.size:
            numbers = np.unique(codes, return_inverse=True)[1].reshape(codes.shape)
        else:
            is_used = np.zeros(most, bool)
            is_used[codes] = True
            numbers = (np.cumsum(is_used) - 1)[codes]
    return numbers
