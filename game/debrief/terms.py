"""Term by term: how it was settled, who was to carry it, and how far it came, quarter by quarter."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.debrief.chronicle import Chronicle
from game.debrief.words import listed, percent, short_names
from game.record.sentences.phrases import LEVELS
from game.rules.events import EffortSet, QuarterWorked
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.texts import Term
from game.rules.worth import option_worth

INDIFFERENT = 1.0
"""Points from the status quo within which an option is all the same to an agency."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """`level` is the true one, 0..3; `shown` what everybody saw after each quarter; `text` what the option says."""

    issue: IssueId
    name: str
    option: str
    carriers: tuple[AgencyId, ...]
    level: float
    shown: tuple[int, ...]
    words: str
    text: str


class Leaning(StrEnum):
    """How a party leans on one term."""

    FOR = "for"
    INDIFFERENT = "indifferent"
    AGAINST = "against"


LEANINGS: dict[Leaning, str] = {
    Leaning.FOR: "for it",
    Leaning.AGAINST: "against it",
    Leaning.INDIFFERENT: "neither for nor against",
}


@dataclass(frozen=True, slots=True)
class Backer:
    """One party and one term: what the option was worth to it beyond the status quo, in points, by what it believed
    when it signed, before effort; and the effort (0..1) it gave to this term over the year, None if it carried none."""

    agency: AgencyId
    points: float
    effort: float | None

    @property
    def leaning(self) -> Leaning:
        """Say whether it was for the term."""
        if abs(self.points) < INDIFFERENT:
            return Leaning.INDIFFERENT
        return Leaning.FOR if self.points > 0 else Leaning.AGAINST


@dataclass(frozen=True, slots=True)
class TermSupport:
    """One term: every party with how it leaned on it and what it gave to it, in the order of the case."""

    issue: IssueId
    name: str
    option: str
    backers: tuple[Backer, ...]
    words: str

    def who(self, leaning: Leaning) -> tuple[AgencyId, ...]:
        """Name the parties that leaned so."""
        return tuple(one.agency for one in self.backers if one.leaning is leaning)


def term_rows(story: Chronicle, text: TextId) -> tuple[TermRow, ...]:
    """Lay out the terms of an accord in force."""
    lived = story.lived_as(text)
    rows = []
    for term in lived.terms:
        level = lived.levels.get(term.issue, 0.0)
        issue, option = story.case.issue(term.issue), story.case.option(term.issue, term.option)
        shown = tuple(quarter.levels.get(text, {}).get(term.issue, 0) for quarter in story.quarters)
        words = f"{issue.name}: {option.name}. {level_words(level)} after a year."
        rows.append(TermRow(term.issue, issue.name, option.name, option.carriers, level, shown, words, option.text))
    return tuple(rows)


def level_words(level: float) -> str:
    """Say how far a term came."""
    return LEVELS[min(3, int(level + 1e-9))].capitalize()


def term_support(story: Chronicle, text: TextId) -> tuple[TermSupport, ...]:
    """Say for each term of an accord in force who was for it, and who carried it with what effort."""
    given = _given(story, text)
    return tuple(_support(story, text, term, given) for term in story.lived_as(text).terms)


def _support(
    story: Chronicle, text: TextId, term: Term, given: Mapping[tuple[AgencyId, IssueId], float]
) -> TermSupport:
    issue, option = story.case.issue(term.issue), story.case.option(term.issue, term.option)
    parties = story.accord(text).parties
    backers = tuple(
        Backer(seat, _gain(story, text, seat, term), given.get((seat, term.issue), 0.0) if carries else None)
        for seat in story.case.agency_ids
        if seat in parties
        for carries in (seat in option.carriers,)
    )
    found = TermSupport(term.issue, issue.name, option.name, backers, "")
    return TermSupport(term.issue, issue.name, option.name, backers, _support_words(story, found))


def _gain(story: Chronicle, text: TextId, seat: AgencyId, term: Term) -> float:
    """Say what an option was worth to a seat beyond the status quo, by what it believed when it signed."""
    then = story.signing[text]
    role, beliefs = then.roles[seat], then.own[seat].beliefs
    as_it_was = option_worth(role, beliefs, term.issue, story.case.issue(term.issue).status_quo)
    return option_worth(role, beliefs, term.issue, term.option) - as_it_was


def _given(story: Chronicle, text: TextId) -> Mapping[tuple[AgencyId, IssueId], float]:
    """Add up the effort that each party set for each term, over the quarters; not set: none."""
    issues = story.accord(text).settles
    plans: dict[AgencyId, EffortSet] = {}
    given: dict[tuple[AgencyId, IssueId], float] = {}
    quarters = sum(isinstance(event.what, QuarterWorked) for entry in story.entries for event in entry.events)
    for entry in story.entries:
        for event in entry.events:
            if isinstance(event.what, EffortSet) and event.what.accord == text:
                plans[event.what.seat] = event.what
            elif isinstance(event.what, QuarterWorked):
                for seat, set_ in plans.items():
                    for issue in issues:
                        given[seat, issue] = given.get((seat, issue), 0.0) + set_.plan.on(issue) / quarters
    return given


def _support_words(story: Chronicle, term: TermSupport) -> str:
    told = [
        f"{words}: {short_names(story.case, term.who(leaning))}"
        for leaning, words in LEANINGS.items()
        if term.who(leaning)
    ]
    leaned = "; ".join(told)
    efforts = listed(
        f"{story.agency(one.agency).short} ({percent(one.effort)} of full effort)"
        for one in term.backers
        if one.effort is not None
    )
    carried = f"Carried by {efforts}." if efforts else "Nobody had to carry it."
    return f"{term.name}: {term.option}. {leaned[:1].upper()}{leaned[1:]}. {carried}"
