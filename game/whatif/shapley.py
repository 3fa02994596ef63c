"""Share out what several causes did together (L. Shapley, A Value for n-Person Games, 1953)."""

from collections.abc import Sequence
from math import factorial


def shapley(worth: Sequence[float]) -> tuple[float, ...]:
    """Give each of n causes its share; `worth[s]` (2**n of them) is what the set s of causes comes to, one bit each.

    The shares add up to the worth of all causes less that of none. Exact. ValueError if there are not 2**n worths.
    """
    causes = max(len(worth).bit_length() - 1, 0)
    if len(worth) != 1 << causes:
        raise ValueError(f"{len(worth)} worths are not those of all sets of some causes")
    weights = [factorial(size) * factorial(causes - size - 1) / factorial(causes) for size in range(causes)]
    shares = [0.0] * causes
    for members, before in enumerate(worth):
        weight = weights[members.bit_count()] if members.bit_count() < causes else 0.0
        for cause in range(causes):
            if not members >> cause & 1:
                shares[cause] += weight * (worth[members | 1 << cause] - before)
    return tuple(shares)
