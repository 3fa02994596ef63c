"""Nothing is cut off or overlaps on the way in, at every size, in both typefaces, with the longest names."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game import ui
from game.rules.case import Case
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.credits import CreditsScreen
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.routing import Rooms
from game.ui.screens.saved import SavedRow
from game.ui.screens.scenarios import Found, ScenariosScreen
from game.ui.screens.seating import LONGEST_NAME
from game.ui.screens.seats import SeatsScreen
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
    sitting.is_paused, sitting.notice = True, "The disk is full: the move was not saved in the-clinic-001.jsonl. " * 2
    assert_fits(MenuScreen(sitting))


def test_seats_fit(case: Case, preferences: Preferences, plain: Rooms) -> None:
    screen = SeatsScreen(preferences, plain, case)
    for persons in range(len(case.agencies) + 1):
        screen.seating = screen.seating.with_persons(persons, case)
        assert_fits(screen)
    screen.notice, screen.is_unsaved_offered = "A seed is a whole number.", True
    assert_fits(screen)


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
