"""What sheets say of one, of many and of nothing, and that a number stands for what the words beside it say."""

from collections.abc import Mapping
from dataclasses import replace

from game.analysis.space.study import study
from game.handouts.blocks import Grid, Sheet, texts_in
from game.handouts.choice import for_instructor, for_trainees
from game.record.sentences.narrator import points
from game.rules.case import Case
from game.scenario import loading

TUTORIAL = loading.load(loading.find("tutorial"))


def sheets_of(case: Case) -> Mapping[str, Sheet]:
    return {sheet.file: sheet for sheet in (*for_trainees(case), *for_instructor(case))}


def told(case: Case, file: str) -> str:
    return " ".join(texts_in(sheets_of(case)[file]))


def test_the_worth_of_a_deal_stands_beside_walking_away_at_the_truth() -> None:
    shifted = with_shifted_status_quo(TUTORIAL)
    found = study(shifted)
    assert any(reach.walk_away != shifted.agency(reach.agency).walk_away for reach in found.agencies)
    section = next(one for one in sheets_of(shifted)["answer-sheet"].sections if one.title.startswith("Deals that all"))
    grid = next(block for block in section.blocks if isinstance(block, Grid))
    for reach, row in zip(found.agencies, grid.rows[len(shifted.issues) :], strict=True):
        assert row[1].text.endswith(f", instead of {points(reach.walk_away)}")


def with_shifted_status_quo(case: Case) -> Case:
    """Let a true fact move what the status quo is worth to somebody."""
    issue, agency = case.issues[0], case.agency_ids[0]
    fact = replace(case.facts[0], is_true=True, shifts={issue.id: {issue.status_quo: {agency: 3}}})
    return replace(case, facts=(fact, *case.facts[1:]))


def test_one_tempting_text_is_told_as_one() -> None:
    assert study(TUTORIAL).tempting == 1
    answers = told(TUTORIAL, "answer-sheet")
    assert "1 text would be very good for the strongest, and those who have to carry it would sign" in answers
    assert "1 texts" not in answers


def test_one_point_is_told_as_one() -> None:
    agency = TUTORIAL.agencies[0]
    one = replace(agency, walk_away=1, hidden=(replace(agency.hidden[0], points=1),))
    case = replace(TUTORIAL, agencies=(one, *TUTORIAL.agencies[1:]))
    sheet = told(case, f"role-{agency.id}")
    assert "1 point is yours if all else stays as it is." in sheet
    assert "+1 point " in sheet


def test_one_meeting_is_told_as_one() -> None:
    assert "There is one meeting. Before it you have time" in told(replace(TUTORIAL, rounds=1), "voting-card")
    assert "There are three meetings. Before each you have time" in told(TUTORIAL, "voting-card")


def test_a_case_without_facts_and_levers_is_told_as_one() -> None:
    agencies = tuple(replace(agency, leverage=(), hidden=(), red_lines=()) for agency in TUTORIAL.agencies)
    bare = replace(TUTORIAL, agencies=agencies, facts=(), occurrences=())
    answers = told(bare, "answer-sheet")
    assert "Nobody here can lean on anybody." in answers
    assert "Facts, with the truth" not in answers
    assert "There is none: nobody here could push a text through" in answers
    assert "Nothing by name." in told(bare, f"role-{agencies[0].id}")
