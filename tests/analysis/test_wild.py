"""Odd cases: the space of their deals held against trying every package in the engine, and always an answer."""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product

import numpy as np
import pytest
from analysis.wild import forbid, wild_case
from benchmarks.additive import additive_case
from rich.console import Console

from game.analysis.space.deals import GREED, SIDING, Terms, find_lanes
from game.analysis.space.domain import GRAIN, believed_at_first, believed_at_truth, domain_of
from game.analysis.space.grid import Grid
from game.analysis.space.page import study_page
from game.analysis.space.solutions import Solution
from game.analysis.space.study import TooManyPackages, study
from game.cli.study_report import show_study
from game.record.codec import plain
from game.rules.appraisal import Appraisal, appraise
from game.rules.case import Case, Fact
from game.rules.conditions import AllOf, AnyOf, Condition, IsCarrier, IsParty, NotOf, OptionAgreed
from game.rules.ids import AgencyId, FactId, IssueId, OptionId, TextId
from game.rules.judging.power import capture, strongest
from game.rules.opening import open_game
from game.rules.ruleset import STANDARD
from game.rules.texts import Accord, Term
from game.rules.view import View, view

SEEDS = range(24)


@dataclass(frozen=True)
class Table:
    """Every package of a case, appraised one by one by the engine."""

    case: Case

    @cached_property
    def packages(self) -> list[Terms]:
        """List the packages in the order of the grid."""
        options = [[option.id for option in issue.options] for issue in self.case.issues]
        return [
            {issue.id: one for issue, one in zip(self.case.issues, chosen, strict=True) if one != issue.status_quo}
            for chosen in product(*options)
        ]

    @cached_property
    def seats(self) -> Mapping[AgencyId, View]:
        state = open_game(self.case, STANDARD, 1, self.case.agency_ids).state
        return {seat: view(state, seat) for seat in self.case.agency_ids}

    def appraise(self, terms: Terms, parties: Sequence[AgencyId]) -> Mapping[AgencyId, Appraisal]:
        named = tuple(Term(issue, option) for issue, option in terms.items())
        return {seat: appraise(seen, named, tuple(parties)) for seat, seen in self.seats.items()}

    @cached_property
    def judged(self) -> list[Mapping[AgencyId, Appraisal] | None]:
        """Appraise every package; None for the one that settles nothing."""
        return [self.appraise(terms, self.case.agency_ids) if terms else None for terms in self.packages]

    def carriers(self, terms: Terms) -> set[AgencyId]:
        return {carrier for issue, option in terms.items() for carrier in self.case.option(issue, option).carriers}


def won(appraisal: Appraisal) -> float:
    return round(appraisal.worth - appraisal.reservation, 5)


def when_all_is_known(case: Case) -> Case:
    return replace(case, facts=tuple(replace(fact, known_by=case.agency_ids) for fact in case.facts))


@pytest.mark.parametrize("seed", SEEDS)
def test_gains_and_advantages_are_those_of_the_engine(seed: int) -> None:
    case = wild_case(seed)
    grid = Grid(domain_of(case, believed_at_first(case)))
    everywhere = np.arange(grid.domain.packages)
    advantages = [grid.advantage(number, everywhere) for number in range(len(case.agencies))]
    for place, judged in enumerate(Table(case).judged):
        for number, seat in enumerate(case.agency_ids):
            mine = grid.gains[number][place] * GRAIN
            if judged is None:
                assert mine == advantages[number][place] == grid.domain.crossed[place] == 0
            else:
                assert mine == pytest.approx(won(judged[seat]), abs=1e-4)
                assert advantages[number][place] == pytest.approx(judged[seat].advantage, abs=1e-4)
                assert bool(grid.domain.crossed[place] >> number & 1) is bool(judged[seat].crossed)


