"""Set a value: toggles, radio groups, steppers and sliders."""

from dataclasses import dataclass

from game.ui.canvas import Canvas
from game.ui.layout import Column, Row, grow
from game.ui.space import S8, S12, Box, Size
from game.ui.text import Style, measure
from game.ui.theme import BODY, SEMIBOLD, SMALL, TINY, Tone
from game.ui.widget import (
    IGNORED,
    Cue,
    KeyPress,
    Kind,
    Leaf,
    Message,
    Phase,
    Pointer,
    Reply,
    Ruler,
    Setting,
    Sight,
    Widget,
)
from game.ui.widgets.press import Press, Skin
from game.ui.widgets.words import Text

_LESS, _MORE = ("left", "down", "-", "[-]"), ("right", "up", "+", "=", "[+]")


@dataclass(frozen=True, slots=True)
class Knob(Leaf):
    """Draw the sign of a toggle or of a radio choice."""

    on: bool
    round: bool = False
    faded: bool = False

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be a switch or a circle."""
        return Size(18, 18) if self.round else Size(36, 20)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw on and off apart by place, not by colour alone."""
        x, y = box.middle
        strong = Tone.SOFT if self.faded else Tone.ACCENT
        if self.round:
            canvas.dot(x, y, 18, Tone.CARD, strong if self.on else Tone.SOFT, 1.5)
            if self.on:
                canvas.dot(x, y, 9, strong)
            return
        canvas.frame(
            box, fill=strong if self.on else Tone.CARD, edge=strong if self.on else Tone.SOFT, radius=10, width=1.5
        )
        at = box.right - 10 if self.on else box.x + 10
        canvas.dot(at, y, 12, Tone.CARD if self.on else Tone.SOFT)


def toggle(key: str, words: str, *, on: bool, note: str = "", disabled: str = "") -> Press:
    """Switch something on or off; sends the new value."""
    body = _labelled(words, disabled or note, faded=bool(disabled))
    row = Row((grow(body), Knob(on, faded=bool(disabled))), gap=S12)
    return Press(key, row, Skin.BARE, disabled, value=not on, x=0, y=6, words=words)


def radio(key: str, options: tuple[tuple[str, str], ...], chosen: str, *, across: bool = False) -> Widget:
    """Choose one of a few; each option is reached as `key:option` and sends `key` with the option as value."""
    parts = tuple(
        Press(
            f"{key}:{option}",
            Row((Knob(option == chosen, round=True), Text(words, leading=1.25)), gap=S8),
            Skin.BARE,
            group=key,
            chosen=option == chosen,
            value=option,
            sends=key,
            x=S8,
            y=5,
            words=words,
        )
        for option, words in options
    )
    return Row(parts, gap=4) if across else Column(parts, gap=2, align="start")


def _labelled(words: str, note: str, *, faded: bool = False) -> Widget:
    """Set a label with a remark below it."""
    top = Text(words, tone=Tone.SOFT if faded else Tone.INK, leading=1.25)
    return Column((top, Text(note, size=TINY, tone=Tone.SOFT, leading=1.3)), gap=1) if note else top


