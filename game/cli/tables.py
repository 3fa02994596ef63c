"""Tables and lines on the terminal."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from game.rules.case import Case
from game.rules.ids import AgencyId


def grid(first: str, *numbers: str) -> Table:
    """Begin a table: one column of words, the rest numbers."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(first, min_width=18, overflow="fold")
    for number in numbers:
        table.add_column(number, justify="right", no_wrap=True)
    return table


def beside(*titles: str) -> Table:
    """Begin a table of words, to hold one thing against another; long ones are folded, not cut."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in titles:
        table.add_column(title, overflow="fold")
    return table


def name(case: Case, agency: str) -> Text:
    """Name an agency in a narrow column."""
    return Text(case.agency(AgencyId(agency)).short)


def say(console: Console, words: str) -> None:
    """Print words as they are, without markup."""
    console.print(Text(words), soft_wrap=True)
