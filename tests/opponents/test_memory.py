"""The mind's short memory: it saves work and never changes an answer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from language import Game
from watching import watched

from game.opponents.estimate import Lens, others_of
from game.opponents.evidence import after_text
from game.opponents.ledger import read_text
from game.opponents.manner import BEGINNER, CONSENSUS_BUILDER
from game.opponents.recall import Recall
from game.rules import commands as do
from game.rules.view import view
from game.rules.vocabulary import Phase, Stance

FAIR = {"school": "villages", "road": "contractor"}


def test_what_was_worked_out_is_recalled_for_the_same_parts_and_for_no_equal_ones() -> None:
    recall: Recall[list[int]] = Recall(2)
    part, equal, asked = [1], [1], []

    def work(number: int) -> list[int]:
        asked.append(number)
        return [number]

    assert recall.of((part,), lambda: work(1)) is recall.of((part,), lambda: work(2))
    assert recall.of((equal,), lambda: work(3)) == [3]
    assert recall.of((part, equal), lambda: work(4)) == [4]
    assert recall.of((part,), lambda: work(5)) == [5], "the oldest is dropped"
    assert asked == [1, 3, 4, 5]


def test_a_part_that_is_gone_is_not_taken_for_another_at_its_place() -> None:
    recall: Recall[int] = Recall(64)
    answers = [recall.of(([number],), lambda number=number: number) for number in range(64)]
    assert answers == list(range(64))


def test_how_well_a_seat_reads_makes_a_difference_to_the_same_acts() -> None:
    sight = Game().table("ministry", **FAIR).stances(council=Stance.OBJECT).view("relief")
    start = others_of(sight, CONSENSUS_BUILDER.at(BEGINNER))
    lens = Lens(sight, start.board, start.seats, start.points)
    text = sight.room.texts["A"]
    read = [after_text(start.points, start.bans, text, lens, reading)[0] for reading in (1.0, 0.2, 1.0)]
    assert not np.array_equal(read[0].means, read[1].means)
    assert np.array_equal(read[0].means, read[2].means)


def test_a_pledge_counts_by_the_trust_in_the_pledger_as_it_is_now() -> None:
    game = Game().table("force", **FAIR).stances().until(Phase.CORRIDOR, number=2)
    sight = game.do(do.Pledge("force", "relief", "A", 5)).view("relief")
    text = sight.room.texts["A"]
    margins = [
        read_text(replace(sight, own=replace(sight.own, trust={**sight.own.trust, "force": trust})), text).margin
        for trust in (0.5, 0.1, 0.9)
    ]
    assert margins[1] == pytest.approx(margins[0] - 2.0)
    assert margins[2] == pytest.approx(margins[0] + 2.0)


def test_a_belief_does_not_depend_on_whether_it_was_recalled() -> None:
    game = watched("tutorial", 3)
    manner = CONSENSUS_BUILDER
    for moment in game.moments[::7]:
        sight = view(moment.state, moment.seat)
        fresh = replace(sight, own=replace(sight.own, trust=dict(sight.own.trust), beliefs=dict(sight.own.beliefs)))
        one, other = others_of(sight, manner), others_of(fresh, manner)
        assert one is others_of(sight, manner)
        assert one is not other
        assert np.array_equal(one.margins.means, other.margins.means)
        assert np.array_equal(one.bans, other.bans)
