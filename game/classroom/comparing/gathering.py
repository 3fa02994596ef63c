"""The tables of a class, parted into those that may be opened and those that are only named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.classroom.export import ClassFolder, Exported
from game.classroom.export.names import names_in
from game.reports.classes import ClassTelling, Learned, LeftOut, Sitting, TableFacts, class_telling, learned


@dataclass(frozen=True, slots=True)
class Gathered:
    """What there is of a class: finished tables, the names of those still under way, and what it learned."""

    finished: tuple[Sitting, ...]
    running: tuple[str, ...]
    learning: Learned | None = None
    remarks: tuple[str, ...] = ()

    def telling(self, tables: Iterable[TableFacts | LeftOut], *, shows_seats: bool) -> ClassTelling:
        """Put the tables that were worked out together with the rest."""
        return class_telling(tables, self.running, self.learning, self.remarks, shows_seats=shows_seats)


def gather(found: ClassFolder, *, shows_names: bool = False) -> Gathered:
    """Take out what a class report is made from; people's names only where they are asked for."""
    pairs = [(one.before, one.after) for one in found.learners if one.before is not None and one.after is not None]
    return Gathered(
        finished=sittings(found.tables, found.people, shows_names=shows_names),
        running=tuple(one.table for one in found.tables if not one.is_closed),
        learning=learned(pairs) if found.learners else None,
        remarks=found.problems,
    )


def sittings(tables: Iterable[Exported], people: Sequence[str], *, shows_names: bool) -> tuple[Sitting, ...]:
    """Take the tables whose games are over."""
    return tuple(
        Sitting(one.table, one.journal, names_in(one.journal, people) if shows_names else {})
        for one in tables
        if one.is_closed
    )
