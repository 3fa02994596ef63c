"""The JSON Schema that editors complete from: the same everywhere, and content with every good scenario."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game import places
from game.scenario import loading, tree
from game.scenario.template import SCHEMA, draft, schema_text
from game.scenario.tree import Plain

if TYPE_CHECKING:
    from conftest import Draft

WORDS = """
    type enum anyOf $ref properties patternProperties propertyNames additionalProperties required items minimum maximum
    minLength maxLength minProperties maxProperties pattern title description default $defs $schema
"""
KNOWN = frozenset(WORDS.split())


def plain(value: Any) -> Any:
    """Read a value as an editor does, by YAML 1.2."""
    match value:
        case dict():
            return {str(key): plain(held) for key, held in value.items()}
        case list():
            return [plain(held) for held in value]
        case Plain() if value in ("true", "false"):
            return value == "true"
        case Plain() if re.fullmatch(r"[-+]?[0-9]+", value):
            return int(value)
        case Plain() if re.fullmatch(r"[-+]?[0-9]*\.[0-9]+", value):
            return float(value)
    return None if value is None else str(value)


def kind_of(value: Any) -> str:
    kinds = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer", float: "number"}
    return kinds.get(type(value), "null")


class Editor:
    """As much of JSON Schema as the schema uses."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._schema = schema

    def complaints(self, text: str) -> list[str]:
        root, findings = tree.grow(text, "")
        assert root is not None
        assert not findings
        return list(self._hold(plain(root.value), self._schema, "it"))

    def _hold(self, value: Any, schema: Mapping[str, Any], where: str) -> Iterator[str]:
        assert set(schema) <= KNOWN
        if "$ref" in schema:
            yield from self._hold(value, self._schema["$defs"][schema["$ref"].removeprefix("#/$defs/")], where)
        if "anyOf" in schema and all([*self._hold(value, one, where)] for one in schema["anyOf"]):
            yield f"{where} fits nothing"
        if "enum" in schema and value not in schema["enum"]:
            yield f"{where} is none of the words"
        kinds = schema.get("type", [])
        if kinds and not {kind_of(value), {"integer": "number"}.get(kind_of(value))} & {
            *([kinds] if isinstance(kinds, str) else kinds)
        }:
            yield f"{where} is {kind_of(value)}"
        elif isinstance(value, dict):
            yield from self._hold_mapping(value, schema, where)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._hold(item, schema.get("items", {}), f"{where}[{index}]")
        elif isinstance(value, str):
            if not schema.get("minLength", 0) <= len(value.strip()) <= schema.get("maxLength", 10**6):
                yield f"{where} has a wrong length"
            if "pattern" in schema and not re.search(schema["pattern"], value):
                yield f"{where} has a wrong form"
        elif isinstance(value, int | float) and not schema.get("minimum", -999) <= value <= schema.get("maximum", 999):
            yield f"{where} is out of bounds"

    def _hold_mapping(self, value: Mapping[str, Any], schema: Mapping[str, Any], where: str) -> Iterator[str]:
        if not schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", 10**6):
            yield f"{where} has a wrong number of keys"
        yield from (f"{where} lacks {key}" for key in schema.get("required", ()) if key not in value)
        for key, held in value.items():
            yield from self._hold(key, schema.get("propertyNames", {}), f"the key {key} of {where}")
            by_pattern = [one for sign, one in schema.get("patternProperties", {}).items() if re.search(sign, key)]
            inner = schema.get("properties", {}).get(key, by_pattern[0] if by_pattern else None)
            rest = schema.get("additionalProperties", True)
            if inner is not None or isinstance(rest, dict):
                yield from self._hold(held, inner if inner is not None else rest, f"{where}.{key}")
            elif rest is False:
                yield f"{where} has an unknown {key}"


@pytest.fixture(scope="module")
def editor() -> Editor:
    return Editor(json.loads(schema_text()))


def test_the_schema_beside_the_shipped_scenarios_is_the_one_of_this_version() -> None:
    written = places.scenarios() / SCHEMA
    how = "write it again: `false-coherence schema > scenarios/scenario.schema.json`"
    assert written.read_text(encoding="utf-8") == schema_text(), how


@pytest.mark.parametrize("path", loading.shipped(), ids=lambda path: path.stem)
def test_shipped_scenarios_name_the_schema_and_fit_it(editor: Editor, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA}\n")
    assert editor.complaints(text) == []


def test_a_draft_and_a_translated_one_fit_the_schema(editor: Editor) -> None:
    text = draft("lake-road")
    assert editor.complaints(text) == []
    spoken = text.replace("language: en\n", "languages: [en, fr]\n").replace(
        "title: Lake road", "title: {en: Lake road, fr: Route du lac}"
    )
    assert editor.complaints(spoken) == []


def test_everything_that_can_be_written_fits_the_schema(editor: Editor, harbour: "Draft") -> None:
    when = "{any: [{carries: relief}, {carries: {agency: force, issue: road}}, {all: [{not: {chairs: force}}]}]}"
    written = harbour.with_(
        ("when: {agreed: {school: villages}}", f"when: {when}"),
        ("purpose: information", "purpose: null"),
        ("neutral: yes", "neutral: true"),
    )
    assert written.case()
    assert editor.complaints(written.text) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("power: 4", "power: 9", "it.agencies.force.power is out of bounds"),
        ("power: 4", "powr: 4", "it.agencies.force lacks power"),
        ("community: military", "community: army", "it.agencies.force.community is none of the words"),
        ("title: The harbour", "title: {}", "it.title has a wrong number of keys"),
        ("case: harbour\n", "case: harbour\nlanguages: [English]\n", "it.languages[0] has a wrong form"),
        ("short: Relief", "short: Relief and Recovery", "it.agencies.relief.short fits nothing"),
    ],
)
def test_what_is_wrong_shows_in_an_editor_too(
    editor: Editor, harbour: "Draft", old: str, new: str, complaint: str
) -> None:
    assert complaint in editor.complaints(harbour.with_((old, new)).text)
