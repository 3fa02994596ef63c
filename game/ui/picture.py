"""Keep the picture in the window: draw only where it differs from what was drawn before."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

import pygame

from game.ui import text
from game.ui.canvas import Canvas
from game.ui.look import Look
from game.ui.paint import Stroke
from game.ui.space import Box
from game.ui.theme import Tone
from game.ui.widgets.words import Text

_MARGIN = 6.0
_MOST = 6


class Picture:
    """Remember what the window shows, layer by layer: what lies below a modal is not drawn again when that closes."""

    def __init__(self) -> None:
        self._sheets: list[_Sheet] = []
        self._shown = 0
        self._ground: tuple[pygame.Surface, tuple[int, int], Look] | None = None

    def forget(self) -> None:
        """Draw everything the next time."""
        self._ground = None

    def show(self, strokes: list[Stroke], surface: pygame.Surface, look: Look) -> list[pygame.Rect]:
        """Draw what changed, and say where that is."""
        ground, whole = (surface, surface.get_size(), look), surface.get_rect()
        if ground != self._ground:
            self._sheets, self._shown, self._ground = [], 0, ground
        layers = [list(layer) for _, layer in groupby(strokes, key=attrgetter("layer"))]
        below: _Sheet | None = None
        areas: list[pygame.Rect] = []
        for depth, layer in enumerate(layers):
            if depth == len(self._sheets):
                self._sheets.append(_Sheet(pygame.Surface(whole.size)))
            sheet = self._sheets[depth]
            areas = sheet.draw(layer, below, areas if depth < self._shown else [whole], look)
            below = sheet
        if len(layers) != self._shown:
            areas, self._shown = [whole], len(layers)
        if below is not None:
            for area in areas:
                surface.blit(below.surface, area, area)
        return areas


class _Sheet:
    """Hold one layer drawn over what lies below it, and how far each of its strokes reaches."""

    def __init__(self, surface: pygame.Surface) -> None:
        self.surface = surface
        self._strokes: list[Stroke] = []
        self._reaches: list[pygame.Rect] | None = None

    def draw(
        self, strokes: list[Stroke], below: "_Sheet | None", areas: list[pygame.Rect], look: Look
    ) -> list[pygame.Rect]:
        """Draw what changed here, and where what lies below did; say where that is."""
        whole = self.surface.get_rect()
        reaches: list[pygame.Rect] = []
        if areas == [whole]:
            self._reaches = None  # found out when they are needed, which they may never be
        else:
            changed, reaches = self._follow(strokes, look)
            areas, self._reaches = _merged(area.clip(whole) for area in (*areas, *changed)), reaches
        self._strokes = strokes
        for area in areas:
            self.surface.set_clip(area)
            if below is None:
                self.surface.fill(look.color(Tone.PAPER))
            else:
                self.surface.blit(below.surface, area, area)
            reached = range(len(strokes)) if area == whole else area.collidelistall(reaches)
            _draw([strokes[i] for i in reached], Canvas(self.surface, look), area)
        self.surface.set_clip(None)
        return areas

    def _follow(self, now: list[Stroke], look: Look) -> tuple[list[pygame.Rect], list[pygame.Rect]]:
        """Give where strokes went or came, and how far each now reaches; what stayed must have kept its order."""
        before = self._strokes
        reaches = [_reach(one, look) for one in before] if self._reaches is None else self._reaches
        first, end = _common(before, now)
        middle = range(first, len(before) - end)
        known = {(before[i].box, before[i].clip, type(before[i].widget)): i for i in middle}
        areas: list[pygame.Rect] = []
        fresh: list[pygame.Rect] = []
        kept: set[int] = set()
        latest = -1
        for one in now[first : len(now) - end]:
            index = known.get((one.box, one.clip, type(one.widget)), -1)
            if index > latest and before[index] == one:
                kept.add(index)
                latest = index
                fresh.append(reaches[index])
            else:
                fresh.append(_reach(one, look))
                areas.append(fresh[-1])
        areas.extend(reaches[i] for i in middle if i not in kept)
        return areas, [*reaches[:first], *fresh, *reaches[len(before) - end :]]


def _draw(strokes: list[Stroke], canvas: Canvas, area: pygame.Rect) -> None:
    """Draw strokes inside an area."""
    surface, look = canvas.surface, canvas.look
    last: Box | None = None
    for one in strokes:
        if one.clip != last:
            surface.set_clip(area if one.clip is None else area.clip(look.rect(one.clip)))
            last = one.clip
        one.widget.draw(canvas, one.box, one.sight)


def _common(before: list[Stroke], now: list[Stroke]) -> tuple[int, int]:
    """Count how many strokes are the same at the start and at the end."""
    most = min(len(before), len(now))
    first = next((i for i in range(most) if not _is_same(before[i], now[i])), most)
    rest = most - first
    return first, next((i for i in range(rest) if not _is_same(before[-1 - i], now[-1 - i])), rest)


def _is_same(one: Stroke, other: Stroke) -> bool:
    """Say whether two strokes draw the same."""
    return one.box == other.box and one == other


def _reach(one: Stroke, look: Look) -> pygame.Rect:
    """Give how far a stroke can reach: a little over its box, or as far as its words run, never past its clip."""
    box = one.box
    if type(one.widget) is Text:
        size = text.measure(one.widget.words, one.widget.style, box.w, look)
        box = Box(box.x, box.y, max(box.w, size.w), max(box.h, size.h))
    reach = pygame.Rect(look.rect(box.inset(-_MARGIN)))
    return reach if one.clip is None else reach.clip(look.rect(one.clip))


def _merged(areas: Iterable[pygame.Rect]) -> list[pygame.Rect]:
    """Join areas that touch, and all of them when they are many."""
    apart: list[pygame.Rect] = []
    for area in areas:
        if not area:
            continue
        while (index := area.collidelist(apart)) >= 0:
            area = area.union(apart.pop(index))  # noqa: PLW2901 - it grows until it touches none
        apart.append(area)
    return apart if len(apart) <= _MOST else [apart[0].unionall(apart[1:])]