@pytest.mark.parametrize("seed", SEEDS)
def test_figures_are_those_of_trying_every_package(seed: int) -> None:
    case = when_all_is_known(wild_case(seed))
    found, table = study(case), Table(case)
    deals = [[won(one) for one in judged.values()] for judged in table.judged if judged and not crosses(judged)]
    zone = [gains for gains in deals if min(gains) >= 0]
    assert found.forbidden == sum(judged is not None and crosses(judged) for judged in table.judged)
    assert found.zone == found.zone_at_first == len(zone)
    edge = undominated([*deals, [0.0] * len(case.agencies)])
    assert found.frontier == len(edge)
    assert found.frontier_in_zone == sum(gains in edge for gains in zone)
    for number, reach in enumerate(found.agencies):
        assert reach.best - reach.walk_away == pytest.approx(max([0.0, *(gains[number] for gains in deals)]), abs=1e-4)
        assert reach.worst - reach.walk_away == pytest.approx(min([0.0, *(gains[number] for gains in deals)]), abs=1e-4)
        assert (reach.zone_best is None) is (not zone)
    assert bool(found.points) is bool(zone)


def crosses(judged: Mapping[AgencyId, Appraisal]) -> bool:
    return any(one.crossed for one in judged.values())


def undominated(rows: list[list[float]]) -> list[list[float]]:
    return [
        mine
        for mine in rows
        if not any(all(a >= b for a, b in zip(other, mine, strict=True)) and other != mine for other in rows)
    ]


@pytest.mark.parametrize("seed", range(8))
def test_coalitions_are_those_of_trying_every_package(seed: int) -> None:
    case = when_all_is_known(wild_case(seed))
    table, found = Table(case), study(case)
    everybody = {one.solution: one.deal.worth for one in found.points}
    floor = {reach.agency: reach.walk_away for reach in found.agencies}
    expected = {}
    for size in range(2, len(case.agencies)):
        for members in combinations(case.agency_ids, size):
            own = [terms for terms in table.packages if terms and table.carriers(terms) <= set(members)]
            judged = [table.appraise(terms, members) for terms in own]
            free = [one for one in judged if not any(one[seat].crossed for seat in members)]
            expected[members] = (
                sum(all(won(one[seat]) > 0 for seat in members) for one in free),
                {
                    point
                    for point, worth in everybody.items()
                    if any(all(won(one[m]) > round(worth[m] - floor[m], 5) + 1e-4 for m in members) for one in free)
                },
            )
    assert {one.members: (one.deals, set(one.blocks)) for one in found.coalitions} == expected


def bullied(seed: int) -> Case:
    """Draw a case in which one agency is strongest and all can lean hard on each other."""
    case = additive_case(seed, agencies=4, issues=5, options=3, alike=0.2)
    return replace(
        case,
        agencies=tuple(
            replace(
                one,
                power=4 if one is case.agencies[1] else 2,
                leverage=tuple(replace(o, strength=3) for o in one.leverage),
            )
            for one in case.agencies
        ),
    )


def test_some_of_these_tempt_more_than_once() -> None:
    assert {0, 1, 2} <= {study(bullied(seed)).tempting for seed in range(30)}


