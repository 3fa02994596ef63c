"""The search over packages, held against looking at all of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from math import exp

import numpy as np
import pytest
from language import Game
from watching import SHIPPED, shipped

from game.opponents.board import board_of
from game.opponents.draft import BREADTH, FORBIDDEN, SPREAD
from game.opponents.estimate import others_of
from game.opponents.ledger import ledger
from game.opponents.manner import CONSENSUS_BUILDER
from game.opponents.mind.agenda import OPEN, Agenda
from game.opponents.mind.search import Ground

SEATS, STARTS = 4, 10


def some_ground(seed: int) -> Ground:
    """Make a ground of 3 to 5 issues on which seats want different things and some pairs do not go together."""
    rng = np.random.default_rng(seed)
    sizes = tuple(int(size) for size in rng.integers(2, 5, rng.integers(3, 6)))
    agenda = Agenda(sizes)
    losses = np.where(rng.random((SEATS, agenda.cells, agenda.cells)) < 0.06, rng.uniform(0.0, 15.0), 0.0)
    losses = np.maximum(losses, losses.transpose(0, 2, 1))
    losses[:, agenda.issue_of[:, None] == agenda.issue_of[None, :]] *= np.eye(agenda.cells)[
        agenda.issue_of[:, None] == agenda.issue_of[None, :]
    ]
    columns = []
    for size in sizes:
        kept = [n for n in range(size) if rng.random() < 0.9] or [0]
        columns.append(np.array([OPEN, *kept], np.intp))
    breadth = tuple(np.array([1.0, *(0.97 for _ in column[1:])]) for column in columns)
    margins, widths = rng.normal(0.0, 10.0, (SEATS, agenda.cells)), rng.uniform(5.0, 12.0, SEATS)
    return Ground(agenda, margins, widths, losses, tuple(columns), breadth)


def cost(ground: Ground, package: tuple[int, ...], weights: np.ndarray) -> float:
    """Say what a package costs, straight from the definition."""
    cells = [start + n for start, n in zip(ground.agenda.starts, package, strict=True) if n != OPEN]
    total = 0.0
    for seat in range(len(ground.margins)):
        margin = sum(ground.margins[seat, cell] - ground.losses[seat, cell, cell] for cell in cells)
        margin -= sum(ground.losses[seat, one, other] for one, other in combinations(cells, 2))
        total += weights[seat] * exp(-margin / ground.widths[seat])
    for column, wide, n in zip(ground.columns, ground.breadth, package, strict=True):
        total *= wide[list(column).index(n)]
    return float(total)


def everything(ground: Ground) -> Iterator[tuple[int, ...]]:
    yield from product(*(tuple(int(n) for n in column) for column in ground.columns))


def starts(ground: Ground, seed: int) -> np.ndarray:
    rng = np.random.default_rng(1000 + seed)
    return np.array([[rng.choice(column) for column in ground.columns] for _ in range(STARTS)], np.intp)


def weights_of(seed: int) -> np.ndarray:
    return np.random.default_rng(2000 + seed).uniform(0.05, 1.5, SEATS)


@pytest.mark.parametrize("seed", range(25))
def test_a_search_never_ends_dearer_than_it_began_nor_where_one_step_helps(seed: int) -> None:
    ground, begun, weights = some_ground(seed), starts(some_ground(seed), seed), weights_of(seed)
    untouched = begun.copy()
    found = ground.descend(begun, np.tile(weights, (STARTS, 1)))
    assert np.array_equal(begun, untouched)
    for before, package in zip(begun, map(tuple, found), strict=True):
        here = cost(ground, package, weights)
        assert here <= cost(ground, tuple(before), weights) * (1 + 1e-9)
        assert all(n in column for n, column in zip(package, ground.columns, strict=True))
        for number, column in enumerate(ground.columns):
            for n in column:
                step = (*package[:number], int(n), *package[number + 1 :])
                assert here <= cost(ground, step, weights) * (1 + 1e-6)


def test_from_several_places_it_finds_the_cheapest_of_all_packages() -> None:
    hits, grounds = 0, 60
    for seed in range(grounds):
        ground, weights = some_ground(seed), weights_of(seed)
        found = ground.descend(starts(ground, seed), np.tile(weights, (STARTS, 1)))
        cheapest = min(cost(ground, package, weights) for package in everything(ground))
        hits += min(cost(ground, tuple(package), weights) for package in found) <= cheapest * (1 + 1e-6)
    assert hits >= 0.95 * grounds


def test_each_package_is_searched_with_its_own_weights() -> None:
    ground = some_ground(3)
    begun = np.full((2, len(ground.columns)), OPEN, np.intp)
    selfish, fair = np.array([1.0, 0.0, 0.0, 0.0]), np.ones(4)
    together = ground.descend(begun, np.array([selfish, fair]))
    assert np.array_equal(together[0], ground.descend(begun[:1], selfish[None])[0])
    assert np.array_equal(together[1], ground.descend(begun[1:], fair[None])[0])
    assert not np.array_equal(together[0], together[1])


def test_what_is_no_better_is_left_as_it_is() -> None:
    agenda = Agenda((2, 2))
    column = np.array([OPEN, 0, 1], np.intp)
    ground = Ground(
        agenda, np.zeros((1, 4)), np.ones(1), np.zeros((1, 4, 4)), (column, column), (np.ones(3), np.ones(3))
    )  # fmt: skip
    begun = np.array([[OPEN, 1], [1, 0], [0, OPEN]], np.intp)
    assert np.array_equal(ground.descend(begun, np.ones((3, 1))), begun)


def test_two_options_that_do_not_go_together_are_not_put_together() -> None:
    agenda, column = Agenda((2, 2)), np.array([OPEN, 0, 1], np.intp)
    losses = np.zeros((1, 4, 4))
    margins = np.array([[10.0, 1.0, 10.0, 1.0]])
    ones = (np.ones(3), np.ones(3))
    free = Ground(agenda, margins, np.ones(1), losses, (column, column), ones)
    begun = np.array([[OPEN, OPEN]], np.intp)
    assert free.descend(begun, np.ones((1, 1))).tolist() == [[0, 0]]
    losses = losses.copy()
    losses[0, 0, 2] = losses[0, 2, 0] = 12.0
    bound = Ground(agenda, margins, np.ones(1), losses, (column, column), ones)
    assert bound.descend(begun, np.ones((1, 1))).tolist() == [[0, 1]]


def test_margins_beyond_all_measure_overflow_nothing() -> None:
    agenda, column = Agenda((2, 2)), np.array([OPEN, 0, 1], np.intp)
    margins = np.array([[-1e6, 5.0, 1e6, -1e6], [3.0, 3.0, 3.0, 3.0]])
    ground = Ground(agenda, margins, np.ones(2), np.zeros((2, 4, 4)), (column, column), (np.ones(3), np.ones(3)))
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        found = ground.descend(np.array([[0, 1]], np.intp), np.ones((1, 2)))
    assert found.tolist() == [[1, 0]]


def shipped_ground(name: str) -> Ground:
    """Set out what the first seat of a case takes its options to bring everybody, as a draft does."""
    sight = Game(shipped(name)).view(shipped(name).agency_ids[0])
    others, board = others_of(sight, CONSENSUS_BUILDER), board_of(sight.scene)
    margins = np.vstack((board.spread_out(ledger(sight).margins), others.margins.means))
    losses = np.concatenate((np.zeros((1, *others.bans.shape[1:])), FORBIDDEN * others.bans))
    columns = tuple(np.arange(size) for size in board.agenda.sizes)
    breadth = tuple(np.where(column == 0, 1.0, BREADTH) for column in columns)
    return Ground(board.agenda, margins, np.full(len(margins), SPREAD), losses, columns, breadth)


@pytest.mark.parametrize("name", SHIPPED)
def test_on_the_ground_of_each_shipped_case_it_finds_the_cheapest_that_settles_everything(name: str) -> None:
    ground = shipped_ground(name)
    weights = np.random.default_rng(5).uniform(0.2, 1.0, len(ground.margins))
    packages = ground.agenda.packages()
    marks = np.array([ground.agenda.marks(package) for package in packages])
    costs = np.zeros(len(packages))
    for weight, margins, losses, width in zip(weights, ground.margins, ground.losses, ground.widths, strict=True):
        lost = 0.5 * ((marks @ losses * marks).sum(axis=1) + marks @ np.diagonal(losses))
        costs += weight * np.exp(-(marks @ margins - lost) / width)
    costs *= np.prod([wide[packages[:, n]] for n, wide in enumerate(ground.breadth)], axis=0)
    begun = packages[np.random.default_rng(6).integers(0, len(packages), STARTS)]
    found = ground.descend(begun, np.tile(weights, (STARTS, 1)))
    reached = min(cost(ground, tuple(package), weights) for package in found)
    assert reached == pytest.approx(costs.min())
    assert costs.min() < 0.9 * np.median(costs)
