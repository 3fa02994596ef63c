"""The loop: shortcuts, keys that work everywhere, screens, time, the window."""

import random
import re
import textwrap
from pathlib import Path

import pygame
import pytest
from gallery import Controls
from kit_pages import Page, field_page, three

from game import ui
from game.ui import window
from game.ui.driver import Driver
from game.ui.settings import Settings


def test_a_shortcut_letter_is_not_typed_into_what_it_opens() -> None:
    inner = Page(field_page)
    page = Page(three, keys=(ui.Shortcut("t", "Type", "open"),), leads={"open": ui.Push(inner)})
    driver = Driver(page)
    driver.press("t")
    driver.app.stage.focus_on("name")
    assert inner.text == ""
    driver.press("t")
    assert inner.text == "t"
    page = Page(field_page, keys=(ui.Shortcut("F2", "Name", "name it"),), leads={"name it": ui.Stay(focus="name")})
    driver = Driver(page)
    driver.press("F2")
    assert driver.focus == "name"


@pytest.mark.parametrize(
    ("pressed", "written"), [("1", "1"), ("Ctrl+S", "Ctrl+S"), ("Escape", "Escape"), ("Shift+F3", "Shift+F3")]
)
def test_shortcuts_send_their_message(pressed: str, written: str) -> None:
    page = Page(three, keys=(ui.Shortcut(written, "It", "it", 5),))
    Driver(page).press(pressed)
    assert page.got == [ui.Message("it", 5)]


def test_escape_comes_as_a_message() -> None:
    page = Page(three)
    Driver(page).press("Escape")
    assert page.sent == [ui.ESCAPE]


def test_f1_lists_the_keys() -> None:
    page = Page(three, keys=(ui.Shortcut("1", "Open the talk", "talk"),))
    driver = Driver(page)
    driver.press("F1")
    assert driver.sees("Open the talk")
    assert driver.sees("Full screen")
    driver.press("1")
    assert page.got == []
    driver.press("Escape")
    assert not driver.sees("Open the talk")
    assert page.got == []


def test_scale_keys_and_a_window_too_small_for_the_scale() -> None:
    driver = Driver(Page(three), size=(1920, 1080))
    driver.press("Ctrl+=", "Ctrl+=")
    assert driver.app.look.scale == pytest.approx(1.2)
    driver.press("Ctrl+-")
    assert driver.app.look.scale == pytest.approx(1.1)
    for _ in range(12):
        driver.press("Ctrl+=")
    assert driver.app.preferences.settings.scale == 2.0
    assert driver.app.look.scale == 1.5
    driver.app.resize(1280, 720)
    driver.idle()
    assert driver.app.stage.size == (1280, 720)
    driver.press("Ctrl+0")
    assert driver.app.preferences.settings.scale == 1.0


def test_nothing_is_drawn_or_built_while_nothing_changes() -> None:
    page = Page(three)
    driver = Driver(page)
    frames, built = driver.app.frames, page.built
    driver.pass_time(5000)
    driver.hover_at(900, 600)
    driver.hover_at(901, 601)
    assert (driver.app.frames, page.built) == (frames, built)
    driver.hover("a")
    assert (driver.app.frames, page.built) == (frames + 1, built)


def test_transitions() -> None:
    inner = Page(three, leads={"a": ui.Pop("done"), "b": ui.Pop(), "c": ui.Quit()})
    page = Page(three, leads={"a": ui.Push(inner), "c": ui.Replace(inner)})
    driver = Driver(page)
    driver.press("Tab", "Return")
    assert driver.app.screen is inner
    assert driver.focus is None
    driver.click("a")
    assert page.got[-1] == ui.Message(ui.RETURNED, "done", ui.Kind.RETURNED)
    assert driver.focus == "a"
    driver.click("c")
    assert driver.app.screen is inner
    driver.click("c")
    assert driver.is_over


def test_time_and_waking() -> None:
    page = Page(three, next_tick=1000)
    driver = Driver(page)
    driver.pass_time(999)
    assert page.ticks == []
    driver.pass_time(1)
    assert page.ticks == [1000]
    driver.wake()
    assert page.ticks == [1000, 1000]


def test_closing_the_window_ends_the_game() -> None:
    driver = Driver(Page(three))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    driver.app.run()
    assert driver.is_over


def test_the_focus_survives_its_control() -> None:
    page = Page(lambda page: three(page) if "a" not in page.sent else ui.button("c", "C"))
    driver = Driver(page)
    driver.press("Tab", "Return")
    assert driver.focus is None
    driver.press("Tab")
    assert driver.focus == "c"


