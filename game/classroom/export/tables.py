"""One row for each table: what was played, how far it came, and what the forum came to."""

from collections.abc import Callable
from dataclasses import dataclass

from game.analysis.space.untabled import Space, untabled
from game.classroom.export.columns import RUNNING, Column
from game.classroom.export.names import distinct
from game.classroom.export.retold import INSTRUCTOR, MESSAGE, Retold
from game.classroom.export.writing import Cell
from game.debrief import Chronicle, PurposeReview, review_purpose
from game.rules.judgement import Flip, Judgement, LivedAccord
from game.whatif.ending import consent_of


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table of the class. `purpose` and `space` (of all deals) are None while the game goes on."""

    table: Retold
    purpose: PurposeReview | None = None
    space: Space | None = None
    """None as well where there are too many deals to lay out."""

    @property
    def leading(self) -> LivedAccord | None:
        """Return the accord in force that weighs most; None where there is none."""
        return next(iter(self.table.story.lived), None) if self.table.story is not None else None

    @property
    def judgement(self) -> Judgement | None:
        """Return what was found about the accord that weighs most."""
        if self.table.story is None or self.leading is None:
            return None
        return self.table.story.judged[self.leading.accord]

    def count(self, *, messages: bool = False, instructor: bool = False) -> int:
        """Count what was done and counts: moves, messages, or what the instructor did."""
        heading = MESSAGE if messages else INSTRUCTOR if instructor else None
        counting = (deed.heading for deed in self.table.deeds if not deed.is_undone)
        return sum(one == heading if heading else one not in (MESSAGE, INSTRUCTOR) for one in counting)


def table_rows(table: Retold) -> tuple[TableRow, ...]:
    """Give the one row of a table."""
    if table.story is None:
        return (TableRow(table),)
    return (TableRow(table, review_purpose(table.story), untabled(table.story).space),)


def _told(read: Callable[[Chronicle], Cell]) -> Callable[[TableRow], Cell]:
    return lambda row: None if row.table.story is None else read(row.table.story)


def _of_leading(read: Callable[[LivedAccord], Cell]) -> Callable[[TableRow], Cell]:
    return lambda row: None if row.leading is None else read(row.leading)


def _judged(read: Callable[[Judgement], Cell]) -> Callable[[TableRow], Cell]:
    return lambda row: None if row.judgement is None else read(row.judgement)


def _flipped(read: Callable[[Flip], Cell]) -> Callable[[TableRow], Cell]:
    return _judged(lambda found: None if found.verdict.flip is None else read(found.verdict.flip))


def _reviewed(read: Callable[[PurposeReview], Cell]) -> Callable[[TableRow], Cell]:
    return lambda row: None if row.purpose is None else read(row.purpose)


def _spaced(read: Callable[[Space], Cell]) -> Callable[[TableRow], Cell]:
    return lambda row: None if row.space is None else read(row.space)


_TOO_MANY = f"where there are too many deals to lay out, and {RUNNING}"
_NO_ACCORD = f"where no accord is in force, and {RUNNING}"

TABLES: tuple[Column[TableRow], ...] = (
    Column("table", lambda row: row.table.table, "The table, by the name it has in the class."),
    Column("case", lambda row: row.table.case.id, "The scenario, by its key.", "word"),
    Column("title", lambda row: row.table.case.title, "The scenario's title."),
    Column("program", lambda row: row.table.journal.header.program, "Version of the game.", "version"),
    Column(
        "ruleset", lambda row: row.table.journal.header.ruleset.version, "Version of the rules' numbers.", "version"
    ),
    Column(
        "seed",
        lambda row: row.table.journal.header.seed if row.table.is_open else None,
        "Number that decides all chance.",
        "whole number",
        "R10.1",
        RUNNING,
    ),
    Column(
        "rounds",
        lambda row: row.table.standing.rounds,
        "Rounds that the forum was to have in the end.",
        "count, from 1",
        "R2.2",
    ),
    Column(
        "rounds_of_case",
        lambda row: row.table.case.rounds,
        "Rounds that the scenario gives it.",
        "count, from 1",
        "R2.2",
    ),
    Column("round", lambda row: row.table.standing.round, "The last round that began.", "count, from 0", "R2.2"),
    Column(
        "phase",
        lambda row: row.table.standing.phase,
        "Phase in which the game stands; closed once it is over.",
        "word",
        "R2.1 to R2.5",
    ),
    Column(
        "seats", lambda row: len(row.table.journal.header.seated), "Seats that were played.", "count, from 1", "R2.6"
    ),
    Column(
        "persons",
        lambda row: distinct(name for names in row.table.people.values() for name in names),
        "People who ever held a seat; who never had a name is not counted.",
        "count, from 0",
        "R2.6",
    ),
    Column(
        "commands",
        lambda row: row.count() if row.table.is_open else None,
        "Commands that count, without messages.",
        "count, from 0",
        "R3.5",
        RUNNING,
    ),
    Column(
        "messages",
        lambda row: row.count(messages=True) if row.table.is_open else None,
        "Messages between seats and to the room.",
        "count, from 0",
        "section 3",
        RUNNING,
    ),
    Column(
        "interventions",
        lambda row: row.count(instructor=True),
        "What the instructor did in the game: events let in, rounds dropped or given back.",
        "count, from 0",
    ),
    Column(
        "undone",
        lambda row: sum(deed.is_undone for deed in row.table.deeds),
        "Commands that the instructor took back.",
        "count, from 0",
    ),
    Column(
        "verdict",
        _told(lambda story: story.outcome.verdict),
        "What the forum came to.",
        "sincere_agreement, overtaken, false_coherence, side_by_side, information_sharing, breakdown or nothing",
        "R8.2",
        RUNNING,
    ),
    Column(
        "accords",
        _told(lambda story: len(story.outcome.accords)),
        "Accords in force at the end.",
        "count, from 0",
        "R3.3",
        RUNNING,
    ),
    Column(
        "accord",
        _of_leading(lambda lived: lived.accord),
        "The accord that weighs most; the next ten columns are about it.",
        "letter",
        "R8.2",
        _NO_ACCORD,
    ),
    Column(
        "signed_as",
        _of_leading(lambda lived: lived.signed),
        "What it was as signed.",
        "sincere, fragile or false",
        "R6.3",
        _NO_ACCORD,
    ),
    Column(
        "lived_as",
        _of_leading(lambda lived: lived.lived),
        "What it was a year on.",
        "sincere_agreement, overtaken or false_coherence",
        "R8.1",
        _NO_ACCORD,
    ),
    Column(
        "sincerity",
        _judged(lambda found: found.sincerity),
        "Half the least and half the mean of its signatures' sincerity.",
        "0 to 1",
        "R5.6",
        _NO_ACCORD,
    ),
    Column(
        "consent",
        _judged(consent_of),
        "How far all who were concerned were with it: as its sincerity, a missing voice counting as 0.",
        "0 to 1",
        "R5.6, R6.2",
        _NO_ACCORD,
    ),
    Column(
        "flip_line",
        _flipped(lambda flip: flip.threshold),
        "The line whose smallest move alone would make it another kind as signed.",
        "name of the line",
        "R6.4",
        f"where no single line would, {_NO_ACCORD}",
    ),
    Column(
        "flip_distance",
        _flipped(lambda flip: flip.distance),
        "How far that line would have to be moved.",
        "in what the line is measured in",
        "R6.4",
        f"where no single line would, {_NO_ACCORD}",
    ),
    Column(
        "flip_to",
        _flipped(lambda flip: flip.would_be),
        "What it would then be as signed.",
        "sincere, fragile or false",
        "R6.4",
        f"where no single line would, {_NO_ACCORD}",
    ),
    Column(
        "capture",
        _judged(lambda found: found.capture),
        "Share of its contested terms settled at a favourite of the strongest.",
        "0 to 1",
        "R6.1",
        _NO_ACCORD,
    ),
    Column(
        "missing_voices",
        _judged(lambda found: "; ".join(found.missing) or "none"),
        "Agencies with much at stake in it that were not invited before it was tabled.",
        "words, or none",
        "R6.2",
        _NO_ACCORD,
    ),
    Column(
        "rate", _of_leading(lambda lived: lived.rate), "How much of it was carried out.", "0 to 100", "R7.5", _NO_ACCORD
    ),
    Column(
        "complementarity",
        _told(lambda story: story.outcome.complementarity),
        "How far the work outside accords came and fitted.",
        "0 to 1",
        "R7.4",
        RUNNING,
    ),
    Column(
        "impact",
        _told(lambda story: story.outcome.impact),
        "What came about for the population, between the worst and the best possible.",
        "0 to 100",
        "R9.2",
        RUNNING,
    ),
    Column(
        "purpose",
        _told(lambda story: story.outcome.declared),
        "Purpose declared for the forum.",
        "word",
        "R2.1",
        f"where none was, and {RUNNING}",
    ),
    Column(
        "purpose_met",
        _told(lambda story: story.outcome.is_purpose_met),
        "Whether it set out to share information, or less, and did so honestly.",
        "yes or no",
        "R8.3",
        RUNNING,
    ),
    Column(
        "purpose_reached",
        _reviewed(lambda found: found.reached),
        "The highest of the four purposes that the forum came to.",
        "information, joint_analysis, division_of_labour or common_strategy",
        "R8.2, R8.3",
        f"where it came to none, and {RUNNING}",
    ),
    Column(
        "purpose_served",
        _reviewed(lambda found: found.is_met),
        "Whether it came to what was declared, or further.",
        "yes or no",
        "R8.2, R8.3",
        f"where nothing was declared, and {RUNNING}",
    ),
    Column(
        "done_in_lanes",
        _reviewed(lambda found: found.side_by_side.by_lanes),
        "Of all there was to do, by weight, what came about side by side.",
        "0 to 1",
        "R7.4",
        RUNNING,
    ),
    Column(
        "done_under_accords",
        _reviewed(lambda found: found.side_by_side.by_accords),
        "Of all there was to do, by weight, what came about under accords.",
        "0 to 1",
        "R7.5",
        RUNNING,
    ),
    Column(
        "deals",
        _spaced(lambda space: space.deals),
        "Deals between everybody that there were.",
        "count, from 1",
        "section 1",
        _TOO_MANY,
    ),
    Column(
        "deals_in_zone",
        _spaced(lambda space: space.zone),
        "Of these, how many cross no red line and leave nobody worse off than walking away, at the truth.",
        "count, from 0",
        "R4.1, R4.2",
        _TOO_MANY,
    ),
    Column(
        "deals_to_be_meant",
        _spaced(lambda space: space.sincere),
        "Of these, how many were well worth it to everybody, by what each believed at first and at the truth.",
        "count, from 0",
        "R4.1, R5.1",
        _TOO_MANY,
    ),
    Column(
        "terms_to_be_meant",
        _spaced(lambda space: None if space.nearest is None else len(space.nearest.away)),
        "Terms by which the nearest of those differs from what was signed, or last tabled; 0: it was one.",
        "count, from 0",
        "R4.1, R5.1",
        f"where there is none, {_TOO_MANY}",
    ),
)
"""The columns of `tables.csv`."""
