"""What I have left this round: floor moves, and time in the corridor."""

from dataclasses import dataclass

from game.rules.view import View
from game.rules.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class Left:
    """What I have left this round: floor moves and time, of how many."""

    floor: int
    floors: int
    time: int
    times: int
    floor_words: str
    time_words: str


def left(view: View) -> Left:
    """Count what I have left this round."""
    room, own, moves = view.room, view.own, view.ruleset.floor_moves
    speaks_first = room.phase is Phase.FLOOR and room.speakers[:1] == (view.seat,)
    may_speak = room.phase in (Phase.CONVENING, Phase.CORRIDOR) or view.seat in room.speakers
    floor = room.floor_left if speaks_first else moves if may_speak else 0
    if view.seat in room.floor_taken:
        floor, words = 0, "Headquarters took back your floor move this round."
    elif view.seat not in room.forum.invited:
        floor, words = 0, "You are not invited, so you have no floor move."
    else:
        words = "Your floor move this round is still to come." if floor else "You have used your floor move this round."
    is_over = room.phase not in (Phase.CONVENING, Phase.CORRIDOR) or view.seat in room.passed
    time_words = f"Time left in the corridor: {own.time}."
    if is_over:
        time_words = "The corridor of this round is over for you."
    time = 0 if is_over else own.time
    return Left(floor, moves, time, max(view.role.agency.time, own.time), words, time_words)


def unused_words(view: View) -> str:
    """Say what would be left unused by somebody who is done in the corridor now; empty where nothing would be."""
    time = view.own.time
    if view.room.phase is not Phase.CORRIDOR or time <= 0:
        return ""
    return f"You have time for {'one more thing' if time == 1 else f'{time} more things'} this round. It does not keep."
