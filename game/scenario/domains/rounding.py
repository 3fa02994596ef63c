"""Utilities as whole points: the best options add up to 100, and packages stay in their order as far as they can.

And the way back for a reservation value: GeniusWeb knows no number for it, only a package that is worth as much.
"""

from collections.abc import Mapping, Sequence

BEST_TOTAL = 100
_HAIR = 1e-9
"""What floating-point sums may miss a whole number by."""


def share_out(shares: Sequence[float], total: int = BEST_TOTAL) -> tuple[int, ...]:
    """Round shares that add up to the total by largest remainder; ties go to the first."""
    whole = [int(share + _HAIR) for share in shares]
    left = total - sum(whole)
    ranked = sorted(range(len(shares)), key=lambda n: (round(whole[n] - shares[n], 9), n))
    for number in ranked[: max(0, left)]:
        whole[number] += 1
    return tuple(whole)


def round_worths(worths: Sequence[Sequence[float]]) -> tuple[tuple[int, ...], ...]:
    """Turn worths (issue by value; the bests add up to 1) into points: bests first, the others in proportion."""
    exact = [[BEST_TOTAL * worth for worth in issue] for issue in worths]
    bests = share_out([max(issue) for issue in exact])
    return tuple(
        tuple(_in_proportion(worth, max(issue), best) for worth in issue)
        for issue, best in zip(exact, bests, strict=True)
    )


def _in_proportion(worth: float, most: float, best: int) -> int:
    return 0 if most <= 0 else int(worth / most * best + 0.5 + _HAIR)


def largest_error(worths: Sequence[Sequence[float]], points: Sequence[Sequence[int]]) -> float:
    """Say by how many points a package can be off, at most; exact, since worths add up issue by issue."""
    over = under = 0.0
    for exact, rounded in zip(worths, points, strict=True):
        off = [whole - BEST_TOTAL * worth for worth, whole in zip(exact, rounded, strict=True)]
        over, under = over + max(off), under + min(off)
    return max(over, -under, 0.0)


def find_bid(points: Sequence[Sequence[int]], wanted: int) -> tuple[Mapping[int, int], int]:
    """Find a package (issue: option, by number) worth as many points as wanted, and say what it is worth.

    A whole package if one fits; else one that leaves issues open, which count 0; else the cheapest that is worth more,
    so that nothing below the reservation value passes; else the best.
    """
    whole, partial = _reach(points, may_skip=False), _reach(points, may_skip=True)
    for reached in (whole, partial):
        if wanted in reached:
            return reached[wanted], wanted
    nearest = min((total for total in partial if total >= wanted), default=max(partial))
    return partial[nearest], nearest


def _reach(points: Sequence[Sequence[int]], *, may_skip: bool) -> dict[int, dict[int, int]]:
    """Say for every total that packages reach how one of them reaches it."""
    reached: dict[int, dict[int, int]] = {0: {}}
    for issue, options in enumerate(points):
        further: dict[int, dict[int, int]] = dict(reached) if may_skip else {}
        for total, chosen in reached.items():
            for option, worth in enumerate(options):
                further.setdefault(total + worth, {**chosen, issue: option})
        reached = further
    return reached
