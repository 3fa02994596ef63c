"""Talk about the game in four steps: what happened, why, what would have turned it, what to carry over."""

from game.ui.screens.debrief.screen import DebriefScreen

__all__ = ["DebriefScreen"]
