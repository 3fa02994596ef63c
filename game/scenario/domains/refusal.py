"""Refuse a foreign file: one sentence, with the file and the place."""

from pathlib import Path

from game.scenario.problems import START, Finding, Place, ScenarioProblems, name_problems


def refused(path: Path, sentence: str, place: Place = START) -> ScenarioProblems:
    """Make the refusal of a file, for raising."""
    return ScenarioProblems(path, name_problems(str(path), [Finding(place, sentence)]))