@pytest.mark.parametrize("seed", [1, 2, 5, 8, 17, 28])
def test_tempting_deals_are_those_of_the_rules(seed: int) -> None:
    """Held against the capture of R6.1 and the threats of R4.6, text by text."""
    case = bullied(seed)
    table = Table(case)
    (power,) = strongest(case, case.agency_ids)
    expected = set()
    for place, (terms, judged) in enumerate(zip(table.packages, table.judged, strict=True)):
        if judged is None or crosses(judged) or judged[power].advantage < GREED - 1e-6:
            continue
        siding = {seat for seat, one in judged.items() if one.advantage >= SIDING - 1e-6}
        losses = {seat: -won(one) for seat, one in judged.items() if won(one) < 0}
        levers = [(lever.over, lever.strength) for by in siding for lever in case.agency(by).leverage]
        threats = {seat: STANDARD.threat_pain * sum(s for over, s in levers if over == seat) for seat in losses}
        is_bent = len(losses) >= 2 and losses.keys() <= table.carriers(terms)
        text = Accord(TextId("t"), tuple(Term(i, o) for i, o in terms.items()), case.agency_ids, {}, 1, 1)
        is_captured = capture(case, text).share > STANDARD.false_capture
        if is_bent and is_captured and all(losses[seat] < threats[seat] for seat in losses):
            expected.add(place)
    found = study(case)
    assert found.tempting == len(expected)
    assert all(table.packages.index(one.terms) in expected for one in found.temptations)
    for one in found.temptations:
        judged = table.appraise(one.terms, case.agency_ids)
        assert {bent.who for bent in one.bent} == {seat for seat in judged if won(judged[seat]) < 0}
        assert all(bent.loss < sum(bent.by.values()) for bent in one.bent)


def test_a_deal_that_tempts_two_is_told_once() -> None:
    for seed in range(30):
        case = bullied(seed)
        alike = replace(case, agencies=tuple(replace(one, power=3) for one in case.agencies))
        found = study(alike)
        assert len(strongest(alike, alike.agency_ids)) == 4
        assert len({str(one.terms) for one in found.temptations}) == len(found.temptations) == min(5, found.tempting)


@pytest.mark.parametrize("draw", [wild_case, bullied])
@pytest.mark.parametrize("seed", range(1, 9))
def test_the_order_of_the_file_changes_nothing(draw: Callable[[int], Case], seed: int) -> None:
    case = draw(seed)
    issues = tuple(replace(issue, options=issue.options[::-1]) for issue in case.issues[::-1])
    turned, found = study(replace(case, agencies=case.agencies[::-1], issues=issues)), study(case)
    for count in ("forbidden", "zone", "zone_at_first", "frontier", "frontier_in_zone", "sincere", "tempting"):
        assert getattr(turned, count) == getattr(found, count)
    assert turned.agencies == found.agencies[::-1]
    assert turned.lanes.weight == pytest.approx(found.lanes.weight)
    deals = {frozenset(one.members): one.deals for one in found.coalitions}
    assert {frozenset(one.members): one.deals for one in turned.coalitions} == deals
    welfare = [
        sum(point.deal.worth.values())
        for one in (found, turned)
        for point in one.points
        if point.solution is Solution.UTILITARIAN
    ]
    assert welfare[:1] == pytest.approx(welfare[1:])
    for contest, other_contest in zip(found.issues, turned.issues[::-1], strict=True):
        assert contest.contested == pytest.approx(other_contest.contested)


def always(case: Case) -> Condition:
    return IsParty(case.agency_ids[0])


@pytest.mark.parametrize("is_party", [True, False])
def test_a_red_line_that_forbids_everything_leaves_walking_away(is_party: bool) -> None:
    case = additive_case(1, agencies=3, issues=3, options=2)
    line = always(case) if is_party else NotOf(always(case))
    found = study(forbid(case, line))
    assert found.forbidden == (found.packages - 1 if is_party else 0)
    assert (found.frontier == 1) is is_party
    if is_party:
        assert (found.zone, found.points, found.sincere, found.tempting) == (0, (), 0, 0)
        assert all(reach.worst == reach.best == reach.walk_away for reach in found.agencies)
        assert {reach.zone_best for reach in found.agencies} == {None}


def test_lanes_are_held_against_red_lines_one_by_one_as_signed_by_nobody() -> None:
    case = additive_case(3, agencies=4, issues=4, options=3, alike=0.8)
    grid = Grid(domain_of(case, believed_at_truth(case)))
    (first, option), *others = find_lanes(case, grid, grid).terms.items()
    as_lane, as_party = OptionAgreed(first, option), IsParty(case.agency_ids[0])
    with_another = AllOf((as_lane, OptionAgreed(*others[0])))
    for line, is_crossed in ((as_lane, True), (as_party, False), (with_another, False), (AnyOf((as_lane,)), True)):
        lanes = find_lanes(forbid(case, line), grid, grid)
        assert ((first, option) in lanes.terms.items()) is not is_crossed
        assert others[0] in lanes.terms.items()


