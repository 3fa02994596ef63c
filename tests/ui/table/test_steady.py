"""The table stays where it is while somebody looks around, and what is kept of it looks as if it were drawn anew."""

import pygame
import pytest
from pictures import seen, whole
from sittings import drive, everybody_passes, sit, to_corridor, with_texts

from game.rules.ids import AgencyId
from game.rules.vocabulary import Heading, Phase
from game.ui.driver import Driver
from game.ui.screens.table import TableScreen
from game.ui.settings import Settings

LOOKED_AT = ("1", "2", "R", "Escape", "8", "W", "PageDown", "Escape", "3", "M", "a", "Escape", "4", "F1", "Escape", "1")


@pytest.mark.parametrize("phase", [Phase.CORRIDOR, Phase.FLOOR])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (2560, 1440)])
@pytest.mark.parametrize(("name", "seat"), [("tutorial", "clinics"), ("afghanistan-district-2006", "relief")])
def test_headings_stay_where_they_are(name: str, seat: str, size: tuple[int, int], phase: Phase) -> None:
    sitting = sit(name)
    to_corridor(sitting)
    everybody_passes(sitting, phase, but=seat)
    sitting.sit_down(AgencyId(seat))
    driver = Driver(TableScreen(sitting), Settings(tips=False), size=size)
    places = set()
    for key in "12345678":
        driver.press(key)
        places.add(driver.page.box(f"head:{Heading.TALK}"))
    assert len(places) == 1
    assert None not in places


def test_what_is_kept_looks_as_if_drawn_anew() -> None:
    sitting = sit()
    with_texts(sitting)
    driver = drive(sitting)
    for key in LOOKED_AT:
        driver.press(key)
        assert pygame.image.tobytes(driver.app.window, "RGB") == whole(driver), key
        assert seen(driver.page) == seen(driver.app.stage.page), key
