"""The shipped cases held against the space of all their deals: sincere, tempting and side-by-side ways through each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray

from game.rules.appraisal import appraise
from game.rules.case import Agency, Case, Issue, Option
from game.rules.conditions import World, holds
from game.rules.ids import AgencyId, FactId, IssueId, OptionId
from game.rules.judging.power import favourites, strongest
from game.rules.opening import open_game
from game.rules.ruleset import STANDARD
from game.rules.scene import Role, role_of
from game.rules.texts import Term
from game.rules.view import view

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

EASE = 0.3
"""The advantage from which on a signature is well worth it: 0.5 + 1.5 · 0.3 is near 1 (R5.1)."""
ENOUGH = 0.25
"""The advantage at which it is still 0.875."""

PROMISES = Path(__file__).parent / "promises"


@dataclass(frozen=True)
class Stake:
    """What every deal is to one agency, all of R4.1 and R4.2, at one state of belief; one entry a deal."""

    worth: Floats
    reservation: Floats
    advantage: Floats
    crossed: Flags
    carried: NDArray[np.int64]


@dataclass(frozen=True)
class Deals:
    """All deals of a case between all its agencies: each issue at one option, those at status quo left out."""

    case: Case

    @cached_property
    def promised(self) -> Mapping[str, Mapping[str, str]]:
        """Read what the case promises: a `sincere` package, a `tempting` one, the `lanes` of the way side by side."""
        promised: Mapping[str, Mapping[str, str]] = yaml.safe_load(
            (PROMISES / f"{self.case.id}.yaml").read_text("utf-8")
        )
        return promised

    @cached_property
    def table(self) -> tuple[Mapping[IssueId, OptionId], ...]:
        """List the deals, each with the terms that change something."""
        options = [[(issue, option.id) for option in issue.options] for issue in self.case.issues]
        return tuple(
            {issue.id: option for issue, option in chosen if option != issue.status_quo} for chosen in product(*options)
        )

    @cached_property
    def truth(self) -> Mapping[FactId, float]:
        return {fact.id: float(fact.is_true) for fact in self.case.facts}

    def belief(self, seat: AgencyId) -> Mapping[FactId, float]:
        """Say what an agency believes when it comes in."""
        return {f.id: float(f.is_true) if seat in f.known_by else f.priors.get(seat, 0.5) for f in self.case.facts}

    @cached_property
    def at_truth(self) -> Mapping[AgencyId, Stake]:
        """Appraise all deals with the facts as they are."""
        return {agency.id: self.appraise(agency, self.truth) for agency in self.case.agencies}

    @cached_property
    def at_first(self) -> Mapping[AgencyId, Stake]:
        """Appraise all deals by what each agency believes when it comes in."""
        return {agency.id: self.appraise(agency, self.belief(agency.id)) for agency in self.case.agencies}

    @cached_property
    def at_home(self) -> Mapping[AgencyId, Floats]:
        """Say what each agency takes home at the truth: worth, and what it keeps outside where nothing is settled."""
        home = {}
        for agency in self.case.agencies:
            kept = [1 - sum(max(agency.points[issue].values()) for issue in deal) / 100 for deal in self.table]
            outside = role_of(self.case, STANDARD, agency.id).outside
            home[agency.id] = self.at_truth[agency.id].worth + outside * np.array(kept)
        return home

    def appraise(self, agency: Agency, beliefs: Mapping[FactId, float]) -> Stake:
        """Appraise all deals for one agency, independently of `game.rules.appraisal`."""
        role = role_of(self.case, STANDARD, agency.id)
        points = {
            (i.id, o.id): agency.points[i.id][o.id]
            + sum(beliefs[fact] * shift for fact, shift in role.shifts_on.get((i.id, o.id), ()))
            for i in self.case.issues
            for o in i.options
        }
        as_found = sum(points[issue.id, issue.status_quo] for issue in self.case.issues)
        found = sum(m.points for m in agency.hidden if holds(m.condition, self.world({}, with_parties=False)))
        rows = [self._row(agency, role, points, deal) for deal in self.table]
        change, share, crossed, carried = (np.array(column) for column in zip(*rows, strict=True))
        worth = as_found + change
        reservation = as_found + found + role.outside * share
        best = self._best(worth)
        above = (worth - reservation) / np.maximum(best - reservation, 1e-9)
        below = (worth - reservation) / np.maximum(reservation, 1e-9)
        advantage = np.clip(np.where(worth >= reservation, above, below), -1.0, 1.0)
        return Stake(worth, reservation, np.where(crossed, -1.0, advantage), crossed, carried)

    def _row(
        self,
        agency: Agency,
        role: Role,
        points: Mapping[tuple[IssueId, OptionId], float],
        deal: Mapping[IssueId, OptionId],
    ) -> tuple[float, float, bool, int]:
        world = self.world(deal)
        change = float(sum(mandate.points for mandate in agency.hidden if holds(mandate.condition, world)))
        for issue, option in deal.items():
            change += points[issue, option] - points[issue, self.case.issue(issue).status_quo]
            change -= role.burdens.get((issue, option), 0.0)
        return (
            change,
            sum(max(agency.points[issue].values()) for issue in deal) / 100.0,
            any(holds(line.condition, world) for line in agency.red_lines),
            sum(agency.id in self.case.option(i, o).carriers for i, o in deal.items()),
        )

    def _best(self, worth: Floats) -> Floats:
        """Say for each deal the best worth of any deal over its issues or some of them."""
        bits = {issue.id: 1 << place for place, issue in enumerate(self.case.issues)}
        masks = np.array([sum(bits[issue] for issue in deal) for deal in self.table])
        best = np.full(1 << len(bits), -np.inf)
        np.maximum.at(best, masks, worth)
        for bit in bits.values():
            without = np.arange(len(best)) & ~bit
            best = np.maximum(best, best[without])
        return best[masks]

    def world(self, deal: Mapping[IssueId, OptionId], *, with_parties: bool = True) -> World:
        """Build the world in which a deal is agreed by everybody under the chair as found."""
        parties = frozenset(self.case.agency_ids) if with_parties else frozenset[AgencyId]()
        carriers = {issue: self.case.option(issue, option).carriers for issue, option in deal.items()}
        return World(deal, parties, self.case.forum.chair, carriers)

    def weight(self, issue: IssueId) -> float:
        """Say an issue's weight (R8.2), 0..1."""
        return sum(max(agency.points[issue].values()) for agency in self.case.agencies) / (
            100 * len(self.case.agencies)
        )

    def index(self, deal: Mapping[str, str]) -> int:
        """Find a deal by its terms."""
        return self.table.index(deal)  # type: ignore[arg-type]

    def sincere(self, least: float) -> Flags:
        """Mark the deals at which everybody's advantage is at least `least`, at the truth and at first."""
        stakes = (*self.at_truth.values(), *self.at_first.values())
        return np.logical_and.reduce([stake.advantage >= least for stake in stakes])


