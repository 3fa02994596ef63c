"""Computer seats know a view and their own draws, nothing else."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from language import Game, changed, small_case

import game.opponents
from game.opponents.luck import Luck
from game.opponents.manner import MANNERS, Manner
from game.opponents.seat import choose
from game.opponents.speech import say
from game.rules.commands import Disclose, Share
from game.rules.course import waiting_on
from game.rules.view import View, view
from game.rules.vocabulary import Phase

ROOMS = sorted(Path(game.opponents.__file__).parent.rglob("*.py"))
CLOSED_DOORS = ("state", "sealed", "play", "evolve", "evolving", "deciding", "judging", "judgement", "opening")
"""Parts of the rules that know more than a seat."""


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.stem)
def test_no_room_of_the_opponents_reaches_behind_the_view(room: Path) -> None:
    tree = ast.parse(room.read_text(encoding="utf-8"))
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    reached = {part for module in modules if module.startswith("game.rules") for part in module.split(".")}
    assert reached.isdisjoint(CLOSED_DOORS)
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert named.isdisjoint({"State", "Sealed"})
    assert not any(module.split(".")[0] in {"random", "time", "os", "secrets"} for module in modules)


def retold(sight: View) -> View:
    """Build an equal view of other parts, with every mapping the other way round."""

    def turned(value: object) -> object:
        return dict(reversed(list(value.items()))) if isinstance(value, dict) else value

    own = replace(sight.own, **{name: turned(getattr(sight.own, name)) for name in sight.own.__slots__})
    return replace(sight, own=own, room=replace(sight.room))


@pytest.mark.parametrize("manner", MANNERS.values(), ids=lambda manner: manner.name)
def test_equal_views_give_equal_moves(manner: Manner) -> None:
    table = Game(seed=4)
    while table.state.room.phase is not Phase.CLOSED:
        seat = waiting_on(table.state.room)[0]
        sight = view(table.state, seat)
        other = retold(sight)
        assert other == sight
        command = choose(sight, manner, Luck(4, seat))
        assert choose(other, manner, Luck(4, seat)) == command
        assert say(other, command, manner, Luck(4, seat), ()) == say(sight, command, manner, Luck(4, seat), ())
        table.do(command)


@pytest.mark.parametrize("manner", MANNERS.values(), ids=lambda manner: manner.name)
def test_what_another_seat_keeps_secret_moves_nobody(manner: Manner) -> None:
    """Both games are played by the same commands, chosen in the first, until the seat tells of its secrets itself."""
    case = small_case()
    points = {"school": {"none": 3, "villages": 0, "barracks": 60},
              "road": {"none": 0, "engineers": 5, "contractor": 10}, "news": {"none": 30, "shared": 1}}  # fmt: skip
    secretive = "council"
    first = Game(case, seed=7)
    second = Game(changed(case, secretive, points=points, walk_away=70, brief="Another."), seed=7)
    while first.state.room.phase is not Phase.CLOSED:
        seat = waiting_on(first.state.room)[0]
        command = choose(view(first.state, seat), manner, Luck(7, seat))
        if seat == secretive:
            if isinstance(command, Disclose | Share) or command.kind in ("caucus", "raise_doubt"):
                return
        else:
            assert choose(view(second.state, seat), manner, Luck(7, seat)) == command
        first.do(command)
        second.do(command)
