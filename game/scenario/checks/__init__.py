"""What a form cannot see: does the case hang together, and can it be played?"""

from collections.abc import Callable, Iterator

from game.rules.case import Case
from game.scenario.checks import dealings, playability, points, red_lines, references, sizes
from game.scenario.problems import Finding
from game.scenario.tree import Node

ERRORS: tuple[Callable[[Node], Iterator[Finding]], ...] = (
    *sizes.CHECKS,
    *references.CHECKS,
    *points.CHECKS,
    *dealings.CHECKS,
    *red_lines.CHECKS,
)
"""These read the tree, so they work on what there is even where the shape is wrong elsewhere."""

WARNINGS: tuple[Callable[[Case, Node], Iterator[Finding]], ...] = playability.CHECKS
"""These need the whole case, so they come once nothing is in error."""
