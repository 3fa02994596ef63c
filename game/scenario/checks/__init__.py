"""What a form cannot see: does the case hang together, and can it be played?"""

from collections.abc import Callable, Iterator

from game.rules.case import Case
from game.scenario.checks import (
    dealings,
    dominance,
    learning,
    lengths,
    mandates,
    means,
    points,
    red_lines,
    references,
    sizes,
    teaching,
    zone,
)
from game.scenario.problems import Finding
from game.scenario.tree import Node

TreeCheck = Callable[[Node], Iterator[Finding]]
"""It reads the tree, so it works on what there is even where the shape is wrong elsewhere."""
CaseCheck = Callable[[Case, Node], Iterator[Finding]]

BREAKING: tuple[TreeCheck, ...] = (*sizes.CHECKS, *references.BREAKING, *points.BREAKING, *red_lines.BREAKING)
"""Errors after which no case can be built."""

FLAWS: tuple[TreeCheck, ...] = (*references.FLAWS, *points.FLAWS, *dealings.CHECKS, *red_lines.FLAWS)
"""Errors in a case that could be built, so its warnings can be told beside them."""

REMARKS: tuple[TreeCheck, ...] = teaching.CHECKS
"""Warnings that need no case."""

TEXTS: tuple[TreeCheck, ...] = lengths.ERRORS
REMARKS_ON_TEXTS: tuple[TreeCheck, ...] = (*lengths.WARNINGS, *teaching.ON_TEXTS)
"""Errors and warnings that can differ from one language to the next."""

WARNINGS: tuple[CaseCheck, ...] = (
    *red_lines.WARNINGS,
    *mandates.CHECKS,
    *learning.CHECKS,
    *means.CHECKS,
    *dominance.CHECKS,
    *zone.CHECKS,
)
"""These need the whole case: it can be played, but something in it cannot matter."""
