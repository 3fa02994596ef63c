"""What is told of a study: right with one, with many and with nothing, and no more than the numbers hold."""

import re
from dataclasses import replace

import pytest
from benchmarks.additive import additive_case

from game.analysis.space.deals import Bending, Lanes, Temptation
from game.analysis.space.page import study_page
from game.analysis.space.study import Study, study
from game.analysis.space.words import remarks, say_alone, say_bent
from game.rules.case import Case

CASE = additive_case(3, agencies=4, issues=4, options=3, alike=0.4)
ONE, TWO, THREE, FOUR = CASE.agency_ids


@pytest.fixture(scope="module")
def found() -> Study:
    return study(CASE)


def all_hopeless(case: Case) -> Case:
    return replace(case, agencies=tuple(replace(one, walk_away=100) for one in case.agencies))


@pytest.mark.parametrize(
    ("zone", "best", "sentence"),
    [
        (0, 0, "Every package crosses a red line or is worse for somebody than walking away; lift a line, lower a"),
        (1, 1, "1 of 81 packages crosses no red line and leaves nobody worse off than walking away; it cannot be"),
        (9, 1, "9 of 81 packages cross no red line and leave nobody worse off than walking away; 1 of them cannot be"),
    ],
)
def test_the_zone(found: Study, zone: int, best: int, sentence: str) -> None:
    told = next(remarks(CASE, replace(found, zone=zone, frontier_in_zone=best)))
    assert told.startswith(sentence)


def test_deals_of_a_kind_are_counted(found: Study) -> None:
    told = [*remarks(CASE, replace(found, sincere=1))]
    assert told[1] == "1 deal is well worth it to everybody, now and when all is known."
    assert "1,200 deals are well worth it" in [*remarks(CASE, replace(found, sincere=1200))][1]


def test_who_bends_whom() -> None:
    bent = (Bending(ONE, 10.0, {TWO: 12.0}), Bending(THREE, 2.25, {TWO: 4.0, FOUR: 8.0}))
    assert [*say_bent(CASE, Temptation({}, TWO, 0.8, bent))] == [
        "agency_0 would lose 10 by it, and more by defying agency_1 (12).",
        "agency_2 would lose 2.2 by it, and more by defying agency_1 (4) and agency_3 (8) together.",
    ]


def test_all_who_are_strongest_and_tempted_are_named(found: Study) -> None:
    two = tuple(Temptation({}, power, 0.8, ()) for power in (TWO, FOUR, TWO))
    told = [*remarks(CASE, replace(found, tempting=3, temptations=two))]
    assert told[2].startswith("agency_1 and agency_3 could push through 3 deals that would not hold")


def test_nothing_to_do_side_by_side_is_said(found: Study) -> None:
    idle = replace(found, lanes=Lanes({}, 0.0, dict.fromkeys(CASE.agency_ids, 0.0)))
    assert [*remarks(CASE, idle)][3] == (
        "Side by side, without a text, there is nothing that all who have to carry it would gladly do."
    )
    assert "Without any text, there is nothing" in study_page(CASE, idle)


def test_coalitions_with_deals_are_counted(found: Study) -> None:
    none = [replace(one, deals=0) for one in found.coalitions]
    one = (replace(none[0], deals=3), *none[1:])
    assert say_alone(replace(found, coalitions=one)).startswith("1 of 10 coalitions has a deal of its own")
    assert say_alone(replace(found, coalitions=tuple(none))).startswith("0 of 10 coalitions have a deal of their own")


def test_the_same_issue_is_not_said_to_divide_most_and_least(found: Study) -> None:
    alike = tuple(replace(one, contested=0.25) for one in found.issues)
    assert "divides" in " ".join(remarks(CASE, found))
    assert "divides" not in " ".join(remarks(CASE, replace(found, issues=alike)))


def test_a_page_without_points_says_nothing_of_them() -> None:
    case = all_hopeless(CASE)
    page = study_page(case, study(case))
    assert "Upright line: walking away.</p>" in page
    assert "points above" not in page
    assert "issue by issue" not in page


def test_the_picture_holds_every_worth(found: Study) -> None:
    """Below 0 and far beyond 100 as well: a bar is as long as its numbers say."""
    reach = replace(found.agencies[0], worst=-50.0, best=750.0, walk_away=350.0)
    page = study_page(CASE, replace(found, agencies=(reach, *found.agencies[1:])))
    (left, width), *_ = re.findall(r'class="range" x="([\d.]+)".*? width="([\d.]+)"', page)
    (walk, _), *_ = re.findall(r'class="walk" x1="([\d.]+)" x2="([\d.]+)"', page)
    assert float(walk) - float(left) == pytest.approx(float(width) / 2, abs=0.2)
    lines = [float(x) for x in re.findall(r'class="scale" x1="([\d.]+)"', page)]
    assert 5 <= len(lines) <= 12
    assert 0 <= float(left) < float(left) + float(width) <= 640
