"""What others demand as they bargain: a belief with one cell more, for how far each comes down by the end.

Somebody who asks for a package at a time is taken to ask for its best less what it comes down by then:
worth + yield * time^2 = 1. So worth and coming down are learned together, as one linear regression; Hindriks & Tykhonov
(Opponent modelling in automated multi-issue negotiation using Bayesian learning, 2008) take one curve for all.
"""

from math import inf

import numpy as np

from game.opponents.mind.agenda import Agenda, Marks
from game.opponents.mind.belief import Belief, Numbers

WEIGHT_DOUBT, OPTION_DOUBT = 0.3, 0.4
"""Doubt about what an issue weighs, and about what an option is worth, as shares of what an issue usually weighs."""
YIELD, YIELD_DOUBT = 0.2, 0.2
"""How far somebody usually comes down by the end, and the doubt about it, as shares of its best package."""
BENT = 2.0
"""How late it comes down: the power of time."""
BEST_NOISE, ORDER_NOISE, OFFER_NOISE, ANSWER_NOISE = 0.03, 0.05, 0.05, 0.1
"""How far first offers are off the best package, options off their order, later offers off the curve, and answers."""
USUAL = 0.5
"""What a package drawn at random is usually worth, as a share of the best."""


def first_belief(agenda: Agenda, others: int) -> Belief:
    """Believe of each that its best package is worth about 1 and its worst 0; the last cell is what it yields."""
    issues, cells = len(agenda.sizes), agenda.cells
    is_same = agenda.issue_of[:, None] == agenda.issue_of[None, :]
    covariance = np.zeros((cells + 1, cells + 1))
    covariance[:cells, :cells] = is_same * (0.5 * WEIGHT_DOUBT / issues) ** 2
    covariance += np.diag([*[(OPTION_DOUBT / issues) ** 2] * cells, YIELD_DOUBT**2])
    mean = np.array([*[0.5 / issues] * cells, YIELD])
    return Belief(np.repeat(mean[None], others, axis=0), np.repeat(covariance[None], others, axis=0))


def after_first_offer(belief: Belief, agenda: Agenda, other: int, marks: Marks) -> Belief:
    """Take in the first package somebody asks for: the best there is for it, option by option."""
    belief = belief.narrowed(np.append(marks, 0.0), *_between(belief, other, 1.0, 1.0), BEST_NOISE)
    for start, size in zip(agenda.starts, agenda.sizes, strict=True):
        best = start + int(np.argmax(marks[start : start + size]))
        for cell in range(start, start + size):
            if cell != best:
                behind = np.zeros(agenda.cells + 1)
                behind[cell], behind[best] = 1.0, -1.0
                belief = belief.narrowed(behind, *_between(belief, other, -inf, 0.0), ORDER_NOISE)
    return belief


def after_offer(belief: Belief, other: int, marks: Marks, time: float) -> Belief:
    """Take in a later package somebody asks for."""
    return belief.narrowed(np.append(marks, time**BENT), *_between(belief, other, 1.0, 1.0), OFFER_NOISE)


def after_answer(belief: Belief, other: int, marks: Marks, time: float, is_good: bool) -> Belief:
    """Take in that somebody would have had a package of another's, or would not: what it brings is what it demands by
    then at least, or at most."""
    low, high = (1.0, inf) if is_good else (-inf, 1.0)
    return belief.narrowed(np.append(marks, time**BENT), *_between(belief, other, low, high), ANSWER_NOISE)


def worths(belief: Belief, marks: Marks) -> Numbers:
    """Say what packages are taken to be worth to each, 1 at its best (others, packages); `marks` of all packages."""
    expected = belief.means[:, :-1] @ marks.T
    best, usual = expected.max(axis=1, keepdims=True), expected.mean(axis=1, keepdims=True)
    return np.asarray(1.0 - (1.0 - USUAL) * (best - expected) / np.maximum(best - usual, 1e-9))


def assents(belief: Belief, marks: Marks, time: float, noise: float) -> Numbers:
    """Say how likely each finds packages worth what it demands by a time (others, packages)."""
    return belief.chance(np.column_stack([marks, np.full(len(marks), time**BENT)]), 1.0, noise)


def _between(belief: Belief, other: int, low: float, high: float) -> tuple[Numbers, Numbers]:
    """Bound one of them alone; a point is taken for a hair's breadth."""
    lows, highs = np.full(len(belief.means), -inf), np.full(len(belief.means), inf)
    lows[other], highs[other] = low - 1e-3 * (low == high), high + 1e-3 * (low == high)
    return lows, highs
