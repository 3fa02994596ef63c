"""Type a line of text, with caret, selection and clipboard."""

from dataclasses import dataclass, replace

from game.ui.canvas import Canvas
from game.ui.look import Look
from game.ui.space import S8, Box, Size
from game.ui.text import Run, Style, measure
from game.ui.theme import BODY, TINY, Tone
from game.ui.widget import (
    IGNORED,
    Activate,
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
    Typed,
)

_STYLE = Style(size=BODY, leading=1.25)
_PAD = 10.0
_REMARK = Style(size=TINY, leading=1.25, align="right", tabular=True)
_LEFT = 48.0
"""Room for the remark how much is left."""


@dataclass(frozen=True, slots=True)
class Caret:
    """Remember where typing goes, where the selection began and how far the text is pushed left."""

    at: int
    anchor: int
    push: float = 0.0

    @property
    def span(self) -> tuple[int, int]:
        """Give the selection in order."""
        return min(self.at, self.anchor), max(self.at, self.anchor)


@dataclass(frozen=True, slots=True)
class TextInput(Leaf):
    """Edit one line; sends the whole new text on every change and SUBMITTED on Return."""

    key: str
    text: str
    hint: str = ""
    longest: int = 80
    disabled: str = ""
    tip: str = ""
    group: str = ""
    chosen: bool = False
    allowed: str = ""

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take the width given."""
        return Size(width, 36)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the line of text with selection and caret."""
        caret = self._caret(sight.memory)
        edge = Tone.ACCENT if sight.focused else Tone.SOFT if not self.disabled else Tone.TRACK
        canvas.frame(box, fill=Tone.SUNK if self.disabled else Tone.CARD, edge=edge, radius=6)
        room = self._room(box)
        tall = measure("X", _STYLE, None, canvas.look).h
        y = box.y + (box.h - tall) / 2
        with canvas.clipped(room.inset(-2, 0)):
            if not self.text:
                hint = replace(_STYLE, tone=Tone.SOFT, max_lines=1)
                canvas.text(_run(self.disabled or self.hint), hint, Box(room.x, y, room.w, tall))
            if sight.focused and caret.at != caret.anchor:
                left, right = (_reach(self.text[:end], canvas.look) for end in caret.span)
                canvas.fill(Box(room.x - caret.push + left, y - 2, right - left, tall + 4), Tone.ACCENT_SOFT)
            tone = Tone.SOFT if self.disabled else Tone.INK
            canvas.text(_run(self.text), replace(_STYLE, tone=tone), Box(room.x - caret.push, y, 100_000, tall))
            if sight.focused and not self.disabled:
                at = room.x - caret.push + _reach(self.text[: caret.at], canvas.look)
                canvas.rule(Box(at - 0.5, y - 1, 1.5, tall + 2), Tone.ACCENT)
        if self.remark:
            style = replace(_REMARK, tone=Tone.SOFT if len(self.text) < self.longest else Tone.WARN)
            high = measure("X", style, None, canvas.look).h
            aside = Box(room.right + S8, box.y + (box.h - high) / 2, _LEFT - S8, high)
            canvas.text((Run(self.remark),), style, aside)

    @property
    def remark(self) -> str:
        """Say how much still fits, once little does; empty before."""
        left = self.longest - len(self.text)
        return f"{max(0, left)} left" if self.text and left <= max(3, self.longest // 10) else ""

    def _room(self, box: Box) -> Box:
        """Give the part of the box that shows the text."""
        return Box(box.x + _PAD, box.y, box.w - 2 * _PAD - (_LEFT if self.remark else 0), box.h)

    def receive(self, cue: Cue, setting: Setting) -> Reply:
        """Edit, move, select, copy and paste."""
        caret = self._caret(setting.memory)
        match cue:
            case Activate():
                return Reply()
            case Typed(text):
                return self._typed(text, caret, setting)
            case Pointer(phase, x, _, clicks):
                return self._pointed(phase, x, clicks, caret, setting)
            case KeyPress():
                return self._key(cue, caret, setting)
        return IGNORED

    def _key(self, key: KeyPress, caret: Caret, setting: Setting) -> Reply:
        """Answer a key; letters without Ctrl are taken so that they are no shortcuts."""
        if key.name in ("return", "enter") and not key.ctrl:
            return Reply(() if self.disabled else (Message(self.key, self.text, Kind.SUBMITTED),))
        if key.ctrl and key.name in ("a", "c", "x", "v"):
            return self._clip(key.name, caret, setting)
        if (to := self._target(key, caret)) is not None:
            return self._moved(Caret(to, caret.anchor if key.shift else to, caret.push), setting)
        if key.name in ("backspace", "delete"):
            start, end = caret.span
            if start == end:
                reach = self._jump(caret.at, -1 if key.name == "backspace" else 1, words=key.ctrl)
                start, end = min(caret.at, reach), max(caret.at, reach)
            return self._changed(self.text[:start] + self.text[end:], start, caret, setting)
        is_letter = len(key.name) == 1 or key.name == "space" or key.name.startswith("[")
        return Reply() if is_letter and not key.ctrl else IGNORED

    def _target(self, key: KeyPress, caret: Caret) -> int | None:
        """Say where a movement key leads."""
        match key.name:
            case "left" | "right":
                if caret.at != caret.anchor and not key.shift:
                    return caret.span[0] if key.name == "left" else caret.span[1]
                return self._jump(caret.at, -1 if key.name == "left" else 1, words=key.ctrl)
            case "home":
                return 0
            case "end":
                return len(self.text)
        return None

    def _jump(self, at: int, step: int, *, words: bool) -> int:
        """Step over one letter or to the next edge of a word."""
        at = min(len(self.text), max(0, at + step))
        if words:
            while 0 < at < len(self.text) and not (self.text[at - 1].isspace() and not self.text[at].isspace()):
                at += step
        return at

    def _clip(self, letter: str, caret: Caret, setting: Setting) -> Reply:
        """Select all, copy, cut or paste."""
        start, end = caret.span
        match letter:
            case "a":
                return self._moved(Caret(len(self.text), 0, caret.push), setting)
            case "v":
                return self._typed(" ".join(setting.clipboard.get().split()), caret, setting)
        if start != end:
            setting.clipboard.put(self.text[start:end])
        if letter == "x" and start != end:
            return self._changed(self.text[:start] + self.text[end:], start, caret, setting)
        return Reply()

    def _typed(self, text: str, caret: Caret, setting: Setting) -> Reply:
        """Put text in place of the selection, as much as is allowed and fits."""
        start, end = caret.span
        fits = "".join(c for c in text if c.isprintable() and (not self.allowed or c in self.allowed))
        fits = fits[: max(0, self.longest - len(self.text) + end - start)]
        return self._changed(self.text[:start] + fits + self.text[end:], start + len(fits), caret, setting)

    def _changed(self, text: str, at: int, caret: Caret, setting: Setting) -> Reply:
        """Send a new text and put the caret."""
        if self.disabled or (text == self.text and caret.at == caret.anchor == at):
            return Reply()
        after = replace(self, text=text)
        reply = after._moved(Caret(at, at, caret.push), setting)
        return replace(reply, messages=(Message(self.key, text, Kind.CHANGED),) if text != self.text else ())

    def _moved(self, caret: Caret, setting: Setting) -> Reply:
        """Move the caret and push the text so that it stays visible."""
        room = self._room(setting.box).w
        at = _reach(self.text[: caret.at], setting.ruler.look)
        push = min(max(caret.push, at - room + 2), max(0.0, at - 2))
        return Reply(memory=replace(caret, push=max(0.0, push)))

    def _pointed(self, phase: Phase, x: float, clicks: int, caret: Caret, setting: Setting) -> Reply:
        """Put the caret where the pointer is; dragging selects, a double click selects all."""
        if phase is Phase.UP:
            return Reply()
        if clicks > 1:
            return self._moved(Caret(len(self.text), 0, caret.push), setting)
        aim = x - setting.box.x - _PAD + caret.push
        at = min(range(len(self.text) + 1), key=lambda n: abs(_reach(self.text[:n], setting.ruler.look) - aim))
        return self._moved(Caret(at, at if phase is Phase.DOWN else caret.anchor, caret.push), setting)

    def _caret(self, memory: object) -> Caret:
        """Read the caret from memory; a new field has it at the end."""
        end = len(self.text)
        if not isinstance(memory, Caret):
            return Caret(end, end)
        return replace(memory, at=min(memory.at, end), anchor=min(memory.anchor, end))


def _run(words: str) -> tuple[Run, ...]:
    """Take typed text as it is, without markup; spaces must not be folded."""
    return (Run(words.replace(" ", "\u00a0")),) if words else ()


def _reach(words: str, look: Look) -> float:
    """Measure the text before the caret."""
    return measure(_run(words), _STYLE, None, look).w
