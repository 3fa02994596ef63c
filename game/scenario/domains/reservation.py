"""A reservation value as a reservation bid: GeniusWeb knows no number for it, only a package that is worth as much."""

from collections.abc import Mapping, Sequence


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
