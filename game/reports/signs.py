"""Signs and short words that several sections of a report share."""

from collections.abc import Iterable

from game.debrief import Chronicle
from game.pages.icons import COMMUNITIES
from game.record.sentences.letters import letters
from game.reports.blocks import Cell, Column, Grid, Group, Tile, Tone
from game.rules.ids import AgencyId, TextId
from game.rules.vocabulary import Root

TONES: dict[str, Tone] = {"good": "good", "bad": "bad", "warn": "warn", "plain": ""}
LABEL_TONES: dict[str, Tone] = {"solid": "good", "guarded": "warn", "hollow": "bad"}
ROOT_RULES: dict[Root, str] = {
    Root.WORTH: "R5.1",
    Root.FREE: "R5.2",
    Root.INFORMED: "R5.3",
    Root.HEARD: "R5.4",
    Root.BACKED: "R5.5",
}


def tile(story: Chronicle, seat: AgencyId) -> Tile:
    """Make the sign of an agency, as the window shows it."""
    agency = story.agency(seat)
    letter = letters(story.end.scene.agencies).get(seat, "")
    return Tile(agency.community.value, COMMUNITIES[agency.community], agency.short, letter)


def who(story: Chronicle, seat: AgencyId) -> Cell:
    """Name an agency in the first cell of a row."""
    return Cell(story.agency(seat).name, tiles=(tile(story, seat),), tone="strong")


def tiles(story: Chronicle, seats: Iterable[AgencyId]) -> tuple[Tile, ...]:
    """Make the signs of several agencies."""
    return tuple(tile(story, seat) for seat in seats)


def rule(number: str) -> str:
    """Name a rule of the game by its number, as "R5.6"."""
    return f"rule {number.removeprefix('R')} of the game"


def columns(*titles: str) -> tuple[Column, ...]:
    """Make columns from their titles; "#" before one stands for numbers, "2*" for twice the width."""
    made = []
    for title in titles:
        is_number, rest = title.startswith("#"), title.removeprefix("#")
        width, _, name = rest.rpartition("*")
        made.append(Column(name, is_number, int(width) if width else 0))
    return tuple(made)


def rows_of(
    title: str, heads: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], *, is_stacked: bool = True
) -> Grid:
    """Make a table."""
    return Grid(title, heads, tuple(rows), is_stacked)


def known(*numbers: int | None) -> tuple[int, ...]:
    """Leave out what there is no command for."""
    return tuple(number for number in numbers if number)


def between(story: Chronicle, text: TextId, group: Group) -> Group:
    """Say between whom an accord is, where a game has several."""
    names = ", ".join(story.agency(seat).short for seat in story.lived_as(text).parties)
    return Group(group.title, group.blocks, group.tile, f"between {names}")
