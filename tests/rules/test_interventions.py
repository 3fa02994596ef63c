"""What whoever runs the game can do from outside: let something happen, and drop rounds or give them back."""

from __future__ import annotations

from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language import ALL, Game, happening, small_case
from wandering import eventful_case, intrude, wish

from game.rules import commands as do
from game.rules import events as was
from game.rules.case import Case
from game.rules.course import waiting_on
from game.rules.effects import (
    Effect,
    GainTime,
    HurtTrust,
    RevealFact,
    ShiftBacking,
    ShiftCapacity,
    ShiftFlexibility,
    ShiftWalkAway,
    TakeFloorMove,
    TurnFact,
)
from game.rules.evolve import evolve, replay
from game.rules.interventions import Inject, Intervention, SetRounds
from game.rules.menu import menu
from game.rules.opening import start
from game.rules.play import Step, intervene
from game.rules.ruleset import STANDARD
from game.rules.view import public_view
from game.rules.vocabulary import Phase

DEAL = {"school": "villages", "road": "contractor"}


def news(*effects: Effect, text: str = "It rains.") -> Inject:
    return Inject(None, text, effects)


def rainy(*effects: Effect, **fields: Any) -> Case:
    return small_case(occurrences=(happening(effects=effects, **{"round": 2, **fields}),))


def test_no_seat_can_give_an_intervention() -> None:
    assert not set(get_args(Intervention)) & set(get_args(do.Command))
    kinds = {choice.kind for seat in ALL for choice in menu(Game().until(Phase.CORRIDOR).view(seat))}
    assert not kinds & {"inject", "set_rounds"}


# Something happens


def test_an_event_of_the_case_happens_now_and_not_again() -> None:
    game = Game(rainy(ShiftBacking("relief", -0.3))).until(Phase.CORRIDOR).step_in(Inject("rain"))
    assert game.happened(was.Occurred) == [was.Occurred("rain", "It rains.")]
    assert game.own("relief").backing == pytest.approx(0.5)
    assert game.room.phase is Phase.CORRIDOR
    assert game.refused(Inject("rain")).code == "spent"
    injected = len(game.played)
    later = [event.what for _, events in game.until(Phase.FLOOR, number=2).played[injected:] for event in events]
    assert was.RoundBegan(2) in later
    assert not any(isinstance(what, was.Occurred) for what in later)


def test_an_event_of_the_case_is_told_to_those_who_see_it() -> None:
    game = Game(rainy(seen_by=("council",))).until(Phase.CORRIDOR).step_in(Inject("rain"))
    assert [event.to for event in game.events if isinstance(event.what, was.Occurred)] == [("council",)]


def test_what_is_written_on_the_spot_is_told_to_the_room_and_is_no_event_of_the_case() -> None:
    game = Game(rainy()).until(Phase.CORRIDOR).step_in(news(), news())
    assert [event.to for event in game.events] == [was.ROOM]
    assert game.state.sealed.spent == frozenset()


@pytest.mark.parametrize(
    ("effect", "seen"),
    [
        (GainTime("relief", 1), lambda g: g.own("relief").time == 3),
        (GainTime("relief", -5), lambda g: g.own("relief").time == 0),
        (RevealFact("ambush"), lambda g: g.room.open_facts == {"ambush": True}),
        (TurnFact("ambush", False, ("relief",)), lambda g: (g.own("relief").knows, g.own("force").knows)
            == ({"ambush": False}, {})),
        (ShiftFlexibility("relief", -0.5), lambda g: g.own("relief").flexibility == 0.0),
        (ShiftWalkAway("relief", 10), lambda g: g.own("relief").walk_away == 50),
        (HurtTrust("relief", "force"), lambda g: g.own("relief").trust["force"] == pytest.approx(0.35)),
        (TakeFloorMove("relief"), lambda g: "relief" not in g.until(Phase.FLOOR).room.speakers),
        (ShiftCapacity("road", "contractor", -0.5), lambda g: g.state.sealed.capacity["road", "contractor"] == -0.5),
    ],
)  # fmt: skip
def test_every_effect_works_in_the_corridor(effect: Effect, seen: Any) -> None:
    game = Game().until(Phase.CORRIDOR).step_in(news(effect))
    assert seen(game)
    assert seen(Game(rainy(effect)).until(Phase.CORRIDOR).step_in(Inject("rain")))


