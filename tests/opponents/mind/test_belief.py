"""Beliefs about points: narrowed as sampling has it, moved by what was told, never out of shape."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from game.opponents.mind.belief import Belief

CELLS, SAMPLES = 4, 200_000
Numbers = NDArray[np.float64]


def some_belief(seed: int, *, others: int = 1, cells: int = CELLS) -> Belief:
    """Make a belief in which everything hangs together with everything."""
    rng = np.random.default_rng(seed)
    roots = rng.normal(0.0, 5.0, (others, cells, cells))
    return Belief(rng.normal(10.0, 10.0, (others, cells)), roots @ roots.transpose(0, 2, 1) + np.eye(cells))


def sampled(
    belief: Belief, other: int, marks: Numbers, low: float, high: float, noise: float
) -> tuple[Numbers, Numbers]:
    """Say mean and covariance of those samples whose package, misjudged by noise, comes to lie in the range."""
    rng = np.random.default_rng(7)
    worlds = rng.multivariate_normal(belief.means[other], belief.covariances[other], SAMPLES)
    seen = worlds @ marks + rng.normal(0.0, noise, SAMPLES)
    kept = worlds[(seen >= low) & (seen <= high)]
    assert len(kept) > 3000
    return kept.mean(axis=0), np.cov(kept.T)


RANGES = {
    "at_least": (0.5, inf), "at_most": (-inf, -0.5), "between": (-0.3, 0.9), "above_the_mean": (1.5, inf),
    "below_the_mean": (-inf, 1.0), "narrow": (0.2, 0.4),
}  # fmt: skip
"""In standard deviations from what is expected."""


@pytest.mark.parametrize("bounds", RANGES.values(), ids=RANGES)
@pytest.mark.parametrize("marks", [(1.0, 0.0, 1.0, 0.0), (1.0, -1.0, 0.0, 0.0)], ids=["package", "difference"])
def test_narrowing_agrees_with_sampling(bounds: tuple[float, float], marks: tuple[float, ...]) -> None:
    belief, package, noise = some_belief(3), np.array(marks), 3.0
    center = float(belief.expected(package)[0])
    width = float(np.hypot(belief.doubt(package)[0], noise))
    low, high = (center + bound * width for bound in bounds)
    narrowed = belief.narrowed(package, np.array([low]), np.array([high]), noise)
    means, covariance = sampled(belief, 0, package, low, high, noise)
    spread = np.sqrt(np.diagonal(belief.covariances[0]))
    assert np.abs(narrowed.means[0] - means).max() < 0.05 * spread.max()
    assert np.abs((narrowed.covariances[0] - covariance) / np.outer(spread, spread)).max() < 0.03


def test_each_is_narrowed_by_its_own_act_and_nobody_by_that_of_another() -> None:
    belief, noise = some_belief(5, others=3), np.array([1.0, 2.0, 4.0])
    marks = np.array([[1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 1.0], [1.0, 0.0, 0.0, 1.0]])
    low, high = np.array([30.0, -inf, -inf]), np.array([inf, inf, 0.0])
    together = belief.narrowed(marks, low, high, noise)
    for other in range(3):
        alone = Belief(belief.means[[other]], belief.covariances[[other]])
        alone = alone.narrowed(marks[other], low[[other]], high[[other]], float(noise[other]))
        assert np.allclose(together.means[other], alone.means[0])
        assert np.allclose(together.covariances[other], alone.covariances[0])
    assert np.array_equal(together.means[1], belief.means[1])
    assert np.array_equal(together.covariances[1], belief.covariances[1])
    assert not np.allclose(together.means[0], belief.means[0])


def test_less_is_learned_from_what_may_be_further_off() -> None:
    belief, marks = some_belief(6), np.array([1.0, 1.0, 0.0, 0.0])
    low = belief.expected(marks) + 5.0
    moves = [
        float((belief.narrowed(marks, low, np.array([inf]), noise).expected(marks) - belief.expected(marks))[0])
        for noise in (0.5, 4.0, 16.0, 200.0)
    ]
    assert all(one > other for one, other in pairwise(moves))
    assert 0.0 < moves[-1] < 0.25 * moves[0]


@pytest.mark.parametrize("noise", [0.5, 3.0, 20.0])
def test_what_is_told_counts_as_much_as_the_noise_lets_it(noise: float) -> None:
    """Held against adding up precisions, which is the other way to reckon the same."""
    belief, cells, said = some_belief(8, others=2), np.array([0, 2]), np.array([30.0, -5.0])
    told = belief.told(1, cells, said, noise)
    look = np.eye(CELLS)[cells]
    before = np.linalg.inv(belief.covariances[1])
    after = np.linalg.inv(before + look.T @ look / noise**2)
    assert np.allclose(told.covariances[1], after, atol=1e-6)
    assert np.allclose(told.means[1], after @ (before @ belief.means[1] + look.T @ said / noise**2), atol=1e-6)
    assert np.array_equal(told.means[0], belief.means[0])
    assert np.array_equal(told.covariances[0], belief.covariances[0])


def test_telling_pulls_to_what_was_said_the_more_the_less_noise() -> None:
    belief, cells, said = some_belief(9), np.array([1]), np.array([60.0])
    gaps = [abs(float(belief.told(0, cells, said, noise).means[0, 1]) - 60.0) for noise in (0.0, 1.0, 5.0, 50.0)]
    assert gaps[0] == pytest.approx(0.0, abs=1e-6)
    assert all(one < other for one, other in pairwise(gaps))
    assert gaps[-1] < abs(float(belief.means[0, 1]) - 60.0)
    assert belief.means[0, 1] == some_belief(9).means[0, 1]


Act = tuple[str, int, tuple[float, ...], float, float, float]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["least", "most", "range", "told"]), st.integers(0, 1),
        st.tuples(*[st.sampled_from([-1.0, 0.0, 1.0])] * CELLS), st.floats(-1e4, 1e4), st.floats(0.0, 50.0),
        st.floats(0.1, 20.0),
    ), min_size=1, max_size=12,
)  # fmt: skip


def after(belief: Belief, act: Act) -> Belief:
    """Take in something of any kind, likely or not."""
    kind, other, marks, at, span, noise = act
    if kind == "told":
        return belief.told(other, np.array([0, 3]), np.array([at, at - span]), noise)
    low, high = np.full(2, -inf), np.full(2, inf)
    low[other] = -inf if kind == "most" else at
    high[other] = inf if kind == "least" else at + span
    return belief.narrowed(np.array(marks), low, high, noise)


@settings(max_examples=60)
@given(st.integers(0, 1000), ACTS)
def test_no_evidence_however_odd_brings_a_belief_out_of_shape(seed: int, acts: list[Act]) -> None:
    belief = some_belief(seed, others=2)
    for act in acts:
        taken = after(belief, act)
        assert np.isfinite(taken.means).all()
        assert np.allclose(taken.covariances, taken.covariances.transpose(0, 2, 1), atol=1e-6)
        assert np.linalg.eigvalsh(taken.covariances).min() > -1e-6
        lesser = np.linalg.eigvalsh(belief.covariances - taken.covariances).min()
        assert lesser > -1e-6, "something learned made it less sure of something"
        belief = taken


@pytest.mark.parametrize(("low", "high"), [(1e5, inf), (-inf, -1e5), (1e5, 1e5), (-1e5, -1e5 + 1), (1e300, inf)])
def test_the_impossible_pulls_to_the_edge_of_what_it_says_and_not_beyond(low: float, high: float) -> None:
    belief, marks = some_belief(4), np.array([1.0, 1.0, 1.0, 0.0])
    taken = belief.narrowed(marks, np.array([low]), np.array([high]), 2.0)
    before, now, edge = float(belief.expected(marks)[0]), float(taken.expected(marks)[0]), low if low > 0 else high
    assert np.isfinite(taken.covariances).all()
    assert min(before, edge) < now < max(before, edge)
    assert 0.0 < taken.doubt(marks)[0] < belief.doubt(marks)[0]


def test_evidence_that_contradicts_itself_leaves_numbers_that_can_be_used() -> None:
    belief, marks = some_belief(2), np.array([1.0, 1.0, 1.0, 1.0])
    for _ in range(50):
        belief = belief.narrowed(marks, np.array([40.0]), np.array([inf]), 1.0)
        belief = belief.narrowed(marks, np.array([-inf]), np.array([-40.0]), 1.0)
    assert abs(float(belief.expected(marks)[0])) < 60.0
    assert 0.0 <= float(belief.chance(marks, 0.0, 3.0)[0]) <= 1.0


@given(st.integers(0, 100), st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=6), st.floats(0.1, 50.0))
def test_the_more_is_asked_the_less_likely_it_is(seed: int, asked: list[float], noise: float) -> None:
    belief, marks = some_belief(seed, others=2), np.array([1.0, 0.0, 1.0, 0.0])
    chances = [belief.chance(marks, least, noise) for least in sorted(asked)]
    assert all((one >= other).all() for one, other in pairwise(chances))
    assert all(((chance >= 0) & (chance <= 1)).all() for chance in chances)


def test_a_chance_is_even_at_what_is_expected_and_near_the_normal_one_elsewhere() -> None:
    belief, marks = some_belief(1), np.array([1.0, 0.0, 0.0, 1.0])
    center, width = belief.expected(marks), np.hypot(belief.doubt(marks), 3.0)
    assert belief.chance(marks, center, 3.0)[0] == pytest.approx(0.5)
    for away, normal in ((-1.0, 0.8413), (-2.0, 0.9772), (0.5, 0.3085), (1.5, 0.0668)):
        assert belief.chance(marks, center + away * width, 3.0)[0] == pytest.approx(normal, abs=0.012)


def test_many_packages_are_looked_at_as_each_alone() -> None:
    belief = some_belief(11, others=3)
    packages = np.random.default_rng(1).integers(0, 2, (6, CELLS)).astype(float)
    for look in (belief.expected, belief.doubt, lambda marks: belief.chance(marks, 2.0, 3.0)):
        together = look(packages)
        assert together.shape == (3, 6)
        assert np.allclose(together, np.stack([look(package) for package in packages], axis=1))
