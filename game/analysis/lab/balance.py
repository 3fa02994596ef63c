"""What many games of a case come to: verdicts, roles, secrets, facts, the trap and the ways out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from statistics import fmean

from game.analysis.lab.duration import Duration, Words, count_words, estimate
from game.analysis.lab.intervals import Share, Spread, share, spread
from game.analysis.lab.remedies import Remedy, find_remedies
from game.analysis.lab.sweep import Planned
from game.analysis.lab.trace import Trace
from game.analysis.space.study import Reach, Study, TooManyPackages, study
from game.opponents.manner import AS_WRITTEN, CONSENSUS_BUILDER, MANNERS, MIXED, PRESSER, TALKER
from game.rules.case import Case
from game.rules.ids import AgencyId, EventId, FactId, IssueId, MandateId, OptionId
from game.rules.ruleset import STANDARD
from game.rules.vocabulary import ForumVerdict, Kind
from game.scenario.checks.possibility import Effort, can_hold

BESIDE = (CONSENSUS_BUILDER.name, PRESSER.name, TALKER.name)
"""Tables of one manner that are played beside the mixed ones: those that differ most, as more would be too few each."""
NEAR = 0.9
"""How far from walking away (0) to the best in the zone (1) counts as near the best."""


@dataclass(frozen=True, slots=True)
class Table:
    """Games at tables of one manner."""

    manner: str
    games: int
    verdicts: Mapping[ForumVerdict, Share]
    false: Share
    """Games that ended with an accord in force that had been signed false."""
    captured: Share
    """Games that ended with an accord that gave the strongest more of what is contested than R6.3 lets pass."""
    threats: float
    """A game, on average."""
    bowed: Share
    """Threats after which the pressed seat signed."""
    accords: int
    delivered: Share
    """Accords that were carried out (R8.1)."""
    complementarity: float
    """How far lanes went where nothing was agreed (R7.4), 0..1, on average."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """A verdict over all games. `is_open` is what the space of deals says: None where it says nothing."""

    verdict: ForumVerdict
    games: Share
    is_open: bool | None


@dataclass(frozen=True, slots=True)
class Role:
    """A seat in mixed games, in points. `below` and `near_best` compare its mandate with walking away and the zone."""

    agency: AgencyId
    total: Spread
    mandate: Spread
    walk_away: float
    """At the truth, as the mandate is; as the scenario says it where the packages are too many."""
    best: float | None
    """Its best in the zone, net of effort; None where there is no zone."""
    below: Share
    near_best: Share | None
    left: Share
    """Games in which it walked out and stayed out."""
    missing: Share
    """Games in which it was missing from an accord though much was at stake for it (R6.2)."""

    @property
    def standing(self) -> float | None:
        """Say where its mean mandate lies between walking away (0) and its best in the zone (1)."""
        if self.best is None or self.best <= self.walk_away:
            return None
        return (self.mandate.mean - self.walk_away) / (self.best - self.walk_away)


@dataclass(frozen=True, slots=True)
class Secret:
    """A hidden mandate over all games. Where it is not open, no accord at all could meet it."""

    agency: AgencyId
    mandate: MandateId
    points: int
    met: Share
    is_open: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """A fact over all games."""

    fact: FactId
    learned: Share
    told: Share
    spun: Share
    gap: Share
    """Games in which it was kept from somebody who signed."""
    counted: Share
    """Games in which an accord or a lane turned on it: by points, or by what it does on the ground."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option other than the status quo, over all games."""

    issue: IssueId
    option: OptionId
    agreed: Share
    declared: Share


@dataclass(frozen=True, slots=True)
class News:
    """An event from outside, over all games."""

    event: EventId
    happened: Share


