"""Draw and lay out from nothing what the window keeps up to date, to hold the two against each other."""

import pygame

from game.ui.driver import Driver
from game.ui.page import Page
from game.ui.picture import Picture


def seen(page: Page | None) -> list[object]:
    """Give what a page shows and what can be reached on it."""
    assert page is not None
    shown: list[object] = [
        (one.widget, one.box, one.layer) for one in page.placed if one.clip is None or one.box.meets(one.clip)
    ]
    return [*shown, page.reachable(), page.layer]


def whole(driver: Driver) -> bytes:
    """Draw what the window should show, from nothing."""
    sheet = driver.app.window.copy()
    sheet.fill("magenta")
    stage = driver.app.stage
    Picture().show(stage.strokes(), sheet, stage.look)
    return pygame.image.tobytes(sheet, "RGB")
