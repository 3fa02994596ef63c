"""What time it is at the host."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic, time


@dataclass(frozen=True, slots=True)
class Clock:
    """The host's two clocks in seconds: a steady one for everything that lasts, the one on the wall for the bell."""

    steady: Callable[[], float] = monotonic
    wall: Callable[[], float] = time

    def hour(self) -> str:
        """Say what the wall clock shows."""
        return datetime.fromtimestamp(self.wall()).strftime("%H:%M")
