"""What a form cannot see: does the case hang together, and can it be played?"""

from collections.abc import Callable, Iterator

from game.rules.case import Case
from game.scenario.problems import Finding
from game.scenario.tree import Node

ERRORS: tuple[Callable[[Node], Iterator[Finding]], ...] = ()
WARNINGS: tuple[Callable[[Case, Node], Iterator[Finding]], ...] = ()
