"""How long a move may take, as values: the shell tells the time, the table says what has run out (R2.7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.rules.course import question_now, waiting_on
from game.rules.room import Room
from game.rules.vocabulary import Phase

Moment = tuple[int, Phase, str]
"""What a timer runs for: round, phase, and, where seats follow each other, whose turn it is."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds a phase may take (on the floor: a turn); phases not named take as long as they take."""

    seconds: Mapping[Phase, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Timer:
    """Runs out at `due`, by the shell's clock; while held, `left` seconds are kept instead."""

    moment: Moment
    due: float
    left: float | None = None

    def is_due(self, now: float) -> bool:
        """Say whether the time is up."""
        return self.left is None and now >= self.due

    def left_at(self, now: float) -> float:
        """Say how many seconds are left."""
        return max(0.0, self.due - now) if self.left is None else self.left


def wound(timer: Timer | None, pace: Pace, room: Room, now: float) -> Timer | None:
    """Return the timer of this moment: the same while the moment lasts, then a fresh one; None without a limit."""
    moment, seconds = timed_moment(room), pace.seconds.get(room.phase)
    if seconds is None or not waiting_on(room):
        return None
    return timer if timer is not None and timer.moment == moment else Timer(moment, now + seconds)


def held(timer: Timer, now: float) -> Timer:
    """Stop a timer and keep what is left."""
    return timer if timer.left is not None else replace(timer, left=timer.left_at(now))


def let_go(timer: Timer, now: float) -> Timer:
    """Let a held timer run on."""
    return timer if timer.left is None else replace(timer, due=now + timer.left, left=None)


def lasting(timer: Timer, seconds: float, now: float) -> Timer:
    """Let so many seconds be left, and no fewer than none; a held timer stays held."""
    left = max(0.0, seconds)
    return replace(timer, due=now + left, left=None if timer.left is None else left)


def timed_moment(room: Room) -> Moment:
    """Tell one moment from the next: a turn on the floor, a text to be signed, a vote, else a phase."""
    if room.interlude is not None:
        return room.round, room.phase, question_now(room)
    if room.phase is Phase.FLOOR:
        return room.round, room.phase, next(iter(room.speakers), "")
    if room.phase is Phase.SIGNING and room.called:
        return room.round, room.phase, room.called[0][0]
    return room.round, room.phase, ""