@dataclass(frozen=True, slots=True)
class Slider(Leaf):
    """Choose a share between 0 and 1 by arrows or by dragging; sends the new share."""

    key: str
    share: float
    step: float = 0.05
    disabled: str = ""
    tip: str = ""
    group: str = ""
    chosen: bool = False
    words: str = ""

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take the width given."""
        return Size(width, 24)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw line, filled part and knob."""
        run, (_, y) = self._run(box), box.middle
        at = run.x + run.w * self.share
        tone = Tone.SOFT if self.disabled else Tone.ACCENT
        canvas.frame(Box(box.x, y - 3, box.w, 6), fill=Tone.TRACK, radius=3)
        canvas.frame(Box(box.x, y - 3, at - box.x, 6), fill=tone, radius=3)
        canvas.dot(at, y, 18, Tone.CARD if sight.hovered or sight.focused else tone, tone, 3)

    def receive(self, cue: Cue, setting: Setting) -> Reply:
        """Move by a step, to an end, or to the pointer."""
        share: float | None = None
        match cue:
            case KeyPress(name) if name in ("left", "right", "down", "up", "home", "end", "pageup", "pagedown"):
                moves = {"left": -1, "down": -1, "right": 1, "up": 1, "pageup": 4, "pagedown": -4}
                share = {"home": 0.0, "end": 1.0}.get(name, self.share + self.step * moves.get(name, 0))
            case Pointer(phase, x) if phase is not Phase.UP:
                run = self._run(setting.box)
                share = round((x - run.x) / max(1.0, run.w) / self.step) * self.step
            case Pointer():
                return Reply()
            case _:
                return IGNORED
        share = round(min(1.0, max(0.0, share)), 6)
        if self.disabled or share == self.share:
            return Reply()
        return Reply((Message(self.key, share, Kind.CHANGED),))

    def _run(self, box: Box) -> Box:
        """Give the line on which the middle of the knob moves."""
        return box.inset(9, 0)


@dataclass(frozen=True, slots=True)
class Stepper(Leaf):
    """Choose a whole number by minus and plus; sends the new number."""

    key: str
    number: int
    least: int = 0
    most: int = 4
    disabled: str = ""
    tip: str = ""
    group: str = ""
    chosen: bool = False
    words: str = ""

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be two square ends with the number between."""
        return Size(104, 32)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the ends, fading one that leads nowhere, and the number."""
        canvas.frame(
            box,
            fill=Tone.SUNK if self.disabled else Tone.CARD,
            edge=Tone.TRACK if self.disabled else Tone.LINE,
            radius=6,
        )
        for icon, end, usable in (
            ("minus", Box(box.x, box.y, 32, box.h), self.number > self.least),
            ("plus", Box(box.right - 32, box.y, 32, box.h), self.number < self.most),
        ):
            canvas.icon(icon, end.inset(8), Tone.INK if usable and not self.disabled else Tone.FAINT)
        canvas.rule(Box(box.x + 32, box.y, 1, box.h))
        canvas.rule(Box(box.right - 33, box.y, 1, box.h))
        style = Style(
            size=BODY, weight=SEMIBOLD, align="center", tone=Tone.SOFT if self.disabled else Tone.INK, tabular=True
        )
        tall = measure(str(self.number), style, 40, canvas.look).h
        canvas.text(str(self.number), style, Box(box.x + 32, box.y + (box.h - tall) / 2, 40, tall))

    def receive(self, cue: Cue, setting: Setting) -> Reply:
        """Go one up or down, by keys or by a click on an end."""
        change = 0
        match cue:
            case KeyPress(name) if name in _LESS or name in _MORE:
                change = 1 if name in _MORE else -1
            case KeyPress(name) if name in ("home", "end"):
                change = (self.most if name == "end" else self.least) - self.number
            case Pointer(Phase.DOWN, x):
                change = -1 if x < setting.box.x + 32 else 1 if x >= setting.box.right - 32 else 0
            case Pointer():
                return Reply()
            case _:
                return IGNORED
        number = min(self.most, max(self.least, self.number + change))
        if self.disabled or number == self.number:
            return Reply()
        return Reply((Message(self.key, number, Kind.CHANGED),))


def field(words: str, control: Widget, note: str = "", value: str = "") -> Column:
    """Put a label above a control, its value at the right, and a remark below."""
    name = Text(words, size=SMALL, weight=SEMIBOLD, leading=1.25)
    top: Widget = name
    if value:
        top = Row((grow(name), Text(value, size=SMALL, tone=Tone.SOFT, tabular=True, leading=1.25)))
    rows = (top, control, Text(note, size=TINY, tone=Tone.SOFT, leading=1.3)) if note else (top, control)
    return Column(rows, gap=6)
