"""Whole games between computer seats: every command legal, the same from the same seed, conduct as measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest
from generation import random_case
from language import Game

from game.opponents.luck import Luck
from game.opponents.manner import MANNERS, MIXED, deal_manners
from game.opponents.seat import choose
from game.rules.case import Case
from game.rules.commands import Command
from game.rules.course import waiting_on
from game.rules.ids import AgencyId
from game.rules.legality import verify
from game.rules.view import view
from game.rules.vocabulary import Phase
from game.scenario import loading

MOST = 1500


@cache
def shipped(name: str) -> Case:
    return loading.load(loading.find(name))


def played(case: Case, manner: str, seed: int, *, seated: tuple[str, ...] | None = None) -> Game:
    """Play a whole game; `Game.do` fails the test on any refusal."""
    game = Game(case, seed=seed, seated=seated)
    dealt = deal_manners(manner, case.agency_ids, seed)
    done: Counter[AgencyId] = Counter()
    for _ in range(MOST):
        room = game.state.room
        if room.phase is Phase.CLOSED:
            return game
        seat = min(waiting_on(room), key=lambda agency: (done[agency], agency))
        sight = view(game.state, seat)
        command = choose(sight, dealt[seat], Luck(seed, seat))
        assert verify(sight, command) is None
        game.do(command)
        done[seat] += 1
        if (game.state.room.phase, game.state.room.round) != (room.phase, room.round):
            done.clear()
    raise AssertionError(f"{case.id}, {manner}, seed {seed}: no end after {MOST} commands")


def verdict(game: Game) -> str:
    outcome = game.state.sealed.outcome
    assert outcome is not None
    return outcome.verdict.value


@pytest.mark.parametrize("manner", [*MANNERS, MIXED])
@pytest.mark.parametrize("seed", range(12))
def test_any_case_is_played_to_its_end(manner: str, seed: int) -> None:
    played(random_case(seed), manner, seed)


@pytest.mark.parametrize("manner", [*MANNERS, MIXED])
def test_games_with_absent_seats_end_too(manner: str) -> None:
    case = shipped("tutorial")
    for absent in case.agency_ids:
        played(case, manner, 3, seated=tuple(a for a in case.agency_ids if a != absent))


def commands(game: Game) -> list[Command]:
    return [command for command, _ in game.played]


def test_r10_2_the_same_seed_plays_the_same_game() -> None:
    first, second = (played(shipped("tutorial"), MIXED, 5) for _ in range(2))
    assert commands(first) == commands(second)
    assert first.state == second.state


def test_another_seed_plays_another_game() -> None:
    assert commands(played(shipped("tutorial"), MIXED, 5)) != commands(played(shipped("tutorial"), MIXED, 6))


def share(name: str, manner: str, wanted: tuple[str, ...], games: int) -> float:
    return sum(verdict(played(shipped(name), manner, seed)) in wanted for seed in range(games)) / games


EXPECTED: Mapping[str, tuple[str, ...]] = {
    "consensus_builder": ("sincere_agreement",),
    "presser": ("false_coherence", "breakdown"),
    "talker": ("information_sharing",),
}


@pytest.mark.parametrize("manner", EXPECTED)
@pytest.mark.parametrize(("name", "games"), [("tutorial", 20), ("afghanistan-district-2006", 10)])
def test_section_12_tables_end_as_their_manner_has_it(name: str, games: int, manner: str) -> None:
    assert share(name, manner, EXPECTED[manner], games) >= 0.6


def test_section_12_mixed_tables_vary() -> None:
    assert len({verdict(played(shipped("tutorial"), MIXED, seed)) for seed in range(20)}) >= 2