@pytest.fixture(scope="module")
def deals(case: Case) -> Deals:
    return Deals(case)


def threats(deals: Deals, seat: AgencyId, by: Iterable[AgencyId]) -> float:
    """Say what pressing by some would cost a seat that defies them all (R4.6)."""
    levers = [lever for agency in by for lever in deals.case.agency(agency).leverage if lever.over == seat]
    return STANDARD.threat_pain * sum(lever.strength for lever in levers)


def gain(deals: Deals, seat: AgencyId, issue: Issue, option: Option, beliefs: Mapping[FactId, float]) -> float:
    """Say what an option brings a seat over the status quo, net of its own effort and blurring."""
    role = role_of(deals.case, STANDARD, seat)
    worth = {
        o: role.agency.points[issue.id][o] + sum(beliefs[f] * p for f, p in role.shifts_on.get((issue.id, o), ()))
        for o in (option.id, issue.status_quo)
    }
    return worth[option.id] - worth[issue.status_quo] - role.burdens.get((issue.id, option.id), 0.0)


def terms_of(deals: Deals, promise: str) -> list[tuple[Issue, Option]]:
    return [
        (deals.case.issue(IssueId(i)), deals.case.option(IssueId(i), OptionId(o)))
        for i, o in deals.promised[promise].items()
    ]


def side_by_side(deals: Deals, seat: AgencyId) -> float:
    """Say what a seat has if all lanes are carried out and nothing is signed."""
    lanes = terms_of(deals, "lanes")
    return deals.case.agency(seat).walk_away + sum(gain(deals, seat, i, o, deals.truth) for i, o in lanes)


def losers_of(deals: Deals, deal: int) -> list[AgencyId]:
    return [seat for seat, stake in deals.at_first.items() if stake.advantage[deal] < 0]


