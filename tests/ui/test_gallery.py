"""Every widget in every state fits, in every theme, font and size, and draws."""

import pytest
from gallery import Controls, Signs

from game import ui
from game.ui.driver import Driver
from game.ui.settings import Settings
from game.ui.theme import THEMES

SIZES = [((1280, 720), 1.0), ((1920, 1080), 1.5), ((2560, 1440), 2.0), ((1920, 1080), 1.0)]


@pytest.mark.parametrize("screen", [Controls, Signs])
@pytest.mark.parametrize("font", ["inter", "readable"])
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_nothing_overflows(screen: type[Controls | Signs], font: str, size: tuple[int, int], scale: float) -> None:
    look = ui.Look(font=font, scale=scale)
    page = look.logical(*size)
    assert ui.overflows(screen().build(page), page, look) == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_draws(theme: str) -> None:
    driver = Driver(Controls(), Settings(theme=theme))
    driver.press("Tab", "Tab", "?")
    assert driver.sees("Walk out of the room?")
    assert driver.app.window.get_at((5, 100))[:3] != driver.app.look.color(ui.Tone.PAPER)
    driver.press("Escape")
    assert driver.app.window.get_at((5, 100))[:3] == driver.app.look.color(ui.Tone.PAPER)


def test_everything_can_be_reached_by_keys() -> None:
    driver = Driver(Controls())
    seen: list[str] = []
    while driver.focus not in seen:
        seen += [driver.focus] if driver.focus else []
        driver.press("Tab")
    assert set(driver.page.stops(driver.focus)) == set(seen)
    assert {"do", "boff", "effort", "steps", "name", "record"} <= set(seen)
