"""Say a recorded command in a game that went otherwise: its texts, threats and pledges may have other names there."""

from collections.abc import Mapping

from game.rules import commands as do
from game.rules.ids import PledgeId, TextId, ThreatId
from game.rules.interventions import Act
from game.rules.replacing import replace
from game.rules.texts import LANES


def translated(act: Act, letters: Mapping[TextId, TextId], numbers: Mapping[int, int]) -> Act | None:
    """Name texts, threats and pledges as they are called now; None if there is no such thing now."""
    match act:
        case do.AnswerBallot() | do.SetEffort() if act.accord != LANES:
            now = letters.get(act.accord)
            return None if now is None else act if now == act.accord else replace(act, accord=now)
        case do.WithdrawPressure() | do.CarryOutThreat() | do.DropThreat():
            number = numbers.get(act.threat)
            return None if number is None else replace(act, threat=ThreatId(number))
        case do.KeepPledge() | do.BreakPledge():
            number = numbers.get(act.pledge)
            return None if number is None else replace(act, pledge=PledgeId(number))
        case (
            do.Press() | do.Pledge() | do.Amend() | do.TakeStance() | do.RaiseDoubt() | do.CallSignature() | do.Sign()
            | do.SignWithReservation() | do.Decline()
        ):  # fmt: skip
            now = letters.get(act.text)
            return None if now is None else act if now == act.text else replace(act, text=now)
        case _:
            return act
