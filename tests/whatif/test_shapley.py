"""Shapley values: what they must add up to, and games with values known from the literature."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.whatif.shapley import shapley


def worths(causes: int) -> st.SearchStrategy[list[float]]:
    return st.lists(st.floats(-1, 1), min_size=1 << causes, max_size=1 << causes)


games = st.integers(0, 5).flatmap(worths)


def test_a_pair_of_gloves() -> None:
    # one left glove, two right ones: a pair is worth 1 (2/3, 1/6, 1/6)
    worth = [float(bool(members & 1 and members & 6)) for members in range(8)]
    assert shapley(worth) == pytest.approx((2 / 3, 1 / 6, 1 / 6))


def test_who_does_all_gets_all_and_who_does_nothing_nothing() -> None:
    assert shapley([float(members & 1) * 0.4 for members in range(4)]) == pytest.approx((0.4, 0.0))


def test_no_causes_no_shares() -> None:
    assert shapley([0.7]) == ()


@pytest.mark.parametrize("length", [0, 3, 5, 6])
def test_every_set_of_causes_needs_its_worth(length: int) -> None:
    with pytest.raises(ValueError, match="not those of all sets"):
        shapley([0.0] * length)


@given(games)
def test_shares_add_up_to_what_all_did_together(worth: list[float]) -> None:
    assert sum(shapley(worth)) == pytest.approx(worth[-1] - worth[0], abs=1e-9)


@given(st.integers(1, 4).flatmap(lambda n: st.tuples(worths(n), worths(n))))
def test_two_games_at_once_give_the_shares_of_both(pair: tuple[list[float], list[float]]) -> None:
    one, other = pair
    both = shapley([a + b for a, b in zip(one, other, strict=True)])
    assert both == pytest.approx([a + b for a, b in zip(shapley(one), shapley(other), strict=True)], abs=1e-9)


@given(st.integers(2, 5).flatmap(worths))
def test_causes_that_are_alike_get_alike(worth: list[float]) -> None:
    swapped = [(m & ~3) | (m & 1) << 1 | (m >> 1 & 1) for m in range(len(worth))]
    alike = [(worth[m] + worth[swapped[m]]) / 2 for m in range(len(worth))]
    shares = shapley(alike)
    assert shares[0] == pytest.approx(shares[1], abs=1e-9)
