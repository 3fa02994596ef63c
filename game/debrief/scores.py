"""What each took home, line by line: every number opens into its formula, its inputs and the commands behind it."""

from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.words import percent, points, signed, text_name
from game.rules.case import Case
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.judgement import Score, ScoreLine


@dataclass(frozen=True, slots=True)
class Line:
    """One addend in words; `at` is the command behind it."""

    words: str
    points: float
    at: int | None = None


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One agency's score with everything it is made of."""

    agency: AgencyId
    score: Score
    mandate: tuple[Line, ...]
    standing: tuple[Line, ...]
    formula: str


def score_rows(story: Chronicle) -> tuple[ScoreRow, ...]:
    """Lay out the scores, in the order of the case."""
    return tuple(
        ScoreRow(
            seat,
            story.outcome.scores[seat],
            _lines(story, seat, story.outcome.scores[seat].mandate_lines),
            _lines(story, seat, story.outcome.scores[seat].standing_lines),
            formula(story, story.outcome.scores[seat]),
        )
        for seat in story.case.agency_ids
    )


def formula(story: Chronicle, score: Score) -> str:
    """Write out how a total comes about (R9.3)."""
    k = story.case.impact_weight
    return (
        f"{1 - k:.2f} · mandate {points(score.mandate)} + {k:.2f} · impact {points(score.impact)}"
        f" {'−' if score.standing < 0 else '+'} standing {points(abs(score.standing))} = {points(score.total)}"
    )


def score_sentence(story: Chronicle) -> str:
    """Say what the totals are made of."""
    k = story.case.impact_weight
    return (
        f"{percent(1 - k)} of a total is the agency's own mandate, {percent(k)} what came about for people; "
        "standing is added. A high score is no verdict: compare it with what the forum came to."
    )


def _lines(story: Chronicle, seat: AgencyId, lines: tuple[ScoreLine, ...]) -> tuple[Line, ...]:
    """Word the lines; what moved in several quarters for the same reason is added up."""
    told: dict[tuple[str, int | None], float] = {}
    for line in lines:
        if line.points == 0 and line.what in ("effort", "outside"):
            continue
        at = None if line.what in ("effort", "blurring", "exposed") else line.at
        key = (_words(story, seat, line), at)
        told[key] = told.get(key, 0.0) + line.points
    return tuple(Line(words, amount, at) for (words, at), amount in told.items())


def _words(story: Chronicle, seat: AgencyId, line: ScoreLine) -> str:
    case = story.case
    match line.what:
        case "issue":
            return _came_about(story, IssueId(line.about))
        case "hidden_mandate":
            return next((m.text for m in case.agency(seat).hidden if m.id == line.about), line.about)
        case "outside":
            return "What it has outside the forum, for the share of issues it signed nothing on"
        case "effort":
            return "Effort in the year after"
        case "blurring":
            return "Carried a term beside soldiers, with nobody in between"
        case "exposed":
            return f"Seen to deliver far below promise on {text_name(TextId(line.about))}"
        case _:
            return _dealing(case, line)


def _came_about(story: Chronicle, issue: IssueId) -> str:
    """Say what came about on an issue and how far."""
    name = story.case.issue(issue).name
    for lived in story.outcome.accords:
        for term in lived.terms:
            if term.issue == issue:
                level = lived.levels.get(issue, 0.0)
                return f"{name}: {story.case.option(issue, term.option).name}, {percent(level / 3)} of the way"
    lane = next((lane for lane in story.outcome.lanes if lane.issue == issue), None)
    if lane is not None and lane.option is not None and lane.level > 0:
        return f"{name}: {story.case.option(issue, lane.option).name}, {percent(lane.level / 3)} of the way"
    return f"{name}: as it was"


DEALINGS: dict[str, str] = {
    "pledge_kept": "Kept its pledge to {}",
    "pledge_received": "A pledge kept by {}",
    "pledge_broken": "Broke its pledge to {}",
    "threat_suffered": "{} carried its threat out",
    "threat_carried_out": "Carried its threat against {} out",
    "threat_dropped": "Dropped its threat against {}",
}


def _dealing(case: Case, line: ScoreLine) -> str:
    words = DEALINGS.get(line.what, f"{line.what.replace('_', ' ').capitalize()}: {{}}")
    about = AgencyId(line.about)
    return words.format(case.agency(about).name if case.has(agency=about) else line.about)


def line_points(line: Line) -> str:
    """Write the points of a line."""
    return signed(line.points, 1)
