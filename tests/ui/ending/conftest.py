"""Screens of the ending in the real loop, led from one to the next as in the game."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.session import Table
from game.ui import STAY, Column, Message, Settings, Size, Transition, Widget, small
from game.ui.driver import Driver, Unsaved
from game.ui.screens.ballot import BallotScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.routing import Rooms
from game.ui.screens.signing import SigningScreen
from game.ui.screens.year import EffortsScreen, SettlingScreen
from game.ui.sitting import Sitting


@dataclass(slots=True)
class Elsewhere:
    """Stand for the screens that come before the ending."""

    sitting: Sitting

    def build(self, size: Size) -> Widget:
        return Column((small("elsewhere"),))

    def on(self, message: Message) -> Transition:
        return STAY


SCREENS = (SigningScreen, BallotScreen, SettlingScreen, EffortsScreen, DebriefScreen)


def rooms() -> Rooms:
    by_phase: dict[Phase, type[object]] = dict.fromkeys(Phase, Elsewhere)
    for screen in SCREENS:
        by_phase.update(dict.fromkeys(screen.PHASES, screen))
    return Rooms(by_phase)


Play = Callable[..., Driver]


@pytest.fixture
def play() -> Play:
    """Open the screen that is right now, for a person among computers (or whoever holds the seats)."""

    def open_(table: Table, seat: str, *, pace: str = "at once", size: tuple[int, int] = (1280, 720)) -> Driver:
        settings = Settings(pace=pace)
        sitting = Sitting(table, Unsaved(settings), rooms(), seat=AgencyId(seat))
        return Driver(rooms().first(sitting), settings=settings, size=size)

    return open_
