"""Measure things by turns, A B A B, so that whatever else the machine does meets all of them alike."""

import platform
from collections.abc import Callable, Sequence
from statistics import median

Measure = Callable[[], float]


def by_turns(repeats: int, *measures: Measure) -> tuple[list[float], ...]:
    """Run each measure once to warm up, then all of them in turn, again and again."""
    for measure in measures:
        measure()
    rounds = [[measure() for measure in measures] for _ in range(repeats)]
    return tuple([one[index] for one in rounds] for index in range(len(measures)))


def spread(values: Sequence[float]) -> dict[str, float]:
    """Say where measured values lie."""
    return {"median": number(median(values)), "least": number(min(values)), "most": number(max(values))}


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Divide turn by turn, and take the median: a machine that slows down for a while slows both."""
    return number(median(our / their for our, their in zip(ours, theirs, strict=True)))


def number(value: float) -> float:
    """Keep four digits."""
    return float(f"{value:.4g}")


def machine() -> dict[str, str]:
    """Say where it was measured."""
    return {"python": platform.python_version(), "system": platform.system(), "processor": platform.machine()}
