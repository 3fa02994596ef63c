"""Lay widgets out in rows, columns, flows, grids and layers."""

from dataclasses import dataclass
from typing import Literal

from game.ui.canvas import Canvas
from game.ui.space import S8, S12, Box, Size
from game.ui.theme import Tone
from game.ui.widget import Child, Holder, Leaf, Ruler, Sight, Widget

Across = Literal["start", "center", "end", "stretch"]


@dataclass(frozen=True, slots=True)
class Sized(Holder):
    """Give a child a fixed width or height, a share of what is left (`grow`), or its own alignment."""

    child: Widget
    grow: float = 0
    w: float | None = None
    h: float | None = None
    align: Across | None = None

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Let the fixed sides win."""
        inner = ruler.size(self.child, width if self.w is None else self.w)
        return Size(inner.w if self.w is None else self.w, inner.h if self.h is None else self.h)

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Give the child the whole box."""
        return (Child(self.child, box),)


def grow(child: Widget, share: float = 1) -> Sized:
    """Let a child take a share of the room that is left in its row or column."""
    return Sized(child, grow=share)


def sized(child: Widget, w: float | None = None, h: float | None = None, align: Across | None = None) -> Sized:
    """Give a child a fixed width or height or its own alignment."""
    return Sized(child, w=w, h=h, align=align)


def _share(child: Widget) -> float:
    """Give the share of the rest a child asks for."""
    return child.grow if type(child) is Sized else 0  # isinstance() is slow on what implements a protocol


def _align(child: Widget, usual: Across, *, upright: bool) -> Across:
    """Give the alignment of a child; one with a size of its own is not stretched unless it says so."""
    if type(child) is not Sized:
        return usual
    own = child.h if upright else child.w
    if child.align is None and usual == "stretch" and own is not None:
        return "center" if upright else "start"
    return child.align or usual


def _across(align: Across, start: float, room: float, wanted: float) -> tuple[float, float]:
    """Give position and length of a child across the direction of its row or column."""
    if align == "stretch":
        return start, room
    return {"start": start, "center": start + (room - wanted) / 2, "end": start + room - wanted}[align], wanted


@dataclass(frozen=True, slots=True)
class Row(Holder):
    """Put children side by side; what is left goes to those that grow."""

    children: tuple[Widget, ...]
    gap: float = S8
    align: Across = "center"

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as wide as the children, or full if one grows, and as high as the highest."""
        if not self.children:
            return Size(0, 0)
        widths = self._widths(ruler, width)
        tall = max(ruler.size(child, w).h for child, w in zip(self.children, widths, strict=True))
        return Size(sum(widths) + self.gap * (len(widths) - 1), tall)

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Place from left to right."""
        placed, x = [], box.x
        for child, w in zip(self.children, self._widths(ruler, box.w), strict=True):
            align = _align(child, self.align, upright=True)
            y, h = _across(align, box.y, box.h, box.h if align == "stretch" else ruler.size(child, w).h)
            placed.append(Child(child, Box(x, y, w, h)))
            x += w + self.gap
        return tuple(placed)

    def _widths(self, ruler: Ruler, width: float) -> list[float]:
        """Give each child its width: own sizes first, in order, then shares of the rest."""
        left = width - self.gap * (len(self.children) - 1)
        widths = [0.0] * len(self.children)
        fixed = [i for i, child in enumerate(self.children) if type(child) is Sized and child.w is not None]
        free = [i for i, child in enumerate(self.children) if i not in fixed and not _share(child)]
        for i in (*fixed, *free):
            widths[i] = ruler.size(self.children[i], max(0.0, left)).w
            left -= widths[i]
        total = sum(map(_share, self.children))
        for i, child in enumerate(self.children):
            if _share(child) and i not in fixed:
                widths[i] = max(0.0, left) * _share(child) / total
        return widths


@dataclass(frozen=True, slots=True)
class Column(Holder):
    """Put children below each other; what is left of a given height goes to those that grow."""

    children: tuple[Widget, ...]
    gap: float = S8
    align: Across = "stretch"

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as wide as the widest and as high as all together."""
        if not self.children:
            return Size(0, 0)
        sizes = [ruler.size(child, width) for child in self.children]
        return Size(max(size.w for size in sizes), sum(size.h for size in sizes) + self.gap * (len(sizes) - 1))

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Place from top to bottom."""
        sizes = [ruler.size(child, box.w) for child in self.children]
        total = sum(map(_share, self.children))
        own = sum(size.h for child, size in zip(self.children, sizes, strict=True) if not _share(child))
        left = max(0.0, box.h - own - self.gap * (len(sizes) - 1))
        placed, y = [], box.y
        for child, size in zip(self.children, sizes, strict=True):
            h = left * _share(child) / total if _share(child) else size.h
            x, w = _across(_align(child, self.align, upright=False), box.x, box.w, min(size.w, box.w))
            placed.append(Child(child, Box(x, y, w, h)))
            y += h + self.gap
        return tuple(placed)


@dataclass(frozen=True, slots=True)
class Flow(Holder):
    """Put children side by side and go on in the next line when the line is full."""

    children: tuple[Widget, ...]
    gap: float = 4
    line_gap: float = 4

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as wide as the longest line."""
        placed = self.place(ruler, Box(0, 0, width, 0))
        right = max((child.box.right for child in placed), default=0)
        return Size(right, max((child.box.bottom for child in placed), default=0))

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Fill lines from the left."""
        placed: list[Child] = []
        x, y, tall = box.x, box.y, 0.0
        for child in self.children:
            size = ruler.size(child, box.w)
            if x > box.x and x + size.w > box.right + 0.01:
                x, y, tall = box.x, y + tall + self.line_gap, 0.0
            placed.append(Child(child, Box(x, y, size.w, size.h)))
            x, tall = x + size.w + self.gap, max(tall, size.h)
        return tuple(placed)


