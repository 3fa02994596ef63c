"""The picture of public consensus beside private spread: where each stood in public and in private, over time."""

from dataclasses import dataclass

from game.debrief import Consensus, ConsensusPlot, PlotColumn, consensus_plot
from game.ui import S4, TINY, Box, Canvas, Leaf, Run, Size, Style, Tone
from game.ui.text import measure
from game.ui.widget import Ruler, Sight

SIDE, FOOT = 52.0, 36.0
"""Room for the scale at the left, and for the moments below."""
MARGIN = 12.0
DOT, RING, ONE = 9.0, 12.0, 4.0
"""Across; nearer than the last, the open dot becomes a ring around the full one."""
LEAST = 180.0
"""A picture lower than this is none."""


@dataclass(frozen=True, slots=True)
class ConsensusPicture(Leaf):
    """Draw it: an open dot for what was shown, a full one for what was meant, a line between; a band for the spread.

    What is against in private is drawn in the colour of warning and joined by a dashed line. The moment `chosen` stands
    on a ground of its own.
    """

    found: Consensus
    chosen: int
    h: float = LEAST

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take the width given, and at least the height told."""
        return Size(width, self.h)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw scale, columns and the line of public consent."""
        plot = consensus_plot(self.found, box.w - SIDE, box.h - FOOT, margin=MARGIN)
        at = Box(box.x + SIDE, box.y, plot.width, plot.height)
        _scale(canvas, plot, at, box.x)
        for place, column in enumerate(plot.columns):
            _column(canvas, column, at, is_chosen=place == self.chosen)
        means = [(at.x + column.x, at.y + column.public_y) for column in plot.columns]
        canvas.path(means, Tone.SOFT, 1.5)
        for column in plot.columns:
            _dots(canvas, column, at, plot.zero_y)


def _scale(canvas: Canvas, plot: ConsensusPlot, at: Box, left: float) -> None:
    for y, words in ((plot.yes_y, "for"), (plot.zero_y, "neither"), (plot.no_y, "against")):
        canvas.rule(Box(at.x, at.y + y - 0.5, at.w, 1), Tone.NEUTRAL if y == plot.zero_y else Tone.LINE)
        _words(canvas, words, Box(left, at.y + y - 8, SIDE - S4, 16), "left")


def _column(canvas: Canvas, column: PlotColumn, at: Box, *, is_chosen: bool) -> None:
    box = Box(at.x + column.left + 2, at.y, column.right - column.left - 4, at.h)
    if is_chosen:
        canvas.frame(Box(box.x, box.y, box.w, box.h + FOOT), fill=Tone.ACCENT_SOFT, edge=Tone.ACCENT, radius=6)
    band = Box(box.x + 4, at.y + column.top - 7, box.w - 8, column.bottom - column.top + 14)
    canvas.frame(band, fill=Tone.TRACK, radius=6)
    moment = column.moment
    _words(canvas, moment.label, Box(box.x, at.bottom + 2, box.w, 16), "center", is_strong=is_chosen)
    if moment.round is not None:
        _words(canvas, f"round {moment.round}", Box(box.x, at.bottom + 17, box.w, 16), "center")


def _dots(canvas: Canvas, column: PlotColumn, at: Box, zero: float) -> None:
    for dot in column.dots:
        x = at.x + dot.x
        shown, private = dot.shown_y, dot.private_y
        is_against = private is not None and private > zero
        tone = Tone.BAD if is_against else Tone.INK
        if shown is not None and private is not None:
            line = Box(x - 1, at.y + min(shown, private), 2, abs(shown - private))
            if is_against and shown < zero:
                canvas.dashes(line, Tone.BAD, 4, 3)
            else:
                canvas.rule(line, Tone.NEUTRAL)
        is_one = shown is not None and private is not None and abs(shown - private) < ONE
        if shown is not None:
            canvas.dot(x, at.y + shown, RING + (2 if is_one else 0), Tone.CARD, Tone.INK, 1.5)
        if private is not None:
            canvas.dot(x, at.y + private, DOT - (3 if is_one else 0), tone)


def _words(canvas: Canvas, words: str, box: Box, align: str, *, is_strong: bool = False) -> None:
    """Write a short word on one line; what has no room is left to the rows beside the picture."""
    tone = Tone.INK if is_strong else Tone.SOFT
    style = Style(size=TINY, tone=tone, align="center" if align == "center" else "left", leading=1.2)
    if measure((Run(words),), style, None, canvas.look).w <= box.w + 1:
        canvas.text((Run(words),), style, box)