def test_effects_are_told_to_those_whom_they_concern_alone() -> None:
    quiet = (ShiftCapacity("road", "contractor", 0.1), TurnFact("ambush", False))
    own = (GainTime("relief", 1), ShiftBacking("relief", 0.1), HurtTrust("relief", "force"))
    game = Game().until(Phase.CORRIDOR).step_in(news(*quiet, *own))
    assert [event.to for event in game.events] == [
        was.ROOM, was.NOBODY, was.NOBODY, ("force",), *[("relief",)] * 3,
    ]  # fmt: skip


def test_time_counts_where_it_can_still_be_spent() -> None:
    more = news(GainTime("relief", 2))
    assert Game().step_in(more).until(Phase.CORRIDOR).own("relief").time == 4
    passed = Game().until(Phase.CORRIDOR).do(do.Pass("relief")).step_in(more)
    assert (passed.own("relief").time, passed.own("relief").next_time) == (2, 2)
    floor = Game().until(Phase.FLOOR).step_in(more)
    assert (floor.own("relief").time, floor.own("relief").next_time) == (2, 2)
    assert Game().until(Phase.FLOOR, number=2).refused(more).code == "too_late"


def test_a_floor_move_is_taken_back_on_the_floor_before_the_turn_and_in_it() -> None:
    game = Game().until(Phase.FLOOR).step_in(news(TakeFloorMove("ministry")))
    assert game.room.speakers == ("force", "relief", "council")
    game.step_in(news(TakeFloorMove("force")))
    assert game.room.speakers == ("relief", "council")
    assert game.room.floor_left == STANDARD.floor_moves
    assert game.refused(news(TakeFloorMove("force"))).code == "no_floor_move"
    game.step_in(news(TakeFloorMove("council"), TakeFloorMove("relief"), TakeFloorMove("relief")))
    assert (game.room.phase, game.room.round) == (Phase.CORRIDOR, 2)


def test_an_agreement_under_way_is_not_disturbed() -> None:
    game = Game().accord_called(**DEAL).step_in(news(TurnFact("ambush", False), RevealFact("ambush"))).sign()
    assert game.room.accords["A"].settles == set(DEAL)
    assert game.state.sealed.judgements.keys() == {"A"}
    assert game.year().room.phase is Phase.CLOSED


def test_a_vote_and_a_doubt_go_on() -> None:
    game = Game().turn("force").do(do.MoveProcedure("force", chair="council"))
    game.step_in(news(TakeFloorMove("relief"), HurtTrust("ministry", "force")))
    game.do(do.MoveProcedure("relief", chair="council"), do.MoveProcedure("council", chair="council"))
    assert game.room.forum.chair == "council"
    assert game.room.speakers == ("ministry", "council")


