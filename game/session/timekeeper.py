"""The timer of a table: wound for every moment by the pace, and stopped while the table stands still."""

from game.rules.room import Room
from game.session.pace import Pace, Timer, held, lasting, let_go, wound


class Timekeeper:
    """Keeps one timer; the shell tells the time with every call."""

    def __init__(self, pace: Pace) -> None:
        """Begin without a timer: the first is wound when somebody tells the time."""
        self.pace = pace
        self._timer: Timer | None = None
        self._is_held = False

    @property
    def timer(self) -> Timer | None:
        """Return the timer as it was when somebody last told the time."""
        return self._timer

    def wind(self, room: Room, now: float) -> Timer | None:
        """Wind a timer for this moment, unless it has one; a phase without a limit has none."""
        timer = wound(self._timer, self.pace, room, now)
        self._timer = held(timer, now) if timer is not None and self._is_held else timer
        return self._timer

    def is_up(self, room: Room, now: float) -> bool:
        """Hear what time it is, and say whether it is up."""
        timer = self.wind(room, now)
        return timer is not None and timer.is_due(now)

    def hold(self, now: float) -> None:
        """Stop the clock: this timer and those to come."""
        self._is_held = True
        if self._timer is not None:
            self._timer = held(self._timer, now)

    def go_on(self, now: float) -> None:
        """Let the clock run on."""
        self._is_held = False
        if self._timer is not None:
            self._timer = let_go(self._timer, now)

    def set_left(self, room: Room, seconds: float, now: float) -> Timer | None:
        """Give this moment so many seconds from now on; None if it has no limit."""
        timer = self.wind(room, now)
        if timer is not None:
            self._timer = lasting(timer, seconds, now)
        return self._timer

    def add(self, room: Room, seconds: float, now: float) -> Timer | None:
        """Give this moment more seconds, or fewer; None if it has no limit."""
        timer = self.wind(room, now)
        return None if timer is None else self.set_left(room, timer.left_at(now) + seconds, now)
