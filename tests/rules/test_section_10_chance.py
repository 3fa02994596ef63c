"""Rules section 10: chance."""

from random import Random

from generation import random_case
from hypothesis import given, settings
from hypothesis import strategies as st
from language import Game, changed, small_case
from wandering import wander

from game.rules import commands as do
from game.rules import events as was
from game.rules.luck import draw
from game.rules.vocabulary import Phase


@given(st.integers(), st.lists(st.text() | st.integers()))
def test_r10_1_a_draw_is_a_share_and_depends_on_its_key_alone(seed: int, key: list[str | int]) -> None:
    assert 0 <= draw(seed, *key) < 1
    assert draw(seed, *key) == draw(seed, *key)


def test_r10_1_draws_are_spread_evenly() -> None:
    draws = [draw(7, "what", n) for n in range(2000)]
    assert 0.48 < sum(draws) / len(draws) < 0.52
    assert len(set(draws)) == len(draws)


def test_r10_1_the_same_number_on_every_machine() -> None:
    assert draw(1, "cable", "relief", "uniforms", 0) == 0.44529506509269723


def test_r10_1_taking_a_command_out_leaves_the_luck_of_others_alone() -> None:
    case = changed(small_case(), "relief", flexibility=0.5)
    for seed in range(12):
        answers = []
        for first in ((), (do.Meet("council", "ministry"), do.ConsultHome("ministry"))):
            game = Game(case, seed=seed).until(Phase.CORRIDOR).do(*first, do.CableHome("relief", "uniforms"))
            answers.append(game.happened(was.CableAnswered)[0].is_granted)
        assert answers[0] == answers[1]


@settings(max_examples=10)
@given(st.integers(0, 10_000))
def test_r10_2_same_case_seed_and_commands_same_game(seed: int) -> None:
    case = random_case(seed)
    one, two = Game(case, seed=seed), Game(case, seed=seed)
    for command in wander(one, Random(seed)):
        two.do(command)
        assert two.events == one.events
    assert one.state == two.state
