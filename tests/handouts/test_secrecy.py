"""A role sheet tells nothing of what anybody else keeps secret."""

from dataclasses import replace
from random import Random

import pytest

from game.handouts.blocks import Sheet
from game.handouts.choice import for_trainees
from game.handouts.html import page
from game.rules.case import Agency, Case, Fact, HiddenMandate, Leverage, RedLine
from game.rules.conditions import IsParty
from game.rules.ids import AgencyId, MandateId, RedLineId
from game.rules.temper import Temper
from game.rules.vocabulary import LeverageKind, Purpose
from game.scenario import loading

CASES = {path.stem: loading.load(path) for path in loading.shipped()}
SEATS = [(name, seat) for name, case in CASES.items() for seat in case.agency_ids]


def with_other_secrets(case: Case, seat: AgencyId, seed: int) -> Case:
    """Change every secret of everybody but one seat."""
    rng = Random(seed)
    agencies = tuple(agency if agency.id == seat else _other(agency, case, seat, rng) for agency in case.agencies)
    facts = tuple(_other_fact(fact, case, seat, rng) for fact in case.facts)
    told = tuple(replace(one, text="Other news.", seen_by=_but(seat, case)) for one in case.occurrences)
    return replace(case, agencies=agencies, facts=facts, occurrences=rng.choice([(), told]))


def _but(seat: AgencyId, case: Case) -> tuple[AgencyId, ...]:
    return tuple(other for other in case.agency_ids if other != seat)


def _other(agency: Agency, case: Case, seat: AgencyId, rng: Random) -> Agency:
    third = next(other for other in case.agency_ids if other not in (seat, agency.id))
    on_third = Leverage(third, LeverageKind.FUNDING, rng.randint(1, 3), "something else altogether")
    return replace(
        agency,
        brief="Another brief.",
        points={issue: {option: rng.randint(0, 90) for option in options} for issue, options in agency.points.items()},
        walk_away=rng.randint(1, 99),
        expects=rng.choice(list(Purpose)),
        hidden=(HiddenMandate(MandateId("other"), "Another mandate.", IsParty(agency.id), 9),),
        red_lines=(RedLine(RedLineId("other"), "Another line.", IsParty(agency.id), is_waivable=False),),
        power_sensitivity=rng.random(),
        patience=rng.random(),
        leverage=(*(lever for lever in agency.leverage if lever.over == seat), on_third),
        pledge_budget=rng.randint(0, 20),
        backing=rng.random(),
        flexibility=rng.random(),
        micro_management=rng.random(),
        time=rng.randint(1, 5),
        trust={other: rng.random() for other in case.agency_ids if other != agency.id},
        temper=Temper("talker", rng.random()),
    )


def _other_fact(fact: Fact, case: Case, seat: AgencyId, rng: Random) -> Fact:
    knows = seat in fact.known_by
    shifts = {
        issue: {
            option: {agency: points if agency == seat else points + rng.randint(1, 9) for agency, points in by.items()}
            for option, by in options.items()
        }
        for issue, options in fact.shifts.items()
    }
    return replace(
        fact,
        if_true=fact.if_true if knows and fact.is_true else "Another report.",
        if_false=fact.if_false if knows and not fact.is_true else "Another report.",
        is_true=fact.is_true if knows else not fact.is_true,
        known_by=tuple(a for a in case.agency_ids if (knows if a == seat else rng.random() < 0.5)),
        priors={a: fact.priors.get(a, 0.5) if a == seat else rng.random() for a in case.agency_ids},
        shifts=shifts,
        impact={},
        capacity={},
    )


def sheet_of(case: Case, seat: AgencyId) -> Sheet:
    return next(sheet for sheet in for_trainees(case) if sheet.file == f"role-{seat}")


@pytest.mark.parametrize(("name", "seat"), SEATS)
def test_a_role_sheet_does_not_change_with_the_secrets_of_others(name: str, seat: AgencyId) -> None:
    case = CASES[name]
    sheet = sheet_of(case, seat)
    for seed in range(3):
        other = sheet_of(with_other_secrets(case, seat, seed), seat)
        assert other == sheet
        assert page("", [other], "en") == page("", [sheet], "en")


@pytest.mark.parametrize("name", CASES)
def test_what_everybody_gets_does_not_change_with_any_secret(name: str) -> None:
    case = CASES[name]
    public = ("briefing", "name-cards", "voting-card")
    nobody = AgencyId("nobody")
    open_sheets = [sheet for sheet in for_trainees(case) if sheet.file in public]
    other = [sheet for sheet in for_trainees(with_other_secrets(case, nobody, 1)) if sheet.file in public]
    assert len(open_sheets) == len(public)
    assert other == open_sheets


@pytest.mark.parametrize("name", CASES)
def test_a_role_sheet_does_change_with_the_secrets_of_its_own_seat(name: str) -> None:
    case = CASES[name]
    mine, other = case.agency_ids[0], case.agency_ids[1]
    assert sheet_of(with_other_secrets(case, other, 1), mine) != sheet_of(case, mine)


@pytest.mark.parametrize("name", CASES)
def test_no_trainee_reads_how_a_computer_would_play_an_agency(name: str) -> None:
    case = CASES[name]
    silent = replace(case, agencies=tuple(replace(agency, temper=None) for agency in case.agencies))
    assert any(agency.temper for agency in case.agencies)
    assert page("", for_trainees(silent), "en") == page("", for_trainees(case), "en")
