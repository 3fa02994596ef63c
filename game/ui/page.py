"""Lay a tree of widgets out into a flat page and find things on it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from game.ui.space import Box, Size
from game.ui.widget import Child, Control, Holder, Ruler, Widget


class Nature(NamedTuple):
    """Say what a class makes: control, modal, scroll bar, how far its clip lies inside its box, and if it draws."""

    is_control: bool
    is_modal: bool
    is_scroll_bar: bool
    clips: float | None
    draws: bool


@lru_cache(maxsize=512)
def nature(kind: type) -> Nature:
    """Look a class over once; asking every widget is slow."""
    clips = getattr(kind, "clips", None)
    draws = getattr(kind, "draw", None) is not Holder.draw
    is_modal, is_bar = (getattr(kind, name, False) for name in ("is_modal", "is_scroll_bar"))
    return Nature(hasattr(kind, "receive"), is_modal, is_bar, clips, draws)


class Placed(NamedTuple):
    """Hold a widget with its box, what clips it, its layer (modals are higher) and how far before it its parent is.

    Nothing in it tells where on the page it is, so that what has not changed can be taken over as it is.
    """

    widget: Widget
    box: Box
    clip: Box | None
    layer: int
    up: int
    kind: Nature


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the placed widgets in drawing order; which are seen, the controls by key, scroll panels not worth a stop."""

    placed: tuple[Placed, ...]
    size: Size
    seen: tuple[int, ...]
    controls: dict[str, int]
    layer: int
    idle: frozenset[int]

    def control(self, key: str) -> Control | None:
        """Find a control by key."""
        index = self.controls.get(key)
        return None if index is None else as_control(self.placed[index].widget)

    def box(self, key: str) -> Box | None:
        """Find where a control is."""
        index = self.controls.get(key)
        return None if index is None else self.placed[index].box

    def at(self, x: float, y: float) -> tuple[int, ...]:
        """Give what is under a point on the top layer, topmost first."""
        found = [
            index
            for index, (_, (left, top, w, h), clip, layer, _, _) in enumerate(self.placed)
            if left <= x < left + w
            and top <= y < top + h
            and layer == self.layer
            and (clip is None or clip.holds(x, y))
        ]
        return tuple(reversed(found))

    def ancestors(self, index: int) -> tuple[int, ...]:
        """Give the parents of a placed widget, nearest first."""
        found = []
        while up := self.placed[index].up:
            index -= up
            found.append(index)
        return tuple(found)

    def end(self, index: int) -> int:
        """Say where what is inside a placed widget ends."""
        placed = self.placed
        return next((i for i in range(index + 1, len(placed)) if placed[i].up > i - index), len(placed))

    def reachable(self) -> tuple[str, ...]:
        """Give the keys of the reachable controls of the top layer in reading order."""
        return tuple(key for key, index in self.controls.items() if self._reachable(index))

    def stops(self, focus: str | None) -> tuple[str, ...]:
        """Give the keys at which Tab stops: one for each group (where the focus is, else the chosen one)."""
        groups: dict[str, list[str]] = {}
        for key in self.reachable():
            control = self.control(key)
            groups.setdefault(control.group if control and control.group else f"\0{key}", []).append(key)
        return tuple(self._stop(members, focus) for members in groups.values())

    def _stop(self, members: list[str], focus: str | None) -> str:
        """Choose the one at which Tab stops in a group."""
        if focus in members:
            return focus
        chosen = [key for key in members if (control := self.control(key)) and control.chosen]
        return (chosen or members)[0]

    def _reachable(self, index: int) -> bool:
        """Say whether a control can be focused now."""
        return self.placed[index].layer == self.layer and index not in self.idle


def as_control(widget: Widget) -> Control | None:
    """See a widget as a control if it takes cues."""
    return widget if nature(type(widget)).is_control else None  # type: ignore[return-value] # its nature says so


Task = tuple[Child, Box | None, int, int]


