"""What falls due before the year begins: my pledges, and threats of mine that were defied, each with its price."""

from dataclasses import dataclass

from game.rules.commands import BreakPledge, CarryOutThreat, DropThreat, KeepPledge
from game.rules.dealings import Threat
from game.rules.ids import PledgeId, ThreatId
from game.rules.legality.year import is_defied, is_due
from game.rules.view import View

Settlement = KeepPledge | BreakPledge | CarryOutThreat | DropThreat


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to settle. `yes` does what was said, `no` does not; each with what it brings and costs."""

    key: str
    words: str
    is_threat: bool
    yes: tuple[str, str, Settlement]
    no: tuple[str, str, Settlement]


def dues(view: View) -> tuple[Due, ...]:
    """List what I have to settle."""
    pledges = (_pledge(view, pledge) for pledge, made in view.own.pledges.items() if is_due(view, made))
    threats = (_threat(view, threat) for threat, made in view.own.threats.items() if is_defied(view, made))
    return (*pledges, *threats)


def _pledge(view: View, pledge: PledgeId) -> Due:
    made = view.own.pledges[pledge]
    whom = view.scene.face(made.to).name
    return Due(
        key=f"pledge{pledge}",
        words=f"You pledged **{made.points} points** to **{whom}** for Text {made.text}, and it is in force.",
        is_threat=False,
        yes=(
            "Keep it",
            f"Costs you {made.points} points; they get them, and trust you more.",
            KeepPledge(view.seat, pledge),
        ),
        no=(
            "Break it",
            f"Costs you {made.points} of standing; their trust in you is scarred.",
            BreakPledge(view.seat, pledge),
        ),
    )


def _threat(view: View, threat: ThreatId) -> Due:
    made, rules = view.own.threats[threat], view.ruleset
    whom = view.scene.face(made.pressed).name
    lever = next((one.text for one in view.role.agency.leverage if one.over == made.pressed), "")
    pain, price, bluff = (made.strength * each for each in (rules.threat_pain, rules.threat_price, rules.bluff_price))
    return Due(
        key=f"threat{threat}",
        words=f"You leaned on **{whom}** about Text {made.text}: “{lever}”. It did not sign.",
        is_threat=True,
        yes=("Carry it out", f"Costs them {pain:.0f} points and you {price:.0f}.", CarryOutThreat(view.seat, threat)),
        no=("Drop it", f"Costs you {bluff:.0f} of standing; nobody is hurt.", DropThreat(view.seat, threat)),
    )


def owed(view: View) -> tuple[str, ...]:
    """Say what others owe me, or hold against me."""
    lines = []
    for pledge in view.own.pledges.values():
        accord = view.room.accords.get(pledge.text)
        if pledge.to != view.seat or accord is None or accord.replaced_by is not None:
            continue
        who = view.scene.face(pledge.pledger).name
        fate = {None: "is still to show whether it keeps it", True: "kept it", False: "broke it"}[pledge.is_kept]
        lines.append(f"**{who}** pledged you {pledge.points} points for Text {pledge.text}, and {fate}.")
    for threat in view.own.threats.values():
        if threat.pressed != view.seat or threat.is_withdrawn or not _was_defied(view, threat):
            continue
        who = view.scene.face(threat.presser).name
        fate = "has settled that" if threat.is_settled else "may now carry it out"
        lines.append(f"**{who}** leaned on you about Text {threat.text}; you did not sign, and it {fate}.")
    return tuple(lines)


def _was_defied(view: View, threat: Threat) -> bool:
    """Say whether the text was called for signature after the threat, and not signed."""
    signatures = view.room.texts[threat.text].signatures
    answer = signatures.get(threat.pressed)
    was_called = any(given.at > threat.id for given in signatures.values())
    return was_called and (answer is None or not answer.is_signed)
