"""What others may want: for each of them a normal distribution over what every option would bring it.

What a package brings is a sum over cells, so any package has an expected worth and a doubt. What somebody does tells
that its worth of some package lies in a range; the distribution is narrowed to that and taken for normal again (assumed
density filtering: Minka, A family of algorithms for approximate Bayesian inference, 2001, ch. 3).
"""

from dataclasses import dataclass
from math import erf, exp, inf, isfinite, pi, sqrt

import numpy as np
from numpy.typing import NDArray

from game.opponents.mind.agenda import Marks

Numbers = NDArray[np.float64]

SURPRISE = 1e-6
"""Chance below which what happened is taken as a sign that lay just at the edge of what was thought possible."""
LOGIT = 1.702
"""Scale at which a logistic curve comes closest to the normal one."""


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """In points. `means` (others, cells), `covariances` (others, cells, cells)."""

    means: Numbers
    covariances: Numbers

    def expected(self, marks: Marks) -> Numbers:
        """Say what a package is expected to bring each of them (others,); for several packages (others, packages)."""
        expected: Numbers = self.means @ marks.T
        return expected

    def doubt(self, marks: Marks) -> Numbers:
        """Say how uncertain that is, as a standard deviation (others,); for several packages (others, packages)."""
        if marks.ndim == 1:
            return np.asarray(np.sqrt(np.maximum(0.0, (self.covariances @ marks) @ marks)))
        spread = np.einsum("acp,pc->ap", self.covariances @ marks.T, marks)
        return np.asarray(np.sqrt(np.maximum(0.0, spread)))

    def chance(self, marks: Marks, least: Numbers | float, noise: float) -> Numbers:
        """Say how likely a package brings each of them at least so much; shapes as in `expected`.

        `noise` is how far, as a standard deviation, they may misjudge it themselves.
        """
        width = np.sqrt(self.doubt(marks) ** 2 + noise**2)
        return np.asarray(1.0 / (1.0 + np.exp(-LOGIT * np.clip((self.expected(marks) - least) / width, -30.0, 30.0))))

    def narrowed(self, marks: Marks, low: Numbers, high: Numbers, noise: Numbers | float) -> "Belief":
        """Take in that what `marks` brings each of them lies between `low` and `high` (others,), give or take `noise`.

        `marks` is (cells,) for all alike, or (others, cells); differences of packages will do. Nothing is learned of
        those for whom both bounds are infinite.
        """
        rows = np.broadcast_to(marks, self.means.shape)
        leaning = np.einsum("acd,ad->ac", self.covariances, rows)
        expected = np.einsum("ac,ac->a", self.means, rows)
        variance = np.einsum("ac,ac->a", leaning, rows) + np.square(noise)
        width = np.sqrt(np.maximum(variance, 1e-9))
        moved = [_truncated((a - e) / w, (b - e) / w) for a, b, e, w in zip(low, high, expected, width, strict=True)]
        step = np.array([shift for shift, _ in moved]) / width
        shrink = np.array([kept for _, kept in moved]) / width**2
        return Belief(
            self.means + leaning * step[:, None],
            self.covariances - leaning[:, :, None] * leaning[:, None, :] * shrink[:, None, None],
        )

    def told(self, other: int, cells: NDArray[np.intp], values: Numbers, noise: float) -> "Belief":
        """Take in what one of them says that these cells bring it, give or take `noise`."""
        leaning = self.covariances[other][:, cells]
        surprise = values - self.means[other, cells]
        gain = np.linalg.solve(leaning[cells] + noise**2 * np.eye(len(cells)), leaning.T).T
        means, covariances = self.means.copy(), self.covariances.copy()
        means[other] += gain @ surprise
        covariances[other] -= gain @ leaning.T
        return Belief(means, covariances)


def _truncated(low: float, high: float) -> tuple[float, float]:
    """Say for a standard normal number known to lie in a range: its mean, and by how much its variance shrinks."""
    if not isfinite(low) and not isfinite(high):
        return 0.0, 0.0
    chance = _below(high) - _below(low)
    if chance < SURPRISE:
        return (low if low > 0 else high), 0.9
    at_low, at_high = _density(low), _density(high)
    mean = (at_low - at_high) / chance
    edge = (0.0 if low == -inf else low * at_low) - (0.0 if high == inf else high * at_high)
    return mean, min(0.99, max(0.0, mean * mean - edge / chance))


def _below(value: float) -> float:
    return 0.5 * (1.0 + erf(value / sqrt(2.0)))


def _density(value: float) -> float:
    return exp(-0.5 * value * value) / sqrt(2.0 * pi) if isfinite(value) else 0.0