def test_appraisal_agrees_with_the_engine_on_deals_from_all_over_the_space(deals: Deals) -> None:
    state = open_game(deals.case, STANDARD, 1, deals.case.agency_ids).state
    for seat in deals.case.agency_ids:
        stake = deals.at_first[seat]
        for index in range(1, len(deals.table), max(1, len(deals.table) // 40)):
            terms = tuple(Term(issue, option) for issue, option in deals.table[index].items())
            found = appraise(view(state, seat), terms, deals.case.agency_ids)
            assert found.worth == pytest.approx(stake.worth[index])
            assert found.reservation == pytest.approx(stake.reservation[index])
            assert found.advantage == pytest.approx(stake.advantage[index])
            assert bool(found.crossed) is bool(stake.crossed[index])


def test_some_deals_but_not_many_are_well_worth_it_to_everybody(deals: Deals) -> None:
    count = int(deals.sincere(EASE).sum())
    assert 3 <= count <= 150
    assert count < 0.15 * len(deals.table)


def test_the_sincere_deal_is_well_worth_it_to_everybody_at_first_and_at_the_truth(deals: Deals) -> None:
    deal = deals.index(deals.promised["sincere"])
    for stake in (*deals.at_first.values(), *deals.at_truth.values()):
        assert stake.advantage[deal] >= EASE
        assert not stake.crossed[deal]


def test_the_sincere_deal_trades_across_issues(deals: Deals) -> None:
    """Nobody gets its favourite everywhere, and some carry a term that they would not carry for its own sake."""
    terms = terms_of(deals, "sincere")
    for agency in deals.case.agencies:
        assert any(option.id not in favourites(agency, issue.id) for issue, option in terms)
    reluctant = {s for i, o in terms for s in o.carriers if gain(deals, s, i, o, deals.belief(s)) < 0}
    assert len(reluctant) >= 2


def test_the_sincere_deal_needs_facts_that_others_hold_back(deals: Deals) -> None:
    """Somebody's gap (R5.3) is too wide for a sincere signature until a fact is shared."""
    terms = deals.promised["sincere"].items()
    gaps = {
        seat: sum(
            abs(sum(fact.shifts.get(i, {}).get(o, {}).get(seat, 0) for i, o in terms))
            for fact in deals.case.facts
            if seat not in fact.known_by
        )
        for seat in deals.case.agency_ids
    }
    assert max(gaps.values()) > STANDARD.informed_span * STANDARD.sincere_root


def test_the_best_sincere_deal_is_better_for_everybody_than_side_by_side(deals: Deals) -> None:
    deal = deals.index(deals.promised["sincere"])
    for seat in deals.case.agency_ids:
        assert deals.at_home[seat][deal] > side_by_side(deals, seat)


def test_the_tempting_deal_is_very_good_for_the_strongest_and_bad_for_two_who_carry_it(deals: Deals) -> None:
    deal, power = deals.index(deals.promised["tempting"]), strongest(deals.case, deals.case.agency_ids)
    assert all(deals.at_first[seat].advantage[deal] >= 0.7 for seat in power)
    losers = losers_of(deals, deal)
    assert len(losers) >= 2
    for seat in losers:
        assert deals.at_first[seat].carried[deal] > 0
        assert not deals.at_first[seat].crossed[deal]


def test_signing_the_tempting_deal_under_threat_costs_less_than_defying_it(deals: Deals) -> None:
    deal = deals.index(deals.promised["tempting"])
    for seat in losers_of(deals, deal):
        stake = deals.at_first[seat]
        others = [agency for agency, theirs in deals.at_first.items() if theirs.advantage[deal] >= 0.5]
        assert stake.reservation[deal] - stake.worth[deal] < threats(deals, seat, by=others)


def test_the_tempting_deal_is_captured_by_the_strongest(deals: Deals) -> None:
    (power,) = strongest(deals.case, deals.case.agency_ids)
    wanted = deals.case.agency(power)
    others = [agency for agency in deals.case.agencies if agency.id != power]
    contested = {
        issue: option
        for issue, option in deals.promised["tempting"].items()
        if 2 * sum(not favourites(o, issue) & favourites(wanted, issue) for o in others) > len(others)
    }
    captured = [issue for issue, option in contested.items() if option in favourites(wanted, issue)]
    assert len(contested) >= 2
    assert len(captured) / len(contested) > STANDARD.false_capture


def test_every_lane_is_carried_gladly_and_crosses_no_red_line(deals: Deals) -> None:
    for issue, option in terms_of(deals, "lanes"):
        for seat in option.carriers:
            assert gain(deals, seat, issue, option, deals.truth) > 0
            assert gain(deals, seat, issue, option, deals.belief(seat)) > 0
    together = deals.index(deals.promised["lanes"])
    assert not any(stake.crossed[together] for stake in deals.at_truth.values())


def test_lanes_cover_more_than_half_of_what_matters(deals: Deals) -> None:
    assert sum(deals.weight(issue) for issue in deals.promised["lanes"]) >= 0.6


def test_side_by_side_is_better_for_everybody_than_nothing(deals: Deals) -> None:
    for agency in deals.case.agencies:
        assert side_by_side(deals, agency.id) > agency.walk_away


def test_side_by_side_is_better_for_the_pressed_than_signing(deals: Deals) -> None:
    deal = deals.index(deals.promised["tempting"])
    for seat in losers_of(deals, deal):
        assert side_by_side(deals, seat) > deals.at_home[seat][deal]


def test_nobody_is_hopeless_or_sure_to_win(deals: Deals) -> None:
    """Of all there is for it above walking away each agency can win most, never all, and may win little."""
    heavy = np.array([sum(deals.weight(issue) for issue in deal) >= STANDARD.forum_weight for deal in deals.table])
    suiting = deals.sincere(ENOUGH) & heavy
    for agency in deals.case.agencies:
        won = deals.at_home[agency.id] - agency.walk_away
        assert 0.6 <= won[suiting].max() / won.max() <= 0.95
        assert 0.0 < won[suiting].min() / won.max() <= 0.5


def test_no_single_agency_is_content_with_what_the_others_want(deals: Deals) -> None:
    """At each agency's favourite everywhere, somebody else loses."""
    for agency in deals.case.agencies:
        wanted = {issue.id: min(favourites(agency, issue.id)) for issue in deals.case.issues}
        deal = deals.index({i: o for i, o in wanted.items() if o != deals.case.issue(i).status_quo})
        assert any(stake.advantage[deal] < 0 for seat, stake in deals.at_truth.items() if seat != agency.id)
