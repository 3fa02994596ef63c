"""A JSON file as mappings: bounded, every key once, only numbers; and the notes an export puts beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.scenario.domains.reading import refused
from game.scenario.nearness import quote
from game.scenario.problems import Place

NOTES_KEY = "false_coherence"


class _Repeat(ValueError):  # noqa: N818 - it ends the reading, and is caught in this file
    """A key stands twice in one mapping."""


@dataclass(frozen=True, slots=True)
class IssueNote:
    """What GeniusWeb cannot say of an issue: its id, its status quo, the ids of its options by their names."""

    key: str = ""
    status_quo: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notes:
    """What an export of this game wrote beside a GeniusWeb domain: ids by the names used there."""

    case: str = ""
    title: str = ""
    issues: Mapping[str, IssueNote] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)
    agency_names: Mapping[str, str] = field(default_factory=dict)


def grow_mapping(path: Path, raw: bytes) -> Mapping[str, Any]:
    """Read JSON whose outermost value is a mapping; ScenarioProblems if it cannot be read."""
    try:
        tree = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise refused(path, "The file is not UTF-8; save it as UTF-8.") from None
    except json.JSONDecodeError as trouble:
        sentence = f"This is not JSON ({trouble.msg}); check the line and the one above."
        raise refused(path, sentence, Place(trouble.lineno, trouble.colno)) from None
    except _Repeat as trouble:
        raise refused(path, f"The key {quote(str(trouble))} stands twice in one mapping; keep one.") from None
    except RecursionError:
        raise refused(path, "The file is nested too deeply; a domain has five levels.") from None
    except ValueError as trouble:
        raise refused(path, f"A number cannot be read ({quote(str(trouble))}); write finite numbers.") from None
    if not isinstance(tree, dict):
        raise refused(path, "The file holds no mapping; a domain begins with `{` and has `issuesValues`.")
    return tree


def read_notes(tree: Mapping[str, Any]) -> Notes:
    """Read notes; whatever in them is not as an export writes it is passed over."""
    told = _mapping(tree.get(NOTES_KEY))
    issues = {
        name: IssueNote(_text(one.get("key")), _text(one.get("status_quo")), _texts(one.get("options")))
        for name, one in _mapping(told.get("issues")).items()
        if isinstance(one, Mapping)
    }
    agencies, names = _texts(told.get("agencies")), _texts(told.get("agency_names"))
    return Notes(_text(told.get("case")), _text(told.get("title")), issues, agencies, names)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Repeat(key)
        found[key] = value
    return found


def _refuse_constant(word: str) -> float:
    raise ValueError(word)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> dict[str, str]:
    return {key: one for key, one in _mapping(value).items() if isinstance(one, str)}
