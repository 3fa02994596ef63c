"""Whole games between computer seats, to look at from outside: every state that somebody chooses in, and the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from language import Game

from game.opponents.luck import Luck
from game.opponents.manner import MIXED, VETERAN, Level, Manner, deal_manners
from game.opponents.seat import choose
from game.rules.case import Case
from game.rules.commands import Command
from game.rules.course import waiting_on
from game.rules.ids import AgencyId
from game.rules.state import State
from game.rules.vocabulary import Phase
from game.scenario import loading

SHIPPED = (
    "tutorial", "afghanistan-district-2006", "afghanistan-health-2003", "afghanistan-village-grants-2004",
    "liberia-health-education-2006", "liberia-security-reform-2006", "sarvenne-compact",
)  # fmt: skip
MOST = 1500


@cache
def shipped(name: str) -> Case:
    """Load a case that ships with the game."""
    return loading.load(loading.find(name))


@dataclass(frozen=True)
class Moment:
    """A state in which a seat is about to play a command."""

    state: State
    seat: AgencyId
    command: Command


@dataclass(frozen=True)
class Watched:
    """A game that was played to its end."""

    case: Case
    manners: Mapping[AgencyId, Manner]
    seed: int
    moments: tuple[Moment, ...]
    end: State

    def first_of(self, phase: Phase, *, number: int) -> State | None:
        """Find the state in which a phase of a round begins."""
        rooms = ((moment.state, moment.state.room) for moment in self.moments)
        return next((state for state, room in rooms if room.phase is phase and room.round == number), None)


@cache
def watched(name: str, seed: int, manner: str = MIXED, level: Level = VETERAN) -> Watched:
    """Play a shipped case to its end; each game once in a test run."""
    case = shipped(name)
    manners = deal_manners(manner, case.agency_ids, seed, level)
    game, moments, done = Game(case, seed=seed), [], Counter[AgencyId]()
    while game.room.phase is not Phase.CLOSED:
        assert len(moments) < MOST, f"{name}, {manner}, seed {seed}: no end after {MOST} commands"
        room = game.room
        seat = min(waiting_on(room), key=lambda agency: (done[agency], agency))
        command = choose(game.view(seat), manners[seat], Luck(seed, seat))
        moments.append(Moment(game.state, seat, command))
        game.do(command)
        done[seat] += 1
        if (game.room.phase, game.room.round) != (room.phase, room.round):
            done.clear()
    return Watched(case, manners, seed, tuple(moments), game.state)
