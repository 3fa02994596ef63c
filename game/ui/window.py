"""Open the window, and say what to do where that is not possible."""

import os
import sys
import warnings
from typing import Protocol

import pygame

from game.ui.space import SMALLEST

TITLE = "False Coherence"
_UNSEEN = ("dummy", "offscreen")
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
_NONE = "there is no display"


class NoDisplay(Exception):  # noqa: N818 - reads as a sentence where it is caught
    """Say in one sentence why there is no window and what to do."""


def check_pygame() -> None:
    """Refuse plain pygame, which lacks what the interface needs."""
    if not getattr(pygame, "IS_CE", False):
        raise NoDisplay(
            "Plain pygame is installed where pygame-ce is needed. "
            "Run `pip uninstall pygame`, then `pip install --force-reinstall pygame-ce`."
        )


def open_window(*, fullscreen: bool, scale: float = 1.0, size: tuple[int, int] | None = None) -> pygame.Surface:
    """Open or change the window; in a window, as large as the scale asks and the desktop allows."""
    try:
        if not pygame.display.get_init():
            _refuse_no_screen()
            pygame.display.init()
            _refuse_unseen()
        pygame.display.set_caption(TITLE)
        if fullscreen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        surface = pygame.display.set_mode(size or usual_size(scale), pygame.RESIZABLE)
    except pygame.error as error:
        raise NoDisplay(
            f"No window can be opened ({error}). Start the game on a computer with a screen, "
            "or without a window: `false-coherence simulate`, or SDL_VIDEODRIVER=dummy with `play --watch --shots`."
        ) from error
    _keep_minimum(surface)
    return surface


def _refuse_no_screen() -> None:
    """Refuse before SDL looks for a screen that cannot be there: it would write complaints of its own."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise pygame.error(_NONE)


def _refuse_unseen() -> None:
    """Refuse the invisible screen that SDL falls back to where it finds none, unless it was asked for."""
    if pygame.display.get_driver() in _UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise pygame.error(_NONE)


def usual_size(scale: float) -> tuple[int, int]:
    """Give the size of a new window: no larger than the desktop, where there is one."""
    wanted = round(SMALLEST[0] * scale), round(SMALLEST[1] * scale)
    desktops = pygame.display.get_desktop_sizes()
    if pygame.display.get_driver() in _UNSEEN or not desktops or min(desktops[0]) <= 0:
        return wanted
    return min(wanted[0], desktops[0][0]), min(wanted[1], desktops[0][1])


def _keep_minimum(surface: pygame.Surface) -> None:
    """Ask the window system not to make the window too small; some cannot."""
    try:
        with warnings.catch_warnings():  # pygame-ce has no other way yet for a window opened by pygame.display
            warnings.simplefilter("ignore", DeprecationWarning)
            window = pygame.Window.from_display_module()
        window.minimum_size = (min(int(SMALLEST[0]), surface.get_width()), min(int(SMALLEST[1]), surface.get_height()))
    except (AttributeError, pygame.error, ValueError):
        return


class SystemClipboard:
    """Use the clipboard of the desktop."""

    def get(self) -> str:
        """Give the text on the clipboard, or nothing."""
        try:
            return pygame.scrap.get_text()
        except pygame.error:
            return ""

    def put(self, text: str) -> None:
        """Put text on the clipboard if there is one."""
        try:
            pygame.scrap.put_text(text)
        except pygame.error:
            return


class Clock(Protocol):
    """Tell the time in milliseconds."""

    def __call__(self) -> int:
        """Give the time."""
        ...
