"""Report what does not fit: texts cut by their box and children outside their parent."""

from collections.abc import Collection, Iterator

from game.ui.look import Look
from game.ui.page import Page, Placed, as_control, lay_out
from game.ui.space import Box, Size
from game.ui.text import plain, typeset
from game.ui.widget import Ruler, Widget
from game.ui.widgets.modal import Modal
from game.ui.widgets.scroll import ScrollBar
from game.ui.widgets.words import Text

_SLACK = 1.01
_LEAST_VIEW = 40.0


def overflows(
    tree: Widget, size: Size | tuple[float, float], look: Look | None = None, *, whole: Collection[str] = ()
) -> list[str]:
    """Lay a tree out and name everything that does not fit its place; empty is good.

    What is scrolled away fits, except in the scroll panels named as `whole`, which must show all they have.
    """
    look = look or Look()
    page = lay_out(tree, Size(*size), Ruler(look))
    found = [
        check
        for index, item in enumerate(page.placed)
        for check in (_outside(page, index), _text(item, look), _squeezed(item))
    ]
    return [*(one for one in found if one), *_hidden(page, whole), *_twice(page)]


def _outside(page: Page, index: int) -> str:
    """Report a child that leaves its parent, unless it can be scrolled to."""
    item = page.placed[index]
    parent = page.placed[index - item.up]
    is_scrolled = parent.kind.clips is not None
    room = Box(parent.box.x, item.box.y, parent.box.w, item.box.h) if is_scrolled else parent.box
    if isinstance(item.widget, Modal) or item.box.within(room, _SLACK):
        return ""
    return f"{_name(item.widget)} at {_show(item.box)} leaves {_name(parent.widget)} at {_show(parent.box)}"


def _text(item: Placed, look: Look) -> str:
    """Report a text that needs more than its box, or a word that had to be broken."""
    if type(item.widget) is not Text:
        return ""
    setting = typeset(item.widget.words, item.widget.style, item.box.w, look)
    if setting.broken:
        return f"{_name(item.widget)} has a word wider than {item.box.w:.0f}"
    if setting.size.h > item.box.h + _SLACK or setting.size.w > item.box.w + _SLACK:
        return f"{_name(item.widget)} needs {setting.size.w:.0f}×{setting.size.h:.0f}, has {_show(item.box)}"
    return ""


def _squeezed(item: Placed) -> str:
    """Report a scroll panel that has hardly any height left."""
    if item.kind.clips is None or item.box.h >= _LEAST_VIEW:
        return ""
    return f"{_name(item.widget)} has only {item.box.h:.0f} of height"


def _hidden(page: Page, whole: Collection[str]) -> Iterator[str]:
    """Report scroll panels that should show everything and are too long for it, or are not on the page."""
    for key in whole:
        index = page.controls.get(key)
        if index is None:
            yield f"there is no scroll panel {key!r}"
        elif bars := [item for item in page.placed[index : page.end(index)] if isinstance(item.widget, ScrollBar)]:
            bar = bars[-1].widget
            assert isinstance(bar, ScrollBar)
            yield f"Scroll {key!r} hides {bar.whole - bar.view:.0f} of {bar.whole:.0f}"


def _twice(page: Page) -> list[str]:
    """Report keys that two controls share."""
    keys = [control.key for item in page.placed if (control := as_control(item.widget))]
    return [f"two controls have the key {key!r}" for key in sorted({key for key in keys if keys.count(key) > 1})]


def _name(widget: Widget) -> str:
    """Name a widget for a report."""
    if isinstance(widget, Text):
        return f"text {plain(widget.words)[:48]!r}"
    key = getattr(widget, "key", "")
    return f"{type(widget).__name__} {key!r}" if key else type(widget).__name__


def _show(box: Box) -> str:
    """Write a box."""
    return f"({box.x:.0f}, {box.y:.0f}) {box.w:.0f}×{box.h:.0f}"
