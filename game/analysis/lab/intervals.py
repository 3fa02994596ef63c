"""How sure one can be of what was counted: shares and means with their intervals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

Z = 1.96
"""Of a normal distribution, for intervals that hold in 95 of 100 cases."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, and the 95 % interval of the share behind it, 0..1; an empty share is 0 and could be all."""

    count: int
    of: int
    least: float
    most: float

    @property
    def value(self) -> float:
        """Return the share, 0..1."""
        return self.count / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Spread:
    """A mean with its 95 % interval, and between what eight of ten values lie."""

    mean: float
    least: float
    most: float
    low: float
    """A tenth of the values is no higher."""
    high: float


def share(flags: Iterable[bool]) -> Share:
    """Count, with the interval of E. Wilson (Journal of the American Statistical Association, 1927)."""
    told = [*flags]
    count, of = sum(told), len(told)
    if not of:
        return Share(0, 0, 0.0, 1.0)
    p, room = count / of, Z * Z / of
    middle = (p + room / 2) / (1 + room)
    half = Z * sqrt(p * (1 - p) / of + room / (4 * of)) / (1 + room)
    # at the ends the formula gives the end itself, up to the last digit
    least = 0.0 if count == 0 else max(0.0, middle - half)
    most = 1.0 if count == of else min(1.0, middle + half)
    return Share(count, of, least, most)


def spread(values: Sequence[float]) -> Spread:
    """Average, with the normal interval of the mean; ValueError if there is nothing to average."""
    if not values:
        raise ValueError("nothing to average")
    mean, ranked = fmean(values), sorted(values)
    half = Z * stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0
    last = len(ranked) - 1
    return Spread(mean, mean - half, mean + half, ranked[last // 10], ranked[last - last // 10])