@dataclass(frozen=True, slots=True)
class Ways:
    """The three ways through the case: what the space of deals holds. All None where it is too large to lay out."""

    packages: int | None
    sincere: int | None
    tempting: int | None
    lanes: float | None
    """The weight of what could be done side by side, 0..1."""
    remedies: Mapping[ForumVerdict, Remedy] = field(default_factory=dict)
    """What would open those that are closed."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What the games of a plan come to."""

    case: str
    title: str
    games: int
    first_seed: int
    level: str
    """At which the computers played; "mixed" where it was not one."""
    tables: tuple[Table, ...]
    """By manner, mixed first and as written last."""
    verdicts: tuple[Reachable, ...]
    ways: Ways
    roles: tuple[Role, ...]
    secrets: tuple[Secret, ...]
    facts: tuple[Lesson, ...]
    choices: tuple[Choice, ...]
    news: tuple[News, ...]
    prediction: float | None
    """How often sincerity ranks an accord that was carried out above one that was not; None without both kinds."""
    words: Words
    duration: Duration

    @property
    def mixed(self) -> Table | None:
        """Return the mixed tables, where there are any."""
        return next((table for table in self.tables if table.manner == MIXED), None)

    @property
    def judged(self) -> str:
        """Name the games by which roles are judged: the mixed ones, where there are any."""
        return "games" if self.mixed is None else "mixed games"

    def at(self, manner: str) -> Table | None:
        """Return the tables of a manner, where there are any."""
        return next((table for table in self.tables if table.manner == manner), None)


def manners_beside(case: Case) -> tuple[str, ...]:
    """Name the tables that are worth playing beside the mixed ones: as written too, where the case has its own."""
    is_written = any(agency.temper is not None for agency in case.agencies)
    return (*BESIDE, AS_WRITTEN) if is_written else BESIDE


def plan_games(games: int, first_seed: int, beside: Sequence[str] = BESIDE) -> list[Planned]:
    """Plan games of following seeds: every other one mixed, the rest of each manner in turn."""
    manners = islice(cycle(part for manner in beside for part in (MIXED, manner)), games)
    return [(first_seed + number, manner) for number, manner in enumerate(manners)]


def weigh(case: Case, traces: Sequence[Trace]) -> Balance:
    """Say what games of a case come to; ValueError if there are none."""
    if not traces:
        raise ValueError("no games were played")
    space = _study(case)
    mixed = [trace for trace in traces if trace.manner == MIXED] or [*traces]
    words = count_words(case, traces)
    played = {trace.manner for trace in traces}
    manners = [manner for manner in (MIXED, *MANNERS, AS_WRITTEN) if manner in played]
    levels = {trace.level for trace in traces}
    return Balance(
        case=case.id,
        title=case.title,
        games=len(traces),
        first_seed=min(trace.seed for trace in traces),
        level=levels.pop() if len(levels) == 1 else MIXED,
        tables=tuple(_table(manner, [one for one in traces if one.manner == manner]) for manner in manners),
        verdicts=tuple(_verdicts(traces, space)),
        ways=_ways(case, space),
        roles=tuple(_roles(case, mixed, space)),
        secrets=tuple(_secrets(case, traces)),
        facts=tuple(_lessons(case, traces)),
        choices=tuple(_choices(case, traces)),
        news=tuple(_news(case, traces)),
        prediction=_prediction(traces),
        words=words,
        duration=estimate(case, mixed, words),
    )


def _study(case: Case) -> Study | None:
    try:
        return study(case)
    except TooManyPackages:
        return None


def _table(manner: str, traces: Sequence[Trace]) -> Table:
    accords = [accord for trace in traces for accord in trace.accords]
    threats = sum(trace.threats for trace in traces)
    bowed = sum(trace.bowed for trace in traces)
    return Table(
        manner=manner,
        games=len(traces),
        verdicts={kind: share(trace.verdict is kind for trace in traces) for kind in ForumVerdict},
        false=share(any(accord.signed is Kind.FALSE for accord in trace.accords) for trace in traces),
        captured=share(any(accord.capture > STANDARD.false_capture for accord in trace.accords) for trace in traces),
        threats=threats / len(traces),
        bowed=share(number < bowed for number in range(threats)),
        accords=len(accords),
        delivered=share(accord.rate >= STANDARD.lived_rate for accord in accords),
        complementarity=fmean(trace.complementarity for trace in traces),
    )


