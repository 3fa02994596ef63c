"""A finished game, run again with something left out or done otherwise, and what that shows (R11.1)."""

from game.whatif.causes import Cause
from game.whatif.ending import Ending, decisive_text
from game.whatif.reckoning import Reckoning, reckon
from game.whatif.rerun import Dropped
from game.whatif.retelling import ImpossibleChange, Retold, retell
from game.whatif.scan import Change, Scan, Trial, scan
from game.whatif.shares import Share, Shares, shares_of
from game.whatif.turning_points import Theme, TurningPoint, by_theme, turning_points
from game.whatif.words import TurnWords, scan_words, share_words, shares_words, trial_words

__all__ = [
    "Cause",
    "Change",
    "Dropped",
    "Ending",
    "ImpossibleChange",
    "Reckoning",
    "Retold",
    "Scan",
    "Share",
    "Shares",
    "Theme",
    "Trial",
    "TurnWords",
    "TurningPoint",
    "by_theme",
    "decisive_text",
    "reckon",
    "retell",
    "scan",
    "scan_words",
    "share_words",
    "shares_of",
    "shares_words",
    "trial_words",
    "turning_points",
]
