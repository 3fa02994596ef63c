"""The space of deals held against plain enumeration, against the engine, and against NegMAS."""

import numpy as np
import pytest
from benchmarks.additive import additive_case, as_negmas
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.space.deals import terms_at
from game.analysis.space.domain import GRAIN, believed_at_first, believed_at_truth, domain_of
from game.analysis.space.frontier import frontier
from game.analysis.space.grid import Grid
from game.analysis.space.solutions import Solution, solve
from game.analysis.space.study import study
from game.rules.appraisal import appraise
from game.rules.case import Case
from game.rules.opening import open_game
from game.rules.ruleset import STANDARD
from game.rules.texts import Term
from game.rules.view import view
from game.scenario import loading

DISTRICT = "afghanistan-district-2006"


@pytest.fixture(scope="module", params=[path.stem for path in loading.shipped()])
def case(request: pytest.FixtureRequest) -> Case:
    return loading.load(loading.find(request.param))


@pytest.fixture(scope="module")
def district() -> Case:
    return loading.load(loading.find(DISTRICT))


def undominated(gains: np.ndarray) -> list[int]:
    """Compare everything with everything."""
    return [
        row
        for row, mine in enumerate(gains)
        if not any((other >= mine).all() and (other > mine).any() for other in gains)
    ]


def test_gains_and_advantages_are_those_of_the_engine(case: Case) -> None:
    grid = Grid(domain_of(case, believed_at_first(case)))
    state = open_game(case, STANDARD, 1, case.agency_ids).state
    places = np.arange(1, grid.domain.packages, max(1, grid.domain.packages // 60))
    for number, seat in enumerate(case.agency_ids):
        advantages = grid.advantage(number, places)
        for place, advantage in zip(places, advantages, strict=True):
            terms = tuple(Term(issue, option) for issue, option in terms_at(case, int(place)).items())
            found = appraise(view(state, seat), terms, case.agency_ids)
            assert grid.gains[number][place] * GRAIN == pytest.approx(found.worth - found.reservation, abs=1e-5)
            assert advantage == pytest.approx(found.advantage, abs=1e-5)
            assert bool(grid.domain.crossed[place] >> number & 1) is bool(found.crossed)


def test_frontier_is_that_of_all_packages_compared_one_by_one(case: Case) -> None:
    """Hidden mandates and red lines over several issues are merged exactly."""
    domain = domain_of(case, believed_at_truth(case))
    gains = np.stack([domain.gain(agency) for agency in range(domain.agencies)], axis=1)
    allowed = np.flatnonzero(domain.crossed == 0)
    found = frontier(domain)
    assert (gains[found.places] == found.gains).all()
    # what is on it is dominated by nothing, and what is not is dominated by something on it
    edge = gains[found.places]
    for row in edge:
        assert not ((gains[allowed] >= row).all(axis=1) & (gains[allowed] > row).any(axis=1)).any()
    beyond = np.setdiff1d(allowed, found.places)
    for row in gains[beyond[:: max(1, len(beyond) // 300)]]:
        assert ((edge >= row).all(axis=1) & (edge > row).any(axis=1)).any()


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(3, 8), st.integers(2, 4), st.integers(2, 4))
def test_frontier_of_random_domains(seed: int, agencies: int, issues: int, options: int) -> None:
    drawn = additive_case(seed, agencies=agencies, issues=issues, options=options)
    domain = domain_of(drawn, believed_at_truth(drawn))
    gains = np.stack([domain.gain(agency) for agency in range(agencies)], axis=1)
    assert sorted(frontier(domain).places) == undominated(gains)


@pytest.mark.parametrize("seed", range(6))
def test_figures_are_those_of_negmas(seed: int) -> None:
    pytest.importorskip("negmas", reason="the extra `dev` installs it")
    drawn = additive_case(seed, agencies=3 + seed % 4, issues=4, options=4, alike=0.3)
    theirs = as_negmas(drawn, is_reserved=True).calc_stats()
    ours = study(drawn)
    points = {point.solution: point.deal.worth for point in ours.points}
    assert len(theirs.pareto_outcomes) == ours.frontier_in_zone
    welfare = sum(points[Solution.UTILITARIAN].values())
    assert welfare == pytest.approx(sum(theirs.max_welfare_utils[0]))
    above = [agency.walk_away for agency in drawn.agencies]
    product_of = [
        np.prod([worth - walk for worth, walk in zip(found, above, strict=True)])
        for found in (points[Solution.NASH].values(), theirs.nash_utils[0])
    ]
    assert product_of[0] == pytest.approx(product_of[1])


def test_whole_frontier_is_that_of_negmas_where_nobody_can_walk_away() -> None:
    pytest.importorskip("negmas", reason="the extra `dev` installs it")
    drawn = additive_case(11, agencies=5, issues=5, options=3)
    assert len(as_negmas(drawn, is_reserved=False).calc_stats().pareto_outcomes) == study(drawn).frontier


def test_solution_points_by_hand() -> None:
    gains = np.array([[9.0, 1.0], [5.0, 4.0], [4.0, 4.5], [0.0, 10.0]])
    assert solve(gains) == {
        Solution.NASH: 1,
        Solution.KALAI_SMORODINSKY: 2,
        Solution.EGALITARIAN: 1,
        Solution.UTILITARIAN: 0,
    }


def test_no_points_where_there_is_no_zone() -> None:
    assert solve(np.zeros((0, 3))) == {}


def test_nobody_who_can_gain_nothing_spoils_the_points_of_the_others() -> None:
    assert solve(np.array([[0.0, 1.0, 3.0], [0.0, 2.0, 2.0]]))[Solution.NASH] == 1


def test_study_of_the_district(district: Case) -> None:
    found = study(district)
    assert found.packages == 9216
    assert 0 < found.frontier_in_zone <= found.frontier <= found.packages
    assert 0 < found.zone <= found.packages - found.forbidden
    assert {point.solution for point in found.points} == set(Solution)
    for agency, reach in zip(district.agencies, found.agencies, strict=True):
        assert reach.walk_away == agency.walk_away
        assert reach.worst <= reach.walk_away <= reach.best
        assert all(point.deal.worth[agency.id] >= reach.walk_away for point in found.points)
    assert sum(contest.weight for contest in found.issues) == pytest.approx(1)
    assert all(0 <= contest.contested <= 1 for contest in found.issues)
