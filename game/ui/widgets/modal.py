"""Ask for an answer above everything else."""

from dataclasses import dataclass

from game.ui.canvas import Canvas
from game.ui.layout import Column, Middle, Row, spring
from game.ui.space import S8, S16, S24, Box, Size
from game.ui.theme import Tone
from game.ui.widget import Child, Ruler, Sight, Widget
from game.ui.widgets.frame import Frame
from game.ui.widgets.words import subtitle


@dataclass(frozen=True, slots=True)
class Modal:
    """Dim the page and keep focus and pointer inside; Esc sends CANCELLED with its key; put it last in `Layers`."""

    key: str
    child: Widget
    w: float = 560
    first: str = ""
    is_modal = True

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Take no room of its own."""
        return Size(0, 0)

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Put the card in the middle, no higher than the page."""
        return (Child(Middle(self.child, self.w), box.inset(S24)),)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Dim what is below."""
        canvas.veil(box, (10, 14, 17), 0.55)


def dialog(
    key: str, title: str, child: Widget, buttons: tuple[Widget, ...], *, w: float = 560, first: str = ""
) -> Modal:
    """Make a modal with a title, content and buttons at the right."""
    rows: tuple[Widget, ...] = (subtitle(title), child)
    if buttons:
        rows = (*rows, Row((spring(), *buttons), gap=S8))
    return Modal(key, Frame(Column(rows, gap=S16), fill=Tone.CARD, x=S24, y=S24), w, first)
