"""Every package of a domain at once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.analysis.space.advantage import Yardstick
from game.analysis.space.domain import Domain, Flags, Grains

Places = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Grid:
    """What all packages bring, by their place (row-major over the issues of the case)."""

    domain: Domain

    @cached_property
    def gains(self) -> tuple[Grains, ...]:
        """Return by agency what every package brings it over walking away, in grains (packages,)."""
        return tuple(self.domain.gain(agency) for agency in range(self.domain.agencies))

    @cached_property
    def zone(self) -> Flags:
        """Mark the deals that nobody likes less than walking away, and nobody's headquarters forbids (packages,)."""
        inside: Flags = self.domain.crossed == 0
        inside[self.domain.nothing] = False
        for gains in self.gains:
            inside &= gains >= 0
        return inside

    @cached_property
    def _yardsticks(self) -> tuple[Yardstick, ...]:
        return tuple(Yardstick(self.domain, agency) for agency in range(self.domain.agencies))

    def advantage(self, agency: int, places: Places) -> Floats:
        """Say the advantage (R4.2) of packages for an agency."""
        return self._yardsticks[agency].advantage(places, self.gains[agency][places])
