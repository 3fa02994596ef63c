"""Where the minutes pointed, what was predicted, what was answered and what was given, on one line from 0 to 4."""

from dataclasses import dataclass

from game.rules.legality.year import BALLOT_TOP
from game.ui import Box, Canvas, Leaf, Size, Tone
from game.ui.widget import Ruler, Sight


@dataclass(frozen=True, slots=True)
class ForesightLine(Leaf):
    """Draw it; the sentence below the line says the same."""

    by_minutes: int
    predicted: int
    answer: int
    given: float | None

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take the width given."""
        return Size(width, 26)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the five answers as ticks, and the signs on and above them."""
        run, y = box.inset(10, 0), box.y + 16
        canvas.rule(Box(run.x, y - 1, run.w, 2), Tone.LINE)

        def at(value: float) -> float:
            return run.x + run.w * value / BALLOT_TOP

        for tick in range(BALLOT_TOP + 1):
            canvas.rule(Box(at(tick) - 0.5, y - 4, 1, 8), Tone.NEUTRAL)
        span = sorted((self.predicted, self.answer))
        canvas.rule(Box(at(span[0]), y - 2, at(span[1]) - at(span[0]), 4), Tone.NEUTRAL)
        canvas.icon("file-text", Box(at(self.by_minutes) - 7, box.y - 4, 14, 14), Tone.SOFT)
        if self.given is not None:
            canvas.icon("flag", Box(at(self.given) - 3, box.y - 4, 13, 13), Tone.ACCENT)
        is_same = self.predicted == self.answer
        canvas.dot(at(self.predicted), y, 17 if is_same else 13, Tone.CARD, Tone.INK, 1.5)
        canvas.dot(at(self.answer), y, 9 if is_same else 11, Tone.INK)
