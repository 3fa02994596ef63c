"""Privacy is a rule of the game: what a seat sees depends on nothing that another keeps secret (R3.2, section 12)."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from generation import random_case
from hypothesis import example, given, settings
from hypothesis import strategies as st
from language import Game, small_case
from twins import with_other_secrets
from wandering import eventful_case, intrude, wish

from game.rules import commands as do
from game.rules.course import waiting_on
from game.rules.interventions import Inject, SetRounds
from game.rules.menu import menu
from game.rules.play import Step, intervene, play
from game.rules.view import public_view, view
from game.rules.vocabulary import Phase

TELLING = ("disclose", "caucus", "raise_doubt")
"""Commands by which a seat itself tells of its points."""


def assert_same_for(one: Game, two: Game, seat: str) -> None:
    """Hold the views, and through them what is legal and why not, against each other."""
    assert view(one.state, seat) == view(two.state, seat)
    assert menu(view(one.state, seat)) == menu(view(two.state, seat))
    assert [e for e in one.events if e.to == "room" or seat in e.to] == [
        e for e in two.events if e.to == "room" or seat in e.to
    ]


@settings(max_examples=12)
@given(st.integers(0, 100_000))
def test_two_cases_that_differ_in_anothers_secrets_look_the_same(seed: int) -> None:
    rng = Random(seed)
    case = random_case(seed)
    secretive, *others = rng.sample(case.agency_ids, len(case.agency_ids))
    one, two = Game(case, seed=seed), Game(with_other_secrets(case, {secretive}, seed), seed=seed)
    for _ in range(90):
        if one.room.phase in (Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS):
            break
        seat = rng.choice(waiting_on(one.room))
        command = wish(one, rng, seat, TELLING if seat == secretive else ())
        steps = [play(game.state, command) for game in (one, two)]
        if seat in others:
            assert isinstance(steps[0], Step) == isinstance(steps[1], Step)
        if all(isinstance(step, Step) for step in steps):
            one.do(command)
            two.do(command)
            if one.room.phase is Phase.CLOSED:
                break
            for other in others:
                assert_same_for(one, two, other)


@settings(max_examples=12)
@example(1198)
@given(st.integers(0, 100_000))
def test_what_comes_from_outside_betrays_nothing_that_another_keeps_secret(seed: int) -> None:
    rng = Random(seed)
    case = eventful_case(seed)
    secretive, *others = rng.sample(case.agency_ids, len(case.agency_ids))
    one, two = Game(case, seed=seed), Game(with_other_secrets(case, {secretive}, seed), seed=seed)
    for _ in range(90):
        if one.room.phase in (Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS, Phase.CLOSED):
            break
        act = intrude(case, rng) if rng.random() < 0.4 else wish(one, rng, rng.choice(waiting_on(one.room)), TELLING)
        steps = [intervene(g.state, act) if isinstance(act, Inject | SetRounds) else play(g.state, act)
                 for g in (one, two)]  # fmt: skip
        if isinstance(act, Inject | SetRounds):
            assert isinstance(steps[0], Step) == isinstance(steps[1], Step)
        if all(isinstance(step, Step) for step in steps):
            for game, step in zip((one, two), steps, strict=True):
                game.state, game.events = step.state, step.events
            if one.room.phase is Phase.CLOSED:  # from here on everything is open (R2.5)
                break
            for other in others:
                assert_same_for(one, two, other)


@settings(max_examples=25)
@given(st.integers(0, 100_000), st.integers(0, 5))
def test_refusals_tell_nothing_either(seed: int, n: int) -> None:
    """Whatever a seat asks for, even nonsense, is answered alike."""
    rng = Random(seed)
    case = random_case(seed)
    secretive, me = rng.sample(case.agency_ids, 2)
    one, two = Game(case, seed=seed), Game(with_other_secrets(case, {secretive}, seed), seed=seed)
    one.until(Phase.CORRIDOR, number=1)
    two.until(Phase.CORRIDOR, number=1)
    asks = (
        do.Meet(me, "nobody"), do.Share(me, case.facts[0].id, secretive), do.Press(me, secretive, "A"),
        do.CableHome(me, "line"), do.Caucus(me, "net", case.issues[0].id), do.Disclose(me, secretive, "i0"),
    )  # fmt: skip
    answers = [play(game.state, asks[n]) for game in (one, two)]
    if not all(isinstance(answer, Step) for answer in answers):
        assert answers[0] == answers[1]


def test_how_a_fact_stands_is_not_seen_before_it_is_known() -> None:
    fact = small_case().facts[0]
    one, two = (Game(small_case(facts=(replace(fact, is_true=truth),))) for truth in (True, False))
    for seat in ("relief", "ministry", "council"):
        assert_same_for(one, two, seat)


def test_events_of_the_future_are_not_seen() -> None:
    from language import happening

    one, two = Game(small_case()), Game(small_case(occurrences=(happening(round=2),)))
    for seat in one.case.agency_ids:
        assert view(one.state, seat) == view(two.state, seat)


@pytest.mark.parametrize("part", ["seed", "sealed", "case", "own", "roles"])
def test_a_view_has_no_door_to_the_rest(part: str) -> None:
    game = Game()
    seen = view(game.state, "relief")
    if part == "own":
        assert seen.own is game.state.own["relief"]
    else:
        assert not hasattr(seen, part)
    assert not hasattr(public_view(game.state), part)


def test_an_unknown_viewer_gets_no_seat() -> None:
    with pytest.raises(KeyError):
        view(Game().state, "nobody")
