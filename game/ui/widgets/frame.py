"""Put a ground and a border around a widget: panels, badges, notices, key caps."""

from dataclasses import dataclass
from typing import Literal

from game.ui.canvas import Canvas
from game.ui.layout import Column, Row, Sized, Space, grow, spring
from game.ui.space import RADIUS, S4, S8, S12, Box, Size
from game.ui.text import Words
from game.ui.theme import SEMIBOLD, SMALL, TINY, Tone
from game.ui.widget import Child, Ruler, Sight, Widget
from game.ui.widgets.marks import Icon
from game.ui.widgets.words import Text, heading

Mood = Literal["good", "warn", "bad", "plain"]
_MOODS: dict[Mood, tuple[Tone, Tone, str]] = {
    "good": (Tone.GOOD, Tone.GOOD_SOFT, "circle-check"),
    "warn": (Tone.WARN, Tone.WARN_SOFT, "alert-triangle"),
    "bad": (Tone.BAD, Tone.BAD_SOFT, "circle-x"),
    "plain": (Tone.ACCENT, Tone.ACCENT_SOFT, "info-circle"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """Draw a rounded ground under a child, with a coloured stripe at the left if wanted."""

    child: Widget
    fill: Tone = Tone.CARD
    edge: Tone | None = Tone.LINE
    x: float = S12
    y: float = S12
    radius: float = RADIUS
    stripe: Tone | None = None

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Add the padding."""
        inner = ruler.size(self.child, max(0.0, width - 2 * self.x))
        return Size(inner.w + 2 * self.x, inner.h + 2 * self.y)

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Put the child inside the padding."""
        return (Child(self.child, box.inset(self.x, self.y)),)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw ground, border and stripe."""
        canvas.frame(box, fill=self.fill, edge=self.edge, radius=self.radius)
        if self.stripe is not None:
            canvas.stripe(box, self.stripe, self.radius)


def panel(title: str, child: Widget, aside: Widget | None = None) -> Frame:
    """Put content on a card under a small-caps heading; the content takes the height that is left."""
    if not title:
        return Frame(child)
    top: tuple[Widget, ...] = (heading(title), spring(), aside) if aside else (heading(title),)
    return Frame(Column((Sized(Row(top), h=18), grow(child)), gap=S12))


def top_bar(left: tuple[Widget, ...], right: tuple[Widget, ...] = ()) -> Sized:
    """Draw the dark bar across the top; texts in it use ON_BAR and ON_BAR_SOFT."""
    row = Row((*left, spring(), *right), gap=S12 + S4)
    return Sized(Frame(row, fill=Tone.BAR, edge=None, x=16, y=S8, radius=0), h=48)


def badge(words: str, mood: Mood = "plain") -> Frame:
    """Show a short remark in a pill."""
    tone, ground, _ = _MOODS[mood]
    return Frame(
        Text(words, size=TINY, weight=SEMIBOLD, tone=tone, leading=1.25), fill=ground, edge=None, x=8, y=2, radius=10
    )


def notice(words: Words, mood: Mood = "plain") -> Frame:
    """Tell something that went well or wrong, with an icon."""
    tone, ground, icon = _MOODS[mood]
    return Frame(
        Row((Icon(icon, 18, tone), grow(Text(words, size=SMALL))), gap=S8), fill=ground, edge=tone, x=S12, y=S8
    )


def key_cap(name: str, tone: Tone = Tone.SOFT, ground: Tone = Tone.CARD) -> Frame:
    """Show the key that does the same."""
    cap = Text(name, size=TINY, tone=tone, align="center", leading=1.25)
    return Frame(cap if len(name) > 1 or name in "GHMNQW" else _square(cap), fill=ground, edge=tone, x=5, y=1, radius=4)


def _square(cap: Text) -> Widget:
    """Make a one-letter key cap at least as wide as high."""
    return Sized(cap, w=7)


def blank(h: float) -> Space:
    """Leave vertical room."""
    return Space(h=h)
