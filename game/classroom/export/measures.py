"""The sheets of measures: which there are, and what stands in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.classroom.export.causes import CAUSES, POINTS, TURNS, cause_rows, point_rows, turn_rows
from game.classroom.export.columns import Column
from game.classroom.export.commands import COMMANDS, command_rows
from game.classroom.export.exported import Exported
from game.classroom.export.names import Names
from game.classroom.export.parties import PARTIES, party_rows
from game.classroom.export.retold import Retold, retell
from game.classroom.export.seats import SEATS, seat_rows
from game.classroom.export.sightings import PERSPECTIVE, sighting_rows
from game.classroom.export.tables import TABLES, table_rows
from game.classroom.export.terms import TERMS, support_rows
from game.classroom.export.writing import Cell, csv_bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of measures: its name, what a row is, its columns, and the rows of a table (or whatever it is about)."""

    file: str
    row: str
    columns: Sequence[Column[Any]]
    rows_of: Callable[[Any], Iterable[Any]]

    @property
    def heads(self) -> tuple[str, ...]:
        """Name the columns."""
        return tuple(column.name for column in self.columns)

    def cells(self, tables: Iterable[object]) -> Iterator[tuple[Cell, ...]]:
        """Read off all rows."""
        for table in tables:
            for row in self.rows_of(table):
                yield tuple(column.read(row) for column in self.columns)


SHEETS: tuple[Sheet, ...] = (
    Sheet("tables.csv", "one row for each table", TABLES, table_rows),
    Sheet("seats.csv", "one row for each seat of each table", SEATS, seat_rows),
    Sheet("parties.csv", "one row for each party to each accord in force, of games that are over", PARTIES, party_rows),
    Sheet("commands.csv", "one row for each command", COMMANDS, command_rows),
    Sheet(
        "terms.csv", "one row for each party to each term of each accord in force, of games that are over", TERMS,
        support_rows,
    ),
    Sheet(
        "perspective.csv", "one row for each seat and each party whose answer it predicted, of games that are over",
        PERSPECTIVE, sighting_rows,
    ),
)  # fmt: skip
RECKONED_SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "causes.csv",
        "one row for each cause of each hollow yes, and of what weakened all who were concerned with an accord",
        CAUSES,
        cause_rows,
    ),
    Sheet("turning_points.csv", "one row for each turning point, at most five a game", POINTS, point_rows),
    Sheet("what_if.csv", "one row for each change that would have turned a game", TURNS, turn_rows),
)
"""Those for which games are run again."""


def measures(
    tables: Iterable[Exported], names: Names | None = None, people: Iterable[str] = (), *, is_whole: bool = False
) -> Mapping[str, bytes]:
    """Write all sheets, by file name; ExportError if a game cannot be rebuilt.

    Of games that go on only what everybody could see is told, unless `is_whole`.
    """
    listed = tuple(people)
    told = tuple(retell(one, names or Names(), listed, is_whole=is_whole) for one in tables)
    return sheets(told)


def sheets(tables: Sequence[Retold], which: Sequence[Sheet] = SHEETS) -> Mapping[str, bytes]:
    """Write sheets of tables that are worked through already."""
    return {sheet.file: csv_bytes(sheet.heads, sheet.cells(tables)) for sheet in which}
