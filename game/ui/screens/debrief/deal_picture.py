"""The picture of the deal that was never tabled: all deals as a cloud, how the table went, and what else there was."""

from dataclasses import dataclass
from itertools import pairwise

from game.analysis.space.charting import Chart, Dot, Mark, chart
from game.analysis.space.untabled import Untabled
from game.analysis.space.untabled.words import ACROSS, UP
from game.ui import TINY, Box, Canvas, Leaf, Run, Size, Style, Tone
from game.ui.text import measure
from game.ui.theme import Rgb
from game.ui.widget import Ruler, Sight

TYPE = 12.0
FEW, MANY = 0.1, 0.45
"""How strongly the ink of the cloud covers the card, from few deals to many: in every theme the same way round."""
SIGNS: dict[Mark, tuple[float, Tone | None, Tone | None]] = {
    Mark.VERSION: (10.0, Tone.CARD, Tone.INK),
    Mark.SIGNED: (13.0, Tone.INK, Tone.INK),
    Mark.LIVED: (13.0, Tone.BAD, Tone.INK),
    Mark.TOLD: (15.0, Tone.GOOD, Tone.INK),
    Mark.BEST: (13.0, Tone.CARD, Tone.GOOD),
    Mark.MEANT: (13.0, Tone.CARD, Tone.ACCENT),
}
"""How large each dot is, its ground and its edge."""


@dataclass(frozen=True, slots=True)
class DealPicture(Leaf):
    """Draw it: tiles darker where more deals lie, a line at walking away, the ways of the texts, dots with labels."""

    found: Untabled
    h: float

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take the width given, and the height told."""
        return Size(width, self.h)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw from the ground up."""
        style = Style(size=TYPE, leading=1.2)
        plan = chart(self.found, box.w, box.h, TYPE, lambda words: measure((Run(words),), style, None, canvas.look).w)
        _ground(canvas, plan, box)
        for way in plan.ways:
            spots = [(box.x + x, box.y + y) for x, y in way.spots]
            if way.text is None:
                _dotted(canvas, spots)
            else:
                canvas.path(spots, Tone.INK, 2)
        for dot in plan.dots:
            _dot(canvas, dot, box)
        for label in plan.labels:
            at = Box(box.x + label.box.x, box.y + label.box.y, label.box.width, label.box.height)
            if label.is_far:
                canvas.path(((at.middle[0], at.middle[1]), (box.x + label.to_x, box.y + label.to_y)), Tone.SOFT, 1)
            canvas.frame(at.inset(-3, -1), fill=Tone.CARD, edge=Tone.LINE, radius=4)
            canvas.text((Run(label.text),), Style(size=TYPE, leading=1.2), Box(at.x, at.y, at.w + 2, at.h))


def _ground(canvas: Canvas, plan: Chart, box: Box) -> None:
    """Draw the cloud, the scales and the line at which the one who gains least gains nothing."""
    plot = Box(box.x + plan.plot.x, box.y + plan.plot.y, plan.plot.width, plan.plot.height)
    for tile in plan.tiles:
        at = Box(box.x + tile.box.x, box.y + tile.box.y, tile.box.width, tile.box.height)
        canvas.frame(at, fill=_cloud(canvas, tile.weight), radius=0)
        if tile.meant > 0:
            canvas.frame(
                at.inset(min(2.0, at.w / 4), min(2.0, at.h / 4)), fill=Tone.GOOD_SOFT, edge=Tone.GOOD, radius=2
            )
    style = Style(size=TINY, tone=Tone.SOFT, align="center", leading=1.2)
    for tick in plan.across:
        canvas.rule(Box(box.x + tick.at, plot.bottom, 1, 4), Tone.NEUTRAL)
        canvas.text((Run(tick.label),), style, Box(box.x + tick.at - 30, plot.bottom + 5, 60, 14))
    right = Style(size=TINY, tone=Tone.SOFT, align="right", leading=1.2)
    for tick in plan.up:
        canvas.rule(Box(plot.x - 4, box.y + tick.at, 4, 1), Tone.NEUTRAL)
        canvas.text((Run(tick.label),), right, Box(box.x, box.y + tick.at - 7, plot.x - box.x - 6, 14))
    canvas.rule(Box(plot.x, plot.y, 1, plot.h), Tone.NEUTRAL)
    canvas.rule(Box(plot.x, plot.bottom, plot.w, 1), Tone.NEUTRAL)
    canvas.dashes(Box(plot.x, box.y + plan.walk_away - 0.5, plot.w, 1.5), Tone.INK, 6, 4)
    named = Style(size=TINY, tone=Tone.SOFT, leading=1.2)
    canvas.text((Run(f"↑ {UP}"),), named, Box(box.x, box.y, box.w, 14))
    canvas.text(
        (Run(f"{ACROSS} →"),),
        Style(size=TINY, tone=Tone.SOFT, align="right", leading=1.2),
        Box(box.x, box.bottom - 15, box.w, 14),
    )


def _cloud(canvas: Canvas, weight: float) -> Rgb:
    """Mix the colour of a tile."""
    part = FEW + (MANY - FEW) * weight
    mixed = (
        round(ground + (ink - ground) * part)
        for ground, ink in zip(canvas.look.color(Tone.CARD), canvas.look.color(Tone.SOFT), strict=True)
    )
    red, green, blue = mixed
    return red, green, blue


def _dotted(canvas: Canvas, spots: list[tuple[float, float]]) -> None:
    """Lead in dashes from what was signed to what came of it."""
    for (x, y), (to_x, to_y) in pairwise(spots):
        far = max(1.0, ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5)
        parts = max(1, int(far / 10))
        for number in range(parts):
            start, end = number / parts, (number + 0.6) / parts
            ends = [(x + (to_x - x) * share, y + (to_y - y) * share) for share in (start, end)]
            canvas.path(ends, Tone.BAD, 2)


def _dot(canvas: Canvas, dot: Dot, box: Box) -> None:
    size, fill, edge = SIGNS[dot.mark]
    canvas.dot(box.x + dot.x, box.y + dot.y, size, fill, edge, 2)
