"""How a game goes on by itself once a phase waits for nobody (R2.2 to R2.4)."""

from game.rules import events as was
from game.rules.course import open_texts, voters, waiting_on
from game.rules.deciding import plenary, signing, situation, year
from game.rules.deciding.minutes import Minutes
from game.rules.room import Doubt, Motion
from game.rules.vocabulary import Phase


def go_on(minutes: Minutes) -> None:
    """Let phases end and begin until somebody has to move, or the game is closed."""
    while minutes.room.phase is not Phase.CLOSED and _is_over(minutes):
        _end(minutes)


def _is_over(minutes: Minutes) -> bool:
    match minutes.room.interlude:
        case Motion(_, _, _, _, ayes, noes):
            half = len(voters(minutes.room)) / 2
            return len(ayes) > half or len(noes) >= half or not waiting_on(minutes.room)
        case _:
            return not waiting_on(minutes.room)


def _end(minutes: Minutes) -> None:
    """End the interlude or the phase at hand, and begin the next."""
    match minutes.room.interlude:
        case Motion() as motion:
            plenary.close_motion(minutes, motion)
        case Doubt(text):
            minutes.tell_room(was.DoubtClosed(text))
        case None:
            _end_phase(minutes)


def _end_phase(minutes: Minutes) -> None:
    match minutes.room.phase:
        case Phase.CONVENING:
            situation.begin_round(minutes)
        case Phase.CORRIDOR:
            speakers = plenary.speaking_order(minutes)
            minutes.tell_room(was.PhaseBegan(Phase.FLOOR, speakers, minutes.ruleset.floor_moves))
        case Phase.FLOOR:
            minutes.tell_room(was.PhaseBegan(Phase.STANCES))
        case Phase.STANCES:
            if open_texts(minutes.room):
                plenary.show_stances(minutes)
            _begin_signing(minutes)
        case Phase.SIGNING:
            signing.close_call(minutes)
            _begin_signing(minutes)
        case Phase.BALLOT:
            minutes.tell_room(was.PhaseBegan(Phase.SETTLING))
        case Phase.SETTLING:
            minutes.tell_room(was.PhaseBegan(Phase.FIRST_EFFORTS))
        case Phase.FIRST_EFFORTS:
            year.work_half_year(minutes)
            minutes.tell_room(was.PhaseBegan(Phase.SECOND_EFFORTS))
        case Phase.SECOND_EFFORTS:
            year.work_half_year(minutes)
            minutes.tell_room(was.PhaseBegan(Phase.CLOSED))
            year.close_game(minutes)
        case Phase.CLOSED:
            pass


def _begin_signing(minutes: Minutes) -> None:
    """Begin the signing of the next text called; after the last, the next round or the ballot."""
    while minutes.room.called:
        called = minutes.room.called
        if minutes.room.phase is not Phase.SIGNING:
            minutes.tell_room(was.PhaseBegan(Phase.SIGNING))
        signing.open_call(minutes)
        if minutes.room.called == called:
            return
    if minutes.room.round < minutes.state.scene.rounds:
        situation.begin_round(minutes)
    else:
        minutes.tell_room(was.PhaseBegan(Phase.BALLOT if minutes.room.in_force else Phase.SETTLING))
