"""The shipped cases held against the space of all their deals: sincere, tempting and side-by-side ways through each.

Each case names one of each in `promises/`; what the analysis finds by itself is held beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pytest
import yaml

from game.analysis.space.deals import EASE, GREED, SIDING, carriers_at, find_sincere, find_tempting
from game.analysis.space.domain import GRAIN, Flags, believed_at_first, believed_at_truth, domain_of
from game.analysis.space.grid import Floats, Grid
from game.analysis.space.study import Study, study
from game.rules.case import Case, Issue, Option
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.judging.outcome import weight_of
from game.rules.judging.power import favourites, strongest
from game.rules.ruleset import STANDARD

PROMISES = Path(__file__).parent / "promises"
ENOUGH = 0.25
"""The advantage at which a signature is still 0.875 worth it (R5.1)."""


@dataclass(frozen=True)
class Deals:
    """All deals of a case, by what each believes at first and as they are at the truth."""

    case: Case

    @cached_property
    def promised(self) -> Mapping[str, Mapping[str, str]]:
        """Read what the case promises: a `sincere` package, a `tempting` one, the `lanes` of the way side by side."""
        text = (PROMISES / f"{self.case.id}.yaml").read_text(encoding="utf-8")
        promised: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
        return promised

    @cached_property
    def first(self) -> Grid:
        return Grid(domain_of(self.case, believed_at_first(self.case)))

    @cached_property
    def truth(self) -> Grid:
        return Grid(domain_of(self.case, believed_at_truth(self.case)))

    @cached_property
    def study(self) -> Study:
        return study(self.case)

    def number(self, seat: AgencyId) -> int:
        return self.case.agency_ids.index(seat)

    def place(self, promise: str) -> int:
        """Find a promised package in the grid."""
        terms = self.promised[promise]
        chosen = [terms.get(issue.id, issue.status_quo) for issue in self.case.issues]
        options = [
            [o.id for o in issue.options].index(name) for issue, name in zip(self.case.issues, chosen, strict=True)
        ]
        return int(np.ravel_multi_index(options, self.truth.domain.sizes))

    def terms(self, promise: str) -> list[tuple[Issue, Option]]:
        named = [(IssueId(issue), OptionId(option)) for issue, option in self.promised[promise].items()]
        return [(self.case.issue(issue), self.case.option(issue, option)) for issue, option in named]

    def advantage(self, grid: Grid, seat: AgencyId, place: int) -> float:
        return float(grid.advantage(self.number(seat), np.array([place]))[0])

    def won(self, seat: AgencyId) -> Floats:
        """Say what each deal brings over walking away, in points at the truth."""
        return self.truth.gains[self.number(seat)] * GRAIN

    def beside(self, seat: AgencyId) -> float:
        """Say what a seat gains if all promised lanes are carried out and nothing is signed."""
        return sum(self.net(self.truth, seat, issue, option) for issue, option in self.terms("lanes"))

    def net(self, grid: Grid, seat: AgencyId, issue: Issue, option: Option) -> float:
        """Say what an option brings a seat over the status quo, net of its own effort and blurring."""
        axis = self.case.issues.index(issue)
        return float(grid.domain.net[axis][self.number(seat), issue.options.index(option)]) * GRAIN

    def suits_all(self, least: float) -> Flags:
        """Mark the deals at which everybody's advantage is at least `least`, at the truth and at first."""
        places = np.arange(self.truth.domain.packages)
        numbers = range(len(self.case.agencies))
        return np.logical_and.reduce(
            [grid.advantage(number, places) >= least for grid in (self.first, self.truth) for number in numbers]
        )

    def losers(self, promise: str) -> list[AgencyId]:
        place = self.place(promise)
        return [seat for seat in self.case.agency_ids if self.first.gains[self.number(seat)][place] < 0]


@pytest.fixture(scope="module")
def deals(case: Case) -> Deals:
    return Deals(case)


def threats(deals: Deals, seat: AgencyId, by: Iterable[AgencyId]) -> float:
    """Say what pressing by some would cost a seat that defies them all (R4.6)."""
    levers = [lever for agency in by for lever in deals.case.agency(agency).leverage if lever.over == seat]
    return STANDARD.threat_pain * sum(lever.strength for lever in levers)


def test_some_deals_but_not_many_are_well_worth_it_to_everybody(deals: Deals) -> None:
    count = int(deals.suits_all(EASE).sum())
    assert count == len(find_sincere(deals.first, deals.truth)) == deals.study.sincere
    assert 3 <= count <= 150
    assert count < 0.15 * deals.truth.domain.packages


def test_the_sincere_deal_is_well_worth_it_to_everybody_at_first_and_at_the_truth(deals: Deals) -> None:
    place = deals.place("sincere")
    assert place in find_sincere(deals.first, deals.truth)
    assert deals.first.domain.crossed[place] == deals.truth.domain.crossed[place] == 0


def test_the_sincere_deal_trades_across_issues(deals: Deals) -> None:
    """Nobody gets its favourite everywhere, and some carry a term that they would not carry for its own sake."""
    terms = deals.terms("sincere")
    for agency in deals.case.agencies:
        assert any(option.id not in favourites(agency, issue.id) for issue, option in terms)
    reluctant = {s for i, o in terms for s in o.carriers if deals.net(deals.first, s, i, o) < 0}
    assert len(reluctant) >= 2


