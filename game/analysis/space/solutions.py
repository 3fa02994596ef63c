"""The solution points of bargaining theory, among packages on the frontier that nobody likes less than walking away.

Gains are over walking away, in any one unit. Ties go to the package that comes first in the order of the case.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Solution(StrEnum):
    """Which package would be fair, by whom."""

    NASH = "nash"
    KALAI_SMORODINSKY = "kalai_smorodinsky"
    EGALITARIAN = "egalitarian"
    UTILITARIAN = "utilitarian"


def solve(gains: Floats) -> Mapping[Solution, int]:
    """Find the row of each point among gains (packages, agencies), none below 0; nothing if there are no rows."""
    return {solution: find(gains) for solution, find in _FINDERS.items()} if len(gains) else {}


def _nash(gains: Floats) -> int:
    """Maximise the product of gains (J. Nash, The Bargaining Problem, Econometrica 1950).

    Where no package gives everybody something, of those that give most agencies something, and over these.
    """
    highest = gains.max(axis=0)
    shares = gains / np.where(highest > 0, highest, 1.0)
    winners = (shares > 0).sum(axis=1)
    product = np.where(shares > 0, shares, 1.0).prod(axis=1) * (winners == winners.max())
    # equal products may differ in their last digits
    return int((product >= product.max() * (1 - 1e-12)).argmax())


def _kalai_smorodinsky(gains: Floats) -> int:
    """Give all the same share of their best (E. Kalai and M. Smorodinsky, Econometrica 1975), or nearly."""
    highest = gains.max(axis=0)
    return _most_to_the_least(gains[:, highest > 0] / highest[highest > 0])


def _egalitarian(gains: Floats) -> int:
    """Give most to whoever gains least (J. Rawls 1971; E. Kalai, Econometrica 1977), then to the next."""
    return _most_to_the_least(gains)


def _utilitarian(gains: Floats) -> int:
    """Maximise the sum of gains (J. Harsanyi, Journal of Political Economy 1955)."""
    return int(gains.sum(axis=1).argmax())


def _most_to_the_least(shares: Floats) -> int:
    if shares.shape[1] == 0:
        return 0
    ranked = np.sort(shares, axis=1)
    best = np.lexsort([-column for column in ranked.T[::-1]])
    return int(best[0])


_FINDERS: Mapping[Solution, Callable[[Floats], int]] = {
    Solution.NASH: _nash,
    Solution.KALAI_SMORODINSKY: _kalai_smorodinsky,
    Solution.EGALITARIAN: _egalitarian,
    Solution.UTILITARIAN: _utilitarian,
}
