"""The table stays where it is while somebody looks around, and what is kept of it looks as if it were drawn anew."""

from collections.abc import Callable

import pygame
import pytest
from pictures import seen, whole
from sittings import drive, everybody_passes, sit, to_corridor, with_texts
from ui.table.test_fits import DISTRICT, on_the_floor, second_corridor

from game.rules.ids import AgencyId
from game.rules.vocabulary import Heading, Phase
from game.ui.driver import Driver
from game.ui.screens.table import TableScreen
from game.ui.settings import Settings
from game.ui.space import Box

LOOKED_AT = ("1", "2", "R", "Escape", "8", "W", "PageDown", "Escape", "3", "M", "a", "Escape", "4", "F1", "Escape", "1")


@pytest.mark.parametrize("seat", ["relief", "force"])
@pytest.mark.parametrize("font", ["inter", "readable"])
@pytest.mark.parametrize("state", [second_corridor, on_the_floor])
def test_headings_stay_where_they_are_in_a_full_room(state: Callable[[str], TableScreen], font: str, seat: str) -> None:
    driver = Driver(state(seat), Settings(tips=False, font=font))
    assert len(places(driver)) == 1


@pytest.mark.parametrize("seat", ["relief", "force"])
def test_a_district_is_seen_whole_on_the_smallest_page(seat: str) -> None:
    sitting = sit(DISTRICT)
    to_corridor(sitting)
    sitting.sit_down(AgencyId(seat))
    driver = Driver(TableScreen(sitting), Settings(tips=False))
    assert all(driver.box(f"agency:{face}").within(driver.box("seats")) for face in sitting.table.seats)
    issues = [driver.box(f"issue:{issue.id}") for issue in sitting.view.scene.issues]
    assert sum(box.within(driver.box("paper")) for box in issues) >= 5


@pytest.mark.parametrize("phase", [Phase.CORRIDOR, Phase.FLOOR])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (2560, 1440)])
@pytest.mark.parametrize(("name", "seat"), [("tutorial", "clinics"), ("afghanistan-district-2006", "relief")])
def test_headings_stay_where_they_are(name: str, seat: str, size: tuple[int, int], phase: Phase) -> None:
    sitting = sit(name)
    to_corridor(sitting)
    everybody_passes(sitting, phase, but=seat)
    sitting.sit_down(AgencyId(seat))
    driver = Driver(TableScreen(sitting), Settings(tips=False), size=size)
    assert len(places(driver)) == 1


def places(driver: Driver) -> set[Box]:
    """Go through the headings, and say where the first of them was."""
    found = set()
    for key in "12345678":
        driver.press(key)
        found.add(driver.box(f"head:{Heading.TALK}"))
    return found


def test_what_is_kept_looks_as_if_drawn_anew() -> None:
    sitting = sit()
    with_texts(sitting)
    driver = drive(sitting)
    for key in LOOKED_AT:
        driver.press(key)
        assert pygame.image.tobytes(driver.app.window, "RGB") == whole(driver), key
        assert seen(driver.page) == seen(driver.app.stage.page), key
