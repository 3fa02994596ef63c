"""The coach can be asked at the ballot and in the year after, too, and fits there."""

from collections.abc import Callable

import pytest
from endings import DISTRICT, TUTORIAL, at_phase, computers

from game.opponents.coach import LEVELS
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.session import Table
from game.ui import Look, Settings, Size, overflows
from game.ui.driver import Driver, Unsaved
from game.ui.screens.coach import CoachScreen
from game.ui.screens.rooms import rooms
from game.ui.sitting import Sitting

Play = Callable[..., Driver]
LATE = (Phase.SIGNING, Phase.BALLOT, Phase.SETTLING, Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS)
LOOKS = ((Size(1280, 720), Look()), (Size(1280, 720), Look(font="readable", scale=1.5)), (Size(1920, 1080), Look()))


def alone(name: str, phase: Phase) -> tuple[Table, str]:
    table = at_phase(name, "pressed", phase)
    seat = table.waiting[-1]
    computers(table, seat)
    return table, seat


@pytest.mark.parametrize("name", [TUTORIAL, DISTRICT])
@pytest.mark.parametrize("phase", LATE)
def test_h_asks_the_coach_late_in_the_game(play: Play, name: str, phase: Phase) -> None:
    table, seat = alone(name, phase)
    driver = play(table, seat)
    for _ in range(20):
        if driver.has("coach"):
            break
        driver.press("Space")
        driver.pass_time(500)
    driver.press("H")
    assert driver.sees("1 of 3")
    driver.press("H", "H")
    assert driver.sees("3 of 3")
    driver.press("Escape")
    assert driver.has("coach")
    sitting = Sitting(table, Unsaved(Settings(pace="at once")), rooms(), seat=AgencyId(seat))
    above = CoachScreen(rooms().first(sitting), sitting)
    for _ in range(LEVELS):
        for size, look in LOOKS:
            assert overflows(above.build(size), size, look) == []
