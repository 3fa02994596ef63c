"""The lines by which the game is judged on this screen: moved by steps or typed, and taken back again."""

from dataclasses import dataclass, field

from game.debrief import LINES, Chronicle, Line, judged_again
from game.rules.judging.lines import MOVABLE, moved_to


@dataclass(slots=True)
class Judging:
    """Hold which lines are moved, and what is being typed; the game as it was played stays as it is."""

    played: Chronicle
    moved: dict[str, float] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    """What stands in a field while somebody types in it."""
    _story: Chronicle | None = None

    @property
    def story(self) -> Chronicle:
        """Give the game, judged by the lines as they are drawn now."""
        if self._story is None:
            rules = self.played.played_rules
            self._story = judged_again(self.played, moved_to(rules, self.moved)) if self.moved else self.played
        return self._story

    @property
    def key(self) -> tuple[tuple[str, float], ...]:
        """Name the lines by which it is judged, to know again what was worked out by them."""
        return tuple(sorted(self.moved.items()))

    def drawn(self, name: str) -> float:
        """Say where a line is drawn."""
        return self.moved.get(name, self.as_played(name))

    def as_played(self, name: str) -> float:
        """Say where a line was drawn when the game was played."""
        return float(getattr(self.played.played_rules, name))

    def step(self, name: str, by: int) -> None:
        """Move a line by a step, no farther than it can go."""
        line = line_of(name)
        if line is not None:
            self.typed.pop(name, None)
            there = round(self.drawn(name) + by * line.step, 6)
            self._draw(line, min(line.most, max(line.least, there)))

    def type(self, name: str, words: str) -> None:
        """Take what stands in a field; as soon as it is a number that the line can have, it is drawn there."""
        line = line_of(name)
        if line is not None:
            self.typed[name] = words
            if not problem(line, words):
                self._draw(line, number(words) or 0.0)

    def leave(self, name: str) -> None:
        """Put the number in place of what was typed, if it is one."""
        line = line_of(name)
        if line is not None and not problem(line, self.typed.get(name, "")):
            self.typed.pop(name, None)

    def back(self, name: str = "") -> None:
        """Draw one line, or all, as when the game was played."""
        for one in (name,) if name else tuple(MOVABLE):
            self.moved.pop(one, None)
            self.typed.pop(one, None)
        self._story = None

    def _draw(self, line: Line, value: float) -> None:
        self.moved.pop(line.name, None)
        if value != self.as_played(line.name):
            self.moved[line.name] = value
        self._story = None


def line_of(name: str) -> Line | None:
    """Find a line by its name."""
    return next((line for line in LINES if line.name == name), None)


def number(words: str) -> float | None:
    """Read a number as people write it, with a point or a comma; None if it is none."""
    plain = words.strip().replace(",", ".").replace("−", "-")
    if not plain or not set(plain) <= set("0123456789.-+"):
        return None
    try:
        return float(plain)
    except ValueError:
        return None


def problem(line: Line, words: str) -> str:
    """Say in one sentence why a line cannot be drawn where somebody typed; nothing if it can."""
    value, whole = number(words), MOVABLE[line.name].is_whole
    what = "a whole number" if whole else "a number"
    bounds = f"Write {what} from {line.least:g} to {line.most:g}."
    if not words.strip():
        return bounds
    if value is None:
        return f"“{words.strip()}” is not a number. {bounds}"
    if not line.least <= value <= line.most or (whole and value != int(value)):
        return bounds
    return ""
