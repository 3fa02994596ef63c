"""Whole points: the bests add up to 100, issues keep their order, and the error told is the largest there is."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.scenario.domains.rounding import find_bid, largest_error, round_worths

WORTHS = some.lists(some.lists(some.floats(0, 1), min_size=2, max_size=4), min_size=1, max_size=4).filter(
    lambda issues: sum(map(max, issues)) > 0.01
)


def scaled(issues: list[list[float]]) -> list[list[float]]:
    best = sum(map(max, issues))
    return [[worth / best for worth in issue] for issue in issues]


@settings(deadline=None)
@given(WORTHS)
def test_points_keep_the_total_and_the_order_and_the_error_is_exact(issues: list[list[float]]) -> None:
    worths = scaled(issues)
    points = round_worths(worths)
    assert sum(max(issue) for issue in points) == 100
    for exact, whole in zip(worths, points, strict=True):
        ranked = sorted(range(len(exact)), key=exact.__getitem__)
        assert [whole[at] for at in ranked] == sorted(whole)
    packages = product(*(zip(exact, whole, strict=True) for exact, whole in zip(worths, points, strict=True)))
    off = max(abs(sum(whole - 100 * exact for exact, whole in package)) for package in packages)
    assert largest_error(worths, points) == pytest.approx(off, abs=1e-9)
    assert off < 1.5 * len(worths)


@settings(deadline=None)
@given(WORTHS)
def test_whole_percents_stay_as_they_are(issues: list[list[float]]) -> None:
    points = round_worths(scaled(issues))
    assert round_worths([[worth / 100 for worth in issue] for issue in points]) == points


@settings(deadline=None)
@given(WORTHS, some.integers(0, 100))
def test_a_reservation_bid_is_worth_what_it_says(issues: list[list[float]], wanted: int) -> None:
    points = round_worths(scaled(issues))
    bid, worth = find_bid(points, wanted)
    assert sum(points[issue][option] for issue, option in bid.items()) == worth
    assert worth >= wanted
    open_too = [(*issue, 0) for issue in points]
    assert worth == min(total for total in map(sum, product(*open_too)) if total >= wanted)
