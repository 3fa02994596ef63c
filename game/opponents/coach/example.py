"""A command as something one could do, with what it costs."""

from game.opponents.coach.moment import Moment, percent_words
from game.opponents.year import TOP
from game.rules import commands as do
from game.rules.menu import HEADINGS, time_of
from game.rules.texts import LANES, Term
from game.rules.vocabulary import DecisionRule, ForumKind, Phase, Purpose, Stance

PURPOSES = {
    Purpose.INFORMATION: "sharing information",
    Purpose.JOINT_ANALYSIS: "joint analysis",
    Purpose.DIVISION_OF_LABOUR: "a division of labour",
    Purpose.COMMON_STRATEGY: "a common strategy",
}
STANCES = {
    Stance.ENDORSE: "endorse",
    Stance.RESERVATIONS: "show reservations on",
    Stance.ABSTAIN: "abstain on",
    Stance.OBJECT: "object to",
    Stance.BLOCK: "block",
}
FORUMS = {ForumKind.COORDINATION_MEETING: "a coordination meeting", ForumKind.CONTACT_GROUP: "a contact group"}
NAMED_TERMS = 3


def example(moment: Moment, command: do.Command) -> str:
    """Say in one sentence what the seat could do."""
    return f"For example: {_words(moment, command)}{_cost(moment, command)}."


def _cost(moment: Moment, command: do.Command) -> str:
    time, left = time_of(moment.view, command), moment.view.own.time
    if moment.phase is Phase.CORRIDOR and time > 0:
        all_left = "the last move" if left == 1 else f"all {left} moves"
        return f", for {f'{time} of the {left} moves' if time < left else all_left} you have left in the corridor"
    is_vote = moment.view.room.interlude is not None
    if moment.phase is Phase.FLOOR and command.kind in HEADINGS and not is_vote:
        return ", as your floor move"
    return ""


def _words(moment: Moment, command: do.Command) -> str:
    match command:
        case do.Meet(_, whom):
            return f"meet {moment.name(whom)}"
        case do.Disclose(_, whom, issue):
            return f"tell {moment.name(whom)} straight what {moment.issue(issue)} is worth to you"
        case do.Share(_, fact, whom):
            hearer = "the room" if whom is None else moment.name(whom)
            return f"tell {hearer} straight what you know about {moment.fact(fact)}"
        case do.Investigate(_, fact):
            return f"find out about {moment.fact(fact)}"
        case do.AssessJointly(_, fact, partners):
            return f"look into {moment.fact(fact)} together with {moment.names(partners)}"
        case do.CableHome():
            return "cable home about that line"
        case do.ConsultHome():
            return "consult your own house"
        case do.Caucus(_, network, issue):
            called = moment.view.scene.network_names.get(network, str(network).replace("_", " "))
            return f"sit down with the {called} about {moment.issue(issue)}"
        case do.WithdrawPressure(_, threat):
            return f"take back your threat against {moment.name(moment.view.own.threats[threat].pressed)}"
        case do.Pledge(_, whom, text, points):
            return f"pledge {points} of your points to {moment.name(whom)} for Text {text}"
        case do.DeclareLane(_, issue, option):
            named = moment.view.scene.option(issue, option).name
            return f"declare “{named}” as your lane on {moment.issue(issue)}"
        case _:
            return _at_the_table(moment, command)


def _at_the_table(moment: Moment, command: do.Command) -> str:
    match command:
        case do.Table(_, terms, parties):
            others = moment.names(party for party in parties if party != moment.me)
            return f"table {_terms(moment, terms)}, between you and {others}"
        case do.Amend(_, text, terms, _):
            old = set(moment.text(text).latest.terms)
            changed = tuple(term for term in terms if term not in old)
            new = f"amend Text {text}"
            return f"{new} to say {_terms(moment, changed)}" if changed else f"{new} and leave out what nobody carries"
        case do.Challenge(_, whom, fact):
            return f"challenge what {moment.name(whom)} said about {moment.fact(fact)}"
        case do.ConcedePoint(_, whom):
            return f"grant {moment.name(whom)} the point"
        case do.NamePower():
            return "name the power in the room"
        case do.MoveProcedure():
            return _motion(moment, command)
        case do.RaiseDoubt(_, text):
            return f"raise a doubt about Text {text}"
        case do.CallSignature(_, text):
            return f"call Text {text} for signature"
        case do.TakeStance(_, text, stance):
            return f"{STANCES[stance]} Text {text}"
        case do.ComeBack():
            return "come back into the room"
        case do.Convene(_, forum, invited, purpose, rule):
            how = "by consensus" if rule is DecisionRule.CONSENSUS else "by those who carry it"
            aim = f"for {PURPOSES[purpose]}" if purpose is not None else "without a purpose"
            others = moment.names(agency for agency in invited if agency != moment.me)
            return f"convene {FORUMS[forum]} {aim}, with {others}, deciding {how}"
        case _:
            return _afterwards(moment, command)


def _motion(moment: Moment, command: do.MoveProcedure) -> str:
    verb = "vote" if moment.view.room.interlude is not None else "move"
    if command.invite:
        return f"{verb} to invite {moment.names(command.invite)}"
    if command.chair is not None:
        return f"{verb} that {'you' if command.chair == moment.me else moment.name(command.chair)} take the chair"
    return f"{verb} that the purpose be {PURPOSES[command.purpose]}" if command.purpose is not None else verb


def _afterwards(moment: Moment, command: do.Command) -> str:
    own = moment.view.own
    match command:
        case do.Sign(_, text):
            return f"sign Text {text}"
        case do.SignWithReservation(_, text, issue):
            return f"sign Text {text} but for {moment.issue(issue)}"
        case do.Decline(_, text):
            return f"decline Text {text}"
        case do.AnswerBallot():
            return _answer(moment, command)
        case do.KeepPledge(_, pledge):
            return f"keep what you pledged to {moment.name(own.pledges[pledge].to)}"
        case do.DropThreat(_, threat):
            return f"drop the threat against {moment.name(own.threats[threat].pressed)}"
        case do.SetEffort(_, accord, effort, _):
            about = "your own lanes" if accord == LANES else f"Text {accord}"
            return f"give {percent_words(effort)} of your effort to {about}"
        case do.Pass():
            return "leave it at that, and pass"
        case _:
            return str(command.kind).replace("_", " ")


def _answer(moment: Moment, command: do.AnswerBallot) -> str:
    own, others = command.own, command.predictions
    answer = f"answer {own} of {TOP} for Text {command.accord}" if own is not None else ""
    least = min(others, key=lambda agency: (others[agency], agency), default=None)
    expect = f"say what you expect on Text {command.accord}" if not answer else ""
    if least is not None:
        who = moment.name(least) if len(set(others.values())) > 1 or len(others) == 1 else "everybody else"
        about = "" if answer else f" for Text {command.accord}"
        expect = f"expect {others[least]} of {TOP} of {who}{about}"
    return " and ".join(part for part in (answer, expect) if part)


def _terms(moment: Moment, terms: tuple[Term, ...]) -> str:
    names = [f"“{moment.view.scene.option(term.issue, term.option).name}”" for term in terms]
    if len(names) > NAMED_TERMS:
        names = [*names[: NAMED_TERMS - 1], f"{len(names) - NAMED_TERMS + 1} more terms"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