def lay_out(tree: Widget, size: Size, ruler: Ruler, before: Page | None = None) -> Page:
    """Place a whole tree; depends on nothing but the tree, the size and what the ruler remembers.

    What is the very same widget in the same place as on the page before is taken over from it with all inside.
    """
    placed: list[Placed] = []
    top = _place((Child(tree, Box(0, 0, size.w, size.h)), None, 0, 0), placed, 0, ruler, before)
    return _finished(placed, size, top, ruler)


def lay_out_part(page: Page, index: int, ruler: Ruler) -> Page:
    """Place again what is inside one widget of a page, such as a panel that was scrolled."""
    before, part, end = page.placed, page.placed[index], page.end(index)
    placed = list(before[:index])
    _place((Child(part.widget, part.box), part.clip, part.layer, index - part.up), placed, part.layer, ruler)
    more = len(placed) - end
    placed.extend(
        item._replace(up=item.up + more) if more and item.up > i - end else item
        for i, item in enumerate(before[end:], start=end)
    )
    return _finished(placed, page.size, page.layer, ruler)


def _place(first: Task, placed: list[Placed], top: int, ruler: Ruler, before: Page | None = None) -> int:
    """Add a widget and all inside it in drawing order; give the topmost layer."""
    known = {id(item.widget): index for index, item in enumerate(before.placed)} if before else {}
    stack = [first]
    while stack:
        (widget, box), clip, layer, parent = stack.pop()
        index = len(placed)
        if before and (same := _same(before, known.get(id(widget)), box, clip, layer)):
            placed.append(same[0]._replace(up=index - parent))
            placed.extend(same[1:])
            continue
        kind = nature(type(widget))
        if kind.is_modal:
            top = layer = top + 1
        placed.append(Placed(widget, box, clip, layer, index - parent, kind))
        inner: Box | None = clip
        if kind.clips is not None:
            view = box.inset(kind.clips, 0)
            inner = view if clip is None else view.common(clip)
        elif clip is not None and not box.meets(clip) and ruler.is_silent(widget):
            continue
        for one in reversed(widget.place(ruler, box)):
            stack.append((one, inner, layer, index))
    return top


def _same(before: Page, index: int | None, box: Box, clip: Box | None, layer: int) -> tuple[Placed, ...]:
    """Give a widget with all inside as it was placed before, if its place is the same and no modal is inside."""
    if index is None or before.placed[index][1:4] != (box, clip, layer):
        return ()
    span = before.placed[index : before.end(index)]
    return span if all(item.layer == layer for item in span) else ()


def _finished(placed: list[Placed], size: Size, top: int, ruler: Ruler) -> Page:
    """Note what the page needs to know of what was placed."""
    controls: dict[str, int] = {}
    seen: list[int] = []
    unseen: list[int] = []
    moving: set[int] = set()
    for index, (widget, box, clip, _, up, kind) in enumerate(placed):
        if clip is not None and not box.meets(clip):
            unseen.append(index)
        elif kind.draws:
            seen.append(index)
        if kind.is_control:
            controls[widget.key] = index  # type: ignore[attr-defined] # its kind says so
        elif kind.is_scroll_bar:
            moving.add(index - up)
    busy = _busy(placed, controls)
    for index in unseen:
        if index not in busy:
            ruler.silence(placed[index].widget)
    return Page(tuple(placed), size, tuple(seen), controls, top, _idle(placed, controls, moving, busy))


def _busy(placed: list[Placed], controls: dict[str, int]) -> set[int]:
    """Find what is a control or has one inside."""
    busy: set[int] = set()
    for index in controls.values():
        above = index
        while above not in busy:
            busy.add(above)
            above -= placed[above].up
    return busy


def _idle(placed: list[Placed], controls: dict[str, int], moving: set[int], busy: set[int]) -> frozenset[int]:
    """Find scroll panels that need no focus: nothing to scroll, or something inside can be focused instead."""
    panels = {index for index in controls.values() if placed[index].kind.clips is not None}
    full = {index - placed[index].up for index in busy if placed[index].up}
    return frozenset(panel for panel in panels if panel not in moving or panel in full)
