"""What falls due before the year begins, and what became of it: pledges, and threats that were defied."""

from dataclasses import dataclass, replace

from game.desk.words import counted
from game.rules.commands import BreakPledge, CarryOutThreat, DropThreat, KeepPledge
from game.rules.dealings import PledgeMade, Threat
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
    whom, much = view.scene.face(made.to).name, counted(made.points, "point")
    return Due(
        key=f"pledge{pledge}",
        words=f"You pledged **{much}** to **{whom}** for Text {made.text}, and it is in force.",
        is_threat=False,
        yes=(
            "Keep it",
            f"Costs you {much}; they get as much, and trust you more.",
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
    """Say what others owe me, or hold against me, and have yet to settle."""
    lines = []
    for pledge in view.own.pledges.values():
        if pledge.to == view.seat and is_due(replace(view, seat=pledge.pledger), pledge):
            who = view.scene.face(pledge.pledger).name
            lines.append(
                f"**{who}** pledged you {counted(pledge.points, 'point')} for Text {pledge.text}, and is still to show "
                "whether it keeps it."
            )
    for threat in view.own.threats.values():
        if threat.pressed == view.seat and is_defied(replace(view, seat=threat.presser), threat):
            who = view.scene.face(threat.presser).name
            lines.append(
                f"**{who}** leaned on you about Text {threat.text}; you did not sign, and it may now carry it out."
            )
    return tuple(lines)


def settled(view: View) -> tuple[str, ...]:
    """Say what became of pledges and threats between me and others, and what each cost or brought me."""
    pledges = (_settled_pledge(view, made) for made in view.own.pledges.values() if made.is_kept is not None)
    threats = (_settled_threat(view, made) for made in view.own.threats.values() if made.is_settled)
    return (*pledges, *threats)


def _settled_pledge(view: View, pledge: PledgeMade) -> str:
    did, came = "kept" if pledge.is_kept else "broke", _came_of(view, pledge.id)
    if pledge.pledger == view.seat:
        whom = view.scene.face(pledge.to).name
        return f"You {did} your pledge to **{whom}** for Text {pledge.text}{came}."
    who = view.scene.face(pledge.pledger).name
    return f"**{who}** {did} its pledge to you for Text {pledge.text}{came or ', and you trust it less'}."


def _settled_threat(view: View, threat: Threat) -> str:
    """Tell a threat by what it moved for me: a dropped one costs only its presser."""
    came = _came_of(view, threat.id)
    if threat.presser == view.seat:
        was_carried_out = any(one.at == threat.id and not one.is_standing for one in view.own.adjustments)
        did, whom = "carried out" if was_carried_out else "dropped", view.scene.face(threat.pressed).name
        return f"You {did} your threat against **{whom}** about Text {threat.text}{came}."
    did = "carried out" if came else "dropped"
    who = view.scene.face(threat.presser).name
    return f"**{who}** {did} its threat against you about Text {threat.text}{came or ', at no cost to you'}."


def _came_of(view: View, at: int) -> str:
    """Say what a settled pledge or threat moved for me, if anything; `at` is the command that made it."""
    moved = next((one for one in view.own.adjustments if one.at == at), None)
    if moved is None:
        return ""
    amount = f"{moved.points:+g}".replace("-", "−")
    return f": **{amount} {'of standing' if moved.is_standing else 'points'}**"
