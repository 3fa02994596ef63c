"""What reading a foreign file rests on: refusals of one sentence with the place, and numbers within reason."""

import math
from pathlib import Path

from game.scenario.domains.naming import tidy
from game.scenario.nearness import quote
from game.scenario.problems import START, Finding, Place, ScenarioProblems, name_problems

LARGEST = 1e12
"""Beyond this, sums of floating-point numbers lose the small ones."""
_LONGEST = 1_000
"""Characters; names in foreign files may be longer than anybody reads."""


def refused(path: Path, sentence: str, place: Place = START) -> ScenarioProblems:
    """Make the refusal of a file, for raising."""
    return ScenarioProblems(path, name_problems(str(path), [Finding(place, tidy(sentence, _LONGEST))]))


def read_number(path: Path, what: str, text: object, place: Place = START, *, least: float = -LARGEST) -> float:
    """Read a finite number of at least `least`; `what` is how the sentence calls it."""
    try:
        number = float(text) if isinstance(text, str | int | float) and not isinstance(text, bool) else math.nan
    except (ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number) or abs(number) > LARGEST:
        raise refused(path, f"{what} is {quote(str(text))}; write a finite number.", place)
    if number < least:
        raise refused(path, f"{what} is {quote(str(text))}; it must not be below {least:g}.", place)
    return number
