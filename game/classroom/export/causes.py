"""The sheets of what games show when they are run again: `causes.csv`, `turning_points.csv` and `what_if.csv`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from game.classroom.export.columns import Column
from game.classroom.export.reckoned import CauseRow, PointRow, ReckonedRows, TurnRow
from game.classroom.export.retold import Retold
from game.classroom.export.writing import Cell

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class At(Generic[Row]):
    """A row of a table, by the name of the table."""

    table: str
    row: Row


def cause_rows(table: Retold) -> Iterator[At[CauseRow]]:
    """List the causes under the accords of a game."""
    return _rows(table, lambda found: found.causes)


def point_rows(table: Retold) -> Iterator[At[PointRow]]:
    """List the turning points of a game."""
    return _rows(table, lambda found: found.points)


def turn_rows(table: Retold) -> Iterator[At[TurnRow]]:
    """List what would have turned a game."""
    return _rows(table, lambda found: found.turns)


def _rows(table: Retold, read: Callable[[ReckonedRows], tuple[Row, ...]]) -> Iterator[At[Row]]:
    if table.reckoned is not None:
        yield from (At(table.table, row) for row in read(table.reckoned))


def _second(read: Callable[[TurnRow], tuple[Cell, ...]]) -> Callable[[At[TurnRow]], Cell]:
    return lambda one: read(one.row)[1] if len(one.row.at) > 1 else None


_TABLE = "The table, by the name it has in the class."
_EVERYBODY = "on the rows about all who were concerned with the accord together"
_SINGLE = "where one change is enough"

CAUSES: tuple[Column[At[CauseRow]], ...] = (
    Column("table", lambda one: one.table, _TABLE),
    Column("accord", lambda one: one.row.accord, "The accord, by the letter of its text.", "letter", "R3.3"),
    Column("seat", lambda one: one.row.seat, "Whose hollow yes it is.", "word", missing=_EVERYBODY),
    Column(
        "sincerity",
        lambda one: one.row.sincerity,
        "Sincerity of that yes; for all together, half the least and half the mean, a missing voice counting as 0.",
        "0 to 1",
        "R5.6",
    ),
    Column(
        "without_all",
        lambda one: one.row.without,
        "The same with the game run again without all of its causes, ten at most.",
        "0 to 1",
        "R11.1",
    ),
    Column(
        "kind",
        lambda one: one.row.kind,
        "What kind of cause it is: pressure, the chair's hold, a spun account, a fact kept back, not asked in time, "
        "not talked to, purposes apart, a red line at home, its own house divided, or a missing voice.",
        "words",
        "R5.1 to R5.5",
    ),
    Column(
        "ground",
        lambda one: one.row.ground,
        "The ground it stands on.",
        "pressure, information, voice, home or purpose",
        "R5.2 to R5.5",
    ),
    Column(
        "root", lambda one: one.row.root, "The root that it weakened.", "word", "R5.1 to R5.5", "for a missing voice"
    ),
    Column("who", lambda one: one.row.who, "The seat behind it.", "word", missing="where no single seat is behind it"),
    Column(
        "command",
        lambda one: one.row.at,
        "Number of the command behind it.",
        "count, from 1",
        missing="where no single command is behind it",
    ),
    Column(
        "taken",
        lambda one: one.row.taken,
        "What it took from sincerity, on average over all orders of the causes (Shapley value); below 0 where it "
        "helped.",
        "-1 to 1",
        "R11.1",
    ),
    Column(
        "part",
        lambda one: one.row.part,
        "Its part of all that was taken; the parts of a yes are 1 together.",
        "0 to 1",
        "R11.1",
    ),
    Column("alone", lambda one: one.row.alone, "Sincerity without this cause alone.", "0 to 1", "R11.1"),
)
"""The columns of `causes.csv`."""

POINTS: tuple[Column[At[PointRow]], ...] = (
    Column("table", lambda one: one.table, _TABLE),
    Column("command", lambda one: one.row.at, "Number of the command.", "count, from 1"),
    Column("round", lambda one: one.row.round, "Round in which it was given.", "count, from 0", "R2.2"),
    Column("seat", lambda one: one.row.seat, "Who gave it.", "word"),
    Column("kind", lambda one: one.row.kind, "What was done.", "word", "R3.5"),
    Column(
        "theme",
        lambda one: one.row.theme,
        "What it was about.",
        "power, information, voice, home, the deal itself or the year after",
        "R11.1",
    ),
    Column(
        "moved",
        lambda one: one.row.moved,
        "By how much it raised (or lowered, below 0) how far those concerned were with the accord; without one, how "
        "far the work fitted side by side.",
        "-1 to 1",
        "R11.1",
    ),
)
"""The columns of `turning_points.csv`."""

TURNS: tuple[Column[At[TurnRow]], ...] = (
    Column("table", lambda one: one.table, _TABLE),
    Column("command", lambda one: one.row.at[0], "Number of the command that is changed.", "count, from 1"),
    Column(
        "seat",
        lambda one: one.row.seats[0],
        "Who gave it.",
        "word",
        missing="where the instructor did",
    ),
    Column(
        "instead",
        lambda one: one.row.instead[0],
        "What is done in its place, or left_out.",
        "word",
        "R3.5",
    ),
    Column(
        "second_command",
        _second(lambda row: row.at),
        "The other of two commands that are changed together.",
        "count, from 1",
        missing=_SINGLE,
    ),
    Column(
        "second_seat",
        _second(lambda row: row.seats),
        "Who gave that.",
        "word",
        missing=f"{_SINGLE}, or where the instructor did",
    ),
    Column(
        "second_instead",
        _second(lambda row: row.instead),
        "What is done in its place, or left_out.",
        "word",
        "R3.5",
        _SINGLE,
    ),
    Column(
        "verdict",
        lambda one: one.row.verdict,
        "What the forum then comes to.",
        "sincere_agreement, overtaken, false_coherence, side_by_side, information_sharing, breakdown or nothing",
        "R8.2",
    ),
    Column(
        "accord",
        lambda one: one.row.accord,
        "The accord that decided the game as it was played; the next three columns are about it.",
        "letter",
        "R8.2",
        "where none was in force",
    ),
    Column(
        "undone",
        lambda one: one.row.is_undone,
        "Whether it then does not come into force.",
        "yes or no",
        "R3.4",
    ),
    Column(
        "signed_as",
        lambda one: one.row.signed,
        "What it then is as signed.",
        "sincere, fragile or false",
        "R6.3",
        "where it is not in force",
    ),
    Column(
        "consent",
        lambda one: one.row.consent,
        "How far all who are concerned then are with it.",
        "0 to 1",
        "R5.6, R6.2",
        "where it is not in force",
    ),
    Column(
        "moved",
        lambda one: one.row.moved,
        "By how much that is more than as it was played; without an accord, of how far the work fits side by side.",
        "-1 to 1",
        "R11.1",
    ),
    Column("rate", lambda one: one.row.rate, "How much of it is then carried out.", "0 to 100", "R7.5"),
    Column("complementarity", lambda one: one.row.fit, "How far work then fits side by side.", "0 to 1", "R7.4"),
    Column(
        "dropped",
        lambda one: one.row.dropped,
        "Later commands that are then no longer possible.",
        "count, from 0",
        "R11.1",
    ),
)
"""The columns of `what_if.csv`: one row for each change, or two, that alter the verdict or the kind as signed."""
