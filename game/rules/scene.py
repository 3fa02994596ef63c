"""What a case shows: its public face to everybody, and to each seat its own role. Built by allow-list, once a game.

Only the number of rounds can change afterwards, if whoever runs the game drops some; the case keeps its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.case import Agency, Case, Issue, Leverage, Option
from game.rules.ids import AgencyId, FactId, IssueId, NetworkId, OptionId
from game.rules.ruleset import Ruleset
from game.rules.vocabulary import Community

QUARTERS = 4
"""In the year after."""


@dataclass(frozen=True, slots=True)
class Face:
    """What everybody knows of an agency."""

    id: AgencyId
    name: str
    short: str
    community: Community
    mandate: str
    power: int
    is_neutral: bool
    networks: tuple[NetworkId, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What everybody knows of a fact: that it is a question, how it could be answered, how hard it is to find out."""

    id: FactId
    name: str
    question: str
    if_true: str
    if_false: str
    difficulty: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The public side of a case."""

    id: str
    title: str
    summary: str
    place: str
    briefing: str
    agencies: tuple[Face, ...]
    issues: tuple[Issue, ...]
    questions: tuple[Question, ...]
    forum_name: str
    network_names: Mapping[NetworkId, str]
    rounds: int
    impact_weight: float
    tips: Mapping[str, str]
    language: str
    """Of all the texts above."""
    _faces: Mapping[AgencyId, Face] = field(repr=False, compare=False)
    _questions: Mapping[FactId, Question] = field(repr=False, compare=False)
    _issues: Mapping[IssueId, Issue] = field(repr=False, compare=False)

    def face(self, agency: AgencyId) -> Face:
        """Find an agency; KeyError if there is none of that name."""
        return self._faces[agency]

    def question(self, fact: FactId) -> Question:
        """Find a fact's question; KeyError if there is none of that name."""
        return self._questions[fact]

    def issue(self, issue: IssueId) -> Issue:
        """Find an issue; KeyError if there is none of that name."""
        return self._issues[issue]

    def option(self, issue: IssueId, option: OptionId) -> Option:
        """Find an option of an issue; KeyError if there is none of that name."""
        return self._issues[issue].option(option)

    def has_agency(self, agency: AgencyId) -> bool:
        """Say whether there is an agency of that name."""
        return agency in self._faces

    def has_issue(self, issue: IssueId) -> bool:
        """Say whether there is an issue of that name."""
        return issue in self._issues

    def has_question(self, fact: FactId) -> bool:
        """Say whether there is a fact of that name."""
        return fact in self._questions

    def has_option(self, issue: IssueId, option: OptionId) -> bool:
        """Say whether the issue exists and has the option."""
        return issue in self._issues and any(o.id == option for o in self._issues[issue].options)

    @property
    def agency_ids(self) -> tuple[AgencyId, ...]:
        """Name the agencies in the order of the file."""
        return tuple(self._faces)


@dataclass(frozen=True, slots=True)
class Role:
    """What one seat knows of itself."""

    agency: Agency
    shifts: Mapping[FactId, Mapping[IssueId, Mapping[OptionId, int]]]
    """Points its options gain while a fact is true."""
    shifts_on: Mapping[tuple[IssueId, OptionId], tuple[tuple[FactId, int], ...]]
    """The same by option."""
    burdens: Mapping[tuple[IssueId, OptionId], float]
    """Points that full effort for a year costs it, blurring included, where it carries an option (R7.6, R7.7)."""
    leverage_on_me: Mapping[AgencyId, Leverage]
    """Who can lean on me, and with what."""
    outside: float
    """What its walk-away holds beyond the status quo everywhere, in points, at the start (rules section 1)."""


def scene_of(case: Case) -> Scene:
    """Build the public side of a case."""
    faces = tuple(
        Face(a.id, a.name, a.short, a.community, a.mandate, a.power, a.is_neutral, a.networks) for a in case.agencies
    )
    questions = tuple(Question(f.id, f.name, f.question, f.if_true, f.if_false, f.difficulty) for f in case.facts)
    return Scene(
        id=case.id,
        title=case.title,
        summary=case.summary,
        place=case.place,
        briefing=case.briefing,
        agencies=faces,
        issues=case.issues,
        questions=questions,
        forum_name=case.forum.name,
        network_names=case.network_names,
        rounds=case.rounds,
        impact_weight=case.impact_weight,
        tips=case.tips,
        language=case.language,
        _faces={face.id: face for face in faces},
        _questions={question.id: question for question in questions},
        _issues={issue.id: issue for issue in case.issues},
    )


def role_of(case: Case, ruleset: Ruleset, agency: AgencyId) -> Role:
    """Build what a seat knows of itself."""
    me = case.agency(agency)
    shifts = {
        fact.id: {
            issue: {option: by_agency[agency] for option, by_agency in options.items() if agency in by_agency}
            for issue, options in fact.shifts.items()
        }
        for fact in case.facts
    }
    shifts_on: dict[tuple[IssueId, OptionId], tuple[tuple[FactId, int], ...]] = {}
    for fact, by_issue in shifts.items():
        for issue, by_option in by_issue.items():
            for option, points in by_option.items():
                shifts_on[issue, option] = (*shifts_on.get((issue, option), ()), (fact, points))
    burdens = {
        (issue.id, option.id): effort_price(option, ruleset) * QUARTERS + blurring(case, ruleset, option, agency)
        for issue in case.issues
        for option in issue.options
        if agency in option.carriers
    }
    on_me = {other.id: lever for other in case.agencies for lever in other.leverage if lever.over == agency}
    outside = me.walk_away - sum(me.points[issue.id][issue.status_quo] for issue in case.issues)
    return Role(me, shifts, shifts_on, burdens, on_me, outside)


def effort_price(option: Option, ruleset: Ruleset) -> float:
    """Say what a quarter of full effort on the option costs each carrier, in points (R7.6)."""
    return ruleset.effort_cost if option.effort_cost is None else option.effort_cost


def blurring(case: Case, ruleset: Ruleset, option: Option, agency: AgencyId) -> float:
    """Say what it costs a neutral agency to carry the option beside a military one with nobody between (R7.7)."""
    is_blurred = (
        case.agency(agency).is_neutral
        and agency in option.carriers
        and option.intermediary is None
        and any(case.agency(other).community is Community.MILITARY for other in option.carriers if other != agency)
    )
    return ruleset.blurring_price if is_blurred else 0.0
