"""Say what a widget is: a frozen description that is measured, placed, drawn and asked."""

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Protocol, runtime_checkable

from game.ui.canvas import Canvas
from game.ui.look import Look
from game.ui.space import Box, Size

Value = str | int | float | bool | None
_ENOUGH = 20_000
"""Sizes that are remembered before anything is dropped: dozens of pages."""


class Kind(Enum):
    """Say how a message came about."""

    PRESSED = "pressed"
    CHANGED = "changed"
    SUBMITTED = "submitted"
    CANCELLED = "cancelled"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Message:
    """Tell the screen what the player did: which widget, the new value if any, and how."""

    key: str
    value: object = None
    kind: Kind = Kind.PRESSED


class Child(NamedTuple):
    """Put a widget into a box."""

    widget: "Widget"
    box: Box


@dataclass(frozen=True, slots=True)
class Sight:
    """Tell a widget how it stands while it is drawn."""

    focused: bool = False
    hovered: bool = False
    pressed: bool = False
    memory: object = None


@dataclass(slots=True)
class Ruler:
    """Measure widgets once: remembers by identity what was measured, until it is much and was not asked for again."""

    look: Look
    memory: dict[str, object] = field(default_factory=dict)
    _sizes: dict[tuple[int, float], tuple["Widget", Size]] = field(default_factory=dict)
    _before: dict[tuple[int, float], tuple["Widget", Size]] = field(default_factory=dict)
    _silent: dict[int, "Widget"] = field(default_factory=dict)
    _silent_before: dict[int, "Widget"] = field(default_factory=dict)

    def size(self, widget: "Widget", width: float) -> Size:
        """Give the size a widget wants in at most `width`."""
        name = (id(widget), width)  # safe: an entry keeps its widget alive
        known = self._sizes.get(name)
        if known is None:
            known = self._before.get(name) or (widget, widget.measure(self, width))
            self._sizes[name] = known
        return known[1]

    def is_silent(self, widget: "Widget") -> bool:
        """Say whether a widget is known to hold no control, so that it can be skipped while out of sight."""
        if id(widget) in self._silent_before:
            self._silent[id(widget)] = widget
        return id(widget) in self._silent

    def silence(self, widget: "Widget") -> None:
        """Remember that a widget holds no control."""
        self._silent[id(widget)] = widget

    def turn(self) -> None:
        """Begin a new page; once much is remembered, what is not asked for until the next such turn is dropped."""
        if len(self._sizes) > _ENOUGH:
            self._before, self._sizes = self._sizes, {}
            self._silent_before, self._silent = self._silent, {}


class Widget(Protocol):
    """Be measured, place children and draw; never change anything."""

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Give the size wanted in at most `width`."""
        ...

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Give the direct children with their boxes."""
        ...

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw what is below the children."""
        ...


class Leaf(Widget, Protocol):
    """Be a widget without children."""

    __slots__ = ()

    def place(self, ruler: Ruler, box: Box) -> tuple[Child, ...]:
        """Have no children."""
        return ()


class Holder(Widget, Protocol):
    """Be a widget that draws nothing itself."""

    __slots__ = ()

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw nothing; the children do."""
        return


@dataclass(frozen=True, slots=True)
class Activate:
    """Tell a control that it was chosen, by Return, Space or a click."""


@dataclass(frozen=True, slots=True)
class KeyPress:
    """Tell a control about a key by its pygame name, such as `left`, with the modifiers held."""

    name: str
    shift: bool = False
    ctrl: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Tell a control about text that was typed."""

    text: str


class Phase(Enum):
    """Say what the pointer does."""

    DOWN = "down"
    DRAG = "drag"
    UP = "up"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Tell a control where the left button is, in logical pixels of the page."""

    phase: Phase
    x: float
    y: float
    clicks: int = 1


Cue = Activate | KeyPress | Typed | Pointer


class Clipboard(Protocol):
    """Read and write the clipboard."""

    def get(self) -> str:
        """Give the text on the clipboard."""
        ...

    def put(self, text: str) -> None:
        """Put text on the clipboard."""
        ...


@dataclass(frozen=True, slots=True)
class Setting:
    """Tell a control where it is and what it remembered when it gets a cue."""

    box: Box
    ruler: Ruler
    memory: object
    clipboard: Clipboard


@dataclass(frozen=True, slots=True)
class Reply:
    """Say what a cue led to: messages, new memory, and whether the cue was used at all."""

    messages: tuple[Message, ...] = ()
    memory: object = None
    used: bool = True


IGNORED = Reply(used=False)


@runtime_checkable
class Control(Protocol):
    """Be a widget that can be focused; `disabled` is the reason why it cannot be used, or empty."""

    @property
    def key(self) -> str:
        """Give the stable name of the control on this page."""
        ...

    @property
    def disabled(self) -> str:
        """Give the reason why it cannot be used, or nothing."""
        ...

    @property
    def group(self) -> str:
        """Give the group in which arrows move, or nothing."""
        ...

    @property
    def chosen(self) -> bool:
        """Say whether it is the chosen one of its group."""
        ...

    @property
    def tip(self) -> str:
        """Give what the tooltip says, or nothing."""
        ...

    def receive(self, cue: Cue, setting: Setting) -> Reply:
        """Answer a cue; None as memory keeps what was remembered."""
        ...
