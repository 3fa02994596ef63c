"""How things are called in the debrief: agencies by name, numbers as people read them, commands as sentences."""

from collections.abc import Iterable

from game.debrief.chronicle import Chronicle
from game.record.sentences import narrator, phrases
from game.rules import commands as do
from game.rules.case import Case
from game.rules.ids import AgencyId, FactId, RedLineId, TextId
from game.rules.texts import LANES
from game.rules.vocabulary import ForumVerdict, LeverageKind, Lived, Phase, Purpose, Root, Stance

ROOTS: dict[Root, str] = {
    Root.WORTH: "worth it",
    Root.FREE: "free",
    Root.INFORMED: "informed",
    Root.HEARD: "heard",
    Root.BACKED: "backed",
}
LACKS: dict[Root, str] = {
    Root.WORTH: "had little to gain from it",
    Root.FREE: "could not freely say no",
    Root.INFORMED: "did not know what others knew",
    Root.HEARD: "had hardly been heard",
    Root.BACKED: "had little behind it at home",
}
KINDS = phrases.KINDS
LIVED: dict[Lived, str] = {
    Lived.SINCERE_AGREEMENT: "sincere agreement",
    Lived.OVERTAKEN: "overtaken",
    Lived.FALSE_COHERENCE: "false coherence",
}
VERDICTS: dict[ForumVerdict, str] = {
    ForumVerdict.SINCERE_AGREEMENT: "Sincere agreement",
    ForumVerdict.OVERTAKEN: "Overtaken",
    ForumVerdict.FALSE_COHERENCE: "False coherence",
    ForumVerdict.SIDE_BY_SIDE: "Side by side",
    ForumVerdict.INFORMATION_SHARING: "Information sharing",
    ForumVerdict.BREAKDOWN: "Breakdown",
    ForumVerdict.NOTHING: "Nothing came of it",
}
PURPOSES = phrases.PURPOSES
STANCES: dict[Stance, str] = {
    Stance.ENDORSE: "endorsed",
    Stance.RESERVATIONS: "had reservations about",
    Stance.ABSTAIN: "abstained on",
    Stance.OBJECT: "objected to",
    Stance.BLOCK: "blocked",
}
LEVERS: dict[LeverageKind, str] = {
    LeverageKind.FUNDING: "money",
    LeverageKind.SECURITY: "protection",
    LeverageKind.ACCESS: "access",
    LeverageKind.LEGITIMACY: "its good name",
}
BALLOT = phrases.BALLOT
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")
listed, percent = narrator.listed, narrator.percent
"""Written as in the record."""


