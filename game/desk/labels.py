"""How the possible answers to a question of the composer are called."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.desk.balance import balance_of
from game.desk.words import PURPOSES, PURPOSES_MEAN, call, counted, option_name, points
from game.record.sentences.letters import letters
from game.record.sentences.narrator import percent
from game.rules import commands as do
from game.rules.ids import AgencyId, FactId, IssueId, NetworkId, RedLineId, TextId, ThreatId
from game.rules.menu import time_of
from game.rules.view import View
from game.rules.vocabulary import Purpose


@dataclass(frozen=True, slots=True)
class Label:
    """The words of an answer, a remark as its tip, and the community and letter of its tile if it is an agency."""

    words: str
    tip: str = ""
    community: str = ""
    letter: str = ""


def label(view: View, field: str, value: object, commands: Iterable[do.Command]) -> Label:
    """Call one possible answer by its words."""
    match field:
        case "whom" | "partners" | "chair" | "invite":
            return _agency(view, value, commands)
        case "fact":
            return _fact(view, FactId(str(value)), commands)
        case "is_spun":
            return _manner(value, "Spun: say the opposite", "As you know it to be.")
        case "is_shaded":
            return _manner(value, "Shaded: two options swapped", "Your points as they are.")
        case "issue":
            return Label(view.scene.issue(IssueId(str(value))).name, _issue_tip(view, IssueId(str(value))))
        case "option":
            return _lane(view, value, commands)
        case "network":
            name = view.scene.network_names.get(NetworkId(str(value)), str(value))
            return Label(name)
        case "red_line":
            return _red_line(view, RedLineId(str(value)))
        case "text":
            return Label(f"Text {value}", _text_tip(view, TextId(str(value))))
        case "threat" if isinstance(value, int):
            threat = view.own.threats[ThreatId(value)]
            return Label(f"{call(view.scene, threat.pressed)}, about Text {threat.text}")
        case "purpose" if isinstance(value, Purpose):
            return Label(PURPOSES[value].capitalize(), PURPOSES_MEAN[value])
    return Label(str(value))


def _agency(view: View, value: object, commands: Iterable[do.Command]) -> Label:
    if value is None:
        return Label("The whole room", "Everybody here hears it. Costs 1 time.")
    agency = AgencyId(str(value))
    face = view.scene.face(agency)
    tip = f"{face.name}. You trust them {percent(view.own.trust.get(agency, 0.0))}."
    if any(isinstance(command, do.Share) for command in commands):
        tip += (
            " Free: you met this round."
            if agency in view.own.met_now
            else " Costs 1 time: you did not meet this round."
        )
    levers = [lever for lever in view.role.agency.leverage if lever.over == agency]
    if levers and any(isinstance(command, do.Press) for command in commands):
        tip += f" They depend on you: {levers[0].text} (strength {levers[0].strength})."
    if any(isinstance(command, do.AssessJointly) for command in commands) and _asks_me(view, agency):
        tip += " They asked you to join."
    return Label(face.short, tip, face.community.value, letters(view.scene.agencies).get(agency, ""))


def _asks_me(view: View, agency: AgencyId) -> bool:
    return any(agency in offer.joined and view.seat not in offer.joined for offer in view.own.joint_offers)


def _fact(view: View, fact: FactId, commands: Iterable[do.Command]) -> Label:
    question = view.scene.question(fact)
    if fact in view.own.knows:
        tip = question.if_true if view.own.knows[fact] else question.if_false
    else:
        tip = f"{question.question} You think {percent(view.own.beliefs.get(fact, 0.5))} likely."
    words = question.name
    asked = next((c for c in commands if isinstance(c, do.Investigate) and c.fact == fact), None)
    if asked is not None:
        words += f" · {time_of(view, asked)} time"
    offers = [offer for offer in view.own.joint_offers if offer.fact == fact and view.seat not in offer.joined]
    if offers and any(isinstance(command, do.AssessJointly) for command in commands):
        words += " · you are asked to join"
    return Label(words, tip)


def _manner(is_crooked: object, crooked: str, straight: str) -> Label:
    if is_crooked:
        return Label(crooked, "If it is found out, they trust you less, for good.")
    return Label("Straight", straight)


def _issue_tip(view: View, issue: IssueId) -> str:
    own = view.role.agency.points[issue]
    return "By your mandate: " + ", ".join(f"{o.name} {own[o.id]}" for o in view.scene.issue(issue).options) + "."


def _lane(view: View, value: object, commands: Iterable[do.Command]) -> Label:
    lane = next((c for c in commands if isinstance(c, do.DeclareLane) and c.option == value), None)
    if lane is None:
        return Label(str(value))
    option = view.scene.option(lane.issue, lane.option)
    others = [agency for agency in option.carriers if agency != view.seat]
    tip = option.text
    if others:
        tip += f" It also needs {', '.join(call(view.scene, agency) for agency in others)} to say the same."
    return Label(option_name(view.scene, lane.issue, lane.option), tip)


def _red_line(view: View, red_line: RedLineId) -> Label:
    line = next(one for one in view.role.agency.red_lines if one.id == red_line)
    sent = view.own.cables.get(red_line, 0)
    told = f"{counted(sent, 'cable')} sent so far; each one helps." if sent else "No cable sent so far."
    return Label(line.text, f"{told} Headquarters is {percent(view.own.flexibility)} flexible.")


def _text_tip(view: View, text: TextId) -> str:
    found = balance_of(view, text)
    return f"Worth {points(found.worth)} to you, not signing {points(found.reservation)}: {found.verdict}."


def warning(view: View, command: do.Command | None) -> str:
    """Say what a command can do harm to, before it is given; empty where it is harmless."""
    rules = view.ruleset
    match command:
        case do.Share(is_spun=True) | do.Disclose(is_shaded=True):
            return "It can be found out, even in the year after. Then they trust you less, and never fully again."
        case do.Press(whom=whom):
            lever = next((one for one in view.role.agency.leverage if one.over == whom), None)
            strength = lever.strength if lever is not None else 1
            pain, price, bluff = (
                points(n * strength) for n in (rules.threat_pain, rules.threat_price, rules.bluff_price)
            )
            return (
                "Their trust in you falls, and their yes gets hollow: only their own interest makes them deliver. "
                f"Defied, you carry it out (−{pain} for them, −{price} for you) or lose {bluff} of standing."
            )
        case do.Pledge(points=amount):
            return f"Kept, it costs you {amount}. Broken, it costs {amount} of standing, and their trust."
        case do.Challenge():
            return "If what they told you was straight after all, everybody here trusts you less."
        case do.DeclareLane():
            return "Carrying it out costs effort like a term does. The last lane you declare on an issue stands."
        case do.Amend():
            return "All stances and signatures on the text lapse."
        case do.WalkOut():
            return "From now on you abstain from everything until you come back."
        case do.CallSignature():
            return "No more changes: the version on the table is signed at the end of this round."
    return ""
