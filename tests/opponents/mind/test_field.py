"""The adapter to NegMAS and the field around it: what it plays is what it says."""

import sys
from pathlib import Path

import numpy as np
import pytest

for needed in ("negmas", "negmas_genius_agents", "negmas_negolog"):
    pytest.importorskip(needed, reason="the field needs the extra `bench`")
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from field_domains import as_ufuns, package_of, random_domain  # noqa: E402 - benchmarks are scripts, not a package
from field_games import negotiate  # noqa: E402
from field_table import sum_up  # noqa: E402


def test_two_minds_agree_and_the_same_again() -> None:
    domain = random_domain(1, 2)
    first, again = (negotiate("two", domain, ("mind", "mind")) for _ in range(2))
    assert first.is_agreed
    assert first.trouble == ""
    assert (first.advantages, first.rounds) == (again.advantages, again.rounds)


def test_a_table_of_four_agrees() -> None:
    outcome = negotiate("many", random_domain(2, 4), ("Boulware", "mind", "GAgentX", "additive"))
    assert outcome.trouble == ""
    assert outcome.is_agreed
    assert all(gain > 0 for gain in outcome.advantages)


def test_what_crashes_is_told_and_counts_as_no_agreement() -> None:
    outcome = negotiate("two", random_domain(3, 2), ("mind", "nobody"))
    assert not outcome.is_agreed
    assert "KeyError" in outcome.trouble
    rows = sum_up([outcome])
    assert {row["name"] for row in rows if row["trouble"]} == {"mind", "nobody"}


def test_nash_optimality_is_that_of_negmas() -> None:
    from negmas.preferences.ops import calc_outcome_distances, calc_outcome_optimality, calc_scenario_stats
    from negmas.preferences.ops import estimate_max_dist as diagonal

    domain = random_domain(4, 2)
    space, ufuns = as_ufuns(domain)
    stats = calc_scenario_stats(ufuns)
    for outcome in list(space.enumerate_or_sample())[::97]:
        utils = tuple(float(ufun(outcome)) for ufun in ufuns)
        theirs = calc_outcome_optimality(calc_outcome_distances(utils, stats), stats, diagonal(ufuns)).nash_optimality
        assert domain.nash_optimality(package_of(outcome)) == pytest.approx(theirs, abs=1e-6)


def test_a_random_domain_has_a_deal_and_comes_back_the_same() -> None:
    for parties in (2, 4, 6):
        domain, again = random_domain(5, parties), random_domain(5, parties)
        assert domain.has_deal
        assert domain.reserved == again.reserved
        assert np.array_equal(domain.utilities, again.utilities)
