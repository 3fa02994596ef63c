"""How the computers play is chosen in the window: by keys alone, by the mouse alone, by seat and for all."""

from dataclasses import replace

import pytest

from game.desk.manners import LEVEL_NAMES, LEVEL_NOTES, MANNER_NAMES, MANNER_NOTES
from game.opponents.manner import AS_WRITTEN, LEVELS, MANNERS, MIXED
from game.record import computer
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.temper import Temper
from game.ui import settings
from game.ui.driver import Driver
from game.ui.screens.manners import played_words
from game.ui.screens.routing import Rooms
from game.ui.screens.seating import (
    AS_ALL,
    VARIOUS,
    opening_seating,
)
from game.ui.screens.seats import SeatsScreen
from game.ui.screens.starting import alone, nobody
from game.ui.settings import Preferences

FUND, FORCE, COUNCIL = AgencyId("fund"), AgencyId("force"), AgencyId("council")


@pytest.fixture
def case(tutorial: Case) -> Case:
    """The tutorial, with a manner for the fund alone."""
    tempers = {FUND: Temper("presser", pride=0.9)}
    return replace(tutorial, agencies=tuple(replace(one, temper=tempers.get(one.id)) for one in tutorial.agencies))


@pytest.fixture
def driver(case: Case, preferences: Preferences, plain: Rooms) -> Driver:
    driver = Driver(SeatsScreen(preferences, plain, case))
    driver.app.preferences = preferences
    return driver


def screen(driver: Driver) -> SeatsScreen:
    found = driver.app.screen
    assert isinstance(found, SeatsScreen)
    return found


def tab_to(driver: Driver, key: str) -> None:
    for _ in range(80):
        if driver.focus == key:
            return
        driver.press("Tab")
    raise AssertionError(f"Tab never comes to {key}")


def test_every_manner_and_level_has_a_name_and_one_sentence() -> None:
    assert set(MANNER_NAMES) == set(MANNER_NOTES) == {*MANNERS, MIXED, AS_WRITTEN}
    assert tuple(LEVEL_NAMES) == tuple(LEVEL_NOTES) == tuple(LEVELS) == settings.LEVELS
    assert all(note.endswith(".") for note in (*MANNER_NOTES.values(), *LEVEL_NOTES.values()))


def test_a_game_opens_as_written_where_the_case_says_so_and_untold_elsewhere(driver: Driver, case: Case) -> None:
    assert screen(driver).seating.manner == AS_WRITTEN
    assert screen(driver).seating.roster[FUND] == computer(AS_WRITTEN, "practitioner")
    assert screen(driver).seating.roster[FORCE] == computer(MIXED, "practitioner")
    assert driver.sees("The way the case has it for this agency.")
    assert not driver.sees("Presser")
    assert nobody(case, "veteran")[FUND] == computer(AS_WRITTEN, "veteran")
    assert alone(case, FUND, "Ada")[FORCE] == computer(MIXED)


def test_by_keys_a_seat_gets_a_manner_and_a_level_of_its_own(driver: Driver) -> None:
    tab_to(driver, "manner:force")
    driver.press("Return")
    assert driver.sees("How a computer plays Harbour Force")
    assert driver.focus == "pick:mixed"
    driver.press("Down", "Down", "Return")
    assert driver.focus == "pick:honest_broker"
    tab_to(driver, f"at:{AS_ALL}")
    driver.press("Right", "Right", "Right", "Return")
    assert driver.focus == "at:veteran"
    driver.press("Escape")
    assert not driver.sees("How a computer plays Harbour Force")
    assert driver.focus == "manner:force"
    assert screen(driver).seating.roster[FORCE] == computer("honest_broker", "veteran")
    assert screen(driver).seating.roster[COUNCIL] == computer(MIXED, "practitioner")


def test_return_on_what_is_chosen_closes_the_list_and_begins_nothing(driver: Driver) -> None:
    tab_to(driver, "manner:force")
    driver.press("Return", "Return")
    assert screen(driver).opened is None
    assert driver.focus == "manner:force"


def test_by_mouse_all_computers_get_a_manner_and_a_level_which_is_remembered(
    driver: Driver, preferences: Preferences
) -> None:
    driver.click("manner:all")
    driver.click("pick:hardliner")
    driver.click("at:beginner")
    driver.click("done")
    assert screen(driver).seating.manner == "hardliner"
    assert {holder.level for holder in screen(driver).seating.roster.values() if holder.is_computer} == {"beginner"}
    assert preferences.settings.level == "beginner"
    driver.click("level:veteran")
    assert preferences.settings.level == "veteran"
    driver.click("manner:all")
    driver.click("pick:as_written")
    driver.press("Escape")
    assert screen(driver).seating.roster[FUND].manner == AS_WRITTEN
    assert screen(driver).seating.roster[FORCE] == computer(MIXED, "veteran")


def test_the_level_last_chosen_opens_the_next_game(case: Case, preferences: Preferences, plain: Rooms) -> None:
    preferences.change(replace(preferences.settings, level="veteran"))
    assert screen(Driver(SeatsScreen(preferences, plain, case))).seating.level == "veteran"


def test_where_the_case_is_silent_nothing_is_offered_as_written(
    case: Case, preferences: Preferences, plain: Rooms
) -> None:
    silent = replace(case, agencies=tuple(replace(one, temper=None) for one in case.agencies))
    driver = Driver(SeatsScreen(preferences, plain, silent))
    assert not driver.sees("As written")
    for key in ("manner:all", "manner:fund"):
        driver.click(key)
        assert not driver.sees("As written")
        assert driver.sees("Prestige seeker")
        driver.press("Escape")


def test_a_level_for_all_replaces_those_of_single_seats(case: Case) -> None:
    seating = opening_seating(case).with_level_at(FORCE, "veteran")
    assert (seating.level_at(FORCE), seating.level_at(FUND)) == ("veteran", "practitioner")
    assert seating.with_level_at(FORCE, AS_ALL).levels == {}
    assert seating.with_level("beginner").level_at(FORCE) == "beginner"
    assert seating.with_manner(COUNCIL, "talker").manner == VARIOUS


def test_the_debrief_says_who_was_played_how(case: Case) -> None:
    fund, force = case.agency(FUND), case.agency(FORCE)
    assert played_words(computer(AS_WRITTEN, "veteran"), fund) == (
        "A computer played it: presser as the case has it, at veteran level."
    )
    told = played_words(computer("prestige_seeker"), force)
    assert told == "A computer played it: prestige seeker, at practitioner level."
    assert played_words(computer("long_gone"), force) == "A computer played it: long gone, at practitioner level."