@dataclass(frozen=True, slots=True)
class Share:
    """Let a grid column take a share of what the others leave."""

    of: float = 1


FIT = None
Track = float | Share | None


@dataclass(frozen=True, slots=True)
class Grid:
    """Put rows under shared columns: a number is a width, `Share` a share of the rest, `FIT` the widest cell."""

    columns: tuple[Track, ...]
    rows: tuple[tuple[Widget, ...], ...]
    gap: float = S12
    row_gap: float = S8
    align: Across = "center"
    lines: bool = False
    padding: float = 0

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as wide as the columns and as high as the rows."""
        widths = self._widths(ruler, width)
        tall = sum(self._height(ruler, row, widths) for row in self.rows) + self.row_gap * max(0, len(self.rows) - 1)
        return Size(sum(widths) + self.gap * max(0, len(widths) - 1), tall)

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Place row by row."""
        widths, placed, y = self._widths(ruler, box.w), [], box.y
        for index, row in enumerate(self.rows):
            x, tall = box.x, self._height(ruler, row, widths)
            for cell, w in zip(row, widths, strict=True):
                inner = tall - 2 * self.padding
                align = _align(cell, self.align, upright=True)
                at, h = _across(align, y + self.padding, inner, inner if align == "stretch" else ruler.size(cell, w).h)
                placed.append(Child(cell, Box(x, at, w, h)))
                x += w + self.gap
            y += tall
            if self.lines and index < len(self.rows) - 1:
                placed.append(Child(Rule(), Box(box.x, y + self.row_gap / 2 - 0.5, box.w, 1)))
            y += self.row_gap
        return tuple(placed)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw nothing; the cells do."""

    def _height(self, ruler: Ruler, row: tuple[Widget, ...], widths: list[float]) -> float:
        """Give the height of a row."""
        return max(ruler.size(cell, w).h for cell, w in zip(row, widths, strict=True)) + 2 * self.padding

    def _widths(self, ruler: Ruler, width: float) -> list[float]:
        """Give fixed widths, then fitting ones, then shares."""
        left = width - self.gap * (len(self.columns) - 1)
        left -= sum(track for track in self.columns if isinstance(track, int | float))
        widths = [float(track) if isinstance(track, int | float) else 0.0 for track in self.columns]
        for i, track in enumerate(self.columns):
            if track is FIT:
                widths[i] = max((ruler.size(row[i], max(0.0, left)).w for row in self.rows), default=0)
                left -= widths[i]
        total = sum(track.of for track in self.columns if isinstance(track, Share))
        for i, track in enumerate(self.columns):
            if isinstance(track, Share):
                widths[i] = max(0.0, left) * track.of / total
        return widths


@dataclass(frozen=True, slots=True)
class Pad(Holder):
    """Keep distance around a child: `x` at the sides, `y` above and below (`x` if not given)."""

    child: Widget
    x: float = S12
    y: float | None = None

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Add the distance."""
        y = self.x if self.y is None else self.y
        inner = ruler.size(self.child, max(0.0, width - 2 * self.x))
        return Size(inner.w + 2 * self.x, inner.h + 2 * y)

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Shrink the box."""
        return (Child(self.child, box.inset(self.x, self.y)),)


@dataclass(frozen=True, slots=True)
class Middle(Holder):
    """Put a child in the middle of the room, at most `w` wide."""

    child: Widget
    w: float | None = None

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Ask for what the child wants."""
        return ruler.size(self.child, width if self.w is None else min(self.w, width))

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Centre the child, no larger than the box."""
        size = ruler.size(self.child, box.w if self.w is None else min(self.w, box.w))
        w, h = (size.w if self.w is None else min(self.w, box.w)), min(size.h, box.h)
        return (Child(self.child, Box(box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h)),)


@dataclass(frozen=True, slots=True)
class Layers(Holder):
    """Put children on top of each other in the same box."""

    children: tuple[Widget, ...]

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as large as the largest."""
        sizes = [ruler.size(child, width) for child in self.children]
        return Size(max(size.w for size in sizes), max(size.h for size in sizes))

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Give everyone the whole box."""
        return tuple(Child(child, box) for child in self.children)


@dataclass(frozen=True, slots=True)
class Roomy(Holder):
    """Put the first of several children that is no higher than the room, else the last: loose where it can be."""

    children: tuple[Widget, ...]

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Ask for what the first wants."""
        return ruler.size(self.children[0], width)

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Give one of them the whole box."""
        fitting = (child for child in self.children if ruler.size(child, box.w).h <= box.h + 0.51)
        return (Child(next(fitting, self.children[-1]), box),)


@dataclass(frozen=True, slots=True)
class Space(Leaf):
    """Take room and show nothing."""

    w: float = 0
    h: float = 0

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as large as told."""
        return Size(self.w, self.h)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Rule(Leaf):
    """Draw a thin line: across a column, or upright in a row with `align="stretch"`."""

    tone: Tone = Tone.LINE

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be one pixel in both directions; the layout stretches it."""
        return Size(1, 1)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the line."""
        canvas.rule(box, self.tone)


def spring() -> Sized:
    """Push apart what stands before and after it."""
    return Sized(Space(), grow=1)
