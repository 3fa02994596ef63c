"""One row for each person and kind of question: how many of the answers before and after were the best ones.

People stand in it by number alone, also where their names stand in the other sheets: answers were given on that word.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.classroom.export.columns import Column
from game.classroom.export.measures import Sheet
from game.classroom.export.names import Names
from game.classroom.export.writing import csv_bytes
from game.classroom.learning.book import Given
from game.debrief.learning import Answers, Kind, Time, score


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody who answered questions, once at least; "" for who is on no list."""

    name: str
    before: Answers | None
    after: Answers | None


@dataclass(frozen=True, slots=True)
class LearningRow:
    """What somebody answered to the questions of a kind."""

    person: str
    kind: Kind
    before: Answers | None
    after: Answers | None


def learners(people: Mapping[str, str], given: Iterable[Given]) -> tuple[Learner, ...]:
    """List who answered, in the order in which the class lists its people (names by number)."""
    found: dict[str, dict[Time, Answers]] = {}
    for one in given:
        found.setdefault(one.person, {})[one.time] = one.answers
    order = [*(id for id in people if id in found), *(id for id in found if id not in people)]
    return tuple(Learner(people.get(id, ""), found[id].get(Time.BEFORE), found[id].get(Time.AFTER)) for id in order)


def learning_rows(people: Iterable[Learner], numbers: Names) -> tuple[LearningRow, ...]:
    """Give a row for each person and kind."""
    return tuple(
        LearningRow(numbers.of_person(one.name), kind, one.before, one.after) for one in people for kind in Kind
    )


def learning_csv(people: Sequence[Learner], numbers: Names) -> bytes:
    """Write the sheet."""
    return csv_bytes(LEARNING_SHEET.heads, LEARNING_SHEET.cells([learning_rows(people, numbers)]))


def _form(answers: Answers | None) -> str | None:
    return None if answers is None else answers.form.value


def _score(answers: Answers | None, kind: Kind) -> float | None:
    return None if answers is None else score(answers, kind)


_SOURCE = "answers to the questions"
_BEFORE = "where they were not answered before"
_AFTER = "where they were not answered after"

LEARNING: tuple[Column[LearningRow], ...] = (
    Column(
        "person",
        lambda row: row.person,
        "Number of the person in the class; the same as in the other sheets where names are replaced there.",
        source="the class’s list",
    ),
    Column(
        "kind",
        lambda row: row.kind.value,
        "What the questions ask for: to see it from another chair, or to recognise a forced yes.",
        "perspective or forced_yes",
        _SOURCE,
    ),
    Column("form_before", lambda row: _form(row.before), "Form that was answered before.", "A or B", _SOURCE, _BEFORE),
    Column(
        "before",
        lambda row: _score(row.before, row.kind),
        "Share of the three questions of this kind of which the best answer was chosen, before the game.",
        "0 to 1",
        _SOURCE,
        _BEFORE,
    ),
    Column("form_after", lambda row: _form(row.after), "Form that was answered after.", "A or B", _SOURCE, _AFTER),
    Column(
        "after",
        lambda row: _score(row.after, row.kind),
        "The same after the debrief was opened.",
        "0 to 1",
        _SOURCE,
        _AFTER,
    ),
)
"""The columns of `learning.csv`."""

LEARNING_SHEET = Sheet(
    "learning.csv",
    "one row for each kind of question and each person who answered questions, by number in any case",
    LEARNING,
    tuple,
)
