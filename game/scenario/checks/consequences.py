"""What events and agreed options can bring about."""

from collections.abc import Iterator

from game.rules.case import Case
from game.rules.effects import Effect


def effects_of(case: Case) -> Iterator[Effect]:
    """Go through every effect that a game of the case may see."""
    for occurrence in case.occurrences:
        yield from occurrence.effects
    for issue in case.issues:
        for option in issue.options:
            yield from option.effects
