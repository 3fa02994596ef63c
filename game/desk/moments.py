"""Tell one moment of a game from the next."""

from game.rules.room import Room
from game.rules.vocabulary import Phase


def moment_of(room: Room) -> tuple[int, Phase, str]:
    """Give round, phase and interlude."""
    return room.round, room.phase, type(room.interlude).__name__
