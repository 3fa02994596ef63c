"""The paper twin: what a table on paper did, noted on a form, becomes the commands of a game."""

from game.scenario.paper.reading import Paper, load_paper
from game.scenario.paper.year import complete

__all__ = ["Paper", "complete", "load_paper"]
