"""Drive the game by real events, for tests and for making pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.ui.app import App, wake
from game.ui.page import Page, lay_out
from game.ui.screen import Screen
from game.ui.settings import Preferences, Settings
from game.ui.space import Box
from game.ui.text import plain
from game.ui.widget import Ruler
from game.ui.widgets.words import Text


@dataclass(slots=True)
class Pocket:
    """Be a clipboard of one's own."""

    text: str = ""

    def get(self) -> str:
        """Give the text."""
        return self.text

    def put(self, text: str) -> None:
        """Keep the text."""
        self.text = text


@dataclass(slots=True)
class Watch:
    """Be a clock that moves only when told."""

    now: int = 0

    def __call__(self) -> int:
        """Give the time."""
        return self.now


class Unsaved(Preferences):
    """Hold settings without any file."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.notice = settings, ""

    def change(self, settings: Settings) -> None:
        """Put settings in force."""
        self.settings = settings


@dataclass(slots=True)
class Driver:
    """Press keys and click like a player, and look at what is on the page."""

    first: Screen
    settings: Settings = field(default_factory=Settings)
    size: tuple[int, int] = (1280, 720)
    app: App = field(init=False)
    clipboard: Pocket = field(default_factory=Pocket)
    watch: Watch = field(default_factory=Watch)

    def __post_init__(self) -> None:
        """Open the window and show the first screen."""
        self.app = App(self.first, Unsaved(self.settings), clipboard=self.clipboard, clock=self.watch, size=self.size)
        pygame.event.clear()
        self.idle()

    @property
    def page(self) -> Page:
        """Lay the page that is shown out whole, with what the loop skips because it is scrolled out of sight."""
        stage = self.app.stage
        assert stage.tree is not None
        return lay_out(stage.tree, stage.size, Ruler(stage.look, stage.memory))

    @property
    def focus(self) -> str | None:
        """Give the key of the focused control."""
        return self.app.stage.focus

    @property
    def is_over(self) -> bool:
        """Say whether the game was left."""
        return not self.app.stack

    def idle(self) -> None:
        """Let the loop answer everything that waits."""
        for _ in range(50):
            self.app.pump()
            if self.is_over or not pygame.event.peek():
                return

    def press(self, *keys: str) -> None:
        """Press keys such as `1`, `Tab`, `Shift+Tab`, `Ctrl+C`, `Return`; letters also type themselves."""
        for key in keys:
            *held, name = key.split("+") if len(key) > 1 else [key]
            mods = sum(
                {"ctrl": pygame.KMOD_CTRL, "shift": pygame.KMOD_SHIFT, "alt": pygame.KMOD_ALT}[h.lower()] for h in held
            )
            code = pygame.key.key_code(name.lower())
            typed = name if len(name) == 1 and not mods & ~pygame.KMOD_SHIFT else ""
            typed = " " if name.lower() == "space" and not mods else typed
            self._post(pygame.KEYDOWN, key=code, mod=mods, unicode=typed, scancode=0)
            if typed:
                self._post(pygame.TEXTINPUT, text=typed)
            self._post(pygame.KEYUP, key=code, mod=mods, unicode=typed, scancode=0)
            self.idle()

    def type(self, words: str) -> None:
        """Type text into what has the focus."""
        for letter in words:
            self._post(pygame.TEXTINPUT, text=letter)
        self.idle()

    def click(self, key: str, *, clicks: int = 1) -> None:
        """Click the middle of a control."""
        x, y = self.box(key).middle
        self.click_at(x, y, clicks=clicks)

    def click_at(self, x: float, y: float, *, clicks: int = 1) -> None:
        """Click a point of the page."""
        self._pointer(pygame.MOUSEBUTTONDOWN, x, y, button=1, clicks=clicks)
        self._pointer(pygame.MOUSEBUTTONUP, x, y, button=1, clicks=clicks)
        self.idle()

    def reveal(self, key: str) -> None:
        """Focus a control, which scrolls it into view."""
        self.app.stage.focus_on(key)
        self.idle()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag from one point of the page to another."""
        self._pointer(pygame.MOUSEBUTTONDOWN, *start, button=1, clicks=1)
        self.idle()
        self._pointer(pygame.MOUSEMOTION, *end, rel=(0, 0), buttons=(1, 0, 0))
        self.idle()
        self._pointer(pygame.MOUSEBUTTONUP, *end, button=1, clicks=1)
        self.idle()

    def hover(self, key: str) -> None:
        """Put the pointer on a control."""
        self.hover_at(*self.box(key).middle)

    def hover_at(self, x: float, y: float) -> None:
        """Put the pointer on a point of the page."""
        self._pointer(pygame.MOUSEMOTION, x, y, rel=(0, 0), buttons=(0, 0, 0))
        self.idle()

    def wheel(self, key: str, notches: int) -> None:
        """Turn the wheel over a control; up is positive."""
        self.hover(key)
        self._post(pygame.MOUSEWHEEL, x=0, y=notches, precise_x=0.0, precise_y=float(notches), flipped=False, which=0)
        self.idle()

    def pass_time(self, ms: int) -> None:
        """Let time go by."""
        self.watch.now += ms
        self.idle()

    def wake(self) -> None:
        """Wake the loop as another thread would."""
        wake()
        self.idle()

    def box(self, key: str) -> Box:
        """Find where a control is."""
        box = self.page.box(key)
        if box is None:
            raise LookupError(f"no control {key!r} on the page; there are: {', '.join(self.page.controls)}")
        return box

    def has(self, key: str) -> bool:
        """Say whether a control is on the page."""
        return key in self.page.controls

    def texts(self) -> tuple[str, ...]:
        """Give every text on the page in drawing order."""
        return tuple(self._texts())

    def sees(self, words: str) -> bool:
        """Say whether some text on the page contains these words."""
        return any(words in text for text in self._texts())

    def shot(self, path: Path) -> None:
        """Save the picture."""
        self.app.screenshot(path)

    def _texts(self) -> Iterator[str]:
        """Give the texts one by one."""
        for item in self.page.placed:
            if type(item.widget) is Text:
                yield plain(item.widget.words)

    def _pointer(self, kind: int, x: float, y: float, **more: object) -> None:
        """Post an event of the pointer in physical pixels."""
        scale = self.app.look.scale
        self._post(kind, pos=(round(x * scale), round(y * scale)), **more)

    def _post(self, kind: int, **fields: object) -> None:
        """Post an event to the real queue."""
        pygame.event.post(pygame.event.Event(kind, fields))
