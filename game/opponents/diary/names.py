"""What the phrases of a diary speak of: the names that stand in their braces, from the seat's own view."""

from collections.abc import Iterator, Mapping

from game.opponents.corridor import my_text
from game.opponents.diary.worths import Worth
from game.opponents.draft import chance_of_all
from game.opponents.estimate import others_of
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.prospect import prospect_of
from game.opponents.speech.english import called
from game.rules import commands as do
from game.rules.course import strongest_by_power
from game.rules.ids import AgencyId, TextId
from game.rules.texts import LANES, Term
from game.rules.view import View
from game.rules.vocabulary import LeverageKind, Purpose, Stance

Pairs = Iterator[tuple[str, str]]

LEVERS: Mapping[LeverageKind, str] = {
    LeverageKind.FUNDING: "our funding",
    LeverageKind.SECURITY: "our protection",
    LeverageKind.ACCESS: "our access",
    LeverageKind.LEGITIMACY: "our good name",
}
HOLDS: Mapping[LeverageKind, str] = {
    LeverageKind.FUNDING: "its funding",
    LeverageKind.SECURITY: "its protection",
    LeverageKind.ACCESS: "its access",
    LeverageKind.LEGITIMACY: "its good name",
}
PURPOSES: Mapping[Purpose, str] = {
    Purpose.INFORMATION: "to share information",
    Purpose.JOINT_ANALYSIS: "to understand things together",
    Purpose.DIVISION_OF_LABOUR: "to divide the labour",
    Purpose.COMMON_STRATEGY: "to have one strategy",
}
AGAINST = frozenset({Stance.OBJECT, Stance.BLOCK})
HARDLY = 0.35
"""A chance below which the seat takes somebody to be hardly able to mean a yes."""
HARDLY_A_POINT = 0.05
NAMED = 3
"""Agencies named in a row."""


def points_words(points: float) -> str:
    """Say how far above or below walking away something leaves somebody."""
    whole = round(points)
    if whole == 0:
        return "no better and no worse than walking away"
    unit = "point" if abs(whole) == 1 else "points"
    return f"{abs(whole)} {unit} {'above' if whole > 0 else 'below'} walking away"


def paper_words(points: float) -> str:
    """Say the same of a text as it reads, where even less than a point tells a yes from a no."""
    if round(points) == 0 and abs(points) >= HARDLY_A_POINT:
        return f"just {'above' if points > 0 else 'below'} walking away"
    return points_words(points)


def chance_words(chance: float) -> str:
    """Say a chance as so many in ten."""
    tenths = round(10 * chance)
    if tenths <= 0:
        return "next to no chance"
    return f"{tenths} in 10" if tenths < 10 else "next to certain"


def text_words(text: TextId) -> str:
    """Name a text, or one's own lanes."""
    return "our own lane" if text == LANES else f"Text {text}"


def names_for(view: View, manner: Manner, luck: Luck, command: do.Command, worth: Worth | None) -> dict[str, str]:
    """Name what the phrases about a move can speak of."""
    found: dict[str, str] = {}
    if worth is not None:
        found |= dict(_of_worth(view, worth))
    found |= dict(_of_command(view, command))
    match command:
        case do.Table(_, terms, parties) | do.Amend(_, _, terms, parties):
            found = dict(_of_draft(view, manner, luck, terms, parties)) | found
        case do.Press(_, whom, text):
            margin = others_of(view, manner).margin(whom, view.room.texts[text].latest.terms)
            found["margin"] = points_words(margin)
        case do.AnswerBallot(_, _, _, predictions) if predictions:
            found["slack"] = _name(view, min(predictions, key=lambda agency: (predictions[agency], agency)))
    return found


def _of_worth(view: View, worth: Worth) -> Pairs:
    yield "text", text_words(worth.text)
    yield "paper", paper_words(worth.on_paper)
    yield "expected", points_words(worth.expected)
    if round(worth.on_paper) < 0:
        yield "losing", ""
    if worth.felled_by is not None:
        yield "refuser", _name(view, worth.felled_by)
    stances = view.room.texts[worth.text].latest.stances
    against = [party for party in worth.chances if stances.get(party) in AGAINST]
    yield from (("critic", _name(view, party)) for party in against[:1])
    if not against:
        yield "unopposed", ""
    weak = worth.doubtful
    if weak is not None:
        yield "least", _name(view, weak)
    if weak is not None and worth.chances[weak] < HARDLY:
        yield "weak", _name(view, weak)
        yield "weak_chance", chance_words(worth.chances[weak])
    threats = [t for t in view.own.threats.values() if t.pressed == view.seat and t.text == worth.text]
    standing = [threat for threat in threats if not threat.is_withdrawn]
    if standing:
        worst = max(standing, key=lambda threat: (threat.strength * threat.weight, threat.id))
        yield "presser", _name(view, worst.presser)
        yield "lever", LEVERS[worst.leverage]
        pain = round(view.ruleset.threat_pain * sum(threat.strength * threat.weight for threat in standing))
        yield "fear", f"{pain} points" if pain != 1 else "1 point"
    lines = [line.text for line in view.role.agency.red_lines if line.id in worth.crossed]
    if lines:
        yield "line", f"“{lines[0]}”"


