"""One running game without a window, a network or a clock: solo, hot-seat and classroom all go through one `Table`."""

from game.session.deliveries import Deliveries, Opened
from game.session.history import Undoable
from game.session.opening import open_table
from game.session.pace import Pace, Timer
from game.session.performing import ScriptError, perform
from game.session.recorder import Recorder
from game.session.resuming import Difference, Rebuilt, look_back, rebuild, resume
from game.session.roster import dealt, written
from game.session.simulation import StuckError, manners_for, simulate_game, simulate_opened
from game.session.standins import Opponent
from game.session.table import Table

__all__ = [
    "Deliveries",
    "Difference",
    "Opened",
    "Opponent",
    "Pace",
    "Rebuilt",
    "Recorder",
    "ScriptError",
    "StuckError",
    "Table",
    "Timer",
    "Undoable",
    "dealt",
    "look_back",
    "manners_for",
    "open_table",
    "perform",
    "rebuild",
    "resume",
    "simulate_game",
    "simulate_opened",
    "written",
]
