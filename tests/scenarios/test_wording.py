"""The shipped cases as people read them, and points that any case should have."""

from pathlib import Path

import pytest

from game.rules.case import Agency, Case, Fact
from game.scenario import loading

SHEET = 250
"""Words on a role sheet."""
NAMES = {"agency": 34, "short": 18, "issue": 30, "option": 27, "fact": 30, "lever": 60}
"""Characters that fit on screen."""
TIPS = {
    "briefing",
    "corridor",
    "floor",
    "stances",
    "signing",
    "ballot",
    "efforts",
    "worth",
    "pressure",
    "lane",
}


def sheet(agency: Agency) -> str:
    secrets = [one.text for one in (*agency.hidden, *agency.red_lines)]
    return " ".join([agency.mandate, agency.brief, *secrets])


def test_everything_that_ships_loads_without_a_problem_or_a_warning() -> None:
    shipped: tuple[Path, ...] = loading.shipped()
    assert {path.stem for path in shipped} >= {"tutorial", "afghanistan-district-2006"}
    for path in shipped:
        assert loading.check(path) == ()


def test_role_sheets_can_be_read_in_two_minutes(case: Case) -> None:
    for agency in case.agencies:
        assert 60 <= len(sheet(agency).split()) <= SHEET, agency.id


def test_names_fit(case: Case) -> None:
    for agency in case.agencies:
        assert len(agency.name) <= NAMES["agency"]
        assert len(agency.short) <= NAMES["short"]
        assert all(len(lever.text) <= NAMES["lever"] for lever in agency.leverage)
    for issue in case.issues:
        assert len(issue.name) <= NAMES["issue"]
        assert all(len(option.name) <= NAMES["option"] for option in issue.options)
    assert all(len(fact.name) <= NAMES["fact"] for fact in case.facts)


def test_names_are_told_apart(case: Case) -> None:
    for names in (
        [agency.name for agency in case.agencies],
        [agency.short for agency in case.agencies],
        [issue.name for issue in case.issues],
        [fact.name for fact in case.facts],
        *([option.name for option in issue.options] for issue in case.issues),
    ):
        assert len(set(names)) == len(names)


def test_facts_read_like_reports(case: Case) -> None:
    def reports(fact: Fact) -> tuple[str, str]:
        return fact.if_true, fact.if_false

    for fact in case.facts:
        assert fact.question.endswith("?")
        for report in reports(fact):
            assert report.endswith(".")
            assert 5 <= len(report.split()) <= 40


def test_every_fact_changes_something_for_somebody_who_does_not_know_it(case: Case) -> None:
    for fact in case.facts:
        touched = {seat for options in fact.shifts.values() for by_seat in options.values() for seat in by_seat}
        assert touched - set(fact.known_by), fact.id
        assert fact.known_by, fact.id


def test_priors_differ(case: Case) -> None:
    """There is no accepted model of what works."""
    for fact in case.facts:
        assert max(fact.priors.values()) - min(fact.priors.values()) >= 0.2, fact.id


def test_everybody_has_something_to_hide_and_something_forbidden(case: Case) -> None:
    for agency in case.agencies:
        assert agency.hidden
        assert agency.red_lines
    assert {line.is_waivable for agency in case.agencies for line in agency.red_lines} == {True, False}


def test_everybody_can_lean_on_somebody_or_is_leaned_on(case: Case) -> None:
    pressed = {lever.over for agency in case.agencies for lever in agency.leverage}
    for agency in case.agencies:
        assert agency.leverage or agency.id in pressed
    assert len({lever.kind for agency in case.agencies for lever in agency.leverage}) >= 3


@pytest.mark.parametrize("name", ["tutorial", "afghanistan-district-2006"])
def test_chair_as_found_is_the_most_powerful(name: str) -> None:
    """So that power and leadership can be parted."""
    case = loading.load(loading.find(name))
    assert case.agency(case.forum.chair).power == max(agency.power for agency in case.agencies)
    assert case.forum.purpose is None


def test_expectations_and_means_differ(case: Case) -> None:
    for one in ("expects", "power", "patience", "backing", "power_sensitivity"):
        assert len({getattr(agency, one) for agency in case.agencies}) >= 3, one


def test_best_options_add_up_to_100(case: Case) -> None:
    for agency in case.agencies:
        assert sum(max(points.values()) for points in agency.points.values()) == 100


def test_no_option_is_worse_than_another_for_everybody(case: Case) -> None:
    for issue in case.issues:
        chosen = [option.id for option in issue.options if option.id != issue.status_quo]
        for option in chosen:
            for other in chosen:
                points = [agency.points[issue.id] for agency in case.agencies]
                assert option == other or any(one[option] > one[other] for one in points), (issue.id, option, other)


@pytest.mark.parametrize("part", ["carriers", "impact"])
def test_every_change_has_hands_and_consequences(case: Case, part: str) -> None:
    for issue in case.issues:
        for option in issue.options:
            assert bool(getattr(option, part)) is (option.id != issue.status_quo), (issue.id, option.id)


def test_cases_of_real_places_are_marked_as_teaching_versions(case: Case) -> None:
    assert case.is_teaching_version is case.id.startswith(("afghanistan-", "liberia-"))


def test_instructor_is_told_how_to_run_it_and_what_to_ask(case: Case) -> None:
    note = case.teaching_note
    assert note.about
    assert note.usually
    assert len(note.lessons) >= 4
    assert len(note.questions) >= 5
    assert set(note.timing) == {45, 90, 180}


def test_tutorial_explains_what_a_first_player_meets() -> None:
    tips = loading.load(loading.find("tutorial")).tips
    assert set(tips) == TIPS
    assert all(len(tip.split()) <= 45 for tip in tips.values())
