"""All deals that nobody's headquarters forbids, counted into the cells of the picture, and their outer edge."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from game.analysis.space.domain import GRAIN, grains
from game.analysis.space.grid import Grid, Places

Spot = tuple[float, float]
"""What all gain together, what the one who gains least gains: points over walking away."""

COLUMNS, ROWS = 48, 32
"""At most so many cells across and up."""
STEPS = (1, 2, 5)
"""A cell is so many points wide, or ten, a hundred, a tenth of it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A corner of the picture, from its left and lower edge in points: how many deals lie in it, how many sincere."""

    together: float
    least: float
    deals: int
    sincere: int


@dataclass(frozen=True, slots=True)
class Cloud:
    """Cells of one size in points; one that begins at 0 or above lies in the zone of agreement, the others do not.

    `edge` is what cannot be bettered in the picture, from the left: no permitted deal lies above and right of it.
    """

    width: float
    height: float
    cells: tuple[Cell, ...]
    edge: tuple[Spot, ...]


def cloud_of(truth: Grid, sincere: Places, dots: Iterable[Spot]) -> Cloud:
    """Count the permitted deals into cells fine enough for a picture that shows these dots, too."""
    is_open = truth.domain.crossed == 0
    is_open[truth.domain.nothing] = False
    together, least = laid_down(truth)
    spots = [*dots, (0.0, 0.0)]
    wide, high = (
        _cell(values[is_open], [spot[axis] for spot in spots], most)
        for axis, (values, most) in enumerate(((together, COLUMNS), (least, ROWS)))
    )
    numbers = np.stack([together // grains(wide), least // grains(high)])
    counted = _count(numbers[:, is_open])
    meant = _count(numbers[:, sincere])
    cells = tuple(
        Cell(round(x * wide, 6), round(y * high, 6), deals, meant.get((x, y), 0)) for (x, y), deals in counted.items()
    )
    return Cloud(wide, high, cells, _edge(together[is_open], least[is_open]))


def laid_down(truth: Grid) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return what all gain together and what the one who gains least gains, by package, in grains."""
    together = np.zeros(truth.domain.packages, np.int64)
    for gains in truth.gains:
        together += gains
    return together, np.minimum.reduce(truth.gains).astype(np.int64)


def _cell(values: NDArray[np.int64], spots: list[float], most: int) -> float:
    """Choose the smallest round size of which at most so many hold all values (grains) and spots (points)."""
    low = min(*spots, *([float(values.min()) * GRAIN] if len(values) else []))
    high = max(*spots, *([float(values.max()) * GRAIN] if len(values) else []))
    power = -1
    while True:
        for step in STEPS:
            size = step * 10.0**power
            if ceil(high / size) - floor(low / size) < most:
                return size
        power += 1


def _count(numbers: NDArray[np.int64]) -> dict[tuple[int, int], int]:
    if numbers.shape[1] == 0:
        return {}
    low = numbers.min(axis=1)
    spans = numbers.max(axis=1) - low + 1
    counts = np.bincount((numbers[0] - low[0]) * spans[1] + numbers[1] - low[1])
    filled = np.flatnonzero(counts)
    return {(int(place // spans[1] + low[0]), int(place % spans[1] + low[1])): int(counts[place]) for place in filled}


def _edge(together: NDArray[np.int64], least: NDArray[np.int64]) -> tuple[Spot, ...]:
    """Keep the spots that no other beats in both: from the right, each higher than all before."""
    order = np.lexsort((-least, -together))
    heights = least[order]
    highest = np.maximum.accumulate(heights) if len(heights) else heights
    is_higher = np.ones(len(heights), bool)
    is_higher[1:] = heights[1:] > highest[:-1]
    kept = order[is_higher][::-1]
    return tuple((round(float(together[at]) * GRAIN, 6), round(float(least[at]) * GRAIN, 6)) for at in kept)
