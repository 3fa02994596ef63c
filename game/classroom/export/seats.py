"""One row for each seat of each table: who held it, how much was done from it, and its scores."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.classroom.export.columns import RUNNING, Column
from game.classroom.export.retold import MESSAGE, Deed, Retold
from game.classroom.export.writing import Cell
from game.debrief import Expectation, Perspective, perspectives, review_purpose
from game.record import Holder
from game.rules.case import Agency
from game.rules.ids import AgencyId
from game.rules.judgement import Score
from game.rules.vocabulary import Heading


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat at its table."""

    table: Retold
    seat: AgencyId
    deeds: tuple[Deed, ...]
    """What was done from it and counts."""
    by_heading: Mapping[str, int]
    sight: Perspective | None = None
    """How well it saw the others coming; like what it had come for, None while the game goes on."""
    expectation: Expectation | None = None

    @property
    def agency(self) -> Agency:
        """Return the agency of the seat."""
        return self.table.case.agency(self.seat)

    @property
    def held(self) -> tuple[Holder, ...]:
        """Say who held it, one after the other."""
        return self.table.held[self.seat]

    @property
    def score(self) -> Score | None:
        """Return its score; None while the game goes on."""
        return None if self.table.story is None else self.table.story.outcome.scores[self.seat]

    def count(self, heading: str) -> int | None:
        """Count what was done under a heading; None where that may not be told."""
        return self.by_heading.get(heading, 0) if self.table.is_open else None


def seat_rows(table: Retold) -> tuple[SeatRow, ...]:
    """List the seats of a table, in the order of the case."""
    if table.story is None:
        return tuple(_row(table, seat) for seat in table.case.agency_ids)
    sights = {one.seat: one for one in perspectives(table.story)}
    expected = {one.agency: one for one in review_purpose(table.story).expectations}
    return tuple(_row(table, seat, sights[seat], expected[seat]) for seat in table.case.agency_ids)


def _row(
    table: Retold, seat: AgencyId, sight: Perspective | None = None, expectation: Expectation | None = None
) -> SeatRow:
    deeds = tuple(deed for deed in table.deeds if deed.entry.seat == seat and not deed.is_undone)
    return SeatRow(table, seat, deeds, Counter(deed.heading for deed in deeds), sight, expectation)


def _computer(row: SeatRow) -> Holder | None:
    """Find the computer that held a seat last; None where none did, or where that may not be told."""
    if not row.table.is_open:
        return None
    return next((holder for holder in reversed(row.held) if holder.is_computer), None)


def _people(row: SeatRow) -> str | None:
    """Name the people who held a seat."""
    return "; ".join(row.table.names.of_person(name) for name in row.table.people_on(row.seat)) or None


def _moves(row: SeatRow) -> int | None:
    """Count moves; None where that would tell how many messages there were."""
    return sum(deed.heading != MESSAGE for deed in row.deeds) if row.table.is_open else None


def _moves_of_people(row: SeatRow) -> int | None:
    """Count what people did themselves: what was done for them has a note."""
    if not row.table.is_open:
        return None
    return sum(
        deed.heading != MESSAGE and not deed.entry.note and deed.holder is not None and deed.holder.is_person
        for deed in row.deeds
    )


def _scored(read: Callable[[Score], float | None]) -> Callable[[SeatRow], Cell]:
    return lambda row: None if row.score is None else read(row.score)


def _counted(heading: Heading, what: str) -> Column[SeatRow]:
    name = heading.value
    meaning = f"Commands under “{what}”."
    return Column(name, lambda row: row.count(name), meaning, "count, from 0", "section 2, R3.5", RUNNING)


HEADINGS: tuple[tuple[Heading, str], ...] = (
    (Heading.TALK, "Talk"),
    (Heading.FIND_OUT, "Find out"),
    (Heading.CALL_HOME, "Call home"),
    (Heading.LEAN, "Lean"),
    (Heading.TEXT, "Text"),
    (Heading.SAY, "Say"),
    (Heading.OUR_LANE, "Our lane"),
    (Heading.WALK_OUT, "Walk out"),
    (Heading.FORMAL, "what a phase asks for"),
)

