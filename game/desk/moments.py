"""Tell one moment of a game from the next, and whether it asks anything of a seat."""

from collections.abc import Iterable

from game.rules.menu import Choice
from game.rules.room import Room
from game.rules.vocabulary import Phase


def moment_of(room: Room) -> tuple[int, Phase, str]:
    """Give round, phase and interlude."""
    return room.round, room.phase, type(room.interlude).__name__


_ASKING = {
    Phase.BALLOT: frozenset({"answer_ballot"}),
    Phase.SETTLING: frozenset({"keep_pledge", "break_pledge", "carry_out_threat", "drop_threat"}),
}


def asks_nothing(phase: Phase, choices: Iterable[Choice]) -> bool:
    """Say whether the phase leaves a seat nothing to do but pass."""
    asking = _ASKING.get(phase)
    if asking is None:
        return False
    return not any(choice.commands for choice in choices if choice.kind in asking)