def test_the_sincere_deal_needs_facts_that_others_hold_back(deals: Deals) -> None:
    """Somebody's gap (R5.3) is too wide for a sincere signature until a fact is shared."""
    terms = deals.promised["sincere"].items()
    gaps = {
        seat: sum(
            abs(sum(fact.shifts.get(IssueId(i), {}).get(OptionId(o), {}).get(seat, 0) for i, o in terms))
            for fact in deals.case.facts
            if seat not in fact.known_by
        )
        for seat in deals.case.agency_ids
    }
    assert max(gaps.values()) > STANDARD.informed_span * STANDARD.sincere_root


def test_the_best_sincere_deal_is_better_for_everybody_than_side_by_side(deals: Deals) -> None:
    place = deals.place("sincere")
    for seat in deals.case.agency_ids:
        assert deals.won(seat)[place] > deals.beside(seat)


def test_the_tempting_deal_tempts(deals: Deals) -> None:
    """Very good for the strongest, who captures it; at a loss for two or more who carry it; dearer to defy."""
    found = {place: power for place, power, _ in find_tempting(deals.case, deals.first)}
    place = deals.place("tempting")
    assert place in found
    assert deals.study.tempting >= 1
    assert deals.advantage(deals.first, found[place], place) >= GREED


def test_the_tempting_deal_is_bad_for_two_who_carry_it_and_forbidden_to_none(deals: Deals) -> None:
    place, losers = deals.place("tempting"), deals.losers("tempting")
    assert len(losers) >= 2
    for seat in losers:
        assert carriers_at(deals.case, place) >> deals.number(seat) & 1
        assert not deals.first.domain.crossed[place] >> deals.number(seat) & 1


def test_signing_the_tempting_deal_under_threat_costs_less_than_defying_it(deals: Deals) -> None:
    place = deals.place("tempting")
    siding = [s for s in deals.case.agency_ids if deals.advantage(deals.first, s, place) >= SIDING]
    for seat in deals.losers("tempting"):
        loss = -float(deals.first.gains[deals.number(seat)][place]) * GRAIN
        assert loss < threats(deals, seat, by=siding)


def test_the_tempting_deal_is_captured_by_the_strongest(deals: Deals) -> None:
    (power,) = strongest(deals.case, deals.case.agency_ids)
    wanted = deals.case.agency(power)
    others = [agency for agency in deals.case.agencies if agency.id != power]
    contested = {
        issue.id: option.id
        for issue, option in deals.terms("tempting")
        if 2 * sum(not favourites(o, issue.id) & favourites(wanted, issue.id) for o in others) > len(others)
    }
    captured = [issue for issue, option in contested.items() if option in favourites(wanted, issue)]
    assert len(contested) >= 2
    assert len(captured) / len(contested) > STANDARD.false_capture


def test_every_lane_is_carried_gladly_and_crosses_no_red_line(deals: Deals) -> None:
    for issue, option in deals.terms("lanes"):
        assert option.carriers
        for seat in option.carriers:
            assert deals.net(deals.truth, seat, issue, option) > 0
            assert deals.net(deals.first, seat, issue, option) > 0
    assert deals.truth.domain.crossed[deals.place("lanes")] == 0


def test_lanes_cover_more_than_half_of_what_matters(deals: Deals) -> None:
    weight = weight_of(deals.case, [issue.id for issue, _ in deals.terms("lanes")])
    assert 0.6 <= weight <= deals.study.lanes.weight + 1e-9


def test_side_by_side_is_better_for_everybody_than_nothing(deals: Deals) -> None:
    for seat in deals.case.agency_ids:
        assert deals.beside(seat) > 0


def test_side_by_side_is_better_for_the_pressed_than_signing(deals: Deals) -> None:
    place = deals.place("tempting")
    for seat in deals.losers("tempting"):
        assert deals.beside(seat) > deals.won(seat)[place]


def test_nobody_is_hopeless_or_sure_to_win(deals: Deals) -> None:
    """Of all there is for it above walking away each agency can win most, never all, and may win little."""
    weights = np.array([weight_of(deals.case, (issue.id,)) for issue in deals.case.issues])
    bits = np.arange(len(weights))
    settled = (deals.truth.domain.settled[:, None] >> bits & 1) @ weights
    suiting = deals.suits_all(ENOUGH) & (settled >= STANDARD.forum_weight)
    for seat in deals.case.agency_ids:
        won = deals.won(seat)
        assert 0.6 <= won[suiting].max() / won.max() <= 0.95
        assert 0.0 < won[suiting].min() / won.max() <= 0.5


def test_no_single_agency_is_content_with_what_the_others_want(deals: Deals) -> None:
    """At each agency's favourite everywhere, somebody else loses."""
    for agency in deals.case.agencies:
        wanted = [min(favourites(agency, issue.id)) for issue in deals.case.issues]
        options = [
            [o.id for o in issue.options].index(name) for issue, name in zip(deals.case.issues, wanted, strict=True)
        ]
        place = int(np.ravel_multi_index(options, deals.truth.domain.sizes))
        others = [seat for seat in deals.case.agency_ids if seat != agency.id]
        assert any(deals.advantage(deals.truth, seat, place) < 0 for seat in others)
