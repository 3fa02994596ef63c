"""What could have been done in place of a recorded command: few things, all of them plain and open to that seat."""

from collections.abc import Iterator

from game.rules import commands as do
from game.rules.appraisal import appraise
from game.rules.case import Case
from game.rules.commands import Command
from game.rules.course import open_texts
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.interventions import Intervention
from game.rules.legality import verify
from game.rules.replacing import replace
from game.rules.room import Doubt, Motion
from game.rules.state import State
from game.rules.view import view
from game.rules.vocabulary import ForumKind, Phase, Purpose, Stance
from game.whatif.tape import Given


def alternatives(given: Given, state: State) -> tuple[Command, ...]:
    """List what the seat could have done instead in this state; what was recorded, and leaving it out, is not in it."""
    command = given.entry.command
    if isinstance(command, Intervention):
        return ()
    sight = view(state, command.seat)
    others = (other for other in _others(command, state) if other != command)
    return tuple(other for other in others if verify(sight, other) is None)


def _others(command: Command, state: State) -> Iterator[Command]:
    match command:
        case do.Convene():
            yield from _convened(command, state.case)
        case do.Share():
            yield replace(command, is_spun=not command.is_spun)
        case do.Press(seat, whom, _):
            yield do.Meet(seat, whom)
        case do.TakeStance(_, _, stance):
            yield replace(command, stance=Stance.OBJECT if stance is Stance.ENDORSE else Stance.ENDORSE)
        case do.Sign() | do.SignWithReservation() | do.Decline():
            yield from _answered(command, state)
        case do.SetEffort():
            yield replace(command, effort=1.0, by_issue={})
            yield replace(command, effort=0.0, by_issue={})
        case do.KeepPledge(seat, pledge):
            yield do.BreakPledge(seat, pledge)
        case do.BreakPledge(seat, pledge):
            yield do.KeepPledge(seat, pledge)
        case do.CarryOutThreat(seat, threat):
            yield do.DropThreat(seat, threat)
        case do.DropThreat(seat, threat):
            yield do.CarryOutThreat(seat, threat)
        case do.MoveProcedure() if isinstance(state.room.interlude, Motion):
            yield do.Pass(command.seat)
        case do.Pass(seat):
            yield from _spoken_up(seat, state)
        case _:
            return


def _convened(command: do.Convene, case: Case) -> Iterator[Command]:
    """Convene with everybody, for another purpose, or under the other name."""
    yield replace(command, invited=case.agency_ids)
    for purpose in Purpose:
        if purpose is not command.purpose:
            yield replace(command, purpose=purpose)
    yield replace(command, forum=next(kind for kind in ForumKind if kind is not command.forum))


def _answered(command: do.Sign | do.SignWithReservation | do.Decline, state: State) -> Iterator[Command]:
    """Answer the call otherwise: plainly, with a no, or without the term that costs most."""
    yield do.Sign(command.seat, command.text)
    yield do.Decline(command.seat, command.text)
    worst = _worst_term(command.seat, command.text, state)
    if worst is not None:
        yield do.SignWithReservation(command.seat, command.text, worst)


def _worst_term(seat: AgencyId, text: TextId, state: State) -> IssueId | None:
    """Find the term that a seat believes itself worst off with, against things as they are."""
    if text not in state.room.texts:
        return None
    latest, sight = state.room.texts[text].latest, view(state, seat)
    by_issue = appraise(sight, latest.terms, latest.parties, text).by_issue
    points = sight.role.agency.points
    lost = {issue: worth - points[issue][state.case.issue(issue).status_quo] for issue, worth in by_issue.items()}
    return min(lost, key=lambda issue: lost[issue], default=None)


def _spoken_up(seat: AgencyId, state: State) -> Iterator[Command]:
    """Say or do something in place of a pass."""
    room, own = state.room, state.own[seat]
    match room.interlude:
        case Motion(_, chair, invite, purpose):
            yield do.MoveProcedure(seat, chair, invite, purpose)
            return
        case Doubt(text):
            yield do.RaiseDoubt(seat, text)
            return
    match room.phase:
        case Phase.CORRIDOR:
            yield do.ConsultHome(seat)
            for line in state.case.agency(seat).red_lines:
                yield do.CableHome(seat, line.id)
            for threat in own.threats.values():
                if threat.presser == seat and not threat.is_withdrawn:
                    yield do.WithdrawPressure(seat, threat.id)
        case Phase.FLOOR:
            yield do.NamePower(seat)
            for challenger in (*room.forum.power_named, *(who for who, whom in room.challenged if whom == seat)):
                yield do.ConcedePoint(seat, challenger)
            for paper in open_texts(room)[-1:]:
                yield do.RaiseDoubt(seat, paper.id)
