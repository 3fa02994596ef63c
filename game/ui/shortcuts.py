"""Match pressed keys with shortcuts, and list them for F1."""

import pygame

from game.ui.layout import Column, Grid, Row, Share
from game.ui.screen import Shortcut
from game.ui.widget import Widget
from game.ui.widgets.frame import key_cap
from game.ui.widgets.modal import Modal, dialog
from game.ui.widgets.press import button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Text, heading, note

CLOSE = "app:close keys"
EVERYWHERE: tuple[tuple[str, str], ...] = (
    ("Tab", "Next thing; with Shift the one before"),
    ("Arrows", "Move inside a group, or scroll"),
    ("Return", "Use what has the focus; Space does the same"),
    ("Escape", "Go back"),
    ("F1", "This list"),
    ("F11", "Full screen"),
    ("Ctrl +/−", "Larger or smaller"),
)
_NAMES = {"enter": "return", "esc": "escape"}


def names_of(event: pygame.event.Event) -> tuple[str, ...]:
    """Name a pressed key in every way a shortcut may write it, in small letters."""
    name = pygame.key.name(event.key).replace(" ", "")
    name = name.strip("[]") or name
    name = _NAMES.get(name, name)
    held = [
        word
        for word, bits in (
            ("ctrl", pygame.KMOD_CTRL | pygame.KMOD_META),
            ("alt", pygame.KMOD_ALT),
            ("shift", pygame.KMOD_SHIFT),
        )
        if event.mod & bits
    ]
    combined = "+".join([*held, name])
    typed = getattr(event, "unicode", "")
    plain = typed.lower() if typed.isprintable() and typed.strip() and "ctrl" not in held and "alt" not in held else ""
    return (combined, plain) if plain else (combined,)


def find(event: pygame.event.Event, shortcuts: tuple[Shortcut, ...]) -> Shortcut | None:
    """Find the shortcut of a pressed key."""
    names = names_of(event)
    return next((shortcut for shortcut in shortcuts if shortcut.keys.lower() in names), None)


def key_list(shortcuts: tuple[Shortcut, ...]) -> Modal:
    """List the keys of a screen and those that work everywhere."""
    parts: list[Widget] = []
    if shortcuts:
        here = _table(tuple((shortcut.keys, shortcut.does) for shortcut in shortcuts))
        parts += [heading("On this screen"), Scroll("app:keys", here, h=300)]
    remark = note("Letters and digits go into a text field while it has the focus.")
    parts += [heading("Everywhere"), _table(EVERYWHERE), remark]
    close = button(CLOSE, "Close", primary=True, hint="Esc")
    return dialog(CLOSE, "Keys", Column(tuple(parts), gap=10), (close,), w=520, first=CLOSE)


def _table(rows: tuple[tuple[str, str], ...]) -> Grid:
    """Set keys and what they do in two columns."""
    cells = tuple((Row((key_cap(keys),)), Text(does, size=13)) for keys, does in rows)
    return Grid((96.0, Share()), cells, gap=12, row_gap=6)
