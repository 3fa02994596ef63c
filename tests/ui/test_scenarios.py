"""The list of scenarios by keyboard: the focus is on the chosen one, arrows go on from there."""

from game.ui.driver import Driver, Unsaved
from game.ui.screens.routing import Rooms
from game.ui.screens.scenarios import ScenariosScreen
from game.ui.screens.seats import SeatsScreen
from game.ui.settings import Settings


def test_arrows_choose_a_scenario_and_return_goes_on_with_it() -> None:
    driver = Driver(ScenariosScreen(Unsaved(Settings()), Rooms({})))
    assert driver.focus == "scenario:0"
    driver.press("Down")
    assert driver.focus == "scenario:1"
    driver.press("Return")
    assert isinstance(screen := driver.app.screen, ScenariosScreen)
    assert screen.chosen == 1
    driver.press("Return")
    assert isinstance(seats := driver.app.screen, SeatsScreen)
    assert seats.case == screen.found[1].case
