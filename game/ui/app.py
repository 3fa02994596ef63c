"""Run the window: the only module that reads the event queue."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pygame

from game.ui import fonts, icons, shortcuts, text
from game.ui.layout import Layers
from game.ui.look import Look
from game.ui.picture import Picture
from game.ui.screen import (
    ESCAPE,
    RETURNED,
    Apply,
    Keyed,
    Pop,
    Push,
    Quit,
    Replace,
    Screen,
    Shortcut,
    Stay,
    Timed,
    Transition,
)
from game.ui.settings import SCALE_STEP, Preferences
from game.ui.stage import Stage
from game.ui.widget import Clipboard, Kind, Message, Widget
from game.ui.window import Clock, SystemClipboard, check_pygame, open_window, usual_size

WAKE = pygame.USEREVENT + 7
_REPEAT = (400, 35)
_HEARTBEAT = 250
"""How long the loop sleeps at most, in ms: Python hears of Ctrl-C only between two waits."""
_RESIZED = (pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED)


def wake() -> None:
    """Make the loop call `tick` on the screen soon; safe to call from another thread."""
    if pygame.display.get_init():
        pygame.event.post(pygame.event.Event(WAKE))


class App:
    """Hold the stack of screens and draw the top one when something changed."""

    def __init__(
        self,
        first: Screen,
        preferences: Preferences,
        *,
        clipboard: Clipboard | None = None,
        clock: Clock = pygame.time.get_ticks,
        size: tuple[int, int] | None = None,
    ) -> None:
        check_pygame()
        self.preferences = preferences
        self.clock = clock
        self.clipboard = clipboard or SystemClipboard()
        self.keys_shown = False
        self.frames = 0
        self._picture = Picture()
        self._size = size
        self._fullscreen = preferences.settings.fullscreen
        self._swallow = False
        self._down: set[int] = set()
        self._changed = True
        self._cursor = pygame.SYSTEM_CURSOR_ARROW
        self.window = open_window(fullscreen=self._fullscreen, scale=preferences.settings.scale, size=size)
        pygame.key.set_repeat(*_REPEAT)
        for module in (fonts, icons, text):
            module.forget()
        self.stack: list[tuple[Screen, Stage]] = [(first, Stage(self.clipboard))]

    @property
    def screen(self) -> Screen:
        """Give the screen on top."""
        return self.stack[-1][0]

    @property
    def stage(self) -> Stage:
        """Give the stage of the screen on top."""
        return self.stack[-1][1]

    @property
    def look(self) -> Look:
        """Give the look, its scale lowered if the window is too small for it."""
        return self.preferences.settings.look.fitted(*self.window.get_size())

    def run(self) -> None:
        """Run until the last screen is left."""
        try:
            while self.stack:
                self.refresh()
                self.step(self._wait())
        finally:
            pygame.display.quit()

    def step(self, events: Sequence[pygame.event.Event]) -> None:
        """Answer events, then the time, then draw if something changed."""
        pointer = [event for event in events if event.type == pygame.MOUSEMOTION]
        for event in events:
            if event.type == pygame.MOUSEMOTION and event is not pointer[-1]:
                continue
            if not self.stack:
                return
            self.refresh(draw=False)
            self._answer(event)
        if self.stack:
            self._tick(woken=any(event.type == WAKE for event in events))
        if self.stack:
            self.refresh()

    def pump(self) -> None:
        """Do one step with whatever is waiting in the queue; never waits."""
        self.step(pygame.event.get())

    def refresh(self, *, draw: bool = True) -> None:
        """Build the page if the screen may have changed, and draw it if the page did."""
        look, stage = self.look, self.stage
        size = look.logical(*self.window.get_size())
        if self._changed or size != stage.size or look != stage.look:
            stage.show(self._tree(), size, look)
            self._changed = False
        if draw and stage.stale:
            areas = self._picture.show(stage.strokes(), self.window, look)
            self.frames += 1
            if areas == [self.window.get_rect()]:
                pygame.display.flip()
            elif areas:
                pygame.display.update(areas)
            self._show_cursor(stage.cursor)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self.window = open_window(fullscreen=False, size=(width, height))
        self._changed = self.stage.stale = True
        self._picture.forget()

    def screenshot(self, path: Path) -> None:
        """Save what is seen as a PNG."""
        self.refresh()
        pygame.image.save(self.window, path)

    def leave(self) -> None:
        """Leave every screen."""
        self.stack.clear()

    def _tree(self) -> Widget:
        """Build the screen, with the list of keys above it if asked for."""
        look = self.look
        tree = self.screen.build(look.logical(*self.window.get_size()))
        return Layers((tree, shortcuts.key_list(self._shortcuts()))) if self.keys_shown else tree

    def _shortcuts(self) -> tuple[Shortcut, ...]:
        """Give the shortcuts of the screen."""
        return self.screen.shortcuts() if isinstance(self.screen, Keyed) else ()

    def _show_cursor(self, cursor: int) -> None:
        """Shape the pointer, where the window system can."""
        if cursor != self._cursor:
            self._cursor = cursor
            with suppress(pygame.error):
                pygame.mouse.set_cursor(cursor)

    def _wait(self) -> list[pygame.event.Event]:
        """Sleep until something happens or is due, then take everything that is waiting."""
        due = [self.stage.wake_at, self.screen.next_tick if isinstance(self.screen, Timed) else None]
        times = [time for time in due if time is not None]
        first = pygame.event.wait(min(_HEARTBEAT, max(1, min(times, default=_HEARTBEAT) - self.clock())))
        return [first, *pygame.event.get()] if first.type != pygame.NOEVENT else pygame.event.get()

    def _tick(self, *, woken: bool) -> None:
        """Tell the time to tooltips and to a screen that wants to know."""
        now = self.clock()
        self.stage.tick(now)
        screen = self.screen
        if isinstance(screen, Timed) and (woken or (screen.next_tick is not None and now >= screen.next_tick)):
            self._go(screen.tick(now))

    def _answer(self, event: pygame.event.Event) -> None:
        """Answer one event: the window first, then the page, then shortcuts."""
        if event.type == pygame.QUIT:
            self.leave()
            return
        if event.type in _RESIZED:
            self.window = pygame.display.get_surface() or self.window
            self.stage.stale = True
            self._picture.forget()
            return
        repeated = self._is_repeated(event)
        if event.type == pygame.KEYDOWN and not repeated:
            self._swallow = False
            if self._window_key(event):
                return
        if event.type in (pygame.KEYUP, pygame.MOUSEBUTTONDOWN):
            self._swallow = False
        if event.type == pygame.TEXTINPUT and self._swallow:
            return
        fed = self.stage.feed(event, self.clock(), repeated=repeated)
        for message in fed.messages:
            self._deliver(message)
        if not fed.used and event.type == pygame.KEYDOWN and not repeated:
            self._shortcut(event)

    def _is_repeated(self, event: pygame.event.Event) -> bool:
        """Say whether a key press comes from a key that is held; the event itself does not tell."""
        if event.type == pygame.WINDOWFOCUSLOST:
            self._down.clear()
        elif event.type == pygame.KEYUP:
            self._down.discard(event.key)
        elif event.type == pygame.KEYDOWN:
            held = event.key in self._down
            self._down.add(event.key)
            return held
        return False

    def _shortcut(self, event: pygame.event.Event) -> None:
        """Send the message of a shortcut; the letter it was made of must not be typed into what opens."""
        if self.keys_shown:
            return
        if shortcut := shortcuts.find(event, self._shortcuts()):
            self._swallow = True
            self._deliver(Message(shortcut.sends, shortcut.value))
        elif event.key == pygame.K_ESCAPE:
            self._deliver(Message(ESCAPE, kind=Kind.CANCELLED))

    def _window_key(self, event: pygame.event.Event) -> bool:
        """Answer the keys that work everywhere."""
        name = shortcuts.names_of(event)[0]
        settings = self.preferences.settings
        match name.replace("shift+", ""):
            case "f1":
                self.keys_shown, self._changed = not self.keys_shown, True
            case "f11" | "alt+return":
                self._go(Apply(replace(settings, fullscreen=not settings.fullscreen)))
            case "ctrl+=" | "ctrl++" | "ctrl+plus":
                self._go(Apply(settings.scaled(SCALE_STEP)))
            case "ctrl+-" | "ctrl+minus":
                self._go(Apply(settings.scaled(-SCALE_STEP)))
            case "ctrl+0":
                self._go(Apply(settings.scaled(1.0 - settings.scale)))
            case _:
                return False
        return True

    def _deliver(self, message: Message) -> None:
        """Give a message to the screen and go where it leads."""
        if not self.stack:
            return
        if message.key == shortcuts.CLOSE:
            self.keys_shown, self._changed = False, True
            return
        self._go(self.screen.on(message))

    def _go(self, transition: Transition) -> None:
        """Change the stack as a screen asked."""
        self._changed = True
        match transition:
            case Stay(focus):
                if focus is not None:
                    self.refresh(draw=False)
                    self.stage.focus_on(focus)
            case Push(screen):
                self.stack.append((screen, Stage(self.clipboard)))
            case Replace(screen):
                self.stack[-1] = (screen, Stage(self.clipboard))
            case Pop(result):
                self._pop(result)
            case Quit():
                self.leave()
            case Apply(settings):
                self.preferences.change(settings)
                self._fit_window()

    def _pop(self, result: object) -> None:
        """Go back one screen and hand it the result."""
        self.stack.pop()
        if self.stack:
            self.stage.stale = True
            if result is not None:
                self._go(self.screen.on(Message(RETURNED, result, Kind.RETURNED)))

    def _fit_window(self) -> None:
        """Follow settings that concern the window: full screen, and room for a larger scale."""
        settings = self.preferences.settings
        if settings.fullscreen != self._fullscreen:
            self._fullscreen = settings.fullscreen
            self.window = open_window(fullscreen=self._fullscreen, scale=settings.scale, size=self._size)
        elif not self._fullscreen and self._size is None:
            wanted = usual_size(settings.scale)
            width, height = self.window.get_size()
            if wanted[0] > width or wanted[1] > height:
                self.window = open_window(fullscreen=False, size=(max(wanted[0], width), max(wanted[1], height)))
        self.stage.stale = True
        self._picture.forget()
