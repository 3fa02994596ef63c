"""The page that lies on top: what is in the package, and what it does not claim."""

import textwrap
from collections.abc import Sequence

from game.classroom.export.measures import SHEETS, Sheet
from game.classroom.export.retold import Retold
from game.debrief.limits import LIMITS

WIDTH = 100
JOURNALS = (
    "journals/: each finished game as JSON Lines, the scenario included. The game opens them (`false-coherence "
    "replay FILE`), and all measures can be worked out from them again. The marks by which people come back to "
    "their seats are taken out."
)


def readme(
    tables: Sequence[Retold],
    left_out: Sequence[str] = (),
    sheets: Sequence[Sheet] = SHEETS,
    *,
    is_replaced: bool,
    has_journals: bool = True,
) -> str:
    """Write the page."""
    closed = sum(table.story is not None for table in tables)
    kept = [table.table for table in tables if not table.is_open]
    parts = [
        "False Coherence: what a class leaves behind",
        f"{len(tables)} {'table' if len(tables) == 1 else 'tables'}, {closed} of them finished.",
        *(_running(kept) if kept else ()),
        *left_out,
        "WHAT IS IN IT",
        *(f"{sheet.file}: {sheet.row}." for sheet in sheets),
        "codebook.csv, codebook.md: every column of these, with its meaning, unit, rule and when it is empty.",
        *((JOURNALS,) if has_journals else ()),
        "The sheets are CSV in UTF-8 with commas and decimal points. A cell of words that a spreadsheet might take for "
        "a formula begins with an apostrophe.",
        "NAMES",
        _names(is_replaced=is_replaced),
        "WHAT IT DOES NOT CLAIM",
        *(f"{limit.heading}. {limit.words}" for limit in LIMITS),
        "Times. No journal says when a command was given, so nothing here tells how long anything took.",
        "Numbers. A class is a handful of games that share an instructor, a room and a day; seats of one table are not "
        "independent of each other. Compare tables to talk about them, not to test a hypothesis.",
    ]
    return "\n\n".join(textwrap.fill(part, WIDTH, break_on_hyphens=False) for part in parts) + "\n"


def _running(tables: Sequence[str]) -> tuple[str, ...]:
    listed = ", ".join(tables)
    return (
        f"Still being played, and so here only with what everybody at the table could see: {listed}. Their journals "
        "are left out, and so is what was done in private.",
    )


def _names(*, is_replaced: bool) -> str:
    if not is_replaced:
        return (
            "People's names are in it: who held which seat, and what was written in messages. Ask them before you pass "
            "it on, or export it again with names replaced."
        )
    return (
        "People are numbered in place of their names; the same person has the same number at every table. In messages "
        "a name is replaced where it stands as it was given on joining, also where it is a word like any other. "
        "Nicknames, slips of the pen and what people tell about themselves are not found: read the messages before you "
        "pass them on."
    )
