"""What takes too long to wait for is worked out while the window goes on, one thing at a time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Generic, TypeVar

from game.ui import wake

T = TypeVar("T")
MOST_KEPT = 8
"""Answers that are kept, so that going back to what was looked at before needs no waiting."""


def start(work: Callable[[], None]) -> Thread:
    """Begin some work beside the window; it ends with the game at the latest."""
    thread = Thread(target=work, daemon=True, name="debrief")
    thread.start()
    return thread


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of an errand: a result, or one sentence on why there is none."""

    result: T | None
    problem: str = ""


@dataclass(slots=True)
class Errand(Generic[T]):
    """One thing that is worked out beside the window, for whatever is asked for last; the latest answers are kept."""

    _known: dict[object, Outcome[T]] = field(default_factory=dict)
    _wanted: tuple[object, Callable[[], T]] | None = None
    _is_busy: bool = False
    _lock: Lock = field(default_factory=Lock, repr=False)

    def ask(self, about: object, work: Callable[[], T]) -> None:
        """Ask for something; nothing happens if it is there or on its way."""
        with self._lock:
            if about in self._known:
                self._wanted = None
                return
            if self._wanted is not None and self._wanted[0] == about:
                return
            self._wanted = about, work
            if self._is_busy:
                return
            self._is_busy = True
        start(self._run)

    def answer(self, about: object) -> T | None:
        """Give the result of this, if it is there."""
        with self._lock:
            return self._known[about].result if about in self._known else None

    def refusal(self, about: object) -> str:
        """Say why there will be no result of this; nothing while it may still come."""
        with self._lock:
            return self._known[about].problem if about in self._known else ""

    def _run(self) -> None:
        """Work until nothing else was asked for meanwhile."""
        while True:
            with self._lock:
                if self._wanted is None:
                    self._is_busy = False
                    return
                about, work = self._wanted
            outcome = _tried(work)
            with self._lock:
                self._known[about] = outcome
                while len(self._known) > MOST_KEPT:
                    self._known.pop(next(iter(self._known)))
                if self._wanted is not None and self._wanted[0] == about:
                    self._wanted = None
            wake()


def _tried(work: Callable[[], T]) -> Outcome[T]:
    """Let nothing that goes wrong beside the window end the game."""
    try:
        return Outcome(work())
    except ValueError as refused:
        return Outcome(None, str(refused))
    except Exception as error:
        return Outcome(None, f"This could not be worked out ({type(error).__name__}).")
