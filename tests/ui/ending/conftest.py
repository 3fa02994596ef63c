"""Screens of the ending in the real loop, led from one to the next as in the game."""

from collections.abc import Callable

import pytest

from game.rules.ids import AgencyId
from game.session import Table
from game.ui import Settings
from game.ui.driver import Driver, Unsaved
from game.ui.screens.rooms import rooms
from game.ui.sitting import Sitting

Play = Callable[..., Driver]


@pytest.fixture
def play() -> Play:
    """Open the screen that is right now, for a person among computers (or whoever holds the seats)."""

    def open_(table: Table, seat: str, *, pace: str = "at once", size: tuple[int, int] = (1280, 720)) -> Driver:
        settings = Settings(pace=pace)
        sitting = Sitting(table, Unsaved(settings), rooms(), seat=AgencyId(seat))
        return Driver(rooms().first(sitting), settings=settings, size=size)

    return open_