def test_plain_pygame_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame, "IS_CE", False)
    with pytest.raises(ui.NoDisplay, match="pip uninstall pygame"):
        Driver(Page(three))


def test_no_display_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise pygame.error("No available video device")

    monkeypatch.setattr(window.pygame.display, "set_mode", fail)
    with pytest.raises(ui.NoDisplay, match="play --watch --shots"):
        Driver(Page(three))


def test_a_screen_that_nobody_sees_is_refused_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.quit()
    monkeypatch.delenv("SDL_VIDEODRIVER")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(window.pygame.display, "init", lambda: None)
    monkeypatch.setattr(window.pygame.display, "get_driver", lambda: "offscreen")
    with pytest.raises(ui.NoDisplay, match="with a screen"):
        Driver(Page(three))


def test_a_picture_is_saved(tmp_path: Path) -> None:
    driver = Driver(Page(three), Settings(scale=1.5), size=(1920, 1080))
    driver.shot(tmp_path / "page.png")
    assert pygame.image.load(tmp_path / "page.png").get_size() == (1920, 1080)


def test_a_held_key_presses_once() -> None:
    page = Page(three, keys=(ui.Shortcut("x", "X", "x"),))
    driver = Driver(page)
    driver.press("Tab")
    for key in (pygame.K_RETURN, pygame.K_x):
        for _ in range(3):
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0, unicode="", scancode=0))
    driver.idle()
    assert page.sent == ["a", "x"]
    for _ in range(2):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="", scancode=0))
    driver.idle()
    assert driver.focus == "c"


def in_turn(page: Page) -> ui.Widget:
    """Ask once more after the first answer."""
    layers = [three(page)]
    if page.sent and page.sent[-1] in ("a", "again"):
        key = "first" if page.sent[-1] == "a" else "second"
        layers.append(ui.dialog(key, key, ui.Space(), (ui.button("again", "Again"), ui.button("enough", "Enough"))))
    return ui.Layers(tuple(layers))


def test_one_modal_after_another_and_the_keys_above_it() -> None:
    page = Page(in_turn)
    driver = Driver(page)
    driver.press("Tab", "Return")
    assert driver.focus == "again"
    driver.press("Tab", "F1")
    assert driver.focus == "app:close keys"
    driver.press("Tab")
    assert driver.focus == "app:close keys"
    driver.press("Escape")
    assert driver.focus == "enough"
    driver.click("again")
    assert driver.sees("second")
    assert driver.focus == "again"
    driver.click("enough")
    assert driver.focus == "a"


def test_full_screen_and_back() -> None:
    driver = Driver(Page(three))
    driver.press("F11")
    assert driver.app.preferences.settings.fullscreen
    driver.press("F11")
    assert driver.app.window.get_size() == (1280, 720)


def test_the_page_for_screen_writers_is_true() -> None:
    example = re.search(r"from game import ui\n\n(.*?)\n\nOptional", ui.__doc__ or "", re.DOTALL)
    assert example
    names: dict[str, object] = {}
    code = textwrap.dedent("    " + example[1].lstrip()).replace("Table(self.name)", "Greeting(self.name)")
    exec("from dataclasses import dataclass\nfrom game import ui\n" + code, names)
    greeting = names["Greeting"]
    assert callable(greeting)
    driver = Driver(greeting())
    assert ui.overflows(greeting().build(ui.Size(1280, 720)), (1280, 720)) == []
    driver.press("Return", "Tab", "A", "d", "a", "Tab", "Return")
    assert driver.app.screen is not driver.first
    driver.press("Escape")
    assert driver.is_over


@pytest.mark.parametrize("seed", range(4))
def test_no_input_breaks_it(seed: int) -> None:
    draw = random.Random(seed)
    driver = Driver(Controls())
    keys = [
        "Tab",
        "Shift+Tab",
        "Return",
        "Space",
        "Left",
        "Down",
        "PageUp",
        "End",
        "Ctrl+A",
        "Ctrl+V",
        "x",
        "1",
        "?",
        "F1",
    ]
    for _ in range(60):
        x, y = draw.uniform(-20, 1300), draw.uniform(-20, 740)
        match draw.randrange(5):
            case 0:
                driver.click_at(x, y, clicks=draw.choice([1, 2]))
            case 1:
                driver.drag((x, y), (draw.uniform(0, 1280), draw.uniform(0, 720)))
            case 2:
                driver.hover_at(x, y)
                driver.pass_time(draw.randrange(600))
            case _:
                driver.press(draw.choice(keys))
    assert not driver.is_over
