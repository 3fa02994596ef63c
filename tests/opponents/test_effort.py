"""How far a seat carries out what it signed: from what it is worth, what it was leaned on for, and its house (R7.2)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from language import Game, changed, small_case

from game.opponents.effort import plan
from game.opponents.ledger import read_terms
from game.opponents.manner import CONSENSUS_BUILDER, MANNERS, PRESSER
from game.rules import commands as do
from game.rules.case import Case
from game.rules.view import View
from game.rules.vocabulary import Phase

FAIR = {"school": "villages", "road": "contractor"}


def relying_case() -> Case:
    """Word a case in which the relief agency gains by the school that it builds with the ministry, though not much."""
    points = {"school": {"none": 0, "villages": 14, "barracks": 0},
              "road": {"none": 0, "engineers": 56, "contractor": 10}, "news": {"none": 30, "shared": 0}}  # fmt: skip
    return changed(small_case(facts=()), "relief", points=points, walk_away=44, backing=1.0)


def signed(*, is_pressed: bool = False, is_withdrawn: bool = False) -> View:
    """Let everybody sign a text of the force's; with or without leaning on the relief agency for it."""
    game = Game(relying_case()).table("force", **FAIR).stances().until(Phase.CORRIDOR, number=2)
    if is_pressed:
        game.do(do.Press("force", "relief", "A"))
        if is_withdrawn:
            game.do(do.WithdrawPressure("force", next(iter(game.own("force").threats))))
    game.turn("force").do(do.CallSignature("force", "A")).stances().sign()
    return game.until(Phase.FIRST_EFFORTS).view("relief")


def effort(sight: View) -> float:
    (accord,) = sight.room.in_force
    (given,) = plan(sight, CONSENSUS_BUILDER, accord).values()
    return given


def test_r7_2_who_was_leaned_on_for_a_text_does_less_for_it_though_it_is_worth_the_same() -> None:
    free, pressed = signed(), signed(is_pressed=True)
    terms, parties = free.room.in_force[0].terms, free.room.in_force[0].parties
    assert read_terms(free, terms, parties).margin == pytest.approx(read_terms(pressed, terms, parties).margin)
    lost = pressed.own.trust["force"] / pressed.role.agency.trust.get("force", pressed.ruleset.trust_start)
    assert lost < 1
    assert 0.3 < effort(free) < 1.0
    assert effort(pressed) == pytest.approx(lost * effort(free), abs=0.01)


def test_r7_2_what_is_left_of_trust_after_pressure_is_what_is_left_of_good_will() -> None:
    sight = signed(is_pressed=True)
    efforts = [
        effort(replace(sight, own=replace(sight.own, trust={**sight.own.trust, "force": trust})))
        for trust in (0.0, 0.1, 0.2, 0.5, 0.9)
    ]
    assert efforts[0] == 0.0
    assert all(one < other for one, other in pairwise(efforts[:4]))
    assert efforts[4] == efforts[3] == effort(signed())


def test_r7_2_pressure_that_was_withdrawn_leaves_no_grudge() -> None:
    sight = signed(is_pressed=True, is_withdrawn=True)
    assert sight.own.threats
    assert effort(sight) == effort(signed())


def test_r7_2_leaning_on_somebody_for_another_text_is_no_matter_here() -> None:
    sight = signed(is_pressed=True)
    ((number, threat),) = sight.own.threats.items()
    elsewhere = replace(sight, own=replace(sight.own, threats={number: replace(threat, text="B")}))
    assert effort(elsewhere) == effort(signed())


def test_r7_2_a_house_does_as_much_less_as_it_is_less_behind_it() -> None:
    sight = signed()
    backings = (0.3, 0.6, 0.7, 0.9, 1.0)
    efforts = {backing: effort(replace(sight, own=replace(sight.own, backing=backing))) for backing in backings}
    assert 0.3 < efforts[1.0] <= 1.0
    assert efforts[0.3] == 0.0
    assert efforts[0.9] == efforts[1.0]
    assert efforts[0.7] == pytest.approx(2.0 * efforts[0.6], abs=0.02)


def test_a_pleaser_signs_what_is_bad_for_it_and_then_does_next_to_nothing() -> None:
    """A school in the villages takes from the relief agency what no accord would leave it."""
    points = {"school": {"none": 30, "villages": 10, "barracks": 0},
              "road": {"none": 40, "engineers": 0, "contractor": 30}, "news": {"none": 30, "shared": 0}}  # fmt: skip
    game = Game(changed(small_case(facts=()), "relief", points=points, walk_away=90)).accord("force", **FAIR)
    sight = game.until(Phase.FIRST_EFFORTS).view("relief")
    for manner in (MANNERS["pleaser"], PRESSER, CONSENSUS_BUILDER):
        assert max(plan(sight, manner, sight.room.in_force[0]).values()) < 0.1
