"""Advantage (R4.2) over many packages at once."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.analysis.space.domain import Domain, along

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


class Yardstick:
    """What an agency holds the gain of a package against: the best there is over the issues that it settles."""

    def __init__(self, domain: Domain, agency: int) -> None:
        """Take the measure of one agency in a domain."""
        self._domain = domain
        self._agency = agency

    def advantage(self, places: Places, gains: NDArray[np.int32]) -> Floats:
        """Say how far (-1..1) packages lie above walking away on the way to the best, or below it.

        Across a red line of its own it is -1.
        `places` are packages by their place in the grid, `gains` what they bring the agency, in grains.
        """
        settled = self._domain.settled[places]
        span = np.where(gains >= 0, self._spans[settled], self._reservations[settled])
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(span > 0, gains / span, 0.0)
        is_crossed = (self._domain.crossed[places] >> np.uint8(self._agency)) & 1 == 1
        return np.where(is_crossed, -1.0, np.clip(share, -1.0, 1.0))

    @cached_property
    def _forgone(self) -> Floats:
        """What settling a set of issues gives up outside, by the set."""
        return _sums([float(forgone[self._agency]) for forgone in self._domain.forgone])

    @cached_property
    def _reservations(self) -> Floats:
        """What not signing is worth, by the set of issues that a text would settle."""
        return float(self._domain.as_found[self._agency]) + self._forgone

    @cached_property
    def _spans(self) -> Floats:
        """How far the best lies above not signing, by the set of issues; exact, whatever mandates join them."""
        joined = sorted({axis for tie in self._mine for axis, size in enumerate(tie.shape) if size > 1})
        free = [
            0.0 if axis in joined else float(table[self._agency].max()) for axis, table in enumerate(self._domain.net)
        ]
        return _sums(free) + self._best_joined(joined) - self._forgone

    @property
    def _mine(self) -> list[NDArray[np.int32]]:
        return [tie.amounts for tie in self._domain.couplings if tie.agency == self._agency]

    def _best_joined(self, joined: list[int]) -> Floats:
        """Find the best over the issues that mandates join, by the set of issues that may be settled."""
        axes = len(self._domain.sizes)
        worth: NDArray[np.int64] = np.zeros([1] * axes, np.int64)
        for part in (*(along(self._domain.net[axis][self._agency], axis, axes) for axis in joined), *self._mine):
            worth = worth + part
        for axis in joined:
            unsettled = worth.take([self._domain.status_quo[axis]], axis)
            worth = np.concatenate([unsettled, worth.max(axis, keepdims=True)], axis)
        # the first issue is the lowest bit
        return np.broadcast_to(worth, [2] * axes).T.reshape(-1).astype(np.float64)


def _sums(by_axis: list[float]) -> Floats:
    """Add up over every set of axes; a set is a number with a bit for each."""
    sums = np.zeros(1)
    for amount in by_axis:
        sums = np.concatenate([sums, sums + amount])
    return sums
