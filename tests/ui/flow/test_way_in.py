"""From the title to the first move, by keys alone and by the mouse alone, with the real loop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game import places
from game.record import computer, listing
from game.rules.vocabulary import Phase
from game.ui.driver import Driver
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.credits import CreditsScreen
from game.ui.screens.curtain import GUARD_MS, CurtainScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.routing import Rooms
from game.ui.screens.scenarios import ScenariosScreen
from game.ui.screens.seats import SeatsScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.title import TitleScreen
from game.ui.settings import Preferences


@pytest.fixture
def driver(preferences: Preferences, plain: Rooms) -> Iterator[Driver]:
    driver = Driver(TitleScreen(preferences, plain))
    yield driver
    for screen, _ in driver.app.stack:
        if (sitting := getattr(screen, "sitting", None)) is not None:
            sitting.leave()


def top(driver: Driver) -> type[object]:
    return type(driver.app.screen)


def tab_to(driver: Driver, key: str) -> None:
    for _ in range(80):
        if driver.focus == key:
            return
        driver.press("Tab")
    raise AssertionError(f"Tab never comes to {key}")


def test_by_keys_from_the_title_to_the_table(driver: Driver) -> None:
    driver.press("n")
    assert top(driver) is ScenariosScreen
    assert driver.sees("The clinic at Ostrel")
    driver.press("Return")
    assert top(driver) is SeatsScreen
    tab_to(driver, "name:clinics")
    driver.type("Ada")
    driver.press("Ctrl+a")
    driver.type("Ada Ö.")
    tab_to(driver, "begin")
    driver.press("Return")
    assert top(driver) is BriefingScreen
    assert driver.sees("Coast Clinics")
    driver.press("Return")
    assert driver.sees("Phase convening")
    (game,) = listing(places.saves())
    assert dict(game.seats)["Coast Clinics"].name == "Ada Ö."


def test_by_mouse_from_the_title_to_the_table(driver: Driver) -> None:
    driver.click("new")
    driver.click("scenario:1")
    assert driver.sees("International force")
    driver.click("scenario:0")
    driver.click("go")
    driver.click("kind:clinics:computer")
    driver.click("manner:clinics")
    driver.click("pick:presser")
    driver.click("at:veteran")
    driver.click("done")
    assert driver.sees("leans on whoever depends on it")
    assert driver.sees("veteran")
    driver.click("kind:fund:person")
    driver.click("kind:council:absent")
    driver.click("begin")
    assert top(driver) is BriefingScreen
    driver.click("go")
    assert driver.sees("Phase convening")
    (game,) = listing(places.saves())
    seats = dict(game.seats)
    assert seats["Recovery Fund"].is_person
    assert seats["Coast Clinics"] == computer("presser", "veteran")
    assert dict(game.seats)["Harbour Force"].level == "practitioner"
    assert seats["Ostrel town council"].is_absent


def test_the_way_back(driver: Driver) -> None:
    driver.press("n", "Return", "Escape")
    assert top(driver) is ScenariosScreen
    driver.press("Escape")
    assert top(driver) is TitleScreen
    driver.press("s")
    assert top(driver) is SettingsScreen
    driver.press("Escape", "c")
    assert top(driver) is CreditsScreen
    driver.press("Escape")
    driver.click("quit")
    assert driver.is_over


def test_a_seed_that_makes_no_sense_gets_one_sentence(driver: Driver) -> None:
    driver.press("n", "Return")
    driver.click("seed")
    driver.press("Home")
    driver.type("next tuesday")
    driver.click("begin")
    assert top(driver) is SeatsScreen
    assert driver.sees("A seed is a whole number from 0 to")
    driver.click("seed", clicks=2)
    driver.type("42")
    assert not driver.sees("A seed is a whole number")
    driver.click("begin")
    assert top(driver) is BriefingScreen


def test_no_person_means_watching(driver: Driver, home: Path) -> None:
    driver.press("n", "Return")
    driver.click("persons:0")
    assert driver.sees("Watch")
    driver.click("begin")
    assert driver.app.screen.sitting.is_watching  # type: ignore[attr-defined]
    for _ in range(400):
        driver.pass_time(60_000)
    assert driver.sees("Phase closed")
    assert not list(places.saves().glob("*.jsonl"))


def test_where_nothing_can_be_saved_the_game_offers_to_go_on_unsaved(driver: Driver, home: Path) -> None:
    home.mkdir(parents=True)
    places.saves().write_text("a file where the folder should be")
    driver.press("n", "Return")
    driver.click("begin")
    assert top(driver) is SeatsScreen
    assert driver.sees("cannot be made")
    driver.click("unsaved")
    assert top(driver) is BriefingScreen


def begin_alone(driver: Driver) -> None:
    driver.press("n", "Return")
    driver.click("begin")
    driver.press("Return")


def test_the_menu_leads_back_to_the_game_and_out_of_it(driver: Driver) -> None:
    begin_alone(driver)
    driver.press("Escape")
    assert top(driver) is MenuScreen
    driver.press("Escape")
    assert driver.sees("Phase")
    driver.press("r")
    assert top(driver) is BriefingScreen
    driver.press("Escape", "Escape", "s")
    assert top(driver) is SettingsScreen
    driver.press("Escape", "l")
    assert top(driver) is TitleScreen
    assert len(driver.app.stack) == 1
    assert driver.sees("The clinic at Ostrel")


def test_leaving_and_going_on(driver: Driver) -> None:
    begin_alone(driver)
    driver.press("Space")
    assert driver.sees("Phase corridor")
    driver.press("Escape", "l")
    assert driver.sees("round 1 of 3, in the corridor")
    driver.press("Return")
    assert driver.sees("Phase corridor")


def test_a_killed_game_can_be_gone_on_with(driver: Driver, preferences: Preferences, plain: Rooms) -> None:
    begin_alone(driver)
    driver.press("Space", "Return", "Space")
    sitting = driver.app.screen.sitting  # type: ignore[attr-defined]
    told = [sentence.text for sentence in sitting.sentences]
    assert sitting.table.phase is Phase.FLOOR or sitting.table.mark > 3
    (path,) = places.saves().glob("*.jsonl")
    torn = path.with_name("torn-001.jsonl")
    torn.write_bytes(path.read_bytes() + b'{"at": 99, "comm')
    title = TitleScreen(preferences, plain)
    again = Driver(title)
    again.click(f"save:{[game.path for game in title.games].index(torn)}")
    screen = again.app.screen
    assert "has been left out" in screen.sitting.notice  # type: ignore[attr-defined]
    assert [sentence.text for sentence in screen.sitting.sentences] == told  # type: ignore[attr-defined]
    screen.sitting.leave()  # type: ignore[attr-defined]


def test_a_damaged_save_is_listed_with_a_sentence(driver: Driver, preferences: Preferences, plain: Rooms) -> None:
    places.saves().mkdir(parents=True)
    (places.saves() / "old-001.jsonl").write_text("nonsense\n")
    again = Driver(TitleScreen(preferences, plain))
    assert again.sees("no journal of a game")
    again.click("save:0")
    assert top(again) is TitleScreen


def test_f1_lists_the_keys_everywhere(driver: Driver) -> None:
    for keys in (("n",), ("Return",), ("Tab",)):
        driver.press(*keys)
        driver.press("F1")
        assert driver.sees("On this screen".upper())
        driver.press("Escape")


def test_hot_seat_begins_behind_the_curtain(driver: Driver) -> None:
    driver.press("n", "Return")
    driver.click("persons:2")
    driver.click("begin")
    assert top(driver) is CurtainScreen
    driver.pass_time(GUARD_MS)
    driver.press("Return")
    assert top(driver) is BriefingScreen
    driver.pass_time(GUARD_MS)
    driver.press("Return")
    assert top(driver) is CurtainScreen
    driver.pass_time(GUARD_MS)
    driver.click("sit")
    assert top(driver) is BriefingScreen


def test_a_hot_seat_game_is_taken_up_behind_the_curtain(driver: Driver) -> None:
    driver.press("n", "Return")
    driver.click("persons:2")
    driver.click("begin")
    driver.press("Escape", "l")
    assert top(driver) is TitleScreen
    driver.press("Return")
    assert top(driver) is CurtainScreen


def test_a_game_that_is_open_elsewhere_is_told(driver: Driver, preferences: Preferences, plain: Rooms) -> None:
    begin_alone(driver)
    again = Driver(TitleScreen(preferences, plain))
    again.press("Return")
    assert top(again) is TitleScreen
    assert again.app.screen.notice.endswith(".")  # type: ignore[attr-defined]
