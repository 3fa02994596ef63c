"""The deal that was never tabled: where the table went in the space of all deals, and what else there was to agree."""

from game.analysis.space.untabled.answer import Untabled, untabled
from game.analysis.space.untabled.choices import Choice, Side, Space
from game.analysis.space.untabled.cloud import Cell, Cloud, Spot
from game.analysis.space.untabled.ground import Ground, Placed
from game.analysis.space.untabled.steps import Standing, Step, Stood

__all__ = [
    "Cell",
    "Choice",
    "Cloud",
    "Ground",
    "Placed",
    "Side",
    "Space",
    "Spot",
    "Standing",
    "Step",
    "Stood",
    "Untabled",
    "untabled",
]
