"""What the title offers: scenarios to begin with, saved games to go on with or to delete; and tips that stay away."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game import places
from game.record import JournalError, listing
from game.rules.case import Case
from game.session import look_back
from game.ui import Size, overflows
from game.ui.driver import Driver
from game.ui.screen import Push
from game.ui.screens import starting
from game.ui.screens.routing import Rooms
from game.ui.screens.seats import SeatsScreen
from game.ui.screens.title import TitleScreen
from game.ui.settings import Preferences, Settings
from game.ui.sitting import Sitting
from game.ui.widget import Message

Begin = Callable[..., Sitting]


def test_who_has_no_game_yet_is_offered_the_scenarios(preferences: Preferences, plain: Rooms) -> None:
    driver = Driver(TitleScreen(preferences, plain))
    assert driver.sees("BEGIN WITH")
    driver.click("scenario:0")
    assert type(driver.app.screen) is SeatsScreen
    assert driver.sees("The clinic at Ostrel")


def test_the_first_picture_waits_for_nothing_but_the_toolkit() -> None:
    heavy = "game.rules", "game.record", "game.scenario", "game.session", "pydantic", "typer", "yaml"
    code = f"import sys, game.cli.entry, game.ui.main; print([name for name in {heavy} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.splitlines()[-1] == "[]"


def test_what_is_pressed_before_the_saved_games_are_read_is_answered(
    begin: Begin, tutorial: Case, preferences: Preferences, plain: Rooms
) -> None:
    begin(tutorial, {"clinics": "Ada"}, is_saved=True).leave()
    title = TitleScreen(preferences, plain)
    assert title.shortcuts()[0].sends == "go_on"
    answer = title.on(Message("go_on"))
    assert isinstance(answer, Push)
    answer.screen.sitting.leave()  # type: ignore[attr-defined]


@pytest.mark.parametrize("way", ["new", "save:0"])
def test_return_goes_on_with_the_game_that_was_just_left(
    way: str, begin: Begin, tutorial: Case, preferences: Preferences, plain: Rooms
) -> None:
    begin(tutorial, {"clinics": "Ada"}, is_saved=True).leave()
    driver = Driver(TitleScreen(preferences, plain))
    driver.click(way)
    while not hasattr(driver.app.screen, "sitting"):
        driver.press("Return")
    driver.press("Escape", "l")
    assert type(driver.app.screen) is TitleScreen
    assert driver.focus == "go_on"
    driver.press("Return")
    assert hasattr(driver.app.screen, "sitting")
    driver.app.screen.sitting.leave()


def test_a_saved_game_is_deleted_once_confirmed(
    begin: Begin, tutorial: Case, preferences: Preferences, plain: Rooms
) -> None:
    begin(tutorial, {"clinics": "Ada"}, is_saved=True).leave()
    driver = Driver(TitleScreen(preferences, plain))
    driver.click("delete:0")
    assert driver.sees("Delete this game?")
    assert driver.focus == "keep"
    driver.press("Return")
    assert len(listing(places.saves())) == 1
    driver.click("delete:0")
    driver.press("Escape")
    assert len(listing(places.saves())) == 1
    driver.click("delete:0")
    driver.click("delete:sure")
    assert listing(places.saves()) == ()
    assert driver.sees("BEGIN WITH")


def test_a_game_that_is_being_played_is_not_deleted(
    begin: Begin, tutorial: Case, preferences: Preferences, plain: Rooms
) -> None:
    playing = begin(tutorial, {"clinics": "Ada"}, is_saved=True)
    driver = Driver(TitleScreen(preferences, plain))
    driver.click("delete:0")
    driver.click("delete:sure")
    assert driver.sees("is being played in another window")
    assert len(listing(places.saves())) == 1
    playing.leave()


def test_a_tip_put_away_alone_stays_away_in_the_next_game(begin: Begin, tutorial: Case) -> None:
    first = begin(tutorial, {"clinics": ""})
    first.dismiss_tip("briefing")
    second = begin(tutorial, {"fund": ""})
    assert second.tip("briefing") is None
    assert second.tip("corridor") is not None
    assert begin(tutorial, {"fund": "", "clinics": ""}).tip("briefing") is not None
    assert second.preferences is not None
    second.preferences.change(Settings())
    assert second.tip("briefing") is not None


def test_who_watches_reads_what_anybody_may_know(tutorial: Case, plain: Rooms, preferences: Preferences) -> None:
    sitting = starting.begin(tutorial, starting.nobody(tutorial), 3, preferences, plain)
    sitting.read_role()
    for _ in range(12):
        sitting.hurry()
    told = [one.text for one in sitting.sentences if not one.is_words]
    assert told
    assert not any("You " in text or "your " in text for text in told)


@pytest.mark.parametrize("name", ["seven-yeses-meant", "seven-yeses-forced"])
def test_a_game_that_comes_along_opens_in_its_debrief_and_its_file_is_left_alone(
    name: str, preferences: Preferences
) -> None:
    path = places.games() / f"{name}.jsonl"
    before = path.read_bytes()
    driver = Driver(TitleScreen(preferences))
    driver.pass_time(10)
    assert driver.sees("TWO GAMES, SEVEN YESES EACH")
    driver.reveal(f"example:{name}")
    driver.press("Return")
    assert type(driver.app.screen).__name__ == "DebriefScreen"
    assert not driver.sees("(you)"), "whoever looks at it sat nowhere in it"
    driver.press("4")
    driver.click("leave now")
    assert type(driver.app.screen) is TitleScreen
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.lock"))


def test_a_game_that_comes_along_and_is_damaged_is_told_in_a_sentence(
    preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "games").mkdir()
    (tmp_path / "games" / "seven-yeses-torn.jsonl").write_text('{"journal":1', encoding="utf-8")
    monkeypatch.setattr(places, "games", lambda: tmp_path / "games")
    driver = Driver(TitleScreen(preferences))
    driver.pass_time(10)
    driver.click("example:seven-yeses-torn")
    assert type(driver.app.screen) is TitleScreen
    assert driver.app.screen.notice


def test_a_game_that_is_not_over_cannot_be_looked_back_on(begin: Begin, tutorial: Case) -> None:
    begin(tutorial, {"clinics": "Ada"}, is_saved=True).leave()
    (game,) = listing(places.saves())
    with pytest.raises(JournalError, match="not over"):
        look_back(game.path)


def test_at_the_first_start_everything_is_on_the_page(preferences: Preferences) -> None:
    title = TitleScreen(preferences)
    title.tick(0)
    for size in (Size(1280, 720), Size(1920, 1080)):
        assert overflows(title.build(size), size) == []
