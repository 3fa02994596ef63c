"""What may be forbidden to others: chances over pairs, moved by blocks and yeses."""

from __future__ import annotations

from itertools import combinations
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents.mind.agenda import OPEN, Agenda
from game.opponents.red_lines import MOST_SURE, after_block, after_yes, allowed

AGENDA = Agenda((3, 2, 3, 2))
ISSUES = st.tuples(*(st.integers(OPEN, size - 1) for size in AGENDA.sizes))


def some_bans(seed: int, *, others: int = 1, most: float = 0.3) -> np.ndarray:
    """Make symmetric chances that two options together, or one alone, are forbidden."""
    drawn = np.random.default_rng(seed).uniform(0.0, most, (others, AGENDA.cells, AGENDA.cells))
    return np.triu(drawn) + np.triu(drawn, 1).transpose(0, 2, 1)


def usual_bans() -> np.ndarray:
    """Make chances that know nothing yet: all pairs of different issues alike."""
    apart = (AGENDA.issue_of[:, None] != AGENDA.issue_of[None, :]) * 1.0
    return 0.02 * apart + 0.05 * np.eye(AGENDA.cells)


def by_pairs(bans: np.ndarray, marks: np.ndarray) -> float:
    """Multiply out, pair by pair, that none of them is forbidden."""
    cells = np.flatnonzero(marks)
    alone = prod(1.0 - min(bans[c, c], MOST_SURE) for c in cells)
    return alone * prod(1.0 - min(bans[a, b], MOST_SURE) for a, b in combinations(cells, 2))


@given(st.integers(0, 1000), ISSUES)
def test_a_package_is_allowed_if_no_pair_in_it_is_forbidden(seed: int, package: tuple[int, ...]) -> None:
    bans, marks = some_bans(seed, others=3, most=1.0), AGENDA.marks(package)
    assert np.allclose(allowed(bans, marks), [by_pairs(of, marks) for of in bans])


def test_many_packages_are_looked_at_as_each_alone() -> None:
    bans = some_bans(2, others=3)
    packages = np.array([AGENDA.marks(package) for package in AGENDA.packages()[::5]])
    together = allowed(bans, packages)
    assert together.shape == (3, len(packages))
    assert np.allclose(together, np.stack([allowed(bans, marks) for marks in packages], axis=1))


@given(st.integers(0, 1000), ISSUES.filter(lambda package: any(n != OPEN for n in package)))
def test_a_block_raises_and_a_yes_lowers_exactly_the_chances_inside_the_text(
    seed: int, package: tuple[int, ...]
) -> None:
    bans, marks = some_bans(seed, most=0.2)[0] + 0.001, AGENDA.marks(package)
    inside = np.outer(marks, marks) > 0
    blocked, agreed = after_block(bans, marks), after_yes(bans, marks)
    assert (blocked[inside] > bans[inside]).all()
    assert (agreed[inside] < bans[inside]).all()
    assert (agreed[inside] > 0).all()
    for moved in (blocked, agreed):
        assert np.array_equal(moved[~inside], bans[~inside])
        assert np.array_equal(moved, moved.T)
        assert ((moved >= 0) & (moved <= MOST_SURE)).all()
    assert allowed(blocked[None], marks)[0] < allowed(bans[None], marks)[0] < allowed(agreed[None], marks)[0]


def test_a_block_of_one_term_says_more_of_it_than_a_block_of_many() -> None:
    bans, one, many = usual_bans(), AGENDA.marks((1, OPEN, OPEN, OPEN)), AGENDA.marks((1, 1, 1, 1))
    assert after_block(bans, one)[1, 1] > 2 * after_block(bans, many)[1, 1] > 2 * bans[1, 1]


def test_blocks_and_yeses_never_make_so_sure_that_the_other_is_not_heard() -> None:
    bans, marks = usual_bans(), AGENDA.marks((1, 1, OPEN, OPEN))
    for moves, low, high in (
        ((after_block,) * 30, 0.0, 0.2),
        ((after_yes,) * 3, 0.95, 1.0),
        ((after_block,) * 3, 0.0, 0.2),
    ):
        for move in moves:
            bans = move(bans, marks)
        assert low < allowed(bans[None], marks)[0] < high


@pytest.mark.parametrize("is_yes_first", [True, False])
def test_two_blocked_texts_and_one_endorsed_leave_their_common_pair_most_suspect(is_yes_first: bool) -> None:
    """Both blocked texts join option 1 of the first issue to option 0 of the third; the endorsed one has each, or one
    of them with all the rest, but not both."""
    bans = usual_bans()
    yes = [AGENDA.marks((1, 0, 2, 0)), AGENDA.marks((0, 1, 0, 1))]
    no = [AGENDA.marks((1, 0, 0, 1)), AGENDA.marks((1, 1, 0, 0))]
    acts = [*((after_yes, marks) for marks in yes), *((after_block, marks) for marks in no)]
    for move, marks in acts if is_yes_first else reversed(acts):
        bans = move(bans, marks)
    first, third = AGENDA.starts[0] + 1, AGENDA.starts[2]
    pairs = {(a, b): bans[a, b] for a in range(AGENDA.cells) for b in range(a, AGENDA.cells)}
    assert max(pairs, key=lambda pair: pairs[pair]) == (first, third)
    assert pairs[first, third] > 2 * max(chance for pair, chance in pairs.items() if pair != (first, third))
