"""Settings survive, and a damaged file does no harm."""

from pathlib import Path

import pytest

from game import ui
from game.ui.driver import Driver, Unsaved
from game.ui.screens.settings import SettingsScreen
from game.ui.settings import Preferences, Settings, load, save


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    kept = Settings(theme="dark", font="readable", scale=1.5, pace="quick", tips=False, fullscreen=True)
    assert save(kept, path) == ""
    assert load(path) == (kept, "")
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_no_file_is_no_trouble(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == (Settings(), "")


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe\x00", b"[1]", b"null", b"[" * 100_000])
def test_a_damaged_file_gives_the_usual_settings_and_a_notice(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(damage)
    settings, told = load(path)
    assert settings == Settings()
    assert "could not be read" in told


@pytest.mark.parametrize(
    "wrong", ['{"theme": "pink"}', '{"theme": []}', '{"theme": 3}', '{"scale": true}', '{"scale": 9}', '{"scale": NaN}']
)
def test_a_wrong_value_is_named_and_the_rest_kept(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(wrong[:-1] + ', "tips": false}', encoding="utf-8")
    settings, told = load(path)
    assert settings == Settings(tips=False)
    assert "Not understood" in told


def test_what_cannot_be_saved_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "could not be saved" in save(Settings(), tmp_path / "file" / "settings.json")


def test_preferences_save_when_changed(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    Preferences(path).change(Settings(theme="contrast"))
    assert Preferences(path).settings.theme == "contrast"


def open_settings() -> tuple[Driver, Unsaved]:
    preferences = Unsaved(Settings())
    driver = Driver(SettingsScreen(preferences))
    driver.app.preferences = preferences
    return driver, preferences


def test_the_screen_changes_settings_by_keys() -> None:
    driver, preferences = open_settings()
    driver.press("Tab", "Right", "Space")
    assert preferences.settings.theme == "dark"
    assert driver.app.look.theme == "dark"
    assert driver.focus == "theme:dark"


def test_the_screen_changes_settings_by_clicks() -> None:
    driver, preferences = open_settings()
    driver.click("font:readable")
    driver.click("pace:quick")
    driver.click("tips")
    assert preferences.settings == Settings(font="readable", pace="quick", tips=False)
    driver.click("usual")
    assert preferences.settings == Settings()
    driver.click("back")
    assert driver.is_over


def test_the_size_goes_by_steps() -> None:
    _, preferences = open_settings()
    screen = SettingsScreen(preferences)
    moved = screen.on(ui.Message("scale", 0.5, ui.Kind.CHANGED))
    assert moved == ui.Apply(Settings(scale=1.5))


@pytest.mark.parametrize("font", ["inter", "readable"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1706.7, 960)])
def test_nothing_overflows(font: str, size: tuple[float, float]) -> None:
    preferences = Unsaved(Settings(font=font))
    preferences.notice = "The settings could not be saved: No space left on device."
    tree = SettingsScreen(preferences).build(ui.Size(*size))
    assert ui.overflows(tree, size, ui.Look(font=font)) == []


@pytest.mark.parametrize(
    ("window", "scale", "page"),
    [
        ((1280, 720), 1.0, (1280, 720)),
        ((1920, 1080), 1.0, (1920, 1080)),
        ((2560, 1440), 1.0, (1920, 1080)),
        ((3440, 1440), 1.0, (2580, 1080)),
        ((2560, 1440), 2.0, (1280, 720)),
        ((1280, 720), 1.5, (1280, 720)),
    ],
)
def test_a_window_larger_than_a_page_needs_is_shown_larger(
    window: tuple[int, int], scale: float, page: tuple[int, int]
) -> None:
    size = ui.Look(scale=scale).fitted(*window).logical(*window)
    assert (round(size.w), round(size.h)) == page
