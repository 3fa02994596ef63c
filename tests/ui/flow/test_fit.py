"""Nothing is cut off or overlaps on the way in, at every size, in both typefaces, with the longest names."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game import ui
from game.opponents.manner import AS_WRITTEN, LEVELS, MANNERS, MIXED
from game.rules.case import Case
from game.rules.temper import Temper
from game.scenario import loading
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.credits import CreditsScreen
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.routing import Rooms
from game.ui.screens.saved import SavedRow
from game.ui.screens.scenarios import Found, ScenariosScreen
from game.ui.screens.seating import LONGEST_NAME
from game.ui.screens.seats import ALL, SeatsScreen
from game.ui.screens.title import TitleScreen
from game.ui.settings import Preferences
from game.ui.sitting import Sitting

SIZES = ((1280, 720), (1920, 1080), (2560, 1440), (1281, 900))
FONTS = ("inter", "readable")
Begin = Callable[..., Sitting]


def assert_fits(screen: ui.Screen) -> None:
    for size in SIZES:
        for font in FONTS:
            assert ui.overflows(screen.build(ui.Size(*size)), size, ui.Look("light", font, 1.0)) == []


@pytest.fixture(params=["tutorial", "afghanistan"])
def case(request: pytest.FixtureRequest) -> Case:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Case)
    return found


def test_role_sheets_fit(begin: Begin, case: Case) -> None:
    for seat in case.agency_ids:
        assert_fits(BriefingScreen(begin(case, {seat: ""})))


@pytest.mark.parametrize("font", FONTS)
def test_a_role_sheet_is_one_page_on_a_full_hd_screen(begin: Begin, case: Case, font: str) -> None:
    size, look = ui.Size(1920, 1080), ui.Look("light", font, 1.0)
    for seat in case.agency_ids:
        tree = BriefingScreen(begin(case, {seat: ""})).build(size)
        assert ui.overflows(tree, size, look, whole=("page",)) == [], seat


def test_curtain_and_menu_fit(begin: Begin, case: Case) -> None:
    names = {seat: f"{number}" + "W" * (LONGEST_NAME - 1) for number, seat in enumerate(case.agency_ids)}
    sitting = begin(case, names)
    for seat in case.agency_ids:
        sitting.seat, sitting.unbriefed, sitting.is_covered = seat, (), True
        assert_fits(CurtainScreen(sitting))
    sitting.is_covered = False
    assert_fits(MenuScreen(sitting))
    sitting.computers.is_paused = True
    sitting.notice = "The disk is full: the move was not saved in the-clinic-001.jsonl. " * 2
    assert_fits(MenuScreen(sitting))


def test_seats_fit(case: Case, preferences: Preferences, plain: Rooms) -> None:
    screen = SeatsScreen(preferences, plain, case)
    for persons in range(len(case.agencies) + 1):
        screen.seating = screen.seating.with_persons(persons, case)
        assert_fits(screen)
    screen.notice, screen.is_unsaved_offered = "A seed is a whole number.", True
    assert_fits(screen)


@pytest.mark.parametrize("is_written", [True, False])
def test_the_list_of_manners_fits(case: Case, preferences: Preferences, plain: Rooms, is_written: bool) -> None:
    agencies = tuple(replace(agency, temper=Temper("presser") if is_written else None) for agency in case.agencies)
    screen = SeatsScreen(preferences, plain, replace(case, agencies=agencies))
    for opened in (ALL, *case.agency_ids):
        screen.opened = opened
        for level in LEVELS:
            screen.seating = screen.seating.with_level(level)
            assert_fits(screen)
            for size in SIZES:
                tree = screen.build(ui.Size(*size))
                for scale in (1.0, 1.25, 1.5):
                    for font in FONTS:
                        look = ui.Look("light", font, scale)
                        assert ui.overflows(tree, size, look, whole=("manner list",)) == []


@pytest.mark.parametrize("manner", [*MANNERS, MIXED, AS_WRITTEN])
def test_eight_seats_stand_on_one_page_whatever_their_manner(
    preferences: Preferences, plain: Rooms, manner: str
) -> None:
    case = loading.load(loading.find("sarvenne-compact"))
    screen = SeatsScreen(preferences, plain, case)
    screen.seating = screen.seating.with_persons(0, case).with_level("veteran")
    for agency in case.agencies:
        screen.seating = screen.seating.with_manner(agency.id, manner)
    for size in SIZES:
        for font in FONTS:
            tree = screen.build(ui.Size(*size))
            assert ui.overflows(tree, size, ui.Look("light", font, 1.25), whole=("page",)) == []


def test_title_fits(preferences: Preferences, plain: Rooms) -> None:
    long = SavedRow(
        Path("x.jsonl"), "Afghanistan: a district in 2006", "round 4 of 4, in the corridor", "W" * 24, "today", False
    )
    damaged = replace(
        long, problem="afghanistan-district-2006-012.jsonl is damaged in line 214, so it cannot be rebuilt."
    )
    for games in ((), (long,), (long,) * 3, (*(long,) * 30, replace(long, is_finished=True), damaged)):
        assert_fits(TitleScreen(preferences, plain, games=games))
        assert_fits(TitleScreen(preferences, plain, notice=damaged.problem, games=games))


def test_scenarios_fit(case: Case, preferences: Preferences, plain: Rooms) -> None:
    found = (Found(Path("a.yaml"), case), Found(Path("a-scenario-with-a-long-name.yaml"), None, "Line 3: no `case`."))
    for chosen in range(2):
        assert_fits(ScenariosScreen(preferences, plain, found, chosen))
    assert_fits(ScenariosScreen(preferences, plain, ()))


def test_credits_fit() -> None:
    assert_fits(CreditsScreen())