SEATS: tuple[Column[SeatRow], ...] = (
    Column("table", lambda row: row.table.table, "The table, by the name it has in the class."),
    Column("seat", lambda row: row.seat, "The seat, by its key in the scenario file.", "word"),
    Column("agency", lambda row: row.agency.name, "The agency's name."),
    Column("community", lambda row: row.agency.community, "Its community.", "word", "section 1"),
    Column("power", lambda row: row.agency.power, "Its power, as everybody sees it.", "0 to 5", "section 1"),
    Column(
        "began_as",
        lambda row: row.held[0].kind,
        "Who held it as the game was opened; in a class, a computer until people came.",
        "person, computer or absent",
        "R2.6",
    ),
    Column("ended_as", lambda row: row.held[-1].kind, "Who held it last.", "person, computer or absent", "R2.6"),
    Column("hand_changes", lambda row: len(row.held) - 1, "How often it changed hands.", "count, from 0", "R2.6"),
    Column(
        "people",
        _people,
        "People who ever held it, with a semicolon between; numbers where names are replaced.",
        missing="where only computers did",
    ),
    Column(
        "manner",
        lambda row: computer.manner if (computer := _computer(row)) else None,
        "Manner in which the last computer on it played.",
        "word",
        missing=f"where no computer did, and {RUNNING}",
    ),
    Column(
        "level",
        lambda row: (computer.level or "practitioner") if (computer := _computer(row)) else None,
        "Level at which the last computer on it played.",
        "beginner, practitioner or veteran",
        missing=f"where no computer did, and {RUNNING}",
    ),
    Column("mandate", _scored(lambda score: score.mandate), "Score: what its mandate got.", "points", "R9.1", RUNNING),
    Column(
        "impact",
        _scored(lambda score: score.impact),
        "Score: what came about for the population, the same for all seats of a table.",
        "0 to 100",
        "R9.2",
        RUNNING,
    ),
    Column(
        "standing",
        _scored(lambda score: score.standing),
        "Score: standing won or lost by pledges, threats and exposure.",
        "points, mostly 0 or below",
        "R4.5, R4.6, R7.6",
        RUNNING,
    ),
    Column("total", _scored(lambda score: score.total), "Score: all together.", "points", "R9.3", RUNNING),
    Column(
        "perspective",
        _scored(lambda score: score.perspective),
        "How well it foresaw what the others answered in the ballot; in no total.",
        "0 to 100",
        "R9.4",
        f"where it predicted nobody, and {RUNNING}",
    ),
    Column(
        "perspective_by_minutes",
        lambda row: None if row.sight is None else row.sight.before,
        "The same, had it taken every signature at its word: 4, or 3 with a reservation.",
        "0 to 100",
        "R9.4",
        f"where it predicted nobody, and {RUNNING}",
    ),
    Column(
        "expects",
        lambda row: None if row.expectation is None else row.expectation.expected,
        "What it had come for.",
        "information, joint_analysis, division_of_labour or common_strategy",
        "section 1",
        RUNNING,
    ),
    Column(
        "declared_beyond",
        lambda row: None if row.expectation is None else row.expectation.to_declared,
        "Steps that the declared purpose went beyond that; below 0 where it fell short.",
        "-3 to 3",
        "R5.5",
        f"where nothing was declared, and {RUNNING}",
    ),
    Column(
        "reached_beyond",
        lambda row: None if row.expectation is None else row.expectation.to_reached,
        "The same for the purpose that was reached; none is a step below the least.",
        "-4 to 3",
        "R8.2, R8.3",
        RUNNING,
    ),
    Column("commands", _moves, "Commands given from it, without messages.", "count, from 0", "R3.5", RUNNING),
    Column(
        "commands_by_people",
        _moves_of_people,
        "Of these, how many a person gave, and not the clock, the instructor or a computer in its place.",
        "count, from 0",
        "R2.6, R2.7",
        RUNNING,
    ),
    *(_counted(heading, what) for heading, what in HEADINGS),
    Column(
        MESSAGE + "s",
        lambda row: row.count(MESSAGE),
        "Messages sent from it, to a seat or the room; computers say why they move.",
        "count, from 0",
        "section 3",
        RUNNING,
    ),
    Column(
        "left",
        lambda row: None if row.table.story is None else row.seat in row.table.story.end.room.out,
        "Whether it had walked out and stayed out at the end.",
        "yes or no",
        "R3.5, R8.2",
        RUNNING,
    ),
)
"""The columns of `seats.csv`."""
