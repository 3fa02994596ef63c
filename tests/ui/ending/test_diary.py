"""The computers' diaries in the debrief: found by keyboard, nothing cut off, and only where computers played."""

import pytest
from endings import DISTRICT, TUTORIAL, case_of, computers, finished, script_of, simulated

from game.rules.ids import AgencyId
from game.session import Table, perform
from game.ui import Look, Message, Size, overflows
from game.ui.driver import Driver
from game.ui.page import lay_out
from game.ui.screens.debrief import DebriefScreen
from game.ui.sitting import Sitting
from game.ui.text import plain
from game.ui.widget import Ruler
from game.ui.widgets.words import Text

LOOKS = (
    (Size(1280, 720), Look()),
    (Size(1280, 720), Look(font="readable")),
    (Size(1600, 900), Look(scale=1.5)),
    (Size(1920, 1080), Look()),
)


def opened(table: Table, seat: str = "") -> DebriefScreen:
    return DebriefScreen(Sitting(table, seat=AgencyId(seat or table.seats[0])), step=1, table="diary")


def to(driver: Driver, start: str) -> None:
    """Tab to a control whose key begins so."""
    for _ in range(40):
        if (driver.focus or "").startswith(start):
            return
        driver.press("Tab")
    raise AssertionError(f"{start} cannot be reached")


def words_on(screen: DebriefScreen) -> str:
    page = lay_out(screen.build(Size(1920, 1080)), Size(1920, 1080), Ruler(Look()))
    return "\n".join(plain(one.widget.words) for one in page.placed if isinstance(one.widget, Text))


@pytest.mark.parametrize("name", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("manner", ["presser", "consensus_builder", "talker"])
def test_diaries_fit(name: str, manner: str) -> None:
    screen = opened(simulated(name, manner, 1))
    for leaf in (0, 1, 2, 99):
        screen.leaf = leaf
        for writer in screen.sight.books[:3]:
            screen.writer = writer.seat
            for size, look in LOOKS:
                assert overflows(screen.build(size), size, look) == []


def test_a_diary_is_opened_and_leafed_through_by_keyboard() -> None:
    driver = Driver(DebriefScreen(Sitting(simulated(TUTORIAL, "presser", 1), seat=AgencyId("clinics"))))
    driver.press("2")
    to(driver, "table:")
    driver.press("Right", "Right", "Right", "Return")
    assert driver.sees("WHOSE DIARY"), driver.focus
    assert driver.sees("Round 1 of 3")
    to(driver, "leaf:")
    driver.press("Right", "Return")
    assert driver.sees("Round 2 of 3")
    to(driver, "about:")
    driver.press("Down", "Return")
    to(driver, "writer:")
    driver.press("Down", "Return")
    assert driver.sees("COAST CLINICS, IN PRIVATE") or driver.sees("HARBOUR FORCE, IN PRIVATE")


def test_what_it_thought_you_wanted_stands_beside_what_you_wanted() -> None:
    screen = opened(simulated(TUTORIAL, "consensus_builder", 1), "clinics")
    screen.on(Message("writer", "council"))
    screen.on(Message("leaf", "2"))
    words = words_on(screen)
    assert "It thought you wanted" in words
    assert "You wanted" in words
    screen.on(Message("about", "fund"))
    assert "It thought Recovery Fund wanted" in words_on(screen)


def test_among_persons_alone_there_is_no_diary() -> None:
    screen = DebriefScreen(Sitting(finished(TUTORIAL, "sincere")), step=1)
    assert "Diaries" not in words_on(screen)
    assert not screen.sight.has_diaries


def test_without_an_accord_the_diaries_are_there_too() -> None:
    script = script_of(TUTORIAL, "nothing")
    table = perform(case_of(TUTORIAL), script.commands, 1)
    computers(table)
    screen = DebriefScreen(Sitting(table), step=1)
    assert "Diaries" in words_on(screen)
