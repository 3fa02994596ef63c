"""Domains that others made: those that the installed NegMAS ships, and those in the folder FOREIGN_DOMAINS names.

NegMAS 0.16 ships none in its wheel; the source archive of its version 0.1.2 has those of the yearly competition up to
2016. Unpack it and set FOREIGN_DOMAINS to the folder to read them all.
"""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.rules.case import Case
from game.scenario import loading
from game.scenario.domains import draft_scenario, read_negotiation
from game.scenario.problems import ScenarioProblems
from game.session.simulation import manners_for, simulate_game

REFUSALS = ("are not additive", "a table seats 8", "a scenario at most 12", "it takes 2 to 8", "All weights are 0")
"""What a scenario cannot be made of; everything else must come in."""


def places() -> Iterator[Path]:
    found = importlib.util.find_spec("negmas")
    if found is not None:
        yield from (Path(place) for place in found.submodule_search_locations or ())
    if named := os.environ.get("FOREIGN_DOMAINS"):
        yield Path(named)


def holds_domain(folder: Path) -> bool:
    return any("<negotiation_template" in path.read_text("utf-8", "replace")[:2000] for path in folder.glob("*.xml"))


FOLDERS = sorted({path.parent for place in places() for path in place.rglob("*.xml") if holds_domain(path.parent)})


@pytest.mark.skipif(not FOLDERS, reason="the installed NegMAS ships no domains, and FOREIGN_DOMAINS names none")
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_a_domain_that_others_made_can_be_checked_and_played(folder: Path) -> None:
    try:
        draft = draft_scenario(read_negotiation([folder], 6))
    except ScenarioProblems as refusal:
        if any(why in str(refusal) for why in REFUSALS):
            pytest.skip(str(refusal.problems[0].message))
        raise
    case = loading.read(draft.text, folder.name)
    assert isinstance(case, Case), [str(problem) for problem in case]
    for agency in case.agencies:
        assert sum(max(agency.points[issue.id].values()) for issue in case.issues) == 100
    assert simulate_game(case, 1, manners_for(case, "mixed", 1)).room
