"""Which moves are spoken of, by what name phrases know them, and who hears it: those who saw the move, nobody else."""

from typing import Final, Literal

from game.rules import commands as do
from game.rules.course import strongest_by_power
from game.rules.ids import AgencyId, claimed_at
from game.rules.room import Motion
from game.rules.view import View

EVERYBODY: Final = "room"
"""Who hears what is said in the room."""
TO_ONE = frozenset(
    {"meet", "disclose", "share", "assess_jointly", "caucus", "press", "withdraw_pressure", "pledge", "keep_pledge",
     "break_pledge", "carry_out_threat", "drop_threat"}
)  # fmt: skip
"""Acts that one other alone hears of."""
ASK, TELL, OPEN, FOR_TEXT, AGAINST = "ask", "tell", "open", "text", "against"
THEMES = {
    **dict.fromkeys(("meet", "assess_jointly", "move_invite"), ASK),
    **dict.fromkeys(("share", "share_room"), TELL),
    "disclose": OPEN,
    **dict.fromkeys(("table", "amend", "call_signature", "sign", "pledge", "declare_lane"), FOR_TEXT),
    **dict.fromkeys(("decline", "sign_with_reservation", "raise_doubt"), AGAINST),
}
"""What the reasons that can follow an act speak for; other acts stand alone."""


def act_of(view: View, command: do.Command) -> str | None:
    """Say by what name phrases know a move; None for one of which nothing is said."""
    match command:
        case do.Share(_, _, None):
            return "share_room"
        case do.Disclose(_, whom, _) if _is_opening_up(view, whom):
            return None
        case do.MoveProcedure():
            return _motion(view, command)
        case do.ConcedePoint(_, whom):
            return "concede_power" if _is_about_power(view, whom) else "concede_point"
        case (
            do.Pass() | do.SendMessage() | do.TakeStance() | do.AnswerBallot() | do.SetEffort() | do.Investigate()
            | do.ConsultHome() | do.CableHome()
        ):  # fmt: skip
            return None
        case _:
            return command.kind


def _is_opening_up(view: View, whom: AgencyId) -> bool:
    """Say whether the seat has already opened up to somebody since they last met: a few words about it are enough."""
    met = max(view.own.consulted.get(whom, ()), default=0)
    told = (d for d in view.own.disclosures.values() if d.speaker == view.seat and d.hearer == whom)
    return any(claimed_at(disclosure.id) > met for disclosure in told)


def _motion(view: View, command: do.MoveProcedure) -> str | None:
    """Name a motion by what it wants; a vote for one under way needs no words."""
    if isinstance(view.room.interlude, Motion):
        return None
    if command.chair is not None:
        return "offer_chair" if command.chair == view.seat else "move_chair"
    return "move_invite" if command.invite else "move_purpose"


def _is_about_power(view: View, whom: AgencyId) -> bool:
    """Say whether a point granted is that power was named: by those who hold it, to whoever named it (R5.4)."""
    room = view.room
    is_open = whom in room.forum.power_named and not room.forum.is_power_conceded
    return is_open and view.seat in strongest_by_power(view.scene, room.present)


def hearer_of(view: View, command: do.Command) -> AgencyId | Literal["room"] | None:
    """Say who hears the words about a move: the room, one agency, or (None) nobody."""
    act = act_of(view, command)
    if act is None:
        return None
    return concerned(view, command) if act in TO_ONE else EVERYBODY


def concerned(view: View, command: do.Command) -> AgencyId | None:
    """Name the one other agency that a move in private concerns; None if there is none, or several."""
    own = view.own
    match command:
        case do.Meet() | do.Disclose() | do.Press() | do.Pledge() | do.Share():
            return command.whom
        case do.AssessJointly(_, _, partners):
            return partners[0] if len(partners) == 1 else None
        case do.Caucus(seat, network, _):
            others = [face.id for face in view.scene.agencies if network in face.networks and face.id != seat]
            return others[0] if len(others) == 1 else None
        case do.WithdrawPressure(_, threat) | do.CarryOutThreat(_, threat) | do.DropThreat(_, threat):
            return own.threats[threat].pressed if threat in own.threats else None
        case do.KeepPledge(_, pledge) | do.BreakPledge(_, pledge):
            return own.pledges[pledge].to if pledge in own.pledges else None
        case _:
            return None
