"""Open the font files and measure strings with them."""

from functools import lru_cache

import pygame

from game import places
from game.ui.theme import BOLD, REGULAR, SEMIBOLD

FAMILIES: dict[str, dict[int, str]] = {
    "inter": {
        REGULAR: "inter/Inter_400Regular.ttf",
        SEMIBOLD: "inter/Inter_600SemiBold.ttf",
        BOLD: "inter/Inter_700Bold.ttf",
    },
    "readable": {
        REGULAR: "atkinson/AtkinsonHyperlegible_400Regular.ttf",
        SEMIBOLD: "atkinson/AtkinsonHyperlegible_700Bold.ttf",
        BOLD: "atkinson/AtkinsonHyperlegible_700Bold.ttf",
    },
}


@lru_cache(maxsize=128)
def font(family: str, weight: int, pixels: int) -> pygame.font.Font:
    """Open one face at one physical size."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(places.assets() / "fonts" / FAMILIES[family][weight], max(6, pixels))


@lru_cache(maxsize=60_000)
def width(family: str, weight: int, pixels: int, text: str) -> int:
    """Measure a string in physical pixels."""
    return font(family, weight, pixels).size(text)[0]


@lru_cache(maxsize=256)
def figure(family: str, weight: int, pixels: int) -> int:
    """Give the width of the widest digit, so that figures can stand in columns."""
    return max(width(family, weight, pixels, digit) for digit in "0123456789")


def forget() -> None:
    """Drop every opened font; they do not survive `pygame.quit`."""
    font.cache_clear()
    width.cache_clear()
    figure.cache_clear()
