"""Find where the focus goes next, and what a tooltip says; pure functions of a page."""

from game.ui.page import Page, as_control
from game.ui.space import Box
from game.ui.widget import Ruler
from game.ui.widgets.press import Press
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Text

_SAME_LINE = 6.0


def next_stop(page: Page, focus: str | None, place: int, step: int) -> str | None:
    """Give the next stop of Tab, around the end; `place` is where a focus was that has gone."""
    stops = page.stops(focus)
    if not stops:
        return None
    if focus in stops:
        return stops[(stops.index(focus) + step) % len(stops)]
    keys = page.reachable()
    later = next((i for i, stop in enumerate(stops) if keys.index(stop) >= place), 0)
    return stops[later if step > 0 else later - 1]


def next_in_group(page: Page, focus: str | None, arrow: str) -> str | None:
    """Give where an arrow leads inside the group of the focus: along it, or to the line above or below."""
    control = page.control(focus) if focus else None
    if control is None or not control.group:
        return None
    group = [key for key in page.reachable() if (other := page.control(key)) and other.group == control.group]
    at = group.index(control.key)
    match arrow:
        case "home" | "end":
            return group[0 if arrow == "home" else -1]
        case "left" | "right":
            return group[(at + (1 if arrow == "right" else -1)) % len(group)]
    return _vertical(page, group, at, 1 if arrow == "down" else -1)


def _vertical(page: Page, group: list[str], at: int, step: int) -> str | None:
    """Find the nearest of a group in the line above or below; in a single line, none."""
    boxes = {key: page.placed[page.controls[key]].box for key in group}
    x, y = boxes[group[at]].middle
    beyond = [key for key in group if (boxes[key].middle[1] - y) * step > _SAME_LINE]
    if not beyond:
        flat = all(abs(box.middle[1] - y) <= _SAME_LINE for box in boxes.values())
        return None if flat else group[at]
    return min(beyond, key=lambda key: (abs(boxes[key].middle[1] - y) // _SAME_LINE, abs(boxes[key].middle[0] - x)))


def tip_of(page: Page, ruler: Ruler, index: int) -> tuple[str, Box] | None:
    """Give the tooltip of a placed widget: its own, its reason, or the full text of what was cut short inside."""
    item = page.placed[index]
    if words := getattr(item.widget, "tip", ""):
        return words, item.box
    control = as_control(item.widget)
    if control is not None and control.disabled and not isinstance(control, Press):
        return control.disabled, item.box
    for one in (index, *_inside(page, index)) if control else (index,):
        text = page.placed[one]
        if type(text.widget) is Text and (whole := text.widget.whole(text.box, ruler)):
            return whole, item.box
    return None


def _inside(page: Page, index: int) -> range:
    """Give what stands inside a control; a scroll panel does not speak for its content."""
    if isinstance(page.placed[index].widget, Scroll):
        return range(0)
    return range(index + 1, page.end(index))
