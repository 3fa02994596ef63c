"""Open the font files and measure strings with them."""

from functools import lru_cache

import pygame

from game import places
from game.ui.theme import BOLD, REGULAR, SEMIBOLD

FALLBACK = "inter"
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


def able(family: str, text: str) -> str:
    """Give the family, or Inter for text with letters the family does not have."""
    if family == FALLBACK or text.isascii() or all(_has(family, letter) for letter in text):
        return family
    return FALLBACK


@lru_cache(maxsize=4096)
def _has(family: str, letter: str) -> bool:
    """Say whether a face has a letter: one it lacks looks like one from the private area."""
    face = font(family, REGULAR, 20)
    drawn, missing = (face.render(one, True, (0, 0, 0)) for one in (letter, "\ue123"))
    return drawn.get_size() != missing.get_size() or drawn.get_buffer().raw != missing.get_buffer().raw


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
    _has.cache_clear()
    width.cache_clear()
    figure.cache_clear()
