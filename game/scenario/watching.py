"""Look at a file again and again, and tell its problems whenever it was saved."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from game.scenario.problems import Problem

LONG_GONE = 8
"""After so many looks at nothing a file counts as gone; many editors take it away for a moment while they save."""

Mark = tuple[int, int, int]
"""What changes when a file is saved: its time, its size, and which file it is."""


def watch(
    path: Path, check: Callable[[Path], tuple[Problem, ...]], pause: Callable[[], None]
) -> Iterator[tuple[Problem, ...] | None]:
    """Give the problems of a file now and after every change; None once it is gone. It never ends by itself.

    A change counts when two looks in a row see the same, so that a file is not read while it is half written.
    """
    told, last, looks_at_nothing = None, _mark(path), 0
    if last is not None:
        told = last
        yield check(path)
    while True:
        pause()
        mark = _mark(path)
        looks_at_nothing = 0 if mark else looks_at_nothing + 1
        if looks_at_nothing == LONG_GONE:
            told = None
            yield None
        elif mark is not None and mark == last and mark != told:
            told = mark
            yield check(path)
        last = mark


def _mark(path: Path) -> Mark | None:
    """Look at a file; None if it is not there."""
    try:
        seen = os.stat(path)
    except (OSError, ValueError):
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino
