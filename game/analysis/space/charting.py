"""The picture of the deal that was never tabled as plain geometry, for a window and a page alike; no colours.

Pixels, from the upper left. Everything lies within the picture; no label hides another or a dot.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, cos, floor, hypot, log1p, log10, pi, sin

from game.analysis.space.untabled import Placed, Spot, Standing, Untabled
from game.analysis.space.untabled.rows import BEST, MEANT, named_choices, told_as
from game.record.sentences.narrator import points
from game.rules.ids import TextId

WIDTH_OF_A_LETTER = 0.56
"""Of the size of the type, where nobody measures."""
PAD = 0.04
"""Of the picture, beyond the outermost deal."""
LEAST_SPAN = 10.0
"""A picture shows so many points at least, however near everything lies."""
RINGS = (1.2, 1.8, 2.6, 3.6, 4.8, 6.4)
"""How far from its dot a label may stand, in sizes of the type; from the third on a line leads to it."""
LEADER_FROM = 2
DIRECTIONS = 12
TICKS_APART = 5.0
"""In sizes of the type."""

Measure = Callable[[str], float]


class Mark(StrEnum):
    """What a dot stands for."""

    VERSION = "version"
    SIGNED = "signed"
    LIVED = "lived"
    TOLD = "told"
    BEST = "best"
    MEANT = "meant"


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Say whether two boxes share more than an edge."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def holds(self, other: "Box") -> bool:
        """Say whether the other lies wholly within."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale: where, and with which number."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A cell of the cloud: `weight` (above 0, to 1) says how many deals lie in it, `meant` how many all could mean."""

    box: Box
    weight: float
    meant: float
    is_zone: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """One deal; `says` tells it in words."""

    x: float
    y: float
    mark: Mark
    label: str
    says: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside one dot or several that fall together; a line leads to (`to_x`, `to_y`) where it stands far off."""

    box: Box
    text: str
    to_x: float
    to_y: float
    is_far: bool


@dataclass(frozen=True, slots=True)
class Way:
    """How a text went, from its first version on; `text` is None from what was signed to what came of it."""

    text: TextId | None
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole picture. `walk_away` is how high it is where the one who gains least gains nothing."""

    width: float
    height: float
    plot: Box
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    walk_away: float
    tiles: tuple[Tile, ...]
    edge: tuple[Spot, ...]
    ways: tuple[Way, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """From points to pixels along one axis; the pixels of the second may run upwards."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 2)

    def ticks(self, apart: float) -> Iterator[Tick]:
        """Choose round numbers at least so many pixels apart."""
        step = _round_up(apart / abs(self.end - self.start) * (self.high - self.low))
        for number in range(ceil(self.low / step), floor(self.high / step) + 1):
            yield Tick(self.at(number * step), points(number * step))


def chart(found: Untabled, width: float, height: float, size: float = 13.0, measure: Measure | None = None) -> Chart:
    """Lay the picture out; `size` is that of the type, `measure` says how wide words come out (pixels)."""
    measure = measure or (lambda text: len(text) * size * WIDTH_OF_A_LETTER)
    plot = Box(4 * size, 1.5 * size, width - 5 * size, height - 4.5 * size)
    across, up = _scales(found, plot)
    dots = tuple(_dots(found, across, up))
    return Chart(
        width=width,
        height=height,
        plot=plot,
        across=tuple(across.ticks(TICKS_APART * size)),
        up=tuple(up.ticks(TICKS_APART / 2 * size)),
        walk_away=up.at(0.0),
        tiles=tuple(_tiles(found, across, up)),
        edge=tuple((across.at(x), up.at(y)) for x, y in (found.space.cloud.edge if found.space else ())),
        ways=tuple(_ways(found, across, up)),
        dots=dots,
        labels=tuple(_labels(dots, plot, size, measure)),
    )


def _scales(found: Untabled, plot: Box) -> tuple[_Scale, _Scale]:
    """Let the picture hold every cell, every dot and walking away."""
    spots = [(0.0, 0.0), *((placed.together, placed.least) for _, _, placed in _named(found))]
    if found.space is not None:
        cloud = found.space.cloud
        spots += [(cell.together, cell.least) for cell in cloud.cells]
        spots += [(cell.together + cloud.width, cell.least + cloud.height) for cell in cloud.cells]
    low_x, high_x = _padded([x for x, _ in spots])
    low_y, high_y = _padded([y for _, y in spots])
    bottom = plot.y + plot.height
    return _Scale(low_x, high_x, plot.x, plot.x + plot.width), _Scale(low_y, high_y, bottom, plot.y)


