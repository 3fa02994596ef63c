"""Show part of something long, and move it by wheel, keys or by dragging the bar."""

from dataclasses import dataclass
from math import inf

from game.ui.canvas import Canvas
from game.ui.space import S16, Box, Size
from game.ui.theme import Tone
from game.ui.widget import IGNORED, Child, Cue, KeyPress, Leaf, Phase, Pointer, Reply, Ruler, Setting, Sight, Widget

_ROOM = 5.0


@dataclass(frozen=True, slots=True)
class Scrolled:
    """Remember how far a panel is scrolled, and where on the bar the pointer took hold."""

    offset: float
    grip: float | None = None


@dataclass(frozen=True, slots=True)
class Scroll:
    """Clip a child to a box (a little wider, for focus rings) and scroll it; `from_end` stays at the end."""

    key: str
    child: Widget
    from_end: bool = False
    h: float | None = None
    tip: str = ""
    disabled: str = ""
    group: str = ""
    chosen: bool = False
    clips = -_ROOM

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Ask for the height of the child, but no more than `h`."""
        size = ruler.size(self.child, width)
        return Size(size.w, min(size.h + 2 * _ROOM, self.h or inf))

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Shift the child by the offset and add a bar if it does not fit."""
        inner, whole, is_long = self._inner(ruler, box)
        offset = self._offset(ruler.memory.get(self.key), whole, inner.h)
        if not is_long:
            return (Child(self.child, inner),)
        bar = Box(box.right - 7, box.y + 2, 7, box.h - 4)
        child = Child(self.child, Box(inner.x, inner.y - offset, inner.w, whole))
        return child, Child(ScrollBar(offset, whole, inner.h), bar)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw nothing; child and bar do."""

    def receive(self, cue: Cue, setting: Setting) -> Reply:
        """Scroll by keys, or follow the pointer on the bar."""
        inner, whole, is_long = self._inner(setting.ruler, setting.box)
        if not is_long:
            return IGNORED
        now = self._offset(setting.memory, whole, inner.h)
        match cue:
            case KeyPress("up" | "down" | "pageup" | "pagedown" | "home" | "end" as name):
                page = inner.h * 0.9
                step = {"up": -40.0, "down": 40.0, "pageup": -page, "pagedown": page, "home": -inf, "end": inf}[name]
                return self.scrolled(step, setting)
            case Pointer(Phase.DOWN, x, y) if x >= setting.box.right - 12:
                return Reply(memory=Scrolled(self._kept(now, whole, inner.h), y))
            case Pointer(Phase.DRAG, _, y) if isinstance(setting.memory, Scrolled) and setting.memory.grip is not None:
                offset = now + (y - setting.memory.grip) * whole / max(1.0, inner.h)
                return Reply(memory=Scrolled(self._kept(offset, whole, inner.h), y))
            case Pointer():
                return Reply()
        return IGNORED

    def scrolled(self, by: float, setting: Setting) -> Reply:
        """Scroll by so many pixels; not used when already at that end."""
        inner, whole, _ = self._inner(setting.ruler, setting.box)
        now = self._offset(setting.memory, whole, inner.h)
        offset = min(max(0.0, whole - inner.h), max(0.0, now + by))
        if offset == now:
            return IGNORED
        return Reply(memory=Scrolled(self._kept(offset, whole, inner.h)))

    def showing(self, target: Box, setting: Setting) -> Reply:
        """Scroll as little as needed to show a box of the page."""
        view = setting.box.inset(0, _ROOM)
        if target.y < view.y:
            return self.scrolled(target.y - view.y, setting)
        if target.bottom > view.bottom:
            return self.scrolled(min(target.bottom - view.bottom, target.y - view.y), setting)
        return IGNORED

    def _inner(self, ruler: Ruler, box: Box) -> tuple[Box, float, bool]:
        """Give the visible box, the whole height and whether it is too long."""
        inner = box.inset(0, _ROOM)
        whole = ruler.size(self.child, inner.w).h
        if whole <= inner.h + 0.51:
            return inner, inner.h, False
        inner = Box(inner.x, inner.y, max(0.0, inner.w - S16), inner.h)
        return inner, ruler.size(self.child, inner.w).h, True

    def _offset(self, memory: object, whole: float, view: float) -> float:
        """Read the offset from memory, kept inside the range."""
        usual = inf if self.from_end else 0.0
        offset = memory.offset if isinstance(memory, Scrolled) else usual
        return min(max(0.0, whole - view), max(0.0, offset))

    def _kept(self, offset: float, whole: float, view: float) -> float:
        """Remember the end as the end, so that a growing record stays there."""
        offset = min(max(0.0, whole - view), max(0.0, offset))
        return inf if self.from_end and offset >= whole - view - 0.51 else offset


@dataclass(frozen=True, slots=True)
class ScrollBar(Leaf):
    """Show which part is seen."""

    offset: float
    whole: float
    view: float
    is_scroll_bar = True

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be narrow."""
        return Size(7, 0)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw track and thumb."""
        canvas.frame(box, fill=Tone.TRACK, radius=4)
        tall = max(24.0, box.h * self.view / self.whole)
        at = box.y + (box.h - tall) * self.offset / max(1.0, self.whole - self.view)
        canvas.frame(Box(box.x, at, box.w, tall), fill=Tone.SOFT, radius=4)
