"""How long a game takes at the table, and how many words must be read for it.

Before the first move everybody reads at once. Then, phase by phase: where all decide at once it lasts as long as the
seat that has most to decide; on the floor one speaks after the other. Every round begins with news and people finding
their seats; the record is read beside all that, the less of it the more was said aloud. The talk after the game is the
instructor's, and not counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from game.analysis.lab.trace import Trace
from game.rules.case import Agency, Case, Issue
from game.rules.vocabulary import Phase

READING = 200
"""Words a minute: the usual pace for a text one has to understand (M. Brysbaert, 2019, finds 238 for plain prose)."""
SECONDS: Mapping[Phase, tuple[int, int]] = {
    Phase.CONVENING: (60, 180),
    Phase.CORRIDOR: (45, 105),
    Phase.FLOOR: (30, 75),
    Phase.STANCES: (10, 20),
    Phase.SIGNING: (30, 60),
    Phase.BALLOT: (45, 120),
    Phase.SETTLING: (10, 30),
    Phase.FIRST_EFFORTS: (20, 60),
    Phase.SECOND_EFFORTS: (15, 45),
}
"""What one decision takes: of people who know the game, and of people who play it first. A corridor decision is a short
talk or a choice made in pairs; a floor move is a few sentences; a stance is a card that is held up."""
IN_TURN = frozenset({Phase.FLOOR})
"""Where one decides after the other."""
BEGINNING = (30, 75)
"""Seconds in which a round's news are read out and people find their seats."""
OF_RECORD = (0.25, 0.75)
"""The share of the record that is read rather than remembered from what was said."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words to read: what everybody is told, the longest role sheet, issues and options, the record of a game."""

    briefing: int
    sheet: int
    longest: str
    """Whose role sheet is longest."""
    options: int
    facts: int
    """The questions that facts answer."""
    record: float | None
    """As one seat is told it, on average; None where it was not counted."""

    @property
    def before(self) -> int:
        """Count what has to be read before the first move."""
        return self.briefing + self.sheet + self.options + self.facts


@dataclass(frozen=True, slots=True)
class Duration:
    """Minutes from the first page to the last decision, from quick to slow, also by part."""

    least: float
    most: float
    reading: float
    """Before the first move."""
    parts: Mapping[str, tuple[float, float]]
    """By phase, the beginnings of rounds under "situation", the record under "record"."""
    planned: int
    """The `minutes` of the scenario."""

    @property
    def middle(self) -> float:
        """Return the middle of the range."""
        return (self.least + self.most) / 2


def count_words(case: Case, traces: Sequence[Trace]) -> Words:
    """Count what has to be read."""
    sheets = {agency.id: _count(_sheet(case, agency)) for agency in case.agencies}
    longest = max(case.agency_ids, key=lambda agency: sheets[agency])
    told = [trace.words for trace in traces if trace.words is not None]
    return Words(
        briefing=_count([case.title, case.summary, case.place, case.briefing]),
        sheet=sheets[longest],
        longest=longest,
        options=sum(_count([issue.name, issue.text]) + _count_options(issue) for issue in case.issues),
        facts=_count([fact.question for fact in case.facts]),
        record=fmean(told) if told else None,
    )


def estimate(case: Case, traces: Sequence[Trace], words: Words) -> Duration:
    """Estimate how long a game takes with a person on every seat, deciding as often as computers do."""
    reading = words.before / READING
    parts = {"situation": _minutes(case.rounds, BEGINNING)}
    for phase, seconds in SECONDS.items():
        counts = [trace.turns[phase] for trace in traces if phase in trace.turns]
        decisions = sum(one.together if phase in IN_TURN else one.busiest for one in counts) / len(traces)
        parts[phase.value] = _minutes(decisions, seconds)
    if words.record is not None:
        parts["record"] = (words.record * OF_RECORD[0] / READING, words.record * OF_RECORD[1] / READING)
    least, most = (reading + sum(part[end] for part in parts.values()) for end in (0, 1))
    return Duration(least, most, reading, parts, case.minutes)


def _count_options(issue: Issue) -> int:
    return _count([text for option in issue.options for text in (option.name, option.text)])


def _minutes(times: float, seconds: tuple[int, int]) -> tuple[float, float]:
    return times * seconds[0] / 60, times * seconds[1] / 60


def _sheet(case: Case, agency: Agency) -> list[str]:
    """Name the texts of a role sheet."""
    known = [fact for fact in case.facts if agency.id in fact.known_by]
    return [
        agency.mandate,
        agency.brief,
        *(one.text for one in agency.hidden),
        *(one.text for one in agency.red_lines),
        *(one.text for one in agency.leverage),
        *(fact.if_true if fact.is_true else fact.if_false for fact in known),
    ]


def _count(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)
