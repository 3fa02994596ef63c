"""What a report is made of. Plain values, so that the page and the PDF are set from the same ones.

Every block carries its `kind`, by which a template knows how to set it. Texts are literal: no markup in them counts.
Wherever `commands` stand, they are cited beside the words, and what they were is listed at the end of the report.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from game.reports.drawings import Drawing

Tone = Literal["", "lead", "soft", "strong", "good", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Tile:
    """An agency by its sign: the icon and colour of its community, never without a word near it."""

    community: str
    icon: str
    name: str
    letter: str = ""
    """In place of the icon, where two agencies share it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    tone: Tone = ""
    commands: tuple[int, ...] = ()
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: a figure or a lead in bold, the words, and a quieter note."""

    text: str
    lead: str = ""
    note: str = ""
    tone: Tone = ""
    tile: Tile | None = None
    commands: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Item, ...]
    is_close: bool = False
    """Many short lines, set small."""
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: tiles and a drawing before a text, a quieter note after it."""

    text: str = ""
    note: str = ""
    tiles: tuple[Tile, ...] = ()
    commands: tuple[int, ...] = ()
    tone: Tone = ""
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    is_number: bool = False
    width: int = 0
    """In parts of all widths; 0: as wide as what stands in it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `title` says what it lists. Its first column names what the row is about."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_stacked: bool = False
    """On a narrow screen each row becomes a small block of its own, each cell with its column's title."""
    kind: Literal["grid"] = "grid"


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a legend: a sign and what it means."""

    sign: str
    text: str
    tile: Tile | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its legend; its numbers stand in a table that opens below it."""

    drawing: Drawing
    legend: tuple[Key, ...]
    numbers: "Grid | Bullets"
    caption: str = ""
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True, slots=True)
class Legend:
    """What signs mean that are drawn in a table above it."""

    keys: tuple[Key, ...]
    kind: Literal["legend"] = "legend"


@dataclass(frozen=True, slots=True)
class Opened:
    """Something that opens: what a number is made of, with formula, inputs and source."""

    title: str
    blocks: "tuple[Block, ...]"
    is_printed: bool = True
    """Whether it stands on paper, too."""
    is_open: bool = False
    """Whether it is open from the first."""
    kind: Literal["opened"] = "opened"


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks under a heading of their own, within a section."""

    title: str
    blocks: "tuple[Block, ...]"
    tile: Tile | None = None
    note: str = ""
    kind: Literal["group"] = "group"


@dataclass(frozen=True, slots=True)
class Signatory:
    """One party to an accord: said and meant, the five roots, what it gave, and everything behind that."""

    tile: Tile
    name: str
    gap: Drawing
    roots: Drawing
    given: Drawing | None
    given_words: str
    label: str
    tone: Tone
    words: str
    opened: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Signatories:
    items: tuple[Signatory, ...]
    legend: tuple[Key, ...]
    roots: tuple[str, ...]
    numbers: Grid
    kind: Literal["signatories"] = "signatories"


Block = Paragraph | Bullets | Grid | Figure | Legend | Opened | Group | Signatories


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; `id` is where a link leads."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four steps of the talk, or what stands behind them; `number` is empty for the last."""

    id: str
    number: str
    title: str
    lead: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """The verdict in one sentence, with its reasons beside it."""

    name: str
    icon: str
    tone: Tone
    sentence: str
    remark: str
    reasons: tuple[Item, ...]
    nearness: str
    opened: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything there is to tell of one finished game. `mark` is not empty where it was judged by other lines."""

    title: str
    language: str
    masthead: Masthead
    mark: str
    parts: tuple[Part, ...]
    commands: tuple[tuple[int, str], ...]
    """What is cited, by number."""


def cited_in(part: object) -> Iterator[int]:
    """Go through the numbers of all commands that something cites."""
    match part:
        case tuple():
            for one in part:
                yield from cited_in(one)
        case _ if is_dataclass(part):
            for held in fields(part):
                value = getattr(part, held.name)
                yield from value if held.name == "commands" else cited_in(value)
