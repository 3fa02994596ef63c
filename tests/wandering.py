"""Random games: seats do whatever the menu allows, so that properties are tried where no script would go."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from random import Random

from generation import random_case, random_terms
from language import Game, happening

from game.rules import commands as do
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
from game.rules.interventions import Inject, Intervention, SetRounds
from game.rules.menu import menu
from game.rules.vocabulary import Phase


def wander(game: Game, rng: Random, *, never: Collection[str] = (), most: int = 400) -> Iterator[do.Command]:
    """Play a random game to its end, telling each command once it is played."""
    for _ in range(most):
        if game.room.phase is Phase.CLOSED:
            return
        command = wish(game, rng, rng.choice(waiting_on(game.room)), never)
        if game.try_(command):
            yield command
    while game.room.phase is not Phase.CLOSED:
        command = do.Pass(waiting_on(game.room)[0])
        game.do(command)
        yield command


def wish(game: Game, rng: Random, seat: str, never: Collection[str] = ()) -> do.Command:
    """Word something that a seat may well be allowed to do."""
    if rng.random() < 0.05:
        return do.SendMessage(seat, None, "…")
    by_kind = {choice.kind: choice for choice in menu(game.view(seat)) if choice.commands and choice.kind not in never}
    if not by_kind or rng.random() < 0.25 or (set(by_kind) <= {"walk_out"} and rng.random() < 0.9):
        return do.Pass(seat)
    weights = [
        8 if kind in ("table", "call_signature", "sign") else 0.1 if kind == "walk_out" else 2 for kind in by_kind
    ]
    kind = rng.choices(list(by_kind), weights)[0]
    match kind:
        case "table":
            return do.Table(seat, random_terms(game.case, rng), game.case.agency_ids)
        case "set_effort":
            chosen = rng.choice(by_kind[kind].commands)
            return do.SetEffort(seat, chosen.accord, rng.random())
        case _:
            return rng.choice(by_kind[kind].commands)


def intrude(case: Case, rng: Random) -> Intervention:
    """Word something that may or may not be apt."""
    agency, other = rng.sample(case.agency_ids, 2)
    fact, issue = rng.choice(case.facts).id, rng.choice(case.issues)
    effects: tuple[Effect, ...] = (
        TurnFact(fact, rng.random() < 0.5, (agency,)), RevealFact(fact), GainTime(agency, rng.randint(-3, 3)),
        ShiftFlexibility(agency, rng.uniform(-1, 1)), ShiftBacking(agency, rng.uniform(-1, 1)),
        ShiftWalkAway(agency, rng.randint(-30, 30)), HurtTrust(agency, other), TakeFloorMove(agency),
        ShiftCapacity(issue.id, rng.choice(issue.options).id, rng.uniform(-1, 1)),
    )  # fmt: skip
    match rng.randrange(4):
        case 0:
            return SetRounds(rng.randint(0, case.rounds + 1))
        case 1 if case.occurrences:
            return Inject(rng.choice(case.occurrences).id)
        case _:
            return Inject(None, "It rains.", tuple(rng.sample(effects, rng.randint(0, 3))))


def eventful_case(seed: int) -> Case:
    """Make a random case in which something comes from outside."""
    case, rng = random_case(seed), Random(seed)
    agency = rng.choice(case.agency_ids)
    rain = happening(effects=(GainTime(agency, 1), RevealFact("f0")), round=2, seen_by=(agency,))
    return replace(case, occurrences=(rain, happening(id="hail", round=None, chance=0.3)))
