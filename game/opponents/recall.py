"""A short memory for pure appraisals: the same parts of a view give the same answer, so it need not be worked out
twice.

Views share the parts that did not change, so identity is enough as a key; the parts are held so that none can be
replaced by another at the same place.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Recall(Generic[T]):
    """The latest answers, oldest dropped first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: dict[tuple[int, ...], tuple[tuple[object, ...], T]] = {}

    def of(self, parts: tuple[object, ...], work_out: Callable[[], T]) -> T:
        """Return the answer for these parts, worked out if they were not met lately."""
        key = tuple(map(id, parts))
        found = self._kept.get(key)
        if found is not None:
            return found[1]
        answer = work_out()
        if len(self._kept) >= self._size:
            self._kept.pop(next(iter(self._kept)), None)
        self._kept[key] = (parts, answer)
        return answer
