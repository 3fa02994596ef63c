"""What takes too long to wait for is worked out while the window goes on; only what was asked for last counts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Generic, TypeVar

from game.ui import wake

T = TypeVar("T")


def start(work: Callable[[], None]) -> Thread:
    """Begin some work beside the window; it ends with the game at the latest."""
    thread = Thread(target=work, daemon=True, name="debrief")
    thread.start()
    return thread


@dataclass(slots=True)
class Errand(Generic[T]):
    """One thing that is worked out beside the window, over and over for whatever is asked for last."""

    result: T | None = None
    problem: str = ""
    """One sentence on why there is no result."""
    about: object = None
    """What `result` or `problem` is the answer to."""
    _wanted: tuple[object, Callable[[], T]] | None = None
    _is_busy: bool = False
    _lock: Lock = field(default_factory=Lock, repr=False)

    def ask(self, about: object, work: Callable[[], T]) -> None:
        """Ask for something; nothing happens if it is there or on its way."""
        with self._lock:
            if about == (self._wanted[0] if self._wanted is not None else self.about):
                return
            self._wanted = about, work
            if self._is_busy:
                return
            self._is_busy = True
        start(self._run)

    def answer(self, about: object) -> T | None:
        """Give the result, if it is the one of this."""
        with self._lock:
            return self.result if self.about == about else None

    def refusal(self, about: object) -> str:
        """Say why there will be no result of this; nothing while it may still come."""
        with self._lock:
            return self.problem if self.about == about else ""

    def _run(self) -> None:
        """Work until nothing else was asked for meanwhile."""
        while True:
            with self._lock:
                if self._wanted is None:
                    self._is_busy = False
                    return
                about, work = self._wanted
            result, problem = _tried(work)
            with self._lock:
                if self._wanted is not None and self._wanted[0] == about:
                    self.result, self.problem, self.about, self._wanted = result, problem, about, None
            wake()


def _tried(work: Callable[[], T]) -> tuple[T | None, str]:
    """Let nothing that goes wrong beside the window end the game."""
    try:
        return work(), ""
    except ValueError as refused:
        return None, str(refused)
    except Exception as error:
        return None, f"This could not be worked out ({type(error).__name__})."
