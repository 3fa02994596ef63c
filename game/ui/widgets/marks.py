"""Draw the signs of the game: tiles, levels, stances, meters, roots and gaps."""

from dataclasses import dataclass

from game.desk.signs import SIGNS, Mark, Tint
from game.ui.canvas import Canvas
from game.ui.layout import Column, Row
from game.ui.space import S4, Box, Size
from game.ui.text import Style, measure
from game.ui.theme import BOLD, ICONS, SEMIBOLD, TINY, Tone, community_of
from game.ui.widget import Leaf, Ruler, Sight, Widget
from game.ui.widgets.words import Text

_LETTER, _LEAST_LETTER = 0.6, 11.0
"""The size of a tile's letter: of the side, and at least, so that it can be read on the smallest ones."""


TINTS: dict[Tint, Tone] = {
    "plain": Tone.INK,
    "soft": Tone.SOFT,
    "good": Tone.GOOD,
    "warn": Tone.WARN,
    "bad": Tone.BAD,
}
"""How the window colours a word."""
STANCES: dict[Mark, tuple[str, str, Tone]] = {
    mark: (icon, word, TINTS[tint]) for mark, (icon, word, tint) in SIGNS.items()
}


@dataclass(frozen=True, slots=True)
class Icon(Leaf):
    """Draw one of the shipped icons."""

    name: str
    size: float = 18
    tone: Tone = Tone.INK

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be a square."""
        return Size(self.size, self.size)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the icon."""
        canvas.icon(self.name, box, self.tone)


@dataclass(frozen=True, slots=True)
class AgencyTile(Leaf):
    """Draw the coloured tile of a community with its white icon, or with a letter where two share a community."""

    community: str
    size: float = 34
    letter: str = ""

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be a square."""
        return Size(self.size, self.size)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw tile and icon, or the letter."""
        community, theme = community_of(self.community), canvas.look.colors
        canvas.frame(box, fill=theme.tiles[community], edge=theme.tile_edge, radius=max(4, self.size * 0.2))
        if not self.letter:
            canvas.icon(ICONS[community], box.inset(self.size * 0.2), Tone.ON_TILE)
            return
        style = Style(
            size=max(_LEAST_LETTER, self.size * _LETTER), weight=BOLD, tone=Tone.ON_TILE, align="center", leading=1.0
        )
        tall = measure(self.letter, style, box.w, canvas.look).h
        canvas.text(self.letter, style, Box(box.x, box.y + (box.h - tall) / 2, box.w, tall))


def stance_mark(stance: Mark | str, *, words: bool = True, beside: bool = False) -> Widget:
    """Show a stance by icon and word: below each other, or beside."""
    icon, word, tone = STANCES[Mark(stance)]
    if not words:
        return Icon(icon, 16, tone)
    label = Text(word, size=TINY, tone=tone, align="left" if beside else "center", leading=1.1)
    sign = Icon(icon, 15 if beside else 16, tone)
    return Row((sign, label), gap=S4) if beside else Column((sign, label), gap=2)


@dataclass(frozen=True, slots=True)
class Meter(Leaf):
    """Show a share between 0 and 1 as a bar, such as trust; `marks` are shares to point out."""

    share: float
    tone: Tone = Tone.METER
    h: float = 4
    marks: tuple[float, ...] = ()

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take the width given."""
        return Size(width, self.h)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw track, bar and marks."""
        bar = Box(box.x, box.y + (box.h - self.h) / 2, box.w, self.h)
        radius = min(2.0, self.h / 2)
        canvas.frame(bar, fill=Tone.TRACK, radius=radius)
        if self.share > 0:
            canvas.frame(Box(bar.x, bar.y, bar.w * min(1.0, self.share), bar.h), fill=self.tone, radius=radius)
        for mark in self.marks:
            canvas.rule(Box(bar.x + bar.w * mark - 1, bar.y - 5, 2, bar.h + 10), Tone.INK)