def _of_draft(view: View, manner: Manner, luck: Luck, terms: tuple[Term, ...], parties: tuple[AgencyId, ...]) -> Pairs:
    """Name what a text that is being written would come to."""
    yield "own", points_words(prospect_of(view, manner, luck, terms, parties).judged)
    yield "chance", chance_words(chance_of_all(view, manner, terms, parties))
    others = others_of(view, manner)
    chances = {party: others.chance(party, terms) for party in parties if party != view.seat}
    if chances:
        weak = min(chances, key=lambda agency: (chances[agency], agency))
        yield "weak", _name(view, weak)
        yield "weak_chance", chance_words(chances[weak])


def _of_command(view: View, command: do.Command) -> Pairs:
    scene, room = view.scene, view.room
    match command:
        case do.Convene(_, _, _, purpose, _) if purpose is not None:
            yield "purpose", PURPOSES[purpose]
        case do.MoveProcedure(_, chair, invite, purpose):
            if chair is not None:
                yield "whom", _name(view, chair)
            if invite:
                yield "missing", _row(view, invite)
            if purpose is not None:
                yield "purpose", PURPOSES[purpose]
        case do.NamePower():
            strong = strongest_by_power(scene, room.present)
            if room.forum.chair in strong:
                yield "strong", _name(view, room.forum.chair)
        case do.SignWithReservation(_, text, issue):
            yield "issue", f"“{scene.issue(issue).name}”"
            option = room.texts[text].latest.on(issue)
            if option is not None:
                yield "option", f"“{scene.option(issue, option).name}”"
        case do.Share(_, fact, _, _) | do.Challenge(_, _, fact):
            yield "fact", f"“{scene.question(fact).name}”"
        case do.DeclareLane(_, issue, option):
            yield "issue", f"“{scene.issue(issue).name}”"
            yield "option", scene.option(issue, option).name
        case do.SetEffort(_, accord, effort, _):
            yield "text", text_words(accord)
            yield "effort", "none" if effort < 0.005 else f"{round(100 * effort)} %"
        case do.AnswerBallot(_, accord, _, _):
            yield "text", text_words(accord)
        case _:
            yield from _of_dealing(view, command)


def _of_dealing(view: View, command: do.Command) -> Pairs:
    """Name whom a dealing with one other concerns, and what is at stake in it."""
    own = view.own
    match command:
        case do.Press(_, whom, text):
            yield "whom", _name(view, whom)
            yield "text", text_words(text)
            yield from (("hold", HOLDS[lever.kind]) for lever in view.role.agency.leverage if lever.over == whom)
        case do.Pledge(_, whom, text, points):
            yield "whom", _name(view, whom)
            yield "text", text_words(text)
            yield "points", f"{points} points" if points != 1 else "One point"
        case do.Disclose(_, whom, issue, _):
            yield "whom", _name(view, whom)
            yield "issue", f"“{view.scene.issue(issue).name}”"
        case do.ConcedePoint(_, whom):
            yield "whom", _name(view, whom)
        case do.KeepPledge(_, pledge) | do.BreakPledge(_, pledge) if pledge in own.pledges:
            yield "whom", _name(view, own.pledges[pledge].to)
        case do.CarryOutThreat(_, threat) | do.DropThreat(_, threat) if threat in own.threats:
            yield "whom", _name(view, own.threats[threat].pressed)


def about(view: View, command: do.Command) -> TextId | None:
    """Name the text on the table that a move is about; for one that writes or pledges, the one it is written over."""
    match command:
        case do.Amend() | do.TakeStance() | do.CallSignature() | do.RaiseDoubt() | do.Press() | do.Pledge():
            return command.text if command.text in view.room.texts else None
        case do.Sign() | do.SignWithReservation() | do.Decline():
            return command.text
        case do.Pass():
            called = view.room.called
            return called[0][0] if called and view.room.phase.value == "signing" else None
        case do.ConcedePoint():
            text = my_text(view)
            return text.id if text is not None else None
        case _:
            return None


def _name(view: View, agency: AgencyId) -> str:
    return called(view.scene.face(agency).name)


def _row(view: View, agencies: tuple[AgencyId, ...]) -> str:
    names = [_name(view, agency) for agency in agencies]
    if len(names) > NAMED:
        return f"{names[0]} and {len(names) - 1} others"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
