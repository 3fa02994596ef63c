"""Tell one moment of a game from the next."""

from game.rules.course import question_now
from game.rules.room import Room
from game.rules.vocabulary import Phase


def moment_of(room: Room) -> tuple[int, Phase, str]:
    """Give round, phase, and what is asked between two moves."""
    return room.round, room.phase, question_now(room)