def _padded(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    pad = max((high - low) * PAD, (LEAST_SPAN - (high - low)) / 2)
    return low - pad, high + pad


def _round_up(size: float) -> float:
    """Find the next round number: one, two or five, or ten times as much or as little, and so on."""
    power: float = 10.0 ** floor(log10(size))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= size)


def _tiles(found: Untabled, across: _Scale, up: _Scale) -> Iterator[Tile]:
    if found.space is None or not found.space.cloud.cells:
        return
    cloud = found.space.cloud
    most = max(cell.deals for cell in cloud.cells)
    for cell in cloud.cells:
        left, right = across.at(cell.together), across.at(cell.together + cloud.width)
        top, bottom = up.at(cell.least + cloud.height), up.at(cell.least)
        box = Box(left, top, right - left, bottom - top)
        yield Tile(box, _weight(cell.deals, most), _weight(cell.sincere, most), is_zone=cell.least >= 0)


def _weight(count: int, most: int) -> float:
    return round(log1p(count) / log1p(most), 4)


def _named(found: Untabled) -> Iterator[tuple[Mark, str, Placed]]:
    """Go through all dots in the order in which they are drawn: what, its label, and where it stands."""
    for step in found.steps:
        yield Mark.VERSION, f"{step.text}{step.version}", step.placed
    if found.stood.standing is Standing.SIGNED:
        yield Mark.SIGNED, "signed", found.stood.placed
    if found.space is not None:
        marks = {told_as(found.space): Mark.TOLD, BEST: Mark.BEST, MEANT: Mark.MEANT}
        for labels, choice in named_choices(found):
            yield marks[labels[0]], ", ".join(labels), choice.placed
    yield Mark.LIVED, "a year on", found.came_about


def _dots(found: Untabled, across: _Scale, up: _Scale) -> Iterator[Dot]:
    for mark, label, placed in _named(found):
        says = f"{label}: {points(placed.together)} points together, {points(placed.least)} for who gains least"
        yield Dot(across.at(placed.together), up.at(placed.least), mark, label, says)


def _ways(found: Untabled, across: _Scale, up: _Scale) -> Iterator[Way]:
    def spots(placed: Iterable[Placed]) -> tuple[Spot, ...]:
        return tuple((across.at(one.together), up.at(one.least)) for one in placed)

    for text in dict.fromkeys(step.text for step in found.steps):
        yield Way(text, spots(step.placed for step in found.steps if step.text == text))
    if found.stood.standing is Standing.SIGNED:
        yield Way(None, spots((found.stood.placed, found.came_about)))


def _labels(dots: tuple[Dot, ...], plot: Box, size: float, measure: Measure) -> Iterator[Label]:
    """Find a place for each label, the last dots first; what finds none is left to the rows beside the picture."""
    taken = [Box(dot.x - size / 2, dot.y - size / 2, size, size) for dot in dots]
    for dot, text in reversed([*_together(dots, size)]):
        width, height = measure(text), 1.2 * size
        for box, is_far in _places(dot, width, height, size):
            if plot.holds(box) and not any(box.overlaps(other) for other in taken):
                taken.append(box)
                yield Label(box, text, dot.x, dot.y, is_far)
                break


def _together(dots: tuple[Dot, ...], size: float) -> Iterator[tuple[Dot, str]]:
    """Join the labels of dots that fall together."""
    groups: list[list[Dot]] = []
    for dot in dots:
        near = (group for group in groups if hypot(group[0].x - dot.x, group[0].y - dot.y) < size / 2)
        group = next(near, None)
        if group is None:
            groups.append([dot])
        else:
            group.append(dot)
    yield from ((group[0], _joined(group)) for group in groups)


def _joined(group: list[Dot]) -> str:
    """Write labels in a row; of more than two versions the first and the last."""
    versions = [dot.label for dot in group if dot.mark is Mark.VERSION]
    others = [dot.label for dot in group if dot.mark is not Mark.VERSION]
    return ", ".join([f"{versions[0]} … {versions[-1]}", *others] if len(versions) > 2 else versions + others)


def _places(dot: Dot, width: float, height: float, size: float) -> Iterator[tuple[Box, bool]]:
    """Go round the dot, farther and farther out, from the right on."""
    for ring, radius in enumerate(RINGS):
        for direction in range(DIRECTIONS):
            turn = 2 * pi * direction / DIRECTIONS
            x = dot.x + radius * size * cos(turn) - width * (1 - cos(turn)) / 2
            y = dot.y + radius * size * sin(turn) - height * (1 - sin(turn)) / 2
            yield Box(x, y, width, height), ring >= LEADER_FROM
