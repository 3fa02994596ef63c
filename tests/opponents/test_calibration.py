"""How near to the truth computer seats come, over whole games of the shipped cases."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from watching import SHIPPED, Watched, watched

from game.opponents.board import board_of
from game.opponents.estimate import others_of
from game.opponents.ledger import forbidden_pairs, ledger
from game.opponents.luck import Luck
from game.opponents.manner import BEGINNER, MIXED, PRACTITIONER, VETERAN, Level
from game.opponents.mind.agenda import OPEN
from game.opponents.prospect import prospect_of
from game.rules.commands import Decline, Sign, SignWithReservation
from game.rules.view import View, view
from game.rules.vocabulary import Phase

Numbers = NDArray[np.float64]
PACKAGES = 40


def games(manner: str, passes: int) -> list[Watched]:
    """Play all cases so many times, with ever other seeds: a seed is also a mood, and here is one of every kind."""
    cases = len(SHIPPED)
    return [watched(name, n + cases * k, manner, VETERAN) for k in range(passes) for n, name in enumerate(SHIPPED)]


@cache
def last_round(manner: str, passes: int) -> Numbers:
    """Give, at the end of the last round of talk, for every other seat, every third of those it looks at, and packages
    by chance: margin as estimated and in truth, chance as estimated, and whether it could sign (4, pairs)."""
    rows = []
    for game in games(manner, passes):
        state = game.first_of(Phase.STANCES, number=game.case.rounds)
        if state is None:
            continue
        agenda, rng = board_of(state.scene).agenda, np.random.default_rng(game.seed)
        drawn = np.stack([rng.integers(OPEN, size, PACKAGES) for size in agenda.sizes], axis=1)
        marks = np.array([agenda.marks(package) for package in drawn])
        truth = {agency: in_truth(view(state, agency), marks) for agency in game.case.agency_ids}
        for seat in game.case.agency_ids[::3]:
            others = others_of(view(state, seat), game.manners[seat])
            for margins, chances, other in zip(
                others.margins.expected(marks), others.chances(marks), others.seats, strict=True
            ):
                rows.append(np.stack([margins, truth[other][0], chances, truth[other][1]]))
    return np.concatenate(rows, axis=1)


def in_truth(sight: View, marks: Numbers) -> tuple[Numbers, Numbers]:
    """Say what packages are worth to a seat, and which of them it gains by and may sign."""
    board = board_of(sight.scene)
    margins = marks @ board.spread_out(ledger(sight).margins)
    is_forbidden = np.zeros(len(marks), np.bool_)
    for one, other in forbidden_pairs(sight):
        is_forbidden |= marks @ board.marks({one, other}) == len({one, other})
    return margins, (margins >= 0) & ~is_forbidden


@cache
def signings(level: Level) -> Numbers:
    """Give for every answer to a call, as every other seat foresaw it when the call was made: the chance as a seat of
    this level took it, and whether the answer was yes (2, pairs)."""
    rows, foreseen = [], {}
    for game in games(MIXED, 2):
        for moment in game.moments:
            command = moment.command
            if not isinstance(command, Sign | SignWithReservation | Decline):
                continue
            call = game.case.id, moment.state.room.round, command.text
            if call not in foreseen:
                terms = moment.state.room.texts[command.text].latest.terms
                looks = [
                    others_of(view(moment.state, seat), game.manners[seat].at(level)) for seat in game.case.agency_ids
                ]
                foreseen[call] = [dict(zip(o.seats, o.chances(o.board.marks(terms)), strict=True)) for o in looks]
            is_yes = not isinstance(command, Decline)
            rows += [(float(look[moment.seat]), is_yes) for look in foreseen[call] if moment.seat in look]
    return np.array(rows, float).T


def brier(chances: Numbers, came: Numbers) -> float:
    return float(np.mean((chances - came) ** 2))


def base_rate(came: Numbers) -> float:
    """Give the Brier score of always naming the share of those that came about."""
    return float(came.mean() * (1.0 - came.mean()))


def order(scores: Numbers, came: Numbers) -> float:
    """Say how often a score is higher where it came about than where it did not (area under the curve)."""
    yes, no = scores[came == 1], scores[came == 0]
    above = (yes[:, None] > no[None, :]) + 0.5 * (yes[:, None] == no[None, :])
    return float(above.mean())


def test_at_a_table_of_builders_it_is_known_what_packages_are_worth_to_others() -> None:
    guessed, true, chances, came = last_round("consensus_builder", 1)
    assert len(guessed) > 1000
    assert np.corrcoef(guessed, true)[0, 1] >= 0.65
    assert 0.1 < came.mean() < 0.9
    assert brier(chances, came) < 0.9 * base_rate(came)


def test_at_mixed_tables_what_packages_are_worth_to_others_is_still_told_apart() -> None:
    """But not by how much: who holds out for more is taken to gain less by a text than it does."""
    guessed, true, *_ = last_round(MIXED, 2)
    assert len(guessed) > 1000
    assert np.corrcoef(guessed, true)[0, 1] >= 0.5


def test_at_mixed_tables_it_is_foreseen_who_will_sign() -> None:
    chances, came = signings(VETERAN)
    assert len(chances) > 500
    assert 0.1 < came.mean() < 0.9
    assert brier(chances, came) < 0.85 * base_rate(came)
    assert order(chances, came) >= 0.75


def test_who_reads_the_room_foresees_signatures_better_than_who_does_not() -> None:
    blind, reading = signings(BEGINNER), signings(VETERAN)
    assert order(*reading) > order(*blind) + 0.03
    assert brier(*reading) < 0.85 * brier(*blind)


@cache
def prospects() -> Numbers:
    """Give for every signature that became part of an accord, in points above not signing: what the accord says, what
    was expected of it, what a veteran, a practitioner and a beginner would have gone by, and what it brought
    (6, signatures)."""
    rows = []
    for game in games(MIXED, 2):
        levels = game.end.room.year.levels
        for accord in game.end.room.in_force:
            for moment in game.moments:
                command, room = moment.command, moment.state.room
                is_this = isinstance(command, Sign | SignWithReservation) and command.text == accord.text
                if not is_this or room.round != accord.round or moment.seat not in accord.parties:
                    continue
                sight, manner, luck = view(moment.state, moment.seat), game.manners[moment.seat], Luck(0, moment.seat)
                seen = [
                    prospect_of(sight, manner.at(level), luck, accord.terms, accord.parties)
                    for level in (VETERAN, PRACTITIONER, BEGINNER)
                ]
                gains = ledger(sight).gains
                undone = sum(
                    gains[term.issue][term.option] * (1.0 - levels[accord.text].get(term.issue, 0.0) / 3.0)
                    for term in accord.terms
                )
                judged = [prospect.judged for prospect in seen]
                rows.append((seen[0].margin, seen[0].delivered, *judged, seen[0].margin - undone))
    return np.array(rows).T


def test_what_is_expected_to_be_delivered_comes_nearer_to_what_signing_brings_than_the_paper() -> None:
    paper, expected, *_, brought = prospects()
    assert len(paper) > 25
    assert paper.mean() > brought.mean() + 3.0
    assert np.abs(expected - brought).mean() < 0.85 * np.abs(paper - brought).mean()
    assert abs(expected.mean() - brought.mean()) < abs(paper.mean() - brought.mean())


def test_a_veteran_misjudges_less_than_a_practitioner_and_that_one_less_than_a_beginner() -> None:
    *_, veteran, practitioner, beginner, brought = prospects()
    wrong = [float(np.abs(judged - brought).mean()) for judged in (veteran, practitioner, beginner)]
    assert wrong[0] < wrong[1] < wrong[2]
    assert wrong[2] > 1.5 * wrong[0]
