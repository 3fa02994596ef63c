"""Play a command: verify, decide, evolve (R3.1). Whoever runs the game steps in the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.rules import commands as do
from game.rules import events as was
from game.rules.deciding import corridor, plenary, signing, year
from game.rules.deciding.intervening import step_in
from game.rules.deciding.minutes import Minutes
from game.rules.deciding.progress import go_on
from game.rules.events import ROOM, Event
from game.rules.interventions import Act, Intervention
from game.rules.legality import verify
from game.rules.legality.intervening import refuse_intervention
from game.rules.refusal import Refusal
from game.rules.replacing import replace
from game.rules.room import Doubt, Motion
from game.rules.state import State
from game.rules.view import view
from game.rules.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class Step:
    """A state, and the events that led to it."""

    state: State
    events: tuple[Event, ...]


def play(state: State, command: do.Command) -> Step | Refusal:
    """Play a command; a refused one changes nothing at all."""
    if command.seat not in state.own:
        return Refusal("unknown_agency", f"There is no agency “{command.seat}” in this case.", command.seat)
    refusal = verify(view(state, command.seat), command)
    if refusal is not None:
        return refusal
    minutes = Minutes(replace(state, count=state.count + 1))
    _act(minutes, command)
    go_on(minutes)
    return Step(minutes.state, tuple(minutes.events))


def intervene(state: State, intervention: Intervention) -> Step | Refusal:
    """Step in from outside; a refused intervention changes nothing at all."""
    refusal = refuse_intervention(state, intervention)
    if refusal is not None:
        return refusal
    minutes = Minutes(replace(state, count=state.count + 1))
    step_in(minutes, intervention)
    go_on(minutes)
    return Step(minutes.state, tuple(minutes.events))


def move_on(state: State, act: Act) -> Step | Refusal:
    """Play a command, or step in."""
    return intervene(state, act) if isinstance(act, Intervention) else play(state, act)


def decide(state: State, command: do.Command) -> tuple[Event, ...] | Refusal:
    """Say what a command would bring about."""
    step = play(state, command)
    return step if isinstance(step, Refusal) else step.events


def _act(minutes: Minutes, command: do.Command) -> None:
    match command:
        case do.Pass():
            _pass(minutes, command)
        case do.SendMessage(seat, to, text):
            minutes.tell(ROOM if to is None else (seat, to), was.MessageSent(seat, to, text))
        case do.Convene(seat, forum, invited, purpose, rule):
            minutes.tell_room(was.Convened(seat, forum, tuple(sorted({*invited, seat})), purpose, rule))
        case _:
            ACTS[type(command)](minutes, command)


def _pass(minutes: Minutes, command: do.Pass) -> None:
    """Do no more: in a vote a no, in a doubt letting it stand, in a signing declining."""
    seat, room = command.seat, minutes.room
    match room.interlude:
        case Motion():
            return minutes.tell_room(was.MotionAnswered(seat, is_aye=False))
        case Doubt():
            return minutes.tell_room(was.DoubtAnswered(seat))
    match room.phase:
        case Phase.FLOOR:
            minutes.tell_room(was.Passed(seat))
            return plenary.give_floor_on(minutes)
        case Phase.STANCES:
            return minutes.tell_room(was.StancesReady(seat))
        case Phase.SIGNING:
            return signing.give_signature(minutes, do.Decline(seat, room.called[0][0]))
        case Phase.SETTLING:
            year.settle_rest(minutes, seat)
    return minutes.tell_room(was.Passed(seat))


ACTS: dict[type, Callable[[Minutes, Any], None]] = {
    do.Meet: corridor.meet,
    do.Disclose: corridor.disclose,
    do.Share: corridor.share,
    do.Investigate: corridor.investigate,
    do.AssessJointly: corridor.assess_jointly,
    do.CableHome: corridor.cable_home,
    do.ConsultHome: corridor.consult_home,
    do.Caucus: corridor.caucus,
    do.Press: corridor.press,
    do.WithdrawPressure: corridor.withdraw_pressure,
    do.Pledge: corridor.pledge,
    do.DeclareLane: corridor.declare_lane,
    do.Table: plenary.table,
    do.Amend: plenary.amend,
    do.TakeStance: plenary.take_stance,
    do.Challenge: plenary.challenge,
    do.ConcedePoint: plenary.concede_point,
    do.NamePower: plenary.name_power,
    do.MoveProcedure: plenary.move_procedure,
    do.RaiseDoubt: plenary.raise_doubt,
    do.CallSignature: plenary.call_signature,
    do.WalkOut: plenary.walk_out,
    do.ComeBack: plenary.come_back,
    do.Sign: signing.give_signature,
    do.SignWithReservation: signing.give_signature,
    do.Decline: signing.give_signature,
    do.AnswerBallot: year.answer_ballot,
    do.KeepPledge: lambda minutes, c: year.settle_pledge(minutes, c.seat, c.pledge, is_kept=True),
    do.BreakPledge: lambda minutes, c: year.settle_pledge(minutes, c.seat, c.pledge, is_kept=False),
    do.CarryOutThreat: lambda minutes, c: year.settle_threat(minutes, c.seat, c.threat, is_carried_out=True),
    do.DropThreat: lambda minutes, c: year.settle_threat(minutes, c.seat, c.threat, is_carried_out=False),
    do.SetEffort: year.set_effort,
}
"""What each command does once it is accepted; a test holds this against the union of commands."""
