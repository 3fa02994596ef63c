"""Closed games retold, each once: pages and screens ask for the same story again and again."""

from weakref import WeakKeyDictionary

from game.debrief import Chronicle, chronicle
from game.session import Table

_TOLD: WeakKeyDictionary[Table, tuple[int, Chronicle]] = WeakKeyDictionary()
"""By table, with how much had happened then: a move taken back opens a game again."""


def story_of(table: Table) -> Chronicle | None:
    """Retell a closed game with everything opened; None while it goes on."""
    opened = table.opened()
    if opened is None:
        return None
    known = _TOLD.get(table)
    if known is not None and known[0] == table.mark:
        return known[1]
    end = opened.state
    told = chronicle(end.case, end.ruleset, end.seed, tuple(end.room.seated), opened.opening, opened.entries)
    _TOLD[table] = (table.mark, told)
    return told
