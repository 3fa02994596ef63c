"""Show text: paragraphs, headings, labels with figures."""

from dataclasses import dataclass

from game.ui import text
from game.ui.canvas import Canvas
from game.ui.space import Box, Size
from game.ui.text import Align, Style, Words, plain
from game.ui.theme import BODY, BOLD, HUGE, LARGE, REGULAR, SEMIBOLD, SMALL, TINY, Tone
from game.ui.widget import Child, Holder, Leaf, Ruler, Sight, Widget


@dataclass(frozen=True, slots=True)
class Text(Leaf):
    """Show a paragraph; `**bold**` or a tuple of runs inside; ellipsis only with `max_lines`."""

    words: Words
    size: float = BODY
    weight: int = REGULAR
    tone: Tone = Tone.INK
    align: Align = "left"
    leading: float = 1.4
    max_lines: int | None = None
    tabular: bool = False
    spacing: float = 0.0

    @property
    def style(self) -> Style:
        """Give the style of the paragraph."""
        return Style(
            self.size, self.weight, self.tone, self.align, self.leading, self.max_lines, self.tabular, self.spacing
        )

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as large as the lines."""
        return text.measure(self.words, self.style, width, ruler.look)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the lines."""
        canvas.text(self.words, self.style, box)

    def whole(self, box: Box, ruler: Ruler) -> str:
        """Give the full text if it was cut short in this box, else nothing."""
        if self.max_lines is None:
            return ""
        return plain(self.words) if text.typeset(self.words, self.style, box.w, ruler.look).cut else ""


def heading(words: str) -> Text:
    """Head a panel in small capitals."""
    return Text(words.upper(), size=12, weight=SEMIBOLD, tone=Tone.SOFT, spacing=0.7)


def title(words: Words, tone: Tone = Tone.INK) -> Text:
    """Name a page."""
    return Text(words, size=HUGE, weight=BOLD, tone=tone, leading=1.25)


def subtitle(words: Words, tone: Tone = Tone.INK) -> Text:
    """Name a part of a page."""
    return Text(words, size=LARGE, weight=SEMIBOLD, tone=tone, leading=1.25)


def name(words: Words, tone: Tone = Tone.INK, max_lines: int | None = None) -> Text:
    """Name an agency or an issue in small bold type."""
    return Text(words, size=SMALL, weight=SEMIBOLD, tone=tone, leading=1.25, max_lines=max_lines)


def small(words: Words, tone: Tone = Tone.INK) -> Text:
    """Set a paragraph in small type."""
    return Text(words, size=SMALL, tone=tone)


def note(words: Words, tone: Tone = Tone.SOFT, align: Align = "left") -> Text:
    """Set a remark in the smallest type and soft ink."""
    return Text(words, size=TINY, tone=tone, align=align, leading=1.35)


def figure(value: str, size: float = SMALL, tone: Tone = Tone.INK, align: Align = "right") -> Text:
    """Set a number so that figures stand below each other."""
    return Text(value, size=size, weight=BOLD, tone=tone, align=align, tabular=True, leading=1.25)


@dataclass(frozen=True, slots=True)
class Either(Holder):
    """Show the first of several wordings that stands on one line, else the last."""

    wordings: tuple[Text, ...]

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Ask for what the chosen wording wants."""
        return ruler.size(self._chosen(ruler, width), width)

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Give it the whole box."""
        return (Child(self._chosen(ruler, box.w), box),)

    def _chosen(self, ruler: Ruler, width: float) -> Text:
        """Try them in order."""
        fitting = (one for one in self.wordings if text.measure(one.words, one.style, None, ruler.look).w <= width)
        return next(fitting, self.wordings[-1])


@dataclass(frozen=True, slots=True)
class Tip(Holder):
    """Explain a child that is no control, when the pointer rests on it."""

    child: Widget
    tip: str

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Ask for what the child wants."""
        return ruler.size(self.child, width)

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Give the child the whole box."""
        return (Child(self.child, box),)
