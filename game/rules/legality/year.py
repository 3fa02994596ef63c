"""May I answer, settle or deliver this?"""

from game.rules.commands import AnswerBallot, BreakPledge, CarryOutThreat, DropThreat, KeepPledge, SetEffort
from game.rules.dealings import PledgeMade, Threat
from game.rules.ids import IssueId, TextId
from game.rules.refusal import Refusal
from game.rules.texts import LANES
from game.rules.view import View

BALLOT_TOP = 4
"""Answers run from 0 (not at all) to this (to the letter)."""


def refuse_accord(view: View, accord: TextId) -> Refusal | None:
    """Refuse an accord that is not in force."""
    if not any(one.text == accord for one in view.room.in_force):
        names = ", ".join(one.text for one in view.room.in_force) or "none"
        return Refusal("no_accord", f"There is no accord “{accord}” in force (in force: {names}).", accord)
    return None


def refuse_answer_ballot(view: View, command: AnswerBallot) -> Refusal | None:
    refusal = refuse_accord(view, command.accord)
    if refusal is not None:
        return refusal
    parties = view.room.accords[command.accord].parties
    if (command.own is not None) != (view.seat in parties):
        return Refusal("own_answer", "Give your own answer where you are a party, and none where you are not.")
    if command.own is not None and not 0 <= command.own <= BALLOT_TOP:
        return Refusal("out_of_scale", f"Answer between 0 (not at all) and {BALLOT_TOP} (to the letter).")
    for agency, answer in command.predictions.items():
        if agency not in parties or agency == view.seat:
            return Refusal("not_party", "Predict the other parties of this accord.", agency)
        if not 0 <= answer <= BALLOT_TOP:
            return Refusal("out_of_scale", f"Predict between 0 (not at all) and {BALLOT_TOP} (to the letter).", agency)
    return None


def is_due(view: View, pledge: PledgeMade) -> bool:
    """Say whether a pledge of mine waits to be kept or broken."""
    accord = view.room.accords.get(pledge.text)
    return pledge.pledger == view.seat and pledge.is_kept is None and accord is not None and accord.replaced_by is None


def is_defied(view: View, threat: Threat) -> bool:
    """Say whether a threat of mine waits to be carried out or dropped: a signing since, and no signature (R4.6)."""
    if threat.presser != view.seat or threat.is_withdrawn or threat.is_settled:
        return False
    text = view.room.texts[threat.text]
    was_called_since = any(given.at > threat.id for given in text.signatures.values())
    answer = text.signatures.get(threat.pressed)
    has_signed = answer is not None and answer.is_signed
    return threat.pressed in text.latest.parties and was_called_since and not has_signed


def refuse_settle_pledge(view: View, command: KeepPledge | BreakPledge) -> Refusal | None:
    pledge = view.own.pledges.get(command.pledge)
    if pledge is None or not is_due(view, pledge):
        due = ", ".join(str(one.id) for one in view.own.pledges.values() if is_due(view, one))
        return Refusal("not_due", f"Only a pledge of yours whose text came into force is due: {due or 'none is'}.")
    return None


def refuse_settle_threat(view: View, command: CarryOutThreat | DropThreat) -> Refusal | None:
    threat = view.own.threats.get(command.threat)
    if threat is None or not is_defied(view, threat):
        defied = ", ".join(str(one.id) for one in view.own.threats.values() if is_defied(view, one))
        return Refusal("not_defied", f"Only a threat of yours that was defied waits for an answer: {defied or 'none'}.")
    return None


def carried_by(view: View, accord: TextId) -> tuple[IssueId, ...]:
    """Name the issues on which I carry something in an accord, or (`LANES`) in lanes I declared outside accords."""
    if accord == LANES:
        mine = view.room.lanes.get(view.seat, {})
        return tuple(issue for issue in mine if view.room.settled_by(issue) is None)
    terms = view.room.accords[accord].terms
    return tuple(t.issue for t in terms if view.seat in view.scene.option(t.issue, t.option).carriers)


def refuse_set_effort(view: View, command: SetEffort) -> Refusal | None:
    refusal = None if command.accord == LANES else refuse_accord(view, command.accord)
    if refusal is not None:
        return refusal
    mine = carried_by(view, command.accord)
    if not mine:
        return Refusal("nothing_to_carry", "You carry nothing here; set your effort where you do.", command.accord)
    if not all(0.0 <= effort <= 1.0 for effort in (command.effort, *command.by_issue.values())):
        return Refusal("out_of_scale", "Set effort between 0 (nothing) and 1 (everything promised).")
    for issue in command.by_issue:
        if issue not in mine:
            return Refusal("not_carrier", "Set effort only on terms that you carry.", issue)
    return None
