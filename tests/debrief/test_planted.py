"""Recorded games with known causes: the debrief names what was planted, whose doing and at which command, first."""

from collections import Counter
from collections.abc import Iterator

import pytest
from endings import DISTRICT, script_of
from planted import PLANTED, STRAIGHT, A, Plant, planted

from game.debrief import bends
from game.rules.vocabulary import Kind
from game.whatif import Cause, Shares, shares_of

each_game = pytest.mark.parametrize("name", PLANTED)
ALIKE = 1e-9


def plant_of(name: str, cause: Cause) -> Plant | None:
    """Say which of the planted causes of a game a named one is, told rightly in all its parts; None if it is none."""
    for plant in PLANTED[name]:
        if cause.kind in plant.kinds and cause.whom in plant.whom:
            assert cause.who in (plant.who, None)
            assert cause.at is None or cause.at in plant.numbers(planted(name))
            return plant
    return None


def leading(name: str, shares: Shares) -> Iterator[Plant]:
    """Go through the largest shares as long as they are those of what was planted."""
    for one in shares.shares:
        plant = plant_of(name, one.cause)
        if plant is None:
            return
        yield plant


def unlike(name: str) -> tuple[Counter[str], Counter[str]]:
    """Say which commands a script has that `straight` has not, and the other way round."""
    here, there = (Counter(map(repr, script_of(DISTRICT, f"planted/{one}").commands)) for one in (name, STRAIGHT))
    return here - there, there - here


def test_without_a_plant_all_seven_mean_it() -> None:
    judgement = planted(STRAIGHT).judged[A]
    assert len(judgement.signatures) == 7
    assert judgement.verdict.kind is Kind.SINCERE
    assert max(bend.amount for bend in bends(planted(STRAIGHT), A)) < 0.25


@each_game
def test_a_planted_game_has_what_was_planted_and_nothing_else(name: str) -> None:
    more, less = (sum((unlike(plant.name)[side] for plant in PLANTED[name]), Counter()) for side in (0, 1))
    assert unlike(name) == (more, less)
    for plant in PLANTED[name]:
        assert plant.numbers(planted(name))
        assert more + less


@each_game
def test_a_planted_cause_makes_the_accord_false_and_weakens_those_it_was_planted_on_alone(name: str) -> None:
    found, straight = planted(name).judged[A], planted(STRAIGHT).judged[A]
    assert found.verdict.kind is Kind.FALSE
    on = {seat: plant for plant in PLANTED[name] for seat in plant.whom}
    for seat, signature in found.signatures.items():
        if seat not in on:
            assert signature.sincerity == pytest.approx(straight.signatures[seat].sincerity, abs=ALIKE)
            continue
        assert signature.sincerity < straight.signatures[seat].sincerity - 0.2
        assert signature.roots[on[seat].root].value == min(root.value for root in signature.roots.values())
        assert signature.is_hollow is on[seat].is_hollowing


@each_game
def test_who_bent_whom_names_the_planted_cause_first_on_each_seat(name: str) -> None:
    story = planted(name)
    for plant in PLANTED[name]:
        for seat in plant.whom:
            first = next(bend for bend in bends(story, A) if bend.whom == seat)
            assert first.kind in plant.kinds
            assert first.who == plant.who
            assert first.at is None or first.at in plant.numbers(story)


@each_game
def test_the_shares_name_what_was_planted_first_with_its_commands(name: str) -> None:
    found = shares_of(planted(name), A)
    assert {*leading(name, found[0])} == {*PLANTED[name]}
    hollow = {one.seat: one for one in found[1:]}
    assert hollow.keys() == {seat for plant in PLANTED[name] if plant.is_hollowing for seat in plant.whom}
    for seat, one in hollow.items():
        plant = plant_of(name, one.shares[0].cause)
        assert plant is not None
        assert seat in plant.whom
        assert one.part(one.shares[0]) > 0.5
        assert one.shares[0].alone > one.sincerity + 0.3
    named = {(plant_of(name, one.cause), one.cause.at) for of in found for one in of.shares}
    for plant in PLANTED[name]:
        assert {(plant, at) for at in plant.numbers(planted(name))} <= named
