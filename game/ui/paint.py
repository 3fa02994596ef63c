"""Draw a page: widgets in order, then the focus ring, then the tooltip."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from game.ui.canvas import Canvas
from game.ui.page import Page, as_control
from game.ui.space import Box, Size
from game.ui.text import Style, measure
from game.ui.theme import SMALL, Tone
from game.ui.widget import Ruler, Sight
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


def paint(page: Page, surface: pygame.Surface, ruler: Ruler, attention: Attention) -> None:
    """Draw everything that is seen."""
    canvas = Canvas(surface, ruler.look)
    surface.set_clip(None)
    surface.fill(ruler.look.color(Tone.PAPER))
    last: Box | None = None
    for item in page.placed:
        if item.clip is not None and not item.box.meets(item.clip):
            continue
        if item.clip != last:
            surface.set_clip(None if item.clip is None else pygame.Rect(ruler.look.rect(item.clip)))
            last = item.clip
        control = as_control(item.widget)
        item.widget.draw(canvas, item.box, _sight(control.key, ruler, attention) if control else _PLAIN)
    surface.set_clip(None)
    _draw_ring(page, canvas, attention)
    if attention.tip is not None:
        _draw_tip(canvas, page, *attention.tip)


def _sight(key: str, ruler: Ruler, attention: Attention) -> Sight:
    """Say how a control stands."""
    return Sight(
        focused=attention.focus == key,
        hovered=attention.hover == key,
        pressed=attention.pressed == key and attention.hover == key,
        memory=ruler.memory.get(key),
    )


def _draw_ring(page: Page, canvas: Canvas, attention: Attention) -> None:
    """Draw the focus ring, 2 pixels wide and 2 away."""
    index = page.controls.get(attention.focus or "")
    if index is None or not attention.ring:
        return
    item = page.placed[index]
    radius = getattr(item.widget, "radius", 6.0)
    with canvas.clipped(item.clip):
        canvas.ring(item.box.inset(-4), Tone.ACCENT, radius + 4)


def _draw_tip(canvas: Canvas, page: Page, words: str, about: Box) -> None:
    """Draw a tooltip beside what it is about, where it covers least of what else can be chosen."""
    size = measure(words, _TIP, _TIP_WIDTH, canvas.look)
    box = place_tip(page, about, Size(size.w + 20, size.h + 12))
    canvas.frame(box, fill=Tone.INK, edge=Tone.PAPER, radius=6)
    canvas.text(words, _TIP, Box(box.x + 10, box.y + 6, size.w, size.h))


def place_tip(page: Page, about: Box, size: Size) -> Box:
    """Choose below, above, right or left of a box: the first that covers least of the other controls."""
    whole, w, h = page.size, size.w, size.h
    x = max(4.0, min(about.x, whole.w - w - 4))
    y = max(4.0, min(about.y, whole.h - h - 4))
    spots = (
        Box(x, about.bottom + 8, w, h),
        Box(x, about.y - 8 - h, w, h),
        Box(about.right + 8, y, w, h),
        Box(about.x - 8 - w, y, w, h),
    )
    free = [
        one for one in spots if one.x >= 4 and one.y >= 4 and one.right <= whole.w - 4 and one.bottom <= whole.h - 4
    ]
    others = tuple(_others(page, about))
    return min(free, key=lambda one: sum(_shared(one, box) for box in others), default=Box(x, y, w, h))


def _others(page: Page, about: Box) -> Iterator[Box]:
    """Give what is seen of the controls that a tooltip is not about."""
    for index in page.controls.values():
        item = page.placed[index]
        if item.layer == page.layer and not isinstance(item.widget, Scroll) and item.box != about:
            yield item.box if item.clip is None else _seen(item.box, item.clip)


def _seen(box: Box, clip: Box) -> Box:
    """Cut a box to its clip."""
    x, y = max(box.x, clip.x), max(box.y, clip.y)
    return Box(x, y, max(0.0, min(box.right, clip.right) - x), max(0.0, min(box.bottom, clip.bottom) - y))


def _shared(one: Box, other: Box) -> float:
    """Measure how much of two boxes overlaps."""
    both = _seen(one, other)
    return both.w * both.h