@pytest.mark.parametrize("seed", SEEDS)
def test_lanes_are_glad_and_the_best_of_their_issue(seed: int) -> None:
    drawn = wild_case(seed)
    case = replace(drawn, agencies=tuple(replace(one, red_lines=()) for one in drawn.agencies))
    first, truth = (Grid(domain_of(case, believe(case))) for believe in (believed_at_first, believed_at_truth))
    lanes = find_lanes(case, first, truth)
    for axis, issue in enumerate(case.issues):
        nets = [grid.domain.net[axis] for grid in (first, truth)]
        joys = {}
        for at, option in enumerate(issue.options):
            carriers = [case.agency_ids.index(one) for one in option.carriers]
            if carriers and all(net[carrier, at] > 0 for net in nets for carrier in carriers):
                joys[option.id] = sum(int(nets[1][carrier, at]) for carrier in carriers)
        chosen = lanes.terms.get(issue.id)
        assert (chosen is None) is (not joys)
        assert chosen is None or joys[chosen] == max(joys.values())


def test_sums_beyond_what_usual_cases_reach_are_right() -> None:
    """Thirty facts of a hundred points each are more grains than fit 32 bits."""
    case = additive_case(2, agencies=3, issues=2, options=2)
    seat, issue, option = case.agency_ids[1], IssueId("issue_0"), OptionId("option_1")
    shifts = {issue: {option: {seat: 100}}}
    names = [FactId(f"fact_{number}") for number in range(30)]
    facts = tuple(Fact(name, name, "?", "Yes.", "No.", True, 1, (), {}, shifts, {}, {}) for name in names)
    found = study(replace(case, facts=facts))
    plain_best = case.agencies[1].points[issue][option] + 3000
    assert plain_best <= found.agencies[1].best <= plain_best + 100


def test_the_largest_shapes_are_answered() -> None:
    found = study(additive_case(5, agencies=8, issues=12, options=2, alike=0.5))
    assert found.packages == 4096
    assert len(found.coalitions) == 2**8 - 1 - 8 - 1


def test_a_space_too_large_is_refused_before_it_is_laid_out() -> None:
    case = additive_case(1, agencies=3, issues=12, options=6)
    with pytest.raises(TooManyPackages, match="2,176,782,336 packages"):
        study(forbid(case, IsCarrier(case.agency_ids[0])))


@pytest.mark.parametrize("walk_away", [0, 100])
def test_agencies_that_want_everything_or_nothing_get_an_answer(walk_away: int) -> None:
    case = additive_case(4, agencies=3, issues=3, options=3)
    answered(replace(case, agencies=tuple(replace(one, walk_away=walk_away) for one in case.agencies)))


def test_an_issue_at_which_everything_is_worth_the_same_gets_an_answer() -> None:
    case = additive_case(4, agencies=3, issues=3, options=3)
    flat = {issue.id: {option.id: 10 for option in issue.options} for issue in case.issues}
    told = answered(replace(case, agencies=tuple(replace(one, points=flat, walk_away=30) for one in case.agencies)))
    assert "divides" not in told


@pytest.mark.parametrize("seed", range(100, 130))
def test_every_case_is_answered(seed: int) -> None:
    answered(wild_case(seed))


def answered(case: Case) -> str:
    """Tell a study in every form there is; the lines for people."""
    found = study(case)
    json.dumps(plain(found), allow_nan=False)
    assert "nan" not in study_page(case, found)
    lines = io.StringIO()
    show_study(Console(file=lines, width=100), case, found)
    return lines.getvalue()
