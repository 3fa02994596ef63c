"""Every finding and recommendation of the brief can be played: the table says where, and every place is real."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from game import places
from game.scenario import loading
from game.scenario.script import load_script
from game.session.performing import perform

TABLE = places.scenarios() / "FINDINGS.md"
SCRIPTS = Path(__file__).parent / "scripts"
ROW = re.compile(r"^\| (?P<finding>[A-Z][a-z]+: .+?) \| (?P<rules>.+?) \| (?P<places>.*?) \|$", re.MULTILINE)
PLACE = re.compile(r"`(?P<case>[a-z0-9-]+)(?:/(?P<script>[a-z-]+))?: (?P<what>[\w.]+)`")
ROWS = {row["finding"]: row["places"] for row in ROW.finditer(TABLE.read_text(encoding="utf-8"))}


@cache
def words_of(case: str) -> Any:
    return yaml.safe_load(loading.find(case).read_text(encoding="utf-8"))


@cache
def moves_of(case: str, script: str) -> frozenset[str]:
    """Name what happens in a script: the kinds of its commands, what was found about its texts, what it comes to."""
    loaded = loading.load(loading.find(case))
    written = load_script(SCRIPTS / case / f"{script}.yaml", loaded)
    opened = perform(loaded, written.commands, seed=1).opened()
    assert opened is not None
    sealed = opened.state.sealed
    assert sealed.outcome is not None
    findings = {one.test for judgement in sealed.judgements.values() for one in judgement.verdict.findings}
    return frozenset({command.kind for command in written.commands} | findings | {sealed.outcome.verdict.value})


def is_there(case: str, path: str) -> bool:
    node = words_of(case)
    for key in path.split("."):
        if not isinstance(node, dict) or key not in node:
            return False
        node = node[key]
    return True


def test_the_table_has_every_row_of_the_rules() -> None:
    assert Counter(finding.partition(":")[0] for finding in ROWS) == {
        "Barrier": 5,
        "Support": 11,
        "Recommended": 17,
        "Cases": 2,
    }


@pytest.mark.parametrize("finding", ROWS)
def test_a_finding_is_exercised_by_a_case(finding: str) -> None:
    cited = [place.groups() for place in PLACE.finditer(ROWS[finding])]
    assert cited, f"no case exercises “{finding}”"
    assert ROWS[finding].count("`") == 2 * len(cited), "a place is written otherwise"
    for case, script, what in cited:
        place = f"{case}/{script}: {what}" if script else f"{case}: {what}"
        assert what in moves_of(case, script) if script else is_there(case, what), place


def test_every_case_exercises_something() -> None:
    cited = {place["case"] for places_ in ROWS.values() for place in PLACE.finditer(places_)}
    assert cited == {path.stem for path in loading.shipped()}