def count(number: int) -> str:
    """Write a small number out, with a capital."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def share(value: float) -> str:
    """Write a share of 1 with two decimals; a real minus, and no minus before zero."""
    return signed(value).lstrip("+")


def signed(value: float, digits: int = 2) -> str:
    """Write a number with its sign; a real minus, and none before zero."""
    rounded = round(value, digits)
    if rounded == 0:
        return f"{0:.{digits}f}"
    return f"{'−' if rounded < 0 else '+'}{abs(rounded):.{digits}f}"


def points(value: float) -> str:
    """Write points with one decimal."""
    return signed(value, 1).lstrip("+")


def out_of_100(rate: float) -> str:
    """Write an implementation rate."""
    return f"{rate:.0f} of 100"


def text_name(text: TextId) -> str:
    """Name a text."""
    return "the declared lanes" if text == LANES else f"Text {text}"


def names(case: Case, agencies: Iterable[AgencyId]) -> str:
    """Name agencies in the order given."""
    return listed(case.agency(agency).name for agency in agencies)


def short_names(case: Case, agencies: Iterable[AgencyId]) -> str:
    """Name agencies by their short names, for lines with little room."""
    return listed(case.agency(agency).short for agency in agencies)


def fact_report(story: Chronicle, fact: FactId) -> str:
    """Say how a fact stands, as the field report has it."""
    known = story.case.fact(fact)
    return known.if_true if story.end.sealed.facts[fact] else known.if_false


def red_line_text(case: Case, agency: AgencyId, line: RedLineId) -> str:
    """Find what a headquarters forbids, in its own words."""
    return next((one.text for one in case.agency(agency).red_lines if one.id == line), line)


def when(story: Chronicle, at: int) -> str:
    """Say in which round a command was given, or that it was given after the last."""
    match story.phases.get(at):
        case Phase.BALLOT:
            return "in the ballot"
        case Phase.SETTLING | Phase.FIRST_EFFORTS | Phase.SECOND_EFFORTS:
            return "in the year after"
    game_round = story.rounds.get(at, 0)
    return f"in round {game_round}" if game_round else "at the convening"


def deed(story: Chronicle, at: int) -> str:
    """Tell the command of that number in one sentence, in the third person."""
    command = story.command(at)
    if command is None:
        return ""
    case = story.case
    return f"{case.agency(command.seat).name} {done(case, command)} {when(story, at)}."


def done(case: Case, command: do.Command) -> str:
    """Say what somebody did, without the who and the when."""

    def who(agency: AgencyId) -> str:
        return case.agency(agency).name

    match command:
        case do.Press(_, whom, text):
            return f"leaned on {who(whom)} to sign {text_name(text)}"
        case do.WithdrawPressure():
            return "took a threat back"
        case do.Meet(_, whom):
            return f"met {who(whom)}"
        case do.Share(_, fact, whom, is_spun):
            said = "gave a spun account of" if is_spun else "said how it stands with"
            return f"{said} “{case.fact(fact).name}” {'before the room' if whom is None else f'to {who(whom)}'}"
        case do.AssessJointly(_, fact, partners):
            return f"assessed “{case.fact(fact).name}” together with {names(case, partners)}"
        case do.Caucus(_, network, _):
            return f"sat down with the {case.network_names.get(network, network)}"
        case do.Pledge(_, whom, text, amount):
            return f"pledged {amount} points to {who(whom)} for {text_name(text)}"
        case do.Table():
            return "put a text on the table"
        case do.Amend(_, text):
            return f"amended {text_name(text)}"
        case _:
            return _said(case, command)


def _said(case: Case, command: do.Command) -> str:
    """Say what was done at the table or in the year after."""
    match command:
        case do.Sign(_, text):
            return f"signed {text_name(text)}"
        case do.SignWithReservation(_, text, issue):
            return f"signed {text_name(text)} but for “{case.issue(issue).name}”"
        case do.Decline(_, text):
            return f"declined to sign {text_name(text)}"
        case do.NamePower():
            return "said aloud who holds the power in the room"
        case do.ConcedePoint(_, whom):
            return f"granted {case.agency(whom).name} a point"
        case do.RaiseDoubt(_, text):
            return f"said how far it really supports {text_name(text)}"
        case do.CallSignature(_, text):
            return f"called for signatures under {text_name(text)}"
        case do.WalkOut():
            return "walked out"
        case do.Convene():
            return "convened the forum"
        case do.TakeStance(_, text, stance):
            return f"{STANCES[stance]} {text_name(text)}"
        case do.MoveProcedure(_, chair, invite, purpose):
            return f"backed the motion {_motion(case, chair, invite, purpose)}"
        case do.Investigate(_, fact):
            return f"looked into “{case.fact(fact).name}”"
        case do.Disclose(_, whom, issue, is_shaded):
            how = ", with two options reversed" if is_shaded else ""
            return f"told {case.agency(whom).name} what “{case.issue(issue).name}” is worth to it{how}"
        case do.Challenge(_, whom, fact):
            return f"challenged {case.agency(whom).name} on “{case.fact(fact).name}”"
        case do.DeclareLane(_, issue, option):
            return f"declared “{case.option(issue, option).name}” as its lane on “{case.issue(issue).name}”"
        case _:
            return _after(command)


def _motion(case: Case, chair: AgencyId | None, invite: tuple[AgencyId, ...], purpose: Purpose | None) -> str:
    """Say what a motion asks for."""
    parts = []
    if chair is not None:
        parts.append(f"that {case.agency(chair).name} take the chair")
    if invite:
        parts.append(f"to invite {names(case, invite)}")
    if purpose is not None:
        parts.append(f"that the purpose be {PURPOSES[purpose]}")
    return listed(parts)


def _after(command: do.Command) -> str:
    """Say what was done once the meetings were over, and what needs no more words."""
    match command:
        case do.AnswerBallot(_, accord, own, _):
            said = "" if own is None else f": {BALLOT[own]} ({own} of 4)"
            return f"said how far it would carry {text_name(accord)} out{said}"
        case do.SetEffort(_, accord, effort, _):
            return f"set {percent(effort)} of its effort for {text_name(accord)}"
        case do.KeepPledge():
            return "kept a pledge"
        case do.BreakPledge():
            return "broke a pledge"
        case do.CarryOutThreat():
            return "carried a threat out"
        case do.DropThreat():
            return "dropped a threat"
        case do.CableHome():
            return "asked headquarters to lift a red line"
        case do.ConsultHome():
            return "brought its own house along"
        case do.Pass():
            return "passed"
        case _:
            return f"did this: {command.kind.replace('_', ' ')}"
