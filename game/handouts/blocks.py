"""What a sheet is made of. Plain values, so that HTML and PDF are set from the same ones.

Every block carries its `kind`, by which a template knows how to set it. Texts are literal: no markup in them counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class Tile:
    """An agency by its sign: the icon and colour of its community, never without a word near it."""

    community: str
    """As in the vocabulary; it also names the colour."""
    icon: str
    word: str
    """The community in words."""
    name: str
    """The agency, short."""
    letter: str = ""
    """In place of the icon, where two agencies share it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    tone: Literal["", "lead", "soft", "strong"] = ""
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    is_numbered: bool = False
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class Pairs:
    """What something is, line by line: (what, how)."""

    rows: tuple[tuple[str, str], ...]
    kind: Literal["pairs"] = "pairs"


@dataclass(frozen=True, slots=True)
class Note:
    """Something to keep in mind: a sign, a title, and a sentence."""

    title: str
    text: str
    icon: str = ""
    tone: Literal["", "good", "warn", "bad"] = ""


@dataclass(frozen=True, slots=True)
class Notes:
    items: tuple[Note, ...]
    kind: Literal["notes"] = "notes"


@dataclass(frozen=True, slots=True)
class Key:
    """One of the few things that come first: a label, a figure where there is one, and what it means."""

    label: str
    figure: str
    text: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Keys:
    items: tuple[Key, ...]
    kind: Literal["keys"] = "keys"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits at the table."""

    tile: Tile
    name: str
    words: str
    """Its community, and what else is to be known at once."""
    mandate: str


@dataclass(frozen=True, slots=True)
class Seats:
    items: tuple[Seat, ...]
    kind: Literal["seats"] = "seats"


@dataclass(frozen=True, slots=True)
class OptionLine:
    """An option with who carries it; `marks` are words such as "now", `figure` what it is worth."""

    name: str
    text: str
    carriers: tuple[Tile, ...]
    marks: tuple[str, ...] = ()
    figure: str = ""
    note: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class IssueBox:
    name: str
    text: str
    options: tuple[OptionLine, ...]


@dataclass(frozen=True, slots=True)
class Issues:
    """Issues in two columns, each kept whole."""

    items: tuple[IssueBox, ...]
    has_boxes: bool = False
    """A box to tick before every option."""
    kind: Literal["issues"] = "issues"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a text with a quieter note, tiles before it, boxes to tick after it."""

    text: str = ""
    note: str = ""
    tiles: tuple[Tile, ...] = ()
    boxes: tuple[str, ...] = ()
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    is_number: bool = False
    width: int = 0
    """In parts of all widths; 0: as wide as what stands in it."""
    tile: Tile | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_form: bool = False
    """With lines between the columns and room to write in."""
    row_height: int = 0
    """Millimetres at least."""
    kind: Literal["grid"] = "grid"


@dataclass(frozen=True, slots=True)
class Blanks:
    """Questions of a form, each with boxes to tick or a line to write on."""

    items: tuple[tuple[str, tuple[str, ...]], ...]
    kind: Literal["blanks"] = "blanks"


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to hold up: an icon and a word each, with what it means."""

    items: tuple[tuple[str, str, str], ...]
    kind: Literal["cards"] = "cards"


@dataclass(frozen=True, slots=True)
class Tents:
    """Name cards to be folded; two on a page."""

    items: tuple[Seat, ...]
    kind: Literal["tents"] = "tents"


Block = Paragraph | Bullets | Pairs | Notes | Keys | Seats | Issues | Grid | Blanks | Cards | Tents


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; `is_kept` on one page where that is possible."""

    title: str
    blocks: tuple[Block, ...]
    is_kept: bool = True
    is_half: bool = False
    """Beside the next half, where there is room."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One handout. `file` is its name without an ending; `audience` says who may read it."""

    file: str
    title: str
    subtitle: str
    audience: str
    sections: tuple[Section, ...]
    tile: Tile | None = None
    is_confidential: bool = False
    density: Literal["roomy", "close", "tight"] = "roomy"
    """How small it is set, so that it stays on its page or two."""
    is_bare: bool = False
    """Without heading and foot."""


def with_density(sheet: Sheet, close: int, tight: int) -> Sheet:
    """Set a sheet smaller whose words have more than so many letters."""
    size = sum(len(word) for text in texts_in(sheet) for word in text.split())
    return replace(sheet, density="tight" if size > tight else "close" if size > close else "roomy")


def texts_in(part: object) -> Iterator[str]:
    """Go through every text of a sheet or a part of one."""
    match part:
        case str():
            yield part
        case tuple():
            for one in part:
                yield from texts_in(one)
        case _ if is_dataclass(part):
            for held in fields(part):
                yield from texts_in(getattr(part, held.name))
