"""The pace of computer seats at this computer: when the next one moves, and what if a move cannot be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desk.moments import moment_of
from game.rules.room import Room
from game.session.table import NOT_SAVED

if TYPE_CHECKING:  # a sitting holds its pace
    from game.ui.sitting import Sitting

RETRY_MS = 3000
"""How long a game that could not be saved waits before it tries again."""
STEPS_A_TICK = 8
"""Computer moves that nobody at the screen can see go by together, this many at most before the screen breathes."""


class Computers:
    """Let computer seats act one by one, so that whoever is at the screen can follow."""

    def __init__(self, sitting: Sitting) -> None:
        """Move the computers of a sitting."""
        self._sitting = sitting
        self._due: int | None = None
        self._told_problem = ""
        self.is_paused = False
        """Whether the game waits because a move could not be saved."""

    @property
    def have_a_move(self) -> bool:
        """Say whether a computer should act now."""
        return self._sitting.table.next_computer() is not None

    @property
    def next_tick(self) -> int | None:
        """Say when the next computer move should be shown; None while there is none to show."""
        sitting = self._sitting
        if sitting.unbriefed or sitting.needs_curtain:
            return None
        if sitting.table.is_closed:
            return (self._due or 0) if sitting.is_watching and not sitting.is_year_shown else None
        return (self._due or 0) if self.have_a_move or self.is_paused else None

    def tick(self, now_ms: int) -> bool:
        """Let the next computer act if it is due; True if something happened that the screen shows."""
        sitting, pause = self._sitting, self._sitting.settings.pause_ms
        if self.next_tick is None:
            return False
        if self._due is None:
            self._due = now_ms + pause
        if now_ms < self._due:
            return False
        self._due = now_ms + pause
        if sitting.table.is_closed:
            sitting.close_year()
            return True
        if pause == 0:
            has_moved = self._step_on(most=None if not sitting.is_watching else 1)
        else:
            has_moved = True
            if not self._step_visibly():
                self._due = now_ms
        if self.is_paused:
            self._due = now_ms + RETRY_MS
        return has_moved

    def hurry(self) -> None:
        """Show the waiting moves at once: until a person must act, or, watching, until the phase is over."""
        self._step_on()

    def rest(self) -> None:
        """Begin the pause before the next move anew."""
        self._due = None

    def _step_on(self, most: int | None = None) -> bool:
        """Let computers act until a person must, or so many times; True if one acted."""
        sitting = self._sitting
        moment, steps = moment_of(self._room), 0
        while sitting.due_person is None and self.have_a_move and (most is None or steps < most):
            if not self._step():
                break
            steps += 1
            if sitting.is_watching and moment_of(self._room) != moment:
                break
        return steps > 0

    def _step_visibly(self) -> bool:
        """Let computers act until the screen has something new to show; False if it was only what nobody here sees."""
        sitting, table = self._sitting, self._sitting.table
        for _ in range(STEPS_A_TICK):
            mark, moment = table.mark, moment_of(self._room)
            if not self._step():
                return True
            told = table.sentences(sitting.seat, mark)
            if any(not one.is_secondary for one in told) or moment_of(self._room) != moment:
                return True
            if sitting.due_person is not None or not self.have_a_move:
                return True
        return False

    def _step(self) -> bool:
        """Let one computer act; False if it could not be saved, which pauses the game."""
        sitting = self._sitting
        answer = sitting.table.step()
        if answer is None:
            return False
        if answer.refusal is not None and answer.refusal.code == NOT_SAVED:
            self.is_paused = True
            self._told_problem = f"{answer.refusal.sentence} The game waits, and tries again by itself."
            sitting.notice = self._told_problem
            return False
        if self.is_paused and sitting.notice == self._told_problem:
            sitting.notice = ""
        self.is_paused = False
        sitting.excuse()
        return True

    @property
    def _room(self) -> Room:
        return self._sitting.table.public_view().room
