"""Keep parts of the page that nothing changed: the toolkit measures a widget once as long as it is the same one."""

from collections.abc import Callable
from dataclasses import dataclass, field

from game.ui.widget import Widget


@dataclass(slots=True)
class Shelf:
    """Hold the last widget of each name with what it was made from."""

    kept: dict[str, tuple[tuple[object, ...], Widget]] = field(default_factory=dict)

    def part(self, name: str, marks: tuple[object, ...], make: Callable[[], Widget]) -> Widget:
        """Give the kept widget if it was made from the very same things, else make it."""
        found = self.kept.get(name)
        if found is not None and len(found[0]) == len(marks) and all(map(_is_same, found[0], marks)):
            return found[1]
        widget = make()
        self.kept[name] = marks, widget
        return widget


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str | int | float | tuple) and one == other)
