"""The screens of the year after: settling pledges and threats, setting effort, watching the quarters fill up."""

from game.ui.screens.year.efforts import EffortsScreen
from game.ui.screens.year.settling import SettlingScreen

__all__ = ["EffortsScreen", "SettlingScreen"]
