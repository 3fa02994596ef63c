"""Word a role sheet from what the seat may see: values first, so that it can be tested without a window."""

from dataclasses import dataclass

from game.record.sentences.phrases import DECISION_RULES, FORUMS, LEVERS, PURPOSES
from game.rules.ids import AgencyId
from game.rules.scene import Scene
from game.rules.view import View
from game.rules.vocabulary import Purpose

STRENGTHS = {1: "weak", 2: "strong", 3: "very strong"}

PURPOSE_NOTES = {
    Purpose.INFORMATION: "To you, coordination means sharing information and nothing more.",
    Purpose.JOINT_ANALYSIS: "To you, coordination means looking at the situation together and understanding it alike.",
    Purpose.DIVISION_OF_LABOUR: "To you, coordination means agreeing who does what.",
    Purpose.COMMON_STRATEGY: "To you, coordination means one plan that all follow.",
}


@dataclass(frozen=True, slots=True)
class PointsCell:
    """One option with its points; `is_best` on its issue, `is_now` if it is how things stand."""

    option: str
    points: int
    is_best: bool
    is_now: bool
    text: str


@dataclass(frozen=True, slots=True)
class PointsRow:
    """One issue with all its options."""

    issue: str
    text: str
    cells: tuple[PointsCell, ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    """A question with the report if the seat has it, and what its staff make of it if not."""

    name: str
    question: str
    report: str
    belief: str


@dataclass(frozen=True, slots=True)
class LeverLine:
    """Who can lean on whom: with whom, and in what words."""

    agency: AgencyId
    words: str


def essentials(view: View) -> tuple[tuple[str, str], ...]:
    """Name the six things one must know to begin, each with a sentence (rules section 2)."""
    time = view.role.agency.time
    return (
        ("Your points", "say what each outcome is worth to you. The best of everything adds up to 100."),
        ("Not signing", f"leaves you {view.own.walk_away:g} points if all else stays as it is. Compare each text."),
        ("Headquarters", "draws red lines. Some can be lifted by a call home, in time."),
        ("A yes is cheap;", "carrying it out in the year after is what costs, and what counts."),
        ("Working side by side", "without any accord is a respectable end, and so is not signing. Both can win."),
        ("Every round", f"gives you time for {_number(time)} in the corridor and one move on the floor."),
    )


def _number(time: int) -> str:
    """Say how many things there is time for."""
    return "one thing" if time == 1 else f"{ {2: 'two', 3: 'three', 4: 'four'}.get(time, str(time)) } things"


def setting(view: View) -> tuple[tuple[str, str], ...]:
    """Say what everybody knows of the forum: (what, how)."""
    scene, forum = view.scene, view.room.forum
    invited = [face.short for face in scene.agencies if face.id in forum.invited]
    left_out = [face.short for face in scene.agencies if face.id not in forum.invited]
    purpose = PURPOSES[forum.purpose] if forum.purpose is not None else "not declared"
    rows = (
        ("Forum", f"{scene.forum_name}, a {FORUMS[forum.kind]}"),
        ("Chair", scene.face(forum.chair).name),
        ("Purpose", purpose),
        ("Decides", DECISION_RULES[forum.rule]),
        ("Rounds", str(scene.rounds)),
        ("Invited", "everybody" if not left_out else ", ".join(invited)),
    )
    return (*rows, ("Not invited", ", ".join(left_out))) if left_out else rows


def points_table(view: View) -> tuple[PointsRow, ...]:
    """List what every option of every issue is worth to the seat."""
    rows = []
    for issue in view.scene.issues:
        points = view.role.agency.points[issue.id]
        best = max(points.values())
        cells = tuple(
            PointsCell(o.name, points[o.id], points[o.id] == best, o.id == issue.status_quo, o.text)
            for o in issue.options
        )
        rows.append(PointsRow(issue.name, issue.text, cells))
    return tuple(rows)


def unsigned(view: View) -> str:
    """Say what the seat has without any accord, and that what the others do can change it (R9.1)."""
    return f"you have **{view.own.walk_away:g} points**, unless accords of others, lanes or threats change that."


def red_lines(view: View) -> tuple[tuple[str, str], ...]:
    """List what headquarters forbids, each with whether it can be lifted."""
    can = "Can be waived: call home early."
    never = "Cannot be waived. A signature across it has nobody behind it at home."
    return tuple((line.text, can if line.is_waivable else never) for line in view.role.agency.red_lines)


def hidden(view: View) -> tuple[tuple[str, str], ...]:
    """List the secret mandates with their points."""
    return tuple((one.text, f"{one.points:+d}".replace("-", "−")) for one in view.role.agency.hidden)


def known_facts(view: View) -> tuple[FactLine, ...]:
    """List the facts the seat has made sure of."""
    return tuple(fact for fact in _facts(view) if fact.report)


def open_questions(view: View) -> tuple[FactLine, ...]:
    """List the questions the seat has no answer to, with what its staff make of them."""
    return tuple(fact for fact in _facts(view) if not fact.report)


def _facts(view: View) -> tuple[FactLine, ...]:
    lines = []
    for question in view.scene.questions:
        truth = view.own.knows.get(question.id, view.room.open_facts.get(question.id))
        report = "" if truth is None else question.if_true if truth else question.if_false
        belief = view.own.beliefs.get(question.id, 0.5)
        lines.append(FactLine(question.name, question.question, report.strip(), believed(belief)))
    return tuple(lines)


def believed(belief: float) -> str:
    """Say in a few words how far the staff believe that something is so."""
    words = ((0.15, "almost surely not"), (0.35, "probably not"), (0.65, "could be either"), (0.85, "probably"))
    return next((word for limit, word in words if belief < limit), "almost surely")


def levers_of_mine(view: View) -> tuple[LeverLine, ...]:
    """List whom the seat can lean on."""
    return tuple(
        LeverLine(lever.over, f"{LEVERS[lever.kind]}, {STRENGTHS.get(lever.strength, 'strong')}: “{lever.text}”")
        for lever in view.role.agency.leverage
    )


def levers_on_me(view: View) -> tuple[LeverLine, ...]:
    """List who can lean on the seat."""
    return tuple(
        LeverLine(other, f"{LEVERS[lever.kind]}, {STRENGTHS.get(lever.strength, 'strong')}: “{lever.text}”")
        for other, lever in view.role.leverage_on_me.items()
    )


def expectation(view: View) -> str:
    """Say what coordination is for, to the seat, against what has been declared."""
    declared = view.room.forum.purpose
    mine = PURPOSE_NOTES[view.role.agency.expects]
    if declared is None:
        return f"{mine} The forum has not said what it is for."
    if declared is view.role.agency.expects:
        return f"{mine} That is what the forum has declared."
    return f"{mine} The forum has declared {PURPOSES[declared]}."


def means(view: View) -> tuple[tuple[str, str], ...]:
    """Say what else the seat brings: backing at home, pledges it can make, networks."""
    agency, scene = view.role.agency, view.scene
    rows = [
        ("Backing at home", f"{round(100 * view.own.backing)} of 100"),
        ("Headquarters", "gives way easily" if view.own.flexibility >= 0.55 else "gives way slowly"),
        ("You can pledge", f"up to {view.own.pledge_left} points" if view.own.pledge_left else "nothing"),
    ]
    if agency.networks:
        rows.append(("Networks", ", ".join(scene.network_names.get(network, network) for network in agency.networks)))
    if agency.is_neutral:
        rows.append(("Neutral", "being seen to work beside soldiers costs you"))
    return tuple(rows)


def community_words(scene: Scene, agency: AgencyId) -> str:
    """Say what kind of agency it is."""
    return scene.face(agency).community.value.replace("_", " ")
