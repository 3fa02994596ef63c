"""Draw a page: widgets in order, then the focus ring, then the tooltip."""

from dataclasses import dataclass

import pygame

from game.ui.canvas import Canvas
from game.ui.page import Page, as_control
from game.ui.space import Box
from game.ui.text import Style, measure
from game.ui.theme import SMALL, Tone
from game.ui.widget import Ruler, Sight

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
    whole = Box(0, 0, page.size.w, page.size.h)
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
        _draw_tip(canvas, whole, *attention.tip)


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


def _draw_tip(canvas: Canvas, whole: Box, words: str, about: Box) -> None:
    """Draw a tooltip below what it is about, or above where there is no room."""
    size = measure(words, _TIP, _TIP_WIDTH, canvas.look)
    w, h = size.w + 20, size.h + 12
    x = min(max(4.0, about.x), whole.right - w - 4)
    y = about.bottom + 8
    if y + h > whole.bottom - 4:
        y = max(4.0, about.y - 8 - h)
    canvas.frame(Box(x, y, w, h), fill=Tone.INK, edge=Tone.PAPER, radius=6)
    canvas.text(words, _TIP, Box(x + 10, y + 6, size.w, size.h))
