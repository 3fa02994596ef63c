"""All that running a game again shows, worked out once: what turned it, what bent it, which moments moved it."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.debrief import Chronicle
from game.rules.ids import TextId
from game.whatif.scan import Scan, scan
from game.whatif.shares import Shares, shares_of
from game.whatif.turning_points import TurningPoint, turning_points


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a finished game shows when it is run again. `shares` has every accord in force, the heaviest first."""

    scan: Scan
    shares: Mapping[TextId, tuple[Shares, ...]]
    points: tuple[TurningPoint, ...]


def reckon(story: Chronicle) -> Reckoning:
    """Work it out. It takes seconds: whoever shows it keeps it, and lets no screen wait."""
    found = scan(story)
    shares = {lived.accord: shares_of(story, lived.accord) for lived in story.lived}
    return Reckoning(found, shares, turning_points(story, found))
