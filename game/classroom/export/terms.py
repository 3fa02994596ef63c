"""One row for each party and each term of each accord in force: how it leaned on the term, and what it gave to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.classroom.export.columns import Column
from game.classroom.export.retold import Retold
from game.debrief import Backer, TermSupport, term_support
from game.rules.judgement import LivedAccord


@dataclass(frozen=True, slots=True)
class SupportRow:
    """A party and a term of an accord."""

    table: Retold
    lived: LivedAccord
    term: TermSupport
    backer: Backer


def support_rows(table: Retold) -> Iterator[SupportRow]:
    """List the parties to every term of the accords of a finished game; none while it goes on."""
    if table.story is None:
        return
    for lived in table.story.lived:
        for term in term_support(table.story, lived.accord):
            yield from (SupportRow(table, lived, term, backer) for backer in term.backers)


def _option(row: SupportRow) -> str:
    return next(term.option for term in row.lived.terms if term.issue == row.term.issue)


TERMS: tuple[Column[SupportRow], ...] = (
    Column("table", lambda row: row.table.table, "The table, by the name it has in the class."),
    Column("accord", lambda row: row.lived.accord, "The accord, by the letter of its text.", "letter", "R3.3"),
    Column("issue", lambda row: row.term.issue, "The issue, by its key in the scenario file.", "word", "section 1"),
    Column("option", _option, "How the term settles it, by the key of the option.", "word", "section 1"),
    Column(
        "level",
        lambda row: row.lived.levels.get(row.term.issue, 0.0),
        "How far the term came in the year.",
        "0 to 3",
        "R7.1",
    ),
    Column("seat", lambda row: row.backer.agency, "The party, by its key in the scenario file.", "word"),
    Column(
        "points",
        lambda row: row.backer.points,
        "What the option was worth to it beyond leaving things as they were, by what it believed when it signed, "
        "before effort.",
        "points",
        "R4.1",
    ),
    Column(
        "leaning",
        lambda row: row.backer.leaning,
        "Whether that counts as for it: indifferent within one point.",
        "for, against or indifferent",
        "R4.1",
    ),
    Column(
        "effort",
        lambda row: row.backer.effort,
        "Mean effort that it set for the term over the year.",
        "0 to 1",
        "R7.1",
        "where it does not carry the term",
    ),
)
"""The columns of `terms.csv`."""
