"""Draw the shipped SVG icons at any size and in any colour."""

import io
from functools import lru_cache

import pygame

from game import places
from game.ui.theme import Rgb


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    """Read one icon file."""
    return (places.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def icon(name: str, pixels: int, color: Rgb) -> pygame.Surface:
    """Draw an icon into a square of physical pixels."""
    colored = _source(name).replace("currentColor", "#{:02x}{:02x}{:02x}".format(*color))
    return pygame.image.load_sized_svg(io.BytesIO(colored.encode()), (max(1, pixels), max(1, pixels)))


def forget() -> None:
    """Drop every drawn icon."""
    icon.cache_clear()
