"""In hot-seat nothing of one person's own is drawn for another."""

from collections.abc import Callable

import pytest

from game.rules.case import Agency, Case
from game.rules.room import Room
from game.ui.driver import Driver
from game.ui.screens.curtain import GUARD_MS, CurtainScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.routing import Rooms
from game.ui.sitting import Sitting

Begin = Callable[..., Sitting]


def secrets_of(agency: Agency, case: Case, room: Room) -> list[str]:
    """Collect what only the seat may read: whole texts, so that no other seat has the same by chance.

    What somebody told the room of a fact, or what came out about it, is nobody's secret any more.
    """
    texts = [agency.brief, *(line.text for line in agency.red_lines), *(one.text for one in agency.hidden)]
    public = {*room.open_facts, *(claim.fact for claim in room.claims.values())}
    own = [fact for fact in case.facts if agency.id in fact.known_by and fact.id not in public]
    known = [fact.if_true if fact.is_true else fact.if_false for fact in own]
    return [text.strip() for text in (*texts, *known)]


@pytest.fixture
def driver(begin: Begin, tutorial: Case, plain: Rooms) -> Driver:
    sitting = begin(tutorial, {"fund": "Ada", "clinics": "Ben"})
    return Driver(plain.first(sitting))


def step(driver: Driver) -> None:
    """Do what leads on: lift the curtain, or pass."""
    driver.pass_time(GUARD_MS)
    driver.press("Return")
    sitting = driver.app.screen.sitting  # type: ignore[attr-defined]
    if type(driver.app.screen) is not CurtainScreen and sitting.next_tick is not None:
        driver.press("Space")


def drawn(driver: Driver) -> str:
    return "\n".join(driver.texts())


def assert_hides(driver: Driver, case: Case, *seats: str) -> None:
    shown = drawn(driver)
    room = driver.app.screen.sitting.table.public_view().room  # type: ignore[attr-defined]
    for seat in seats:
        for secret in secrets_of(case.agency(seat), case, room):
            assert secret not in shown, f"{seat}: {secret}"


def test_the_curtain_shows_nothing_of_anybody(driver: Driver, tutorial: Case) -> None:
    assert type(driver.app.screen) is CurtainScreen
    assert driver.sees("Ada, it is your turn")
    assert_hides(driver, tutorial, *tutorial.agency_ids)


def test_each_reads_only_their_own_role_sheet(driver: Driver, tutorial: Case) -> None:
    step(driver)
    assert driver.sees(tutorial.agency("fund").brief.strip())
    assert_hides(driver, tutorial, "clinics", "force", "council")
    step(driver)
    assert driver.sees("Ben, it is your turn")
    assert_hides(driver, tutorial, *tutorial.agency_ids)
    step(driver)
    assert driver.sees(tutorial.agency("clinics").brief.strip())
    assert_hides(driver, tutorial, "fund", "force", "council")


def test_the_whole_game_stays_secret_between_persons(driver: Driver, tutorial: Case) -> None:
    sitting = driver.app.screen.sitting  # type: ignore[attr-defined]
    turns = 0
    for _ in range(200):
        if sitting.table.is_closed:
            break
        if type(driver.app.screen) is CurtainScreen:
            turns += 1
            assert_hides(driver, tutorial, *tutorial.agency_ids)
        else:
            others = {"fund", "clinics"} - {sitting.seat}
            shown = drawn(driver)
            assert all(tutorial.agency(other).brief.strip() not in shown for other in others)
        step(driver)
    assert sitting.table.is_closed
    assert turns > 6


def test_keys_of_the_table_do_not_open_the_curtain(driver: Driver, tutorial: Case) -> None:
    driver.press("r")
    assert type(driver.app.screen) is CurtainScreen
    driver.press("Escape")
    assert type(driver.app.screen) is MenuScreen
    assert not driver.has("role")
    driver.press("r")
    assert type(driver.app.screen) is MenuScreen
    assert_hides(driver, tutorial, *tutorial.agency_ids)


def test_the_curtain_tells_what_everybody_saw(begin: Begin, tutorial: Case, plain: Rooms) -> None:
    sitting = begin(tutorial, {"fund": "Ada", "clinics": "Ben"})
    driver = Driver(plain.first(sitting))
    for _ in range(40):
        if type(driver.app.screen) is CurtainScreen and sitting.table.view("fund").room.round > 1:
            break
        step(driver)
    assert driver.sees("WHAT EVERYBODY HAS SEEN")


def test_a_key_that_is_held_does_not_lift_the_curtain(driver: Driver) -> None:
    for _ in range(30):
        driver.pass_time(35)
        driver.press("Return")
    assert type(driver.app.screen) is CurtainScreen
    driver.pass_time(GUARD_MS)
    driver.press("Return")
    assert type(driver.app.screen) is not CurtainScreen