@dataclass(frozen=True, slots=True)
class Position(Leaf):
    """Show where a value stands against a mark on a line, such as worth against walking away (both 0 to 1)."""

    value: float
    mark: float
    tone: Tone = Tone.ACCENT

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take the width given."""
        return Size(width, 20)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw line, mark and dot."""
        _, y = box.middle
        run = box.inset(8, 0)
        canvas.frame(Box(box.x, y - 3, box.w, 6), fill=Tone.TRACK, radius=3)
        canvas.rule(Box(run.x + run.w * self.mark - 1, y - 8, 2, 16), Tone.INK)
        canvas.dot(run.x + run.w * self.value, y, 14, self.tone)


@dataclass(frozen=True, slots=True)
class LevelTile(Leaf):
    """Show a level from 0 to 3 as filled quarters of a tile, 0 filling one of four."""

    level: int
    size: float = 20
    tone: Tone = Tone.ACCENT

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be a square."""
        return Size(self.size, self.size)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw four quarters, reading order."""
        half = (self.size - 2) / 2
        for quarter in range(4):
            x = box.x + (quarter % 2) * (half + 2)
            y = box.y + (quarter // 2) * (half + 2)
            full = quarter <= self.level
            tone = (Tone.BAD if self.level == 0 else self.tone) if full else Tone.TRACK
            canvas.frame(Box(x, y, half, half), fill=tone, radius=2)


@dataclass(frozen=True, slots=True)
class RootBars(Leaf):
    """Show the five roots of a yes (each 0 to 1) as small bars; weak ones are outlined."""

    roots: tuple[float, ...]
    bar: float = 41
    gap: float = 4
    weak: float = 0.45
    middling: float = 0.6

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as wide as the bars."""
        return Size(len(self.roots) * (self.bar + self.gap) - self.gap, 14)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the bars side by side."""
        for index, root in enumerate(self.roots):
            bar = Box(box.x + index * (self.bar + self.gap), box.y + (box.h - 13) / 2, self.bar, 13)
            tone = Tone.BAD if root < self.weak else Tone.MIDDLING if root < self.middling else Tone.GOOD
            canvas.frame(bar, fill=Tone.TRACK, edge=tone if root < self.middling else None, radius=3)
            if root > 0.02:
                canvas.frame(Box(bar.x, bar.y, bar.w * min(1.0, root), bar.h), fill=tone, radius=3)


@dataclass(frozen=True, slots=True)
class GapLine(Leaf):
    """Show said (open dot) and meant (full dot) on a line from -1 to 1; dashed where the signature is hollow.

    Where they fall together, the open dot becomes a ring around the full one.
    """

    said: float
    meant: float
    hollow: bool = False
    guarded: bool = False

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take the width given."""
        return Size(width, 22)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the walk-away mark, the gap and the dots."""
        run, (_, y) = box.inset(8, 0), box.middle
        at = [run.x + run.w * (value + 1) / 2 for value in (self.said, self.meant)]
        canvas.rule(Box(run.x + run.w / 2, box.y, 1, box.h), Tone.NEUTRAL)
        line = Box(min(at), y - 2, max(at) - min(at), 4)
        if self.hollow:
            canvas.dashes(line, Tone.BAD)
        else:
            canvas.rule(line, Tone.MIDDLING if self.guarded else Tone.NEUTRAL)
        is_one = abs(at[0] - at[1]) < 8
        canvas.dot(at[0], y, 18 if is_one else 14, Tone.CARD, Tone.INK)
        canvas.dot(at[1], y, 9 if is_one else 13, Tone.INK)


@dataclass(frozen=True, slots=True)
class Dot(Leaf):
    """Draw a small dot, full or open: moves left, time left, said and meant."""

    full: bool = True
    size: float = 10
    tone: Tone = Tone.INK
    ground: Tone = Tone.CARD

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be a square."""
        return Size(self.size, self.size)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the dot."""
        x, y = box.middle
        canvas.dot(x, y, self.size, self.tone if self.full else self.ground, None if self.full else self.tone, 1.5)


def label(words: str, tone: Tone = Tone.INK) -> Text:
    """Set a short bold label."""
    return Text(words, size=13, weight=SEMIBOLD, tone=tone, leading=1.25)
