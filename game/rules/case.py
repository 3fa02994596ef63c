"""A case: what a scenario file describes (rules section 1). Values only; `scenario/` builds them from YAML."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.conditions import Condition
from game.rules.effects import Effect
from game.rules.ids import AgencyId, EventId, FactId, IssueId, MandateId, NetworkId, OptionId, RedLineId
from game.rules.temper import Temper
from game.rules.vocabulary import Community, DecisionRule, Dimension, ForumKind, LeverageKind, Purpose


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle an issue."""

    id: OptionId
    name: str
    text: str
    carriers: tuple[AgencyId, ...] = ()
    intermediary: AgencyId | None = None
    impact: Mapping[Dimension, int] = field(default_factory=dict)
    """-3..+3 for the population, where not 0."""
    effects: tuple[Effect, ...] = ()
    """What happens when an accord with this option comes into force."""
    effort_cost: float | None = None
    """Points a quarter of full effort; None for the ruleset's."""


@dataclass(frozen=True, slots=True)
class Issue:
    id: IssueId
    name: str
    text: str
    options: tuple[Option, ...]
    status_quo: OptionId

    def option(self, option: OptionId) -> Option:
        """Find an option; KeyError if the issue has none of that name."""
        for candidate in self.options:
            if candidate.id == option:
                return candidate
        raise KeyError(option)


@dataclass(frozen=True, slots=True)
class HiddenMandate:
    """Points won or lost if the condition holds at the end."""

    id: MandateId
    text: str
    condition: Condition
    points: int


@dataclass(frozen=True, slots=True)
class RedLine:
    """What headquarters forbids: crossed where the condition holds."""

    id: RedLineId
    text: str
    condition: Condition
    is_waivable: bool


@dataclass(frozen=True, slots=True)
class Leverage:
    over: AgencyId
    kind: LeverageKind
    strength: int
    text: str
    """What can be withheld, as the presser would put it: "quick funds stop"."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A seat's role. The first block is public; everything after `brief` is its secret."""

    id: AgencyId
    name: str
    short: str
    """At most 18 characters, for narrow columns."""
    community: Community
    mandate: str
    power: int
    is_neutral: bool
    networks: tuple[NetworkId, ...]
    brief: str
    points: Mapping[IssueId, Mapping[OptionId, int]]
    walk_away: int
    expects: Purpose
    hidden: tuple[HiddenMandate, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    power_sensitivity: float = 0.5
    patience: float = 0.5
    leverage: tuple[Leverage, ...] = ()
    pledge_budget: int = 0
    backing: float = 0.7
    flexibility: float = 0.5
    micro_management: float = 0.0
    time: int = 2
    trust: Mapping[AgencyId, float] = field(default_factory=dict)
    """At the start, toward others; the ruleset's start where not named."""
    temper: Temper | None = None
    """How a computer plays it; None where the case leaves that open."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true or false on the ground. Everybody knows the question; few know the answer."""

    id: FactId
    name: str
    question: str
    if_true: str
    if_false: str
    """The answers, each a field report in a sentence or two."""
    is_true: bool
    difficulty: int
    known_by: tuple[AgencyId, ...]
    priors: Mapping[AgencyId, float]
    """Each agency's belief at the start, 0..1; 0.5 where not named."""
    shifts: Mapping[IssueId, Mapping[OptionId, Mapping[AgencyId, int]]]
    """Points an option gains or loses for an agency while the fact is true."""
    impact: Mapping[IssueId, Mapping[OptionId, Mapping[Dimension, int]]]
    capacity: Mapping[IssueId, Mapping[OptionId, float]]
    """While true, the share of full speed at which the option can be carried out."""
    comes_out: float | None = None
    """Chance a quarter of becoming known in the year after; None for the ruleset's."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that comes from outside: in a round, or by chance in any round, once."""

    id: EventId
    text: str
    effects: tuple[Effect, ...]
    round: int | None = None
    chance: float | None = None
    seen_by: tuple[AgencyId, ...] | None = None
    """None: the room."""


@dataclass(frozen=True, slots=True)
class Forum:
    """The forum as found."""

    name: str
    kind: ForumKind
    chair: AgencyId
    invited: tuple[AgencyId, ...]
    purpose: Purpose | None
    rule: DecisionRule


@dataclass(frozen=True, slots=True)
class TeachingNote:
    """What an instructor should know before a class plays."""

    about: str = ""
    """What in the case is made up."""
    lessons: tuple[str, ...] = ()
    timing: Mapping[int, str] = field(default_factory=dict)
    """How to run it in so many minutes."""
    questions: tuple[str, ...] = ()
    """For the debrief."""
    usually: str = ""
    """What usually happens."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a game starts from.

    `impact_weight` is k of R9.3, 0..1. `tips` are first-time hints by the name of what they explain.
    """

    id: str
    title: str
    summary: str
    place: str
    briefing: str
    agencies: tuple[Agency, ...]
    issues: tuple[Issue, ...]
    facts: tuple[Fact, ...]
    occurrences: tuple[Occurrence, ...]
    forum: Forum
    network_names: Mapping[NetworkId, str] = field(default_factory=dict)
    rounds: int = 4
    minutes: int = 60
    impact_weight: float = 0.3
    language: str = "en"
    is_teaching_version: bool = False
    teaching_note: TeachingNote = TeachingNote()
    tips: Mapping[str, str] = field(default_factory=dict)
    _agencies: Mapping[AgencyId, Agency] = field(init=False, repr=False, compare=False)
    _issues: Mapping[IssueId, Issue] = field(init=False, repr=False, compare=False)
    _facts: Mapping[FactId, Fact] = field(init=False, repr=False, compare=False)
    _options: Mapping[tuple[IssueId, OptionId], Option] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what the rules look up all the time."""
        set_once = object.__setattr__
        set_once(self, "_agencies", {agency.id: agency for agency in self.agencies})
        set_once(self, "_issues", {issue.id: issue for issue in self.issues})
        set_once(self, "_facts", {fact.id: fact for fact in self.facts})
        set_once(self, "_options", {(i.id, o.id): o for i in self.issues for o in i.options})

    def agency(self, agency: AgencyId) -> Agency:
        """Find an agency; KeyError if there is none of that name."""
        return self._agencies[agency]

    def issue(self, issue: IssueId) -> Issue:
        """Find an issue; KeyError if there is none of that name."""
        return self._issues[issue]

    def fact(self, fact: FactId) -> Fact:
        """Find a fact; KeyError if there is none of that name."""
        return self._facts[fact]

    def option(self, issue: IssueId, option: OptionId) -> Option:
        """Find an option of an issue; KeyError if there is none of that name."""
        return self._options[issue, option]

    def has(self, *, agency: AgencyId | None = None, issue: IssueId | None = None, fact: FactId | None = None) -> bool:
        """Say whether everything named exists in the case."""
        return (
            (agency is None or agency in self._agencies)
            and (issue is None or issue in self._issues)
            and (fact is None or fact in self._facts)
        )

    def has_option(self, issue: IssueId, option: OptionId) -> bool:
        """Say whether the issue exists and has the option."""
        return (issue, option) in self._options

    @property
    def agency_ids(self) -> tuple[AgencyId, ...]:
        """Name the agencies in the order of the file."""
        return tuple(self._agencies)
