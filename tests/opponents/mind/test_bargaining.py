"""The bargaining mind: beliefs against sampling, never below no agreement, always a deal among its own kind."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from game.opponents.mind import demands
from game.opponents.mind.agenda import Agenda
from game.opponents.mind.bargaining import (
    AMONG_MANY,
    AMONG_TWO,
    Moment,
    accepts,
    fallback,
    hope,
    least_new,
    look,
    propose,
    prospects,
    unless_refused,
)
from game.opponents.mind.belief import Belief, Numbers

ROUNDS = 100
AGENDA = Agenda((4, 4, 4, 4))
MARKS = np.stack([AGENDA.marks([int(option) for option in one]) for one in AGENDA.packages()])
MOMENTS = [Moment((step + 1) / (ROUNDS + 1), ROUNDS - 1 - step, has_last_word=step % 2 == 0) for step in range(ROUNDS)]


def wants(seed: int, parties: int, most_reserved: float) -> Numbers:
    """Draw gains of all packages (parties, packages), with a deal for all in them."""
    for attempt in range(1_000):
        draw = np.random.default_rng((seed, attempt))
        values = draw.random((parties, 4, 4))
        values -= values.min(axis=2, keepdims=True)
        values *= (draw.dirichlet(np.full(4, 2.0), parties) / values.max(axis=2))[:, :, None]
        reserved = draw.uniform(0.0, most_reserved, parties)[:, None]
        gains = (values.reshape(parties, -1) @ MARKS.T - reserved) / (1.0 - reserved)
        if (gains > 0.1).all(axis=0).any():
            return np.asarray(gains)
    raise AssertionError("no such wants")


class Seat:
    """Plays the mind in a loop of its own, without NegMAS."""

    def __init__(self, own: Numbers, others: int, at: int) -> None:
        self.own, self.at = own, at
        self.course = AMONG_TWO if others == 1 else AMONG_MANY
        self.belief = demands.first_belief(AGENDA, others)
        self.met: set[int] = set()
        self.asked: list[int] = []
        self.used = np.zeros(len(own), dtype=bool)

    def hear(self, other: int, package: int, time: float) -> None:
        row = other - (other > self.at)
        if row in self.met:
            self.belief = demands.after_offer(self.belief, row, MARKS[package], time)
        else:
            self.belief = demands.after_first_offer(self.belief, AGENDA, row, MARKS[package])
        self.met.add(row)
        self.asked.append(package)

    def answer(self, moment: Moment, offer: int | None) -> int | None:
        """Give None to accept, else what it proposes."""
        outlook = look(self.own, demands.worths(self.belief, MARKS), self.course)
        prospect = np.zeros(len(self.own))
        if moment.time >= self.course.late:
            chances = demands.assents(self.belief, MARKS, moment.time, self.course.misread)
            left_over = fallback([float(self.own[one]) for one in self.asked[-4:]], self.course, moment)
            prospect = prospects(self.own, chances, self.asked, left_over)
        following = propose(outlook, self.course, moment, prospect, self.used, 0.95)
        if offer is not None and accepts(outlook, self.course, moment, prospect, following, offer, 1.0):
            return None
        self.used[following] = True
        return following


def bargain(gains: Numbers) -> tuple[int | None, list[tuple[int, int]]]:
    """Let copies bargain by alternating offers; the deal, and who proposed what."""
    parties = len(gains)
    seats = [Seat(gains[at], parties - 1, at) for at in range(parties)]
    offer: int | None = None
    willing = 0
    said: list[tuple[int, int]] = []
    for step in range(ROUNDS):
        time = (step + 1) / (ROUNDS + 1)
        for at, seat in enumerate(seats):
            answer = seat.answer(Moment(time, ROUNDS - 1 - step, has_last_word=at > 0), offer)
            if answer is None:
                willing += 1
                assert offer is not None
                if willing == parties:
                    return offer, said
                assert gains[at, offer] > 0
            else:
                offer, willing = answer, 1
                said.append((at, answer))
                for other, listener in enumerate(seats):
                    if other != at:
                        listener.hear(at, answer, time)
    return None, said


@pytest.mark.parametrize("seed", range(4))
def test_two_of_a_kind_agree_on_what_is_good_for_both(seed: int) -> None:
    gains = wants(seed, 2, 0.5)
    deal, said = bargain(gains)
    assert deal is not None
    assert (gains[:, deal] > 0).all()
    assert all(gains[at, package] > 0 for at, package in said)


@pytest.mark.parametrize("parties", [4, 5, 6])
def test_many_of_a_kind_agree_on_what_is_good_for_all(parties: int) -> None:
    gains = wants(parties, parties, 0.3)
    deal, said = bargain(gains)
    assert deal is not None
    assert (gains[:, deal] > 0).all()
    assert all(gains[at, package] > 0 for at, package in said)


@pytest.mark.parametrize("course", [AMONG_TWO, AMONG_MANY])
def test_hopes_never_rise_and_stay_until_late(course: object) -> None:
    assert course in (AMONG_TWO, AMONG_MANY)
    chosen = AMONG_TWO if course is AMONG_TWO else AMONG_MANY
    gains = wants(9, 2, 0.5)
    outlook = look(gains[0], gains[1:], chosen)
    hopes = [hope(outlook, chosen, moment.time, 0.3) for moment in MOMENTS]
    assert all(later <= earlier + 1e-12 for earlier, later in pairwise(hopes))
    held = [one for one, moment in zip(hopes, MOMENTS, strict=True) if chosen.opening <= moment.time < chosen.late]
    assert held == [outlook.own[outlook.goal]] * len(held)
    assert hopes[-1] == pytest.approx(0.3, abs=0.01)


def test_proposals_bring_what_is_hoped_for_until_late() -> None:
    gains = wants(10, 2, 0.5)
    outlook = look(gains[0], gains[1:], AMONG_TWO)
    nothing = np.zeros(len(MARKS))
    for moment in MOMENTS:
        if moment.time < AMONG_TWO.late:
            package = propose(outlook, AMONG_TWO, moment, nothing, np.zeros(len(MARKS), dtype=bool), 1.0)
            assert outlook.own[package] >= hope(outlook, AMONG_TWO, moment.time, 0.0) - 1e-9


def test_new_proposals_go_further_down_for_those_who_return_them() -> None:
    always, never = [True] * 8, [False] * 8
    assert least_new(always, never) < least_new(always, always)
    assert least_new(always, always) == least_new(never, never) == least_new((), ())


def test_when_all_it_hopes_for_was_said_the_next_best_is_proposed_down_to_a_limit() -> None:
    gains = wants(13, 2, 0.5)
    outlook = look(gains[0], gains[1:], AMONG_TWO)
    moment, nothing = MOMENTS[50], np.zeros(len(MARKS))
    goal = outlook.own[outlook.goal]
    used = outlook.own >= goal - 1e-9
    following = propose(outlook, AMONG_TWO, moment, nothing, used, 0.8)
    assert outlook.own[following] == outlook.own[~used].max()
    used = outlook.own >= 0.8 * goal
    assert used[propose(outlook, AMONG_TWO, moment, nothing, used, 0.8)]


def test_what_others_would_refuse_is_not_taken_while_one_can_still_propose() -> None:
    gains = wants(14, 4, 0.3)
    outlook = look(gains[0], gains[1:], AMONG_MANY)
    good = int(np.argmax(gains.min(axis=0)))
    prospect = np.full(len(MARKS), 0.5 * gains[0, good])
    last = Moment(1.0, 0, has_last_word=False)
    assert accepts(outlook, AMONG_MANY, last, prospect, good, good, rest=0.9)
    assert not accepts(outlook, AMONG_MANY, last, prospect, good, good, rest=0.1)
    too_late = Moment(1.0, 0, has_last_word=True)
    assert accepts(outlook, AMONG_MANY, too_late, prospect, good, good, rest=0.1)


def test_what_somebody_has_just_refused_is_not_hoped_for_nor_what_it_likes_less() -> None:
    others = wants(15, 3, 0.3)
    even = np.full_like(others, 0.5)
    package = int(np.argsort(others[1])[len(MARKS) // 2])
    left = unless_refused(even, others, {1: package}, AMONG_MANY)
    assert (left[1, others[1] <= others[1, package]] < 0.5).all()
    assert (left[1, others[1] > others[1, package]] == 0.5).all()
    assert (left[[0, 2]] == 0.5).all()
    assert (unless_refused(even, others, {}, AMONG_MANY) == even).all()


def test_nothing_is_accepted_that_is_no_better_than_no_agreement() -> None:
    gains = wants(11, 2, 0.5)
    outlook = look(gains[0], gains[1:], AMONG_TWO)
    worse = [int(one) for one in np.flatnonzero(gains[0] <= 0)]
    assert worse
    prospect = np.full(len(MARKS), -1.0)
    assert not any(
        accepts(outlook, AMONG_TWO, moment, prospect, package, package, 1.0) for moment in MOMENTS for package in worse
    )


def test_nothing_is_proposed_at_the_end_that_is_no_better_than_no_agreement() -> None:
    own = wants(12, 2, 0.5)[0]
    prospect = prospects(own, np.ones((1, len(own))), (), 0.0)
    assert own[int(np.argmax(prospect))] > 0
    assert (prospect[own <= 0] == -1.0).all()


def sampled(belief: Belief, row: Numbers, low: float, high: float, noise: float) -> tuple[Numbers, Numbers]:
    """Mean and covariance of what a belief becomes, by drawing and weighing."""
    draw = np.random.default_rng(3)
    drawn = draw.multivariate_normal(belief.means[0], belief.covariances[0], 100_000)
    worth = drawn @ row + noise * draw.standard_normal(len(drawn))
    kept = drawn[(worth >= low) & (worth <= high)]
    return kept.mean(axis=0), np.cov(kept.T)


@pytest.mark.parametrize(("low", "high"), [(0.6, 0.9), (-np.inf, 0.4), (0.7, np.inf)])
def test_beliefs_narrow_as_sampling_says(low: float, high: float) -> None:
    small = Agenda((3, 2))
    belief = demands.first_belief(small, 2)
    row = np.append(small.marks((1, 0)), 0.25)
    lows, highs = np.array([low, -np.inf]), np.array([high, np.inf])
    after = belief.narrowed(row, lows, highs, 0.05)
    mean, covariance = sampled(belief, row, low, high, 0.05)
    assert after.means[0] == pytest.approx(mean, abs=0.004)
    assert after.covariances[0] == pytest.approx(covariance, abs=0.002)
    assert after.means[1] == pytest.approx(belief.means[1])


def test_answers_tell_what_somebody_demands() -> None:
    belief, _ = asks(1, 20)
    marks = MARKS[[100]]
    before = demands.assents(belief, marks, 0.9, 0.05)[0, 0]
    refused = demands.after_answer(belief, 0, MARKS[100], 0.9, is_good=False)
    accepted = demands.after_answer(belief, 0, MARKS[100], 0.9, is_good=True)
    assert demands.assents(refused, marks, 0.9, 0.05)[0, 0] < before
    assert demands.assents(accepted, marks, 0.9, 0.05)[0, 0] > before


@pytest.mark.parametrize("seed", range(3))
def test_the_best_is_worth_one_and_a_package_drawn_at_random_half(seed: int) -> None:
    belief, _ = asks(seed, 40)
    worths = demands.worths(belief, MARKS)
    assert worths.max() == pytest.approx(1.0)
    assert worths.mean() == pytest.approx(demands.USUAL)


def asks(seed: int, offers: int) -> tuple[Belief, Sequence[float]]:
    """Let somebody come down honestly and believe it."""
    worth = wants(seed, 1, 0.0)[0]
    draw = np.random.default_rng(seed)
    belief = demands.after_first_offer(demands.first_belief(AGENDA, 1), AGENDA, 0, MARKS[int(np.argmax(worth))])
    for step in range(1, offers):
        time = step / offers
        near = np.flatnonzero(np.abs(worth - (1.0 - 0.3 * time**2)) < 0.03)
        belief = demands.after_offer(belief, 0, MARKS[int(draw.choice(near))], time)
    return belief, [float(one) for one in worth]


@pytest.mark.parametrize("seed", range(3))
def test_what_somebody_wants_is_read_from_how_it_comes_down(seed: int) -> None:
    belief, worth = asks(seed, 60)
    guessed = demands.worths(belief, MARKS)[0]
    assert float(np.corrcoef(guessed, worth)[0, 1]) > 0.9
    assert float(belief.means[0, -1]) == pytest.approx(0.3, abs=0.15)
