"""The one verifier (R3.1): first whose move it is, then what the command itself needs."""

from typing import assert_never

from game.rules import commands as do
from game.rules.course import waiting_on
from game.rules.legality import corridor, plenary, signing, year
from game.rules.legality.convening import refuse_convene, refuse_message
from game.rules.refusal import Refusal
from game.rules.room import Doubt, Motion
from game.rules.view import View
from game.rules.vocabulary import Phase

PHASES: dict[str, tuple[Phase, ...]] = {
    "convene": (Phase.CONVENING,),
    **dict.fromkeys(
        ("meet", "disclose", "share", "investigate", "assess_jointly", "cable_home", "consult_home", "caucus",
         "press", "withdraw_pressure", "pledge", "declare_lane"),
        (Phase.CORRIDOR,),
    ),
    **dict.fromkeys(
        ("table", "amend", "challenge", "concede_point", "name_power", "move_procedure", "call_signature",
         "walk_out", "come_back"),
        (Phase.FLOOR,),
    ),
    "raise_doubt": (Phase.FLOOR, Phase.SIGNING),
    "take_stance": (Phase.STANCES,),
    **dict.fromkeys(("sign", "sign_with_reservation", "decline"), (Phase.SIGNING,)),
    "answer_ballot": (Phase.BALLOT,),
    **dict.fromkeys(("keep_pledge", "break_pledge", "carry_out_threat", "drop_threat"), (Phase.SETTLING,)),
    "set_effort": (Phase.FIRST_EFFORTS, Phase.SECOND_EFFORTS),
}  # fmt: skip
"""When each command has its place (the table of rules section 3)."""

WHEN = {
    Phase.CONVENING: "while the forum is convened",
    Phase.CORRIDOR: "in the corridor",
    Phase.FLOOR: "when you have the floor",
    Phase.STANCES: "when stances are taken",
    Phase.SIGNING: "when a text is signed",
    Phase.BALLOT: "in the ballot",
    Phase.SETTLING: "when the year after begins",
    Phase.FIRST_EFFORTS: "before a half-year",
    Phase.SECOND_EFFORTS: "before a half-year",
    Phase.CLOSED: "after the game",
}


def verify(view: View, command: do.Command) -> Refusal | None:
    """Say why a seat may not do this now; None if it may."""
    if command.seat != view.seat:
        return Refusal("not_yours", "A seat can act only for itself.", command.seat)
    if isinstance(command, do.SendMessage):
        return refuse_message(view, command)
    return _refuse_moment(view, command) or _refuse_command(view, command)


def _refuse_moment(view: View, command: do.Command) -> Refusal | None:
    room = view.room
    if room.phase is Phase.CLOSED:
        return Refusal("closed", "The game is over.")
    phases = PHASES.get(command.kind)
    if phases is not None and room.phase not in phases:
        return Refusal("wrong_phase", f"This can be done {WHEN[phases[0]]}.", command.kind)
    match room.interlude:
        case Motion() if not isinstance(command, do.MoveProcedure | do.Pass):
            return Refusal("vote_first", "A motion is under vote: vote for it, or pass.")
        case Doubt() if not isinstance(command, do.RaiseDoubt | do.Pass):
            return Refusal("doubt_first", "A doubt was raised: join it, or let it stand.")
    if view.seat not in waiting_on(room):
        return Refusal("not_your_move", _whose_move(view))
    if view.seat in room.out and not isinstance(command, do.ComeBack | do.Pass) and room.phase is Phase.FLOOR:
        return Refusal("out", "You have left the room; come back first.")
    return None


def _whose_move(view: View) -> str:
    room = view.room
    if room.phase is Phase.FLOOR and room.interlude is None and room.speakers:
        return f"{view.scene.face(room.speakers[0]).name} has the floor; wait for yours."
    if view.seat in room.passed or view.seat in room.stanced:
        return "You have finished with this; wait for the others."
    return "It is not your move now; wait for the others."


def _refuse_command(view: View, command: do.Command) -> Refusal | None:
    match command:
        case do.Pass():
            return None
        case do.Meet():
            return corridor.refuse_meet(view, command)
        case do.Disclose():
            return corridor.refuse_disclose(view, command)
        case do.Share():
            return corridor.refuse_share(view, command)
        case do.Investigate():
            return corridor.refuse_investigate(view, command)
        case do.AssessJointly():
            return corridor.refuse_assess_jointly(view, command)
        case do.CableHome():
            return corridor.refuse_cable_home(view, command)
        case do.ConsultHome():
            return corridor.refuse_consult_home(view, command)
        case do.Caucus():
            return corridor.refuse_caucus(view, command)
        case do.Press():
            return corridor.refuse_press(view, command)
        case do.WithdrawPressure():
            return corridor.refuse_withdraw_pressure(view, command)
        case do.Pledge():
            return corridor.refuse_pledge(view, command)
        case do.DeclareLane():
            return corridor.refuse_declare_lane(view, command)
        case do.Sign() | do.SignWithReservation() | do.Decline():
            return signing.refuse_signature(view, command)
        case do.AnswerBallot():
            return year.refuse_answer_ballot(view, command)
        case do.KeepPledge() | do.BreakPledge():
            return year.refuse_settle_pledge(view, command)
        case do.CarryOutThreat() | do.DropThreat():
            return year.refuse_settle_threat(view, command)
        case do.SetEffort():
            return year.refuse_set_effort(view, command)
        case do.Convene():
            return refuse_convene(view, command)
        case do.SendMessage():
            return refuse_message(view, command)
        case _:
            return _refuse_at_table(view, command)


AtTable = (
    do.Table | do.Amend | do.TakeStance | do.Challenge | do.ConcedePoint | do.NamePower | do.MoveProcedure
    | do.RaiseDoubt | do.CallSignature | do.WalkOut | do.ComeBack
)  # fmt: skip


def _refuse_at_table(view: View, command: AtTable) -> Refusal | None:
    match command:
        case do.Table():
            return plenary.refuse_table(view, command)
        case do.Amend():
            return plenary.refuse_amend(view, command)
        case do.TakeStance():
            return plenary.refuse_take_stance(view, command)
        case do.Challenge():
            return plenary.refuse_challenge(view, command)
        case do.ConcedePoint():
            return plenary.refuse_concede_point(view, command)
        case do.NamePower():
            return plenary.refuse_name_power(view, command)
        case do.MoveProcedure():
            return plenary.refuse_move_procedure(view, command)
        case do.RaiseDoubt():
            return plenary.refuse_raise_doubt(view, command)
        case do.CallSignature():
            return plenary.refuse_call_signature(view, command)
        case do.WalkOut():
            return plenary.refuse_walk_out(view, command)
        case do.ComeBack():
            return plenary.refuse_come_back(view, command)
        case _:
            assert_never(command)
