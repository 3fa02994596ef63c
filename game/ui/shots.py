"""Save a numbered picture of every screen a game passes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.ui.app import App
from game.ui.screen import Keyed, Screen, Timed
from game.ui.stage import Stage
from game.ui.widget import Message

MOST_STEPS = 20_000
"""Far more than a watched game takes; one that gets there is stuck."""


class Stuck(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """Say that a watched game does not go on."""


class Unwritable(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """Say in one sentence why a picture cannot be saved."""


@dataclass(slots=True)
class Hands:
    """Be a clock that a watched game moves on by itself, so that pictures need no waiting."""

    now: int = 0

    def __call__(self) -> int:
        """Give the time in milliseconds."""
        return self.now


@dataclass(slots=True)
class Album:
    """Write pictures with a number and the name of what they show."""

    folder: Path
    paths: list[Path] = field(default_factory=list)

    def keep(self, picture: pygame.Surface, name: str) -> Path:
        """Save one picture; Unwritable if that is not possible."""
        path = self.folder / f"{len(self.paths) + 1:02}-{name}.png"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            pygame.image.save(picture, path)
        except (OSError, pygame.error) as error:
            raise Unwritable(
                f"The picture {path} cannot be saved: {getattr(error, 'strerror', None) or error}."
            ) from None
        self.paths.append(path)
        return path


def put(app: App, screen: Screen) -> None:
    """Show a screen instead of the one on top."""
    app.stack[-1] = (screen, Stage(app.clipboard))


def take(app: App, album: Album, name: str) -> None:
    """Draw the screen on top and save it."""
    app.refresh()
    album.keep(app.window, name)


@dataclass(slots=True)
class Watcher:
    """Save each moment as it was when it ended; `name_of` names the moment a screen shows."""

    album: Album
    name_of: Callable[[Screen], str]
    moment: str = ""
    _picture: pygame.Surface | None = None

    def look(self, app: App) -> None:
        """Remember what is seen now; if it is another moment, save the one before."""
        if not app.stack:
            return
        now = self.name_of(app.screen)
        if now != self.moment:
            self.close()
        self.moment, self._picture = now, app.window.copy()

    def close(self) -> None:
        """Save the moment that has not been saved yet."""
        if self._picture is not None:
            self.album.keep(self._picture, self.moment)
        self._picture = None


def tour(app: App, hands: Hands, album: Album, name_of: Callable[[Screen], str]) -> None:
    """Let a watched game run until nothing is due, then save every page of its last screen; Stuck if it never is."""
    watcher = Watcher(album, name_of)
    for _ in range(MOST_STEPS):
        app.refresh()
        due = app.screen.next_tick if isinstance(app.screen, Timed) else None
        if due is None:
            if name_of(app.screen) != watcher.moment:
                watcher.close()
            _pages(app, album, name_of(app.screen))
            return
        watcher.look(app)
        hands.now = max(hands.now + 1, due)
        app.step(())
    raise Stuck("The watched game does not come to its end.")


def _pages(app: App, album: Album, moment: str) -> None:
    """Save every page that the digits open on a screen, or the screen itself."""
    screen = app.screen
    digits = [key for key in screen.shortcuts() if key.keys.isdigit()] if isinstance(screen, Keyed) else []
    if not digits:
        take(app, album, moment)
    for key in digits:
        screen.on(Message(key.sends, key.value))
        put(app, screen)
        take(app, album, f"{moment}-{key.keys}")
