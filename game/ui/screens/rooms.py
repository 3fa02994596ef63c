"""Name the screen of every phase."""

from game.ui.screens.ballot import BallotScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.routing import Rooms
from game.ui.screens.signing import SigningScreen
from game.ui.screens.table import TableScreen
from game.ui.screens.year import EffortsScreen, SettlingScreen

SCREENS = (TableScreen, SigningScreen, BallotScreen, SettlingScreen, EffortsScreen, DebriefScreen)


def rooms() -> Rooms:
    """Lead through the screens of the game."""
    return Rooms({phase: screen for screen in SCREENS for phase in screen.PHASES})
