"""What is drawn anew in part looks as if it were drawn whole."""

from random import Random

import pygame
import pytest
from gallery import Controls, Signs
from pictures import seen, whole

from game.ui.driver import Driver
from game.ui.picture import Picture
from game.ui.settings import Settings

KEYS = (
    *("Tab", "Shift+Tab", "Down", "Up", "Left", "Right", "PageDown", "PageUp", "Home", "End", "Space", "Return"),
    *("1", "?", "F1", "Escape", "a", "Backspace"),
)


@pytest.mark.parametrize("screen", [Controls, Signs])
@pytest.mark.parametrize(("size", "scale", "theme"), [((1280, 720), 1.0, "light"), ((1600, 1000), 1.25, "dark")])
def test_window_equals_a_full_redraw(
    screen: type[Controls | Signs], size: tuple[int, int], scale: float, theme: str
) -> None:
    driver = Driver(screen(), Settings(theme=theme, scale=scale), size=size)
    chance = Random(f"{screen.__name__} {scale}")
    for step in range(60):
        told = act(driver, chance)
        if not driver.app.stack:
            break
        shown = pygame.image.tobytes(driver.app.window, "RGB")
        assert shown == whole(driver), f"after {step}: {told}"
        assert seen(driver.page) == seen(driver.app.stage.page), f"after {step}: {told}"


def test_a_hover_draws_little() -> None:
    driver = Driver(Controls())
    picture, stage, window = Picture(), driver.app.stage, driver.app.window
    picture.show(stage.strokes(), window, stage.look)
    assert picture.show(stage.strokes(), window, stage.look) == []
    driver.hover("do")
    areas = picture.show(stage.strokes(), window, stage.look)
    assert 0 < sum(area.w * area.h for area in areas) < window.get_width() * window.get_height() / 20


def act(driver: Driver, chance: Random) -> str:
    """Do something at random, and say what."""
    wide, tall = driver.app.stage.size
    x, y = chance.uniform(0, wide), chance.uniform(0, tall)
    match chance.randrange(5):
        case 0:
            driver.hover_at(x, y)
            return f"pointed at {x:.0f}, {y:.0f}"
        case 1:
            notches = chance.choice((-2, -1, 1, 3))
            driver.hover_at(x, y)
            turn_wheel(driver, notches)
            return f"turned the wheel by {notches} at {x:.0f}, {y:.0f}"
        case 2:
            driver.click_at(x, y)
            return f"clicked at {x:.0f}, {y:.0f}"
        case 3:
            driver.pass_time(600)
            return "waited"
    key = chance.choice(KEYS)
    driver.press(key)
    return f"pressed {key}"


def turn_wheel(driver: Driver, notches: int) -> None:
    """Turn the wheel where the pointer is."""
    fields = {"x": 0, "y": notches, "precise_x": 0.0, "precise_y": float(notches), "flipped": False, "which": 0}
    pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, fields))
    driver.idle()
