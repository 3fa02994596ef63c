"""Say what is to be drawn of a page, stroke by stroke: widgets in order, then the focus ring, then the tooltip."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from game.ui.canvas import Canvas
from game.ui.page import Page
from game.ui.space import Box, Size
from game.ui.text import Style, measure
from game.ui.theme import SMALL, Tone
from game.ui.widget import Leaf, Ruler, Sight, Widget
from game.ui.widgets.scroll import Scroll

_PLAIN = Sight()
_TIP = Style(size=SMALL, tone=Tone.PAPER, leading=1.3)
_TIP_WIDTH = 340.0


@dataclass(frozen=True, slots=True)
class Attention:
    """Say where the player's attention is: focus, pointer, what is pressed, and the tooltip."""

    focus: str | None = None
    ring: bool = False
    hover: str | None = None
    pressed: str | None = None
    tip: tuple[str, Box] | None = None


class Stroke(NamedTuple):
    """Hold all that decides what one widget draws."""

    widget: Widget
    box: Box
    clip: Box | None
    sight: Sight
    layer: int


def strokes(page: Page, ruler: Ruler, attention: Attention) -> list[Stroke]:
    """Give everything that is seen, in drawing order."""
    found = []
    for index in page.seen:
        widget, box, clip, layer, _, kind = page.placed[index]
        key: str = widget.key if kind.is_control else ""  # type: ignore[attr-defined] # controls have one
        sight = _sight(key, ruler, attention) if key else _PLAIN
        found.append(Stroke(widget, box, clip, sight, layer))
    found.extend(_ring(page, attention))
    if attention.tip is not None:
        found.append(_tip(page, ruler, *attention.tip))
    return found


def _sight(key: str, ruler: Ruler, attention: Attention) -> Sight:
    """Say how a control stands."""
    return Sight(
        focused=attention.focus == key,
        hovered=attention.hover == key,
        pressed=attention.pressed == key and attention.hover == key,
        memory=ruler.memory.get(key),
    )


@dataclass(frozen=True, slots=True)
class Ring(Leaf):
    """Show where the focus is, 2 pixels wide and 2 away."""

    radius: float

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take no room."""
        return Size(0, 0)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the outline."""
        canvas.ring(box, Tone.ACCENT, self.radius)


@dataclass(frozen=True, slots=True)
class Tooltip(Leaf):
    """Explain what is below the pointer or has the focus."""

    words: str

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Keep distance around the words."""
        size = measure(self.words, _TIP, _TIP_WIDTH, ruler.look)
        return Size(size.w + 20, size.h + 12)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw ground and words."""
        canvas.frame(box, fill=Tone.INK, edge=Tone.PAPER, radius=6)
        size = measure(self.words, _TIP, _TIP_WIDTH, canvas.look)
        canvas.text(self.words, _TIP, Box(box.x + 10, box.y + 6, size.w, size.h))


def _ring(page: Page, attention: Attention) -> Iterator[Stroke]:
    """Put a ring around the focus, if it is to be seen."""
    index = page.controls.get(attention.focus or "")
    if index is not None and attention.ring:
        item = page.placed[index]
        yield Stroke(Ring(getattr(item.widget, "radius", 6.0) + 4), item.box.inset(-4), item.clip, _PLAIN, page.layer)


def _tip(page: Page, ruler: Ruler, words: str, about: Box) -> Stroke:
    """Put a tooltip beside what it is about, where it covers least of what else can be chosen."""
    tip = Tooltip(words)
    return Stroke(tip, place_tip(page, about, tip.measure(ruler, _TIP_WIDTH)), None, _PLAIN, page.layer)


def place_tip(page: Page, about: Box, size: Size) -> Box:
    """Choose a place beside a box, or below or above its group: over none of the group, then over least else."""
    whole, w, h = page.size, size.w, size.h
    kin, others = _others(page, about)
    around = _around((about, *kin))
    x = max(4.0, min(about.x, whole.w - w - 4))
    y = max(4.0, min(about.y, whole.h - h - 4))
    spots = (
        Box(x, about.bottom + 8, w, h),
        Box(x, about.y - 8 - h, w, h),
        Box(about.right + 8, y, w, h),
        Box(about.x - 8 - w, y, w, h),
        Box(x, around.bottom + 8, w, h),
        Box(x, around.y - 8 - h, w, h),
    )
    free = [
        one for one in spots if one.x >= 4 and one.y >= 4 and one.right <= whole.w - 4 and one.bottom <= whole.h - 4
    ]
    return min(free, key=lambda one: (_covered(one, kin), _covered(one, others)), default=Box(x, y, w, h))


def _others(page: Page, about: Box) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Give what is seen of the controls that a tooltip is not about: those of its group, and the rest."""
    found = [page.placed[index] for index in page.controls.values() if page.placed[index].layer == page.layer]
    group = next((group for item in found if item.box == about and (group := _group(item.widget))), "")
    kin: list[Box] = []
    rest: list[Box] = []
    for item in found:
        if isinstance(item.widget, Scroll) or item.box == about:
            continue
        seen = item.box if item.clip is None else item.box.common(item.clip)
        (kin if group and _group(item.widget) == group else rest).append(seen)
    return tuple(box for box in kin if box.w and box.h), tuple(rest)


def _group(widget: Widget) -> str:
    """Name the group of a control."""
    return str(getattr(widget, "group", ""))


def _around(boxes: tuple[Box, ...]) -> Box:
    """Give the smallest box around some."""
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def _covered(one: Box, others: tuple[Box, ...]) -> float:
    """Measure how much of some boxes another covers."""
    return sum(_shared(one, other) for other in others)


def _shared(one: Box, other: Box) -> float:
    """Measure how much of two boxes overlaps."""
    both = one.common(other)
    return both.w * both.h
