"""The door: load a scenario, or be told everything that is wrong with it."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game import places
from game.rules.case import Case
from game.scenario import source, tree
from game.scenario.building import build_case
from game.scenario.checks import BREAKING, FLAWS, REMARKS, REMARKS_ON_TEXTS, TEXTS, WARNINGS, TreeCheck
from game.scenario.checks.remarks import find_cut_texts
from game.scenario.forms import ScenarioForm
from game.scenario.nearness import advise, quote
from game.scenario.problems import MOST_PROBLEMS, Finding, Problem, ScenarioProblems, UnknownScenario, name_problems
from game.scenario.translations import (
    Slot,
    count_untranslated,
    find_language_clashes,
    find_mistranslations,
    find_slots,
    find_untranslated,
    languages_of,
    refuse_language,
    speak,
)
from game.scenario.tree import Node
from game.scenario.wording import word_errors

__all__ = ["Problem", "ScenarioProblems", "UnknownScenario", "check", "find", "load", "read", "schema", "shipped"]

MOST_TEXTS = 2000
"""Somebody who translates wants to see every text."""


def load(path: Path, language: str | None = None) -> Case:
    """Load a scenario in one of its languages, usually its first; ScenarioProblems with all errors if there is any."""
    text = source.read_text(path)
    if isinstance(text, Finding):
        raise ScenarioProblems(path, name_problems(str(path), [text]))
    case = read(text, str(path), language)
    if isinstance(case, tuple):
        raise ScenarioProblems(path, case)
    return case


def read(text: str, name: str, language: str | None = None) -> Case | tuple[Problem, ...]:
    """Read a scenario from a text; `name` is how problems call it."""
    reading = _examine(text, language)
    if reading.case is not None:
        return reading.case
    return name_problems(name, (finding for finding in reading.findings if finding.is_error))


def check(path: Path, language: str | None = None) -> tuple[Problem, ...]:
    """List every error, then every warning; with a language, also every text that is to be translated into it."""
    text = source.read_text(path)
    if isinstance(text, Finding):
        return name_problems(str(path), [text])
    findings = _examine(text, language, is_thorough=True).findings
    return name_problems(str(path), findings, MOST_PROBLEMS if language is None else MOST_TEXTS)


def shipped() -> tuple[Path, ...]:
    """List the scenarios that come with the game."""
    folder = places.scenarios()
    return tuple(sorted(path for path in folder.glob("*") if path.suffix in source.ENDINGS)) if folder.is_dir() else ()


def find(name_or_path: str) -> Path:
    """Find a shipped scenario by its id or file name, or any file by its path; UnknownScenario says what there is."""
    path = Path(name_or_path)
    by_name = {id_: file for file in shipped() for id_ in (file.stem, _id_of(file)) if id_}
    if name_or_path in by_name:
        return by_name[name_or_path]
    with suppress(ValueError):  # a name that cannot be one
        if os.path.lexists(name_or_path):
            return path
    if path.suffix in source.ENDINGS or path.parent != Path():
        raise UnknownScenario(source.word_missing(path))
    if meant := source.with_ending(name_or_path):
        there = quote(meant, 200)
        raise UnknownScenario(f"There is no scenario {quote(name_or_path)}, but a file {there} here; write {there}.")
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


def _examine(text: str, language: str | None, *, is_thorough: bool = False) -> _Reading:
    """Read, shape, check and build; thorough adds the warnings, and takes a language that the file does not name."""
    if (refused := source.refuse_text(text)) is not None:
        return _Reading(None, [refused])
    root, findings = tree.grow(text.removeprefix("\ufeff"), "a scenario begins with `case:` and its id")
    if root is None:
        return _Reading(None, findings)
    if not root.is_mapping:
        return _Reading(
            None, [*findings, Finding(root.place, "A scenario is a mapping; begin with `case:` and its id.")]
        )
    slots, languages = find_slots(root), languages_of(root)
    if language is not None and language not in languages:
        if is_thorough:
            languages = (*languages, language)
        else:
            findings.append(refuse_language(root, language, languages))
    findings += [*find_language_clashes(root), *find_mistranslations(slots, languages)]
    findings += find_cut_texts(slots, text.removeprefix("\ufeff")) if is_thorough else ()
    if is_thorough and language is not None:
        findings += find_untranslated(slots, language, languages[0])
    elif is_thorough:
        findings += count_untranslated(root, slots, languages)
    findings += _compare_languages(root, slots, languages, TEXTS + REMARKS_ON_TEXTS if is_thorough else TEXTS)
    form, breaking = _shape(root)
    breaking += _told(BREAKING, root)
    findings += [*breaking, *_told(FLAWS, root), *(_told(REMARKS, root) if is_thorough else ())]
    case = build_case(form, languages[0]) if form is not None and not breaking else None
    if case is not None and is_thorough:
        for find_warnings in WARNINGS:
            findings += islice(find_warnings(case, root), MOST_PROBLEMS)
    if case is None or any(finding.is_error for finding in findings):
        return _Reading(None, findings)
    return _Reading(
        case if language in (None, languages[0]) else _retell(root, slots, language, languages[0]), findings
    )


def _compare_languages(
    root: Node, slots: Sequence[Slot], languages: Sequence[str], checks: Iterable[TreeCheck]
) -> Iterator[Finding]:
    """Hold the texts of every language against some checks, and leave the tree in the first one."""
    speak(slots, languages[0], languages[0])
    first = _told(checks, root)
    yield from first
    known = {(finding.place, finding.message) for finding in first}
    for language in languages[1:]:
        speak(slots, language, languages[0])
        for finding in _told(checks, root):
            if (finding.place, finding.message) not in known:
                said = finding.message[0].lower() + finding.message[1:]
                yield replace(finding, message=f"In {quote(language)}, {said}")
    speak(slots, languages[0], languages[0])


def _retell(root: Node, slots: Sequence[Slot], language: str, first: str) -> Case | None:
    """Build the case once more, in another language."""
    speak(slots, language, first)
    form, _ = _shape(root)
    return None if form is None else build_case(form, language)


def _told(checks: Iterable[TreeCheck], root: Node) -> list[Finding]:
    """Hold the tree against some checks."""
    return [finding for find in checks for finding in islice(find(root), 2 * MOST_PROBLEMS)]


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
