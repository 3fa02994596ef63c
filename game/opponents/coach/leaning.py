"""Pressure, promises, and lanes of one's own."""

from game.opponents.coach.findings import APART, FORCED, IMPACT, SKILLS
from game.opponents.coach.hint import Hint
from game.opponents.coach.moment import Moment, points_words
from game.opponents.corridor import glad_lanes
from game.rules import commands as do
from game.rules.dealings import Threat
from game.rules.vocabulary import Phase

LITTLE = 8.0
"""Points that somebody may lack and a pledge could still make up for."""


def _open_threats(moment: Moment) -> tuple[Threat, ...]:
    """List the threats that still stand about a text on the table, to the seat or by it."""
    open_ids = {text.id for text in moment.texts}
    threats = moment.view.own.threats.values()
    return tuple(t for t in threats if t.text in open_ids and not t.is_withdrawn and not t.is_settled)


def under_pressure(moment: Moment) -> Hint | None:
    """Ask somebody who is leaned on what it would do without the threat."""
    threat = next((t for t in _open_threats(moment) if t.pressed == moment.me), None)
    if moment.phase is not Phase.CORRIDOR or threat is None:
        return None
    text = moment.text(threat.text)
    command = moment.first(do.Meet(moment.me, threat.presser), do.ConsultHome(moment.me))
    if command is None:
        return None
    pain = moment.view.ruleset.threat_pain * threat.strength
    return Hint(
        "under_pressure",
        0.9,
        (
            "What would you answer if nobody could make you pay for it?",
            "A threat costs whoever carries it out, too, and it is about your signature, not your work. You may say "
            "no, "
            "and you may say what you would need instead.",
            f"{moment.name(threat.presser)} leans on you about Text {text.id}. Not signing could cost you {pain:.0f} "
            f"points; the text by itself is {points_words(moment.seen(text).margin)} on paper.",
        ),
        FORCED,
        command,
    )


def own_threat(moment: Moment) -> Hint | None:
    """Ask somebody who leaned on another what that yes will be worth."""
    for threat in _open_threats(moment):
        command = do.WithdrawPressure(moment.me, threat.id)
        if threat.presser == moment.me and moment.allows(command):
            return Hint(
                "own_threat",
                0.74,
                (
                    "What will a yes be worth that you made somebody say?",
                    "Pressure gets signatures. Who signs because it must does little once nobody watches.",
                    f"You lean on {moment.name(threat.pressed)} about Text {threat.text}. Taken back before it has "
                    "given way, its no is free again in full; later, only by half.",
                ),
                FORCED,
                command,
            )
    return None


def temptation(moment: Moment) -> Hint | None:
    """Ask somebody with leverage what else could win a doubtful party over."""
    text = moment.mine
    if moment.phase is not Phase.CORRIDOR or text is None:
        return None
    weak = moment.doubtful(text)
    levers = {lever.over for lever in moment.view.role.agency.leverage}
    pressed = {threat.pressed for threat in moment.view.own.threats.values()}
    if weak is None or weak not in levers or weak in pressed:
        return None
    command = moment.first(do.Meet(moment.me, weak), do.Pledge(moment.me, weak, text.id, 1), do.ConsultHome(moment.me))
    if command is None:
        return None
    return Hint(
        "temptation",
        0.76,
        (
            "You could make them sign. Could you make them do it?",
            "Leverage is quick, and what it wins falls apart in the year after. Ask first what they lack.",
            f"{moment.basis(weak, text)}, {moment.name(weak)} may not be able to mean a yes to your Text {text.id}. "
            "You "
            "have a hold on it; a talk or a better term would last longer.",
        ),
        FORCED,
        command,
    )


def make_up(moment: Moment) -> Hint | None:
    """Ask whether somebody who lacks a little could be given it."""
    text, left = moment.mine, moment.view.own.pledge_left
    if moment.phase is not Phase.CORRIDOR or text is None or left < 1:
        return None
    others, terms = moment.others(), text.latest.terms
    promised = {p.to for p in moment.view.own.pledges.values() if p.pledger == moment.me and p.text == text.id}
    lacks = {a: -others.margin(a, terms) for a in text.latest.parties if a not in (moment.me, *promised)}
    near = [agency for agency, lack in lacks.items() if 0 < lack <= LITTLE]
    if not near:
        return None
    whom = min(near, key=lambda agency: (lacks[agency], agency))
    points = min(left, int(lacks[whom]) + 1)
    return Hint(
        "make_up",
        0.62,
        (
            "Is there something you could give that costs you less than it is worth to them?",
            "A package can be balanced from outside the text. A promise kept builds what a threat destroys.",
            f"{moment.basis(whom, text)}, {moment.name(whom)} may fall a little short with your Text {text.id}. You "
            "can "
            f"pledge up to {left} points. Promise only what you will keep.",
        ),
        SKILLS,
        do.Pledge(moment.me, whom, text.id, points),
    )


def lane(moment: Moment) -> Hint | None:
    """Ask what the seat would do anyway, signed or not."""
    if moment.phase is not Phase.CORRIDOR:
        return None
    declared = moment.view.room.lanes.get(moment.me, {})
    for issue, option in glad_lanes(moment.view).items():
        command = do.DeclareLane(moment.me, issue, option)
        if declared.get(issue) == option or not moment.allows(command):
            continue
        ends = " It is the last round." if moment.is_last_round else ""
        return Hint(
            "lane",
            0.7 if moment.is_last_round else 0.3,
            (
                "What will you do in any case, whatever is signed?",
                "Working side by side, each in a lane that the others know, is a respectable result. It needs no "
                "signature, only saying.",
                f"You would gladly carry something on {moment.issue(issue)}, and have not said so.{ends}",
            ),
            APART,
            command,
        )
    return None


def keep_promise(moment: Moment) -> Hint | None:
    """Ask about a pledge that has come due."""
    for number, pledge in sorted(moment.view.own.pledges.items()):
        command = do.KeepPledge(moment.me, number)
        if pledge.pledger == moment.me and moment.allows(command):
            return Hint(
                "keep_promise",
                0.8,
                (
                    "What did you promise, and who counted on it?",
                    "A promise kept costs once. A promise broken costs the same, and the trust as well.",
                    f"You pledged {moment.name(pledge.to)} {pledge.points} points for Text {pledge.text}. Kept or "
                    "broken, they cost you as much.",
                ),
                IMPACT,
                command,
            )
    return None


def defied_threat(moment: Moment) -> Hint | None:
    """Ask about a threat that was defied."""
    for number, threat in sorted(moment.view.own.threats.items()):
        command = do.DropThreat(moment.me, number)
        if threat.presser == moment.me and moment.allows(command):
            return Hint(
                "defied_threat",
                0.7,
                (
                    "Whom would it help if you made good on that?",
                    "Carrying a threat out hurts both, and the work with it. Dropping it costs a little face.",
                    f"{moment.name(threat.pressed)} did not give way on Text {threat.text}. Nothing that was agreed "
                    "becomes truer by punishing it.",
                ),
                FORCED,
                command,
            )
    return None


TOPICS = (under_pressure, own_threat, temptation, make_up, lane, keep_promise, defied_threat)
