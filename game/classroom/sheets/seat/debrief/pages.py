"""The debrief of a table in four steps, worked out once for all its seats."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from game.classroom.sheets.seat.debrief.happened import happened
from game.classroom.sheets.seat.debrief.turned import carried, turned
from game.classroom.sheets.seat.debrief.why import why
from game.classroom.sheets.seat.rows import Row, faces
from game.classroom.sheets.seat.sight import Sight
from game.debrief import Chronicle, chronicle
from game.debrief.words import deed
from game.record import Entry
from game.session import Opened, Table

SHUT = "The year is over. Your instructor opens the debrief for everybody at once."
GOING_ON = "The game goes on. The debrief comes once the year after has gone by."


@dataclass(frozen=True, slots=True)
class _Kept:
    """A debrief, and the last move of the game that it is about."""

    last: Entry | None
    pages: Row


_kept: WeakKeyDictionary[Table, _Kept] = WeakKeyDictionary()
"""What was worked out already; a table that nobody holds any more is forgotten."""


def debrief(sight: Sight) -> Row:
    """Open the debrief if the game is over and the instructor has; else say what it waits for."""
    if not sight.table.is_closed:
        return {"is_open": False, "words": GOING_ON}
    opened = sight.table.opened() if sight.is_revealed else None
    if opened is None:
        return {"is_open": False, "words": SHUT}
    last = opened.entries[-1] if opened.entries else None
    kept = _kept.get(sight.table)
    if kept is None or kept.last is not last:
        kept = _kept[sight.table] = _Kept(last, _pages(sight, opened))
    return {"is_open": True, **kept.pages}


def _pages(sight: Sight, opened: Opened) -> Row:
    story = story_of(opened)
    return {
        "agencies": faces(story.case.agencies),
        "happened": happened(story, sight.roster),
        "why": why(story),
        "turned": turned(story),
        "carried": carried(story),
        "deeds": {str(entry.at): deed(story, entry.at) for entry in story.entries},
    }


def story_of(opened: Opened) -> Chronicle:
    """Retell a closed game."""
    state = opened.state
    return chronicle(state.case, state.ruleset, state.seed, state.room.seated, opened.opening, opened.entries)
