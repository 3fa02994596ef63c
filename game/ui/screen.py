"""Say what a screen is and where it can lead."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from game.ui.settings import Settings
from game.ui.space import Size
from game.ui.widget import Message, Widget

RETURNED = "returned"
ESCAPE = "escape"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Name a key such as `1`, `?`, `Ctrl+S`, `Escape` or `Return`, what it does and which message it sends."""

    keys: str
    does: str
    sends: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Stay:
    """Stay on this screen, and build it again; put the focus on a control if named."""

    focus: str | None = None


@dataclass(frozen=True, slots=True)
class Push:
    """Show another screen on top of this one."""

    screen: "Screen"


@dataclass(frozen=True, slots=True)
class Pop:
    """Go back; the screen below gets `Message("returned", result)` if there is a result."""

    result: object = None


@dataclass(frozen=True, slots=True)
class Replace:
    """Show another screen instead of this one."""

    screen: "Screen"


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the game."""


@dataclass(frozen=True, slots=True)
class Apply:
    """Change and save the settings, and stay."""

    settings: Settings


Transition = Stay | Push | Pop | Replace | Quit | Apply
STAY = Stay()


class Screen(Protocol):
    """Describe the page and answer messages; keys nobody used arrive as `Message("escape")` only for Esc."""

    def build(self, size: Size) -> Widget:
        """Describe the page for this size in logical pixels, from what the screen knows."""
        ...

    def on(self, message: Message) -> Transition:
        """Answer what the player did."""
        ...


@runtime_checkable
class Keyed(Protocol):
    """Be a screen with shortcuts, which F1 lists."""

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys that work now."""
        ...


@runtime_checkable
class Timed(Protocol):
    """Be a screen on which time matters."""

    @property
    def next_tick(self) -> int | None:
        """Give the clock time in milliseconds of the next tick, or None."""
        ...

    def tick(self, now_ms: int) -> Transition:
        """Go on; called when due and when `wake()` was called."""
        ...
