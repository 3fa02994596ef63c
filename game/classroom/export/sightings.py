"""One row for each seat and each party it predicted: what it expected, what the minutes said, and what came."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.classroom.export.columns import Column
from game.classroom.export.retold import Retold
from game.debrief import Sighting, perspectives


@dataclass(frozen=True, slots=True)
class SightingRow:
    """One seat's sight of one party."""

    table: Retold
    sighting: Sighting


def sighting_rows(table: Retold) -> Iterator[SightingRow]:
    """List who predicted whom in a finished game; nothing while it goes on."""
    if table.story is not None:
        yield from (SightingRow(table, one) for found in perspectives(table.story) for one in found.sightings)


PERSPECTIVE: tuple[Column[SightingRow], ...] = (
    Column("table", lambda row: row.table.table, "The table, by the name it has in the class."),
    Column("accord", lambda row: row.sighting.accord, "The accord, by the letter of its text.", "letter", "R3.3"),
    Column("seat", lambda row: row.sighting.seat, "Who predicted, by its key in the scenario file.", "word"),
    Column("whom", lambda row: row.sighting.whom, "Whose answer it predicted.", "word"),
    Column(
        "by_minutes",
        lambda row: row.sighting.by_minutes,
        "What the other’s signature, taken at its word, lets one expect: 4, or 3 with a reservation.",
        "3 or 4",
        "R9.4",
    ),
    Column("predicted", lambda row: row.sighting.predicted, "What it predicted.", "0 to 4", "R2.3"),
    Column("answer", lambda row: row.sighting.answer, "What the other answered in secret.", "0 to 4", "R2.3"),
    Column(
        "delivered",
        lambda row: row.sighting.given,
        "Effort that the other gave in the year after, on average.",
        "0 to 1",
        "R7.1",
        "where it carried nothing",
    ),
)
"""The columns of `perspective.csv`."""