@pytest.mark.parametrize(
    ("what", "code"),
    [
        (Inject("snow"), "unknown_event"),
        (Inject("rain", "It snows."), "own_words"),
        (Inject("rain", effects=(RevealFact("ambush"),)), "own_words"),
        (news(text=" "), "no_news"),
        (news(text="x" * 601), "no_news"),
        (news(*[RevealFact("ambush")] * 13), "too_many_effects"),
        (news(RevealFact("x")), "unknown_fact"),
        (news(TurnFact("x", True)), "unknown_fact"),
        (news(TurnFact("ambush", True, ("x",))), "unknown_agency"),
        (news(HurtTrust("relief", "x")), "unknown_agency"),
        (news(HurtTrust("relief", "relief")), "yourself"),
        (news(GainTime("x", 1)), "unknown_agency"),
        (news(ShiftCapacity("road", "x", 0.1)), "unknown_option"),
        (news(ShiftCapacity("x", "contractor", 0.1)), "unknown_option"),
        (news(GainTime("relief", 6)), "out_of_scale"),
        (news(ShiftWalkAway("relief", -101)), "out_of_scale"),
        (news(ShiftBacking("relief", 1.5)), "out_of_scale"),
        (news(ShiftFlexibility("relief", float("nan"))), "out_of_scale"),
        (news(ShiftCapacity("road", "contractor", float("inf"))), "out_of_scale"),
        (news(RevealFact("ambush"), GainTime("x", 1)), "unknown_agency"),
        (SetRounds(0), "out_of_scale"),
        (SetRounds(2), "same_rounds"),
        (SetRounds(3), "out_of_scale"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(what: Intervention, code: str) -> None:
    game = Game(rainy()).until(Phase.CORRIDOR)
    before = game.state
    assert game.refused(what).code == code
    assert game.state is before


def test_in_the_year_after_only_what_still_counts_can_happen() -> None:
    game = Game(rainy(GainTime("relief", 1), round=9)).accord(**DEAL).until(Phase.FIRST_EFFORTS)
    for effect in (GainTime("relief", 1), ShiftBacking("relief", 0.1), ShiftFlexibility("relief", 0.1)):
        assert game.refused(news(effect)).code == "too_late"
    assert game.refused(news(TakeFloorMove("relief"))).code == "no_floor_move"
    assert game.refused(Inject("rain")).code == "too_late"
    assert game.refused(SetRounds(1)).code == "meetings_over"
    game.step_in(news(ShiftCapacity("road", "contractor", -1.0), RevealFact("ambush"), ShiftWalkAway("relief", 5)))
    game.year()
    assert game.state.sealed.levels["A"]["road"] == 0.0
    assert game.state.sealed.levels["A"]["school"] > 1.0


def test_nothing_happens_in_a_game_that_is_over() -> None:
    game = Game(rainy()).until(Phase.CLOSED)
    for what in (news(), Inject("rain"), SetRounds(1)):
        assert game.refused(what).code == "closed"


# Rounds


def test_a_round_is_dropped_and_given_back() -> None:
    game = Game(small_case(rounds=4)).until(Phase.CORRIDOR).step_in(SetRounds(2))
    assert game.happened(was.RoundsSet) == [was.RoundsSet(2, 4)]
    assert [event.to for event in game.events] == [was.ROOM]
    assert {game.view(seat).scene.rounds for seat in ALL} == {public_view(game.state).scene.rounds} == {2}
    assert game.state.case.rounds == 4
    game.until(Phase.FLOOR, number=2)
    assert game.refused(SetRounds(1)).code == "out_of_scale"
    game.step_in(SetRounds(4))
    game.until(Phase.CORRIDOR, number=4)
    assert game.refused(SetRounds(3)).code == "last_round"
    assert game.until(Phase.SETTLING).room.round == 4


@pytest.mark.parametrize("phase", [Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES, Phase.SIGNING])
def test_the_round_at_hand_can_become_the_last_in_any_phase(phase: Phase) -> None:
    game = Game(small_case(rounds=5)).accord_called(**DEAL) if phase is Phase.SIGNING else Game(small_case(rounds=5))
    if phase is Phase.STANCES:
        game.table("relief", **DEAL)
    number = game.until(phase).room.round
    game.step_in(SetRounds(number))
    assert game.room.phase is phase
    assert game.until(Phase.SETTLING).room.round == number


def test_the_only_round_of_a_case_stays() -> None:
    assert Game(small_case(rounds=1)).refused(SetRounds(2)).code == "last_round"


def test_an_event_of_a_dropped_round_does_not_come() -> None:
    game = Game(rainy(HurtTrust("relief", "force"))).step_in(SetRounds(1)).until(Phase.CLOSED)
    assert game.state.sealed.spent == frozenset()


# Properties


@settings(max_examples=25)
@given(st.integers(0, 100_000))
def test_a_game_with_interventions_is_rebuilt_from_its_events_and_comes_to_its_end(seed: int) -> None:
    rng, case = Random(seed), eventful_case(seed)
    game = Game(case, seed=seed)
    state = start(case, STANDARD, seed, case.agency_ids)
    for event in game.events:
        state = evolve(state, event)
    for _ in range(600):
        if game.room.phase is Phase.CLOSED:
            break
        if rng.random() < 0.3:
            step = intervene(game.state, intrude(case, rng))
            if not isinstance(step, Step):
                continue
            game.state, game.events = step.state, step.events
        elif not game.try_(wish(game, rng, rng.choice(waiting_on(game.room)))):
            continue
        state = replay(state, game.events)
        assert state == game.state
        assert game.room.phase is Phase.CLOSED or waiting_on(game.room)
        assert game.room.round <= game.state.scene.rounds <= case.rounds
