"""Draw shapes, icons and text given in logical pixels on a physical surface."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui import icons, text
from game.ui.look import Look
from game.ui.space import RADIUS, Box
from game.ui.text import Style, Words
from game.ui.theme import Rgb, Tone

_FINE = 4
_THIN = 5.0
_SMALL = 16_000
"""Pixels up to which a rounded rectangle is kept: a button, not a panel."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Hold the surface to draw on and the look to draw with."""

    surface: pygame.Surface
    look: Look

    def fill(self, box: Box, tone: Tone) -> None:
        """Fill a rectangle."""
        self.surface.fill(self.look.color(tone), self.look.rect(box))

    def rule(self, box: Box, tone: Tone = Tone.LINE) -> None:
        """Fill a thin rectangle that is as thick everywhere and never vanishes by rounding."""
        x, y, w, h = self.look.rect(box)
        wide = max(1, self.look.px(box.w)) if box.w < _THIN else w
        tall = max(1, self.look.px(box.h)) if box.h < _THIN else h
        self.surface.fill(self.look.color(tone), (x, y, wide, tall))

    def frame(
        self, box: Box, *, fill: Tone | Rgb, edge: Tone | Rgb | None = None, radius: float = RADIUS, width: float = 1
    ) -> None:
        """Draw a rounded rectangle with smooth corners, filled, with a border inside its edge."""
        inner = self._rgb(fill)
        border = inner if edge is None else self._rgb(edge)
        x, y, w, h = self.look.rect(box)
        line = 0 if edge is None else max(1, self.look.px(width))
        round_by = min(self.look.px(radius), w // 2, h // 2)
        if w <= 0 or h <= 0:
            return
        _rounded(self.surface, (x, y, w, h), round_by, (inner, border), line)

    def stripe(self, box: Box, tone: Tone, radius: float, width: float = 5) -> None:
        """Colour the left edge of a frame drawn before, inside its round corners."""
        with self.clipped(Box(box.x, box.y, width, box.h)):
            self.frame(box, fill=tone, radius=radius)

    def ring(self, box: Box, tone: Tone, radius: float = RADIUS, width: float = 2) -> None:
        """Draw a rounded outline and leave its inside alone."""
        x, y, w, h = self.look.rect(box)
        line, round_by = max(1, self.look.px(width)), min(self.look.px(radius), w // 2, h // 2)
        _rounded(self.surface, (x, y, w, h), round_by, (None, self._rgb(tone)), line)

    def dot(
        self, x: float, y: float, across: float, fill: Tone | None, edge: Tone | None = None, width: float = 2
    ) -> None:
        """Draw a smooth disc or ring around a point."""
        size = max(3, self.look.px(across))
        line = 0 if edge is None else max(1, self.look.px(width))
        inner = None if fill is None else self._rgb(fill)
        border = inner if edge is None else self._rgb(edge)
        disc = _disc(size, inner, border, line)
        self.surface.blit(disc, (self.look.px(x) - size // 2, self.look.px(y) - size // 2))

    def dashes(self, box: Box, tone: Tone, dash: float = 6, gap: float = 3) -> None:
        """Draw a dashed line along the longer side of a thin box."""
        x, y, w, h = self.look.rect(box)
        across = box.w >= box.h
        size = (w, max(1, self.look.px(box.h))) if across else (max(1, self.look.px(box.w)), h)
        if min(size) > 0:
            self.surface.blit(_dashed(size, self.look.px(dash), self.look.px(gap), self.look.color(tone)), (x, y))

    def path(self, points: Sequence[tuple[float, float]], tone: Tone, width: float = 1.5) -> None:
        """Draw a smooth line from point to point."""
        wide, spots = max(1, self.look.px(width)), [(self.look.px(x), self.look.px(y)) for x, y in points]
        for start, end in pairwise(spots):
            pygame.draw.aaline(self.surface, self.look.color(tone), start, end, wide)

    def icon(self, name: str, box: Box, color: Tone | Rgb) -> None:
        """Draw an icon as large as fits, in the middle of a box."""
        size = self.look.px(min(box.w, box.h))
        x, y = box.middle
        drawn = icons.icon(name, size, self._rgb(color))
        self.surface.blit(drawn, (self.look.px(x) - size // 2, self.look.px(y) - size // 2))

    def text(self, words: Words, style: Style, box: Box) -> None:
        """Draw a paragraph from the top of a box, wrapped at its width."""
        self.surface.blit(text.render(words, style, box.w, self.look), (self.look.px(box.x), self.look.px(box.y)))

    def veil(self, box: Box, color: Rgb, opacity: float) -> None:
        """Darken what has been drawn so far."""
        rect, rest = self.look.rect(box), round(255 * (1 - opacity))
        self.surface.fill((rest, rest, rest), rect, pygame.BLEND_MULT)
        self.surface.fill([round(part * opacity) for part in color], rect, pygame.BLEND_ADD)

    @contextmanager
    def clipped(self, box: Box | None) -> Iterator[None]:
        """Draw only inside a box for a while."""
        before = self.surface.get_clip()
        if box is not None:
            self.surface.set_clip(before.clip(pygame.Rect(self.look.rect(box))))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    def _rgb(self, color: Tone | Rgb) -> Rgb:
        """Look a tone up; colours pass through."""
        return self.look.color(color) if isinstance(color, Tone) else color


def _rounded(
    surface: pygame.Surface,
    rect: tuple[int, int, int, int],
    radius: int,
    colors: tuple[Rgb | None, Rgb],
    line: int,
) -> None:
    """Draw a rounded rectangle; a small one, of which a page has hundreds, is drawn once and kept."""
    if rect[2] * rect[3] <= _SMALL:
        surface.blit(_plate(rect[2:], radius, colors, line), rect[:2])
    else:
        _draw_rounded(surface, rect, radius, colors, line)


@lru_cache(maxsize=512)
def _plate(size: tuple[int, int], radius: int, colors: tuple[Rgb | None, Rgb], line: int) -> pygame.Surface:
    """Draw a small rounded rectangle on a sheet of its own."""
    sheet = pygame.Surface(size, pygame.SRCALPHA)
    _draw_rounded(sheet, (0, 0, *size), radius, colors, line)
    return sheet


def _draw_rounded(
    surface: pygame.Surface,
    rect: tuple[int, int, int, int],
    radius: int,
    colors: tuple[Rgb | None, Rgb],
    line: int,
) -> None:
    """Draw straight edges as fills and the four corners from a cached quarter disc."""
    x, y, w, h = rect
    inner, border = colors
    if inner is not None:
        surface.fill(inner, (x + radius, y, w - 2 * radius, h))
        surface.fill(inner, (x, y + radius, w, h - 2 * radius))
    if line:
        for strip in (
            (x + radius, y, w - 2 * radius, line),
            (x + radius, y + h - line, w - 2 * radius, line),
            (x, y + radius, line, h - 2 * radius),
            (x + w - line, y + radius, line, h - 2 * radius),
        ):
            surface.fill(border, strip)
    if radius > 0:
        disc = _disc(2 * radius, inner, border, line)
        r = radius
        surface.blit(disc, (x, y), (0, 0, r, r))
        surface.blit(disc, (x + w - r, y), (r, 0, r, r))
        surface.blit(disc, (x, y + h - r), (0, r, r, r))
        surface.blit(disc, (x + w - r, y + h - r), (r, r, r, r))


@lru_cache(maxsize=256)
def _dashed(size: tuple[int, int], dash: int, gap: int, color: Rgb) -> pygame.Surface:
    """Draw a dashed line once for each length."""
    sheet = pygame.Surface(size, pygame.SRCALPHA)
    across = size[0] >= size[1]
    for start in range(0, max(size), dash + gap):
        sheet.fill(color, (start, 0, dash, size[1]) if across else (0, start, size[0], dash))
    return sheet


@lru_cache(maxsize=512)
def _disc(size: int, inner: Rgb | None, border: Rgb | None, line: int) -> pygame.Surface:
    """Draw a disc at four times its size and shrink it, for smooth edges."""
    outer = border or inner or (0, 0, 0)
    big = size * _FINE
    ground = outer if inner is None or line else inner
    sheet = pygame.Surface((big, big), pygame.SRCALPHA)
    sheet.fill((*ground, 0))
    pygame.draw.circle(sheet, (*outer, 255), (big / 2, big / 2), big / 2)
    if line:
        hole = (*outer, 0) if inner is None else (*inner, 255)
        pygame.draw.circle(sheet, hole, (big / 2, big / 2), big / 2 - line * _FINE)
    return pygame.transform.smoothscale(sheet, (size, size))
