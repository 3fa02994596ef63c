"""A class with all that was worked out about its tables, for every section of its report."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.debrief.learning import Measure, class_gain
from game.debrief.learning.gain import Pair
from game.debrief.words import count, listed
from game.reports.blocks import Block, Cell, Grid, Group, Opened
from game.reports.classes.facts import TableFacts
from game.reports.classes.gathering import LeftOut
from game.rules.vocabulary import ForumVerdict

MOST_NAMED = 8
"""Tables named in a sentence; of more, only the first."""
MANY = 15
"""Tables up to which every row lies open."""
ORDER = (
    ForumVerdict.SINCERE_AGREEMENT,
    ForumVerdict.SIDE_BY_SIDE,
    ForumVerdict.INFORMATION_SHARING,
    ForumVerdict.OVERTAKEN,
    ForumVerdict.NOTHING,
    ForumVerdict.FALSE_COHERENCE,
    ForumVerdict.BREAKDOWN,
)
"""In which verdicts are listed."""


@dataclass(frozen=True, slots=True)
class Learned:
    """How far a class came in the questions before and after; no measures where too few answered both times."""

    pairs: int
    measures: tuple[Measure, ...]


def learned(pairs: Sequence[Pair]) -> Learned:
    """Measure what a class learned."""
    return Learned(len(pairs), class_gain(pairs))


@dataclass(frozen=True, slots=True)
class ClassTelling:
    """The finished tables by name, those still going on (named and no more), and what else there is to tell."""

    tables: tuple[TableFacts, ...]
    running: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What is missing, in a sentence each."""
    learning: Learned | None = None
    shows_seats: bool = False

    @property
    def cases(self) -> tuple[tuple[TableFacts, ...], ...]:
        """Put the tables of each case together, in the order of the tables."""
        found: dict[str, list[TableFacts]] = {}
        for table in self.tables:
            found.setdefault(table.case, []).append(table)
        return tuple(tuple(tables) for tables in found.values())

    def by_case(self, make: Callable[[tuple[TableFacts, ...]], Iterable[Block]]) -> tuple[Block, ...]:
        """Tell something of the tables of each case; under its title where there are several."""
        if len(self.cases) == 1:
            return tuple(make(self.cases[0]))
        made = ((tables, tuple(make(tables))) for tables in self.cases)
        return tuple(Group(tables[0].title, blocks, None, tables_word(tables)) for tables, blocks in made if blocks)


def class_telling(
    tables: Iterable[TableFacts | LeftOut],
    running: Iterable[str] = (),
    learning: Learned | None = None,
    remarks: Iterable[str] = (),
    *,
    shows_seats: bool = False,
) -> ClassTelling:
    """Put a class together, its tables in the order of their names, 2 before 10."""
    given = tuple(tables)
    told = sorted((one for one in given if isinstance(one, TableFacts)), key=lambda one: _place(one.table))
    missing = (*remarks, *(one.sentence for one in given if isinstance(one, LeftOut)))
    return ClassTelling(tuple(told), tuple(sorted(running, key=_place)), missing, learning, shows_seats)


def name(table: TableFacts) -> str:
    """Call a table in a sentence."""
    return f"table {table.table}"


def capital(words: str) -> str:
    """Begin a sentence with these words."""
    return f"{words[:1].upper()}{words[1:]}"


def names(tables: Sequence[TableFacts]) -> str:
    """Call several tables: "tables 1, 2 and 5"; of many only the first."""
    if len(tables) == 1:
        return name(tables[0])
    shown = [table.table for table in tables[:MOST_NAMED]]
    more = len(tables) - len(shown)
    return f"tables {listed([*shown, f'{more} more'] if more else shown)}"


def tables_word(tables: Sequence[object]) -> str:
    """Count tables in words: "one table", "seven tables"."""
    return f"{count(len(tables)).lower()} table{'' if len(tables) == 1 else 's'}"


def per_table(tables: Sequence[object], title: str, grid: Grid) -> Block:
    """Let a table of many rows open on the screen only when asked; on paper it stands in any case."""
    return Opened(f"{title} · {len(tables)}", (grid,)) if len(tables) > MANY else grid


def at(table: TableFacts) -> Cell:
    """Name a table in the first cell of its row."""
    return Cell(f"Table {table.table}", tone="strong")


def _place(table: str) -> tuple[tuple[int, str], ...]:
    """Order names so that numbers in them count."""
    parts = re.split(r"(\d+)", table)
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)
