"""What is to be settled, as numbers: a cell for every option of every issue."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.float64]
"""1 at the cells of the chosen options, else 0: (cells,) for one package, (packages, cells) for several."""
OPEN = -1
"""In a package: the issue is left open."""


@dataclass(frozen=True)
class Agenda:
    """`sizes`: how many options each issue has."""

    sizes: tuple[int, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return the cell of each issue's first option."""
        return tuple(int(start) for start in np.cumsum((0, *self.sizes))[:-1])

    @property
    def cells(self) -> int:
        """Return how many cells there are."""
        return sum(self.sizes)

    @cached_property
    def issue_of(self) -> NDArray[np.intp]:
        """Return the issue of each cell (cells,)."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    def marks(self, package: Sequence[int]) -> Marks:
        """Mark the cells of a package, which names an option for each issue or leaves it `OPEN` (cells,)."""
        marks = np.zeros(self.cells)
        marks[[start + option for start, option in zip(self.starts, package, strict=True) if option != OPEN]] = 1.0
        return marks

    def packages(self) -> NDArray[np.intp]:
        """Lay out every package that settles all issues (packages, issues); the last issue changes fastest."""
        return np.stack(np.unravel_index(np.arange(int(np.prod(self.sizes))), self.sizes), axis=1)
