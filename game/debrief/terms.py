"""Term by term: how it was settled, who was to carry it, and how far it came, quarter by quarter."""

from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.record.sentences.phrases import LEVELS
from game.rules.ids import AgencyId, IssueId, TextId


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
