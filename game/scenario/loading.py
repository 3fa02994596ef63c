"""The door: load a scenario, or be told everything that is wrong with it."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game import places
from game.rules.case import Case
from game.scenario import source, tree
from game.scenario.building import build_case
from game.scenario.checks import ERRORS, WARNINGS
from game.scenario.forms import ScenarioForm
from game.scenario.nearness import advise, quote
from game.scenario.problems import MOST_PROBLEMS, Finding, Problem, ScenarioProblems, UnknownScenario, name_problems
from game.scenario.tree import Node
from game.scenario.wording import word_errors

__all__ = ["Problem", "ScenarioProblems", "UnknownScenario", "check", "find", "load", "read", "schema", "shipped"]

_SUFFIXES = (".yaml", ".yml")


def load(path: Path) -> Case:
    """Load a scenario; ScenarioProblems with all of them if there is any error."""
    text = source.read_text(path)
    if isinstance(text, Finding):
        raise ScenarioProblems(path, name_problems(str(path), [text]))
    case = read(text, str(path))
    if isinstance(case, tuple):
        raise ScenarioProblems(path, case)
    return case


def read(text: str, name: str) -> Case | tuple[Problem, ...]:
    """Read a scenario from a text; `name` is how problems call it."""
    reading = _examine(text)
    if reading.case is not None:
        return reading.case
    return name_problems(name, (finding for finding in reading.findings if finding.is_error))


def check(path: Path) -> tuple[Problem, ...]:
    """List every error, or, where there is none, every warning."""
    text = source.read_text(path)
    findings = [text] if isinstance(text, Finding) else _examine(text, is_thorough=True).findings
    return name_problems(str(path), findings)


def shipped() -> tuple[Path, ...]:
    """List the scenarios that come with the game."""
    folder = places.scenarios()
    return tuple(sorted(path for path in folder.glob("*") if path.suffix in _SUFFIXES)) if folder.is_dir() else ()


def find(name_or_path: str) -> Path:
    """Find a shipped scenario by its id or file name, or any file by its path; UnknownScenario says what there is."""
    path = Path(name_or_path)
    by_name = {id_: file for file in shipped() for id_ in (file.stem, _id_of(file)) if id_}
    if name_or_path in by_name:
        return by_name[name_or_path]
    with suppress(ValueError):  # a name that cannot be one
        if os.path.lexists(name_or_path):
            return path
    if path.suffix in _SUFFIXES or path.parent != Path():
        raise UnknownScenario(f"There is no scenario file {quote(name_or_path, 200)}; check the path.")
    advice = advise(name_or_path, sorted({file.stem for file in by_name.values()}), "the scenarios are")
    raise UnknownScenario(f"There is no scenario {quote(name_or_path)}; {advice}")


def schema() -> dict[str, Any]:
    """Describe the shape of a scenario as JSON Schema, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ScenarioForm.model_json_schema()}


@dataclass(frozen=True, slots=True)
class _Reading:
    """What came out of a text: a case if nothing is in error, and what was found."""

    case: Case | None
    findings: list[Finding]


def _examine(text: str, *, is_thorough: bool = False) -> _Reading:
    """Read, shape, check and build; thorough adds the warnings."""
    if (refused := source.refuse_text(text)) is not None:
        return _Reading(None, [refused])
    root, findings = tree.grow(text.removeprefix("\ufeff"), "a scenario begins with `case:` and its id")
    if root is None:
        return _Reading(None, findings)
    if not root.is_mapping:
        return _Reading(
            None, [*findings, Finding(root.place, "A scenario is a mapping; begin with `case:` and its id.")]
        )
    form, misshapen = _shape(root)
    findings += misshapen
    for find_errors in ERRORS:
        findings += islice(find_errors(root), 2 * MOST_PROBLEMS)
    if form is None or any(finding.is_error for finding in findings):
        return _Reading(None, findings)
    case = build_case(form)
    if is_thorough:
        for find_warnings in WARNINGS:
            findings += find_warnings(case, root)
    return _Reading(case, findings)


def _shape(root: Node) -> tuple[ScenarioForm | None, list[Finding]]:
    """Hold the tree against the form."""
    try:
        return ScenarioForm.model_validate(root.value), []
    except ValidationError as errors:
        return None, word_errors(errors, ScenarioForm, root, "The file")


def _id_of(file: Path) -> str | None:
    """Read the id of a case without reading the case."""
    text = source.read_text(file)
    found = None if isinstance(text, Finding) else re.search(r"^case:\s*([\w-]+)", text, re.MULTILINE)
    return found[1] if found else None