def _verdicts(traces: Sequence[Trace], space: Study | None) -> Iterator[Reachable]:
    open_ways: Mapping[ForumVerdict, bool] = {}
    if space is not None:
        open_ways = {
            ForumVerdict.SINCERE_AGREEMENT: space.sincere > 0,
            ForumVerdict.FALSE_COHERENCE: space.tempting > 0,
            ForumVerdict.SIDE_BY_SIDE: space.lanes.weight >= STANDARD.forum_complementarity,
        }
    for kind in ForumVerdict:
        yield Reachable(kind, share(trace.verdict is kind for trace in traces), open_ways.get(kind))


def _ways(case: Case, space: Study | None) -> Ways:
    if space is None:
        return Ways(None, None, None, None)
    return Ways(space.packages, space.sincere, space.tempting, space.lanes.weight, find_remedies(case, space))


def _roles(case: Case, mixed: Sequence[Trace], space: Study | None) -> Iterator[Role]:
    reaches: Mapping[AgencyId, Reach] = {} if space is None else {reach.agency: reach for reach in space.agencies}
    for agency in case.agencies:
        who, reach = agency.id, reaches.get(agency.id)
        walk_away, best = (float(agency.walk_away), None) if reach is None else (reach.walk_away, reach.zone_best)
        mandates = [trace.mandates[who] for trace in mixed]
        near = None if best is None else walk_away + NEAR * (best - walk_away)
        yield Role(
            agency=who,
            total=spread([trace.totals[who] for trace in mixed]),
            mandate=spread(mandates),
            walk_away=walk_away,
            best=best,
            below=share(mandate < walk_away for mandate in mandates),
            near_best=None if near is None else share(mandate >= near for mandate in mandates),
            left=share(who in trace.left for trace in mixed),
            missing=share(who in trace.missing for trace in mixed),
        )


def _secrets(case: Case, traces: Sequence[Trace]) -> Iterator[Secret]:
    effort = Effort()
    for agency in case.agencies:
        for mandate in agency.hidden:
            met = share((agency.id, mandate.id) in trace.held for trace in traces)
            is_open = met.count > 0 or can_hold(mandate.condition, case, effort)
            yield Secret(agency.id, mandate.id, mandate.points, met, is_open)


def _lessons(case: Case, traces: Sequence[Trace]) -> Iterator[Lesson]:
    for fact in case.facts:
        touched = {
            (issue, option)
            for changes in (fact.impact, fact.capacity)
            for issue, options in changes.items()
            for option in options
        }
        found = [trace.facts[fact.id] for trace in traces]
        yield Lesson(
            fact=fact.id,
            learned=share(one.is_learned for one in found),
            told=share(one.is_told for one in found),
            spun=share(one.is_spun for one in found),
            gap=share(one.gap > 0 for one in found),
            counted=share(
                one.gap > 0 or one.worth > 0 or not touched.isdisjoint(trace.agreed | trace.declared)
                for one, trace in zip(found, traces, strict=True)
            ),
        )


def _choices(case: Case, traces: Sequence[Trace]) -> Iterator[Choice]:
    for issue in case.issues:
        for option in issue.options:
            if option.id != issue.status_quo:
                place = issue.id, option.id
                agreed = share(place in trace.agreed for trace in traces)
                yield Choice(*place, agreed, share(place in trace.declared for trace in traces))


def _news(case: Case, traces: Sequence[Trace]) -> Iterator[News]:
    for one in case.occurrences:
        yield News(one.id, share(one.id in trace.spent for trace in traces))


def _prediction(traces: Sequence[Trace]) -> float | None:
    """Take the area under the curve of sincerity as signed for "carried out" (rules section 12), over all accords."""
    accords = [accord for trace in traces for accord in trace.accords]
    kept = [accord.sincerity for accord in accords if accord.rate >= STANDARD.lived_rate]
    broken = [accord.sincerity for accord in accords if accord.rate < STANDARD.lived_rate]
    if not kept or not broken:
        return None
    wins = sum((one > other) + 0.5 * (one == other) for one in kept for other in broken)
    return wins / (len(kept) * len(broken))
