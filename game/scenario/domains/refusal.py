"""Refuse a foreign file: one sentence, with the file and the place."""

from pathlib import Path

from game.scenario.domains.naming import tidy
from game.scenario.problems import START, Finding, Place, ScenarioProblems, name_problems

_LONGEST = 1_000
"""Characters; names in foreign files may be longer than anybody reads."""


def refused(path: Path, sentence: str, place: Place = START) -> ScenarioProblems:
    """Make the refusal of a file, for raising."""
    return ScenarioProblems(path, name_problems(str(path), [Finding(place, tidy(sentence, _LONGEST))]))
