"""The debrief of a table in four steps, worked out once for all its seats."""

from weakref import WeakKeyDictionary

from game.classroom.sheets.seat.debrief.happened import happened
from game.classroom.sheets.seat.debrief.turned import carried, turned
from game.classroom.sheets.seat.debrief.why import why
from game.classroom.sheets.seat.rows import Row, faces
from game.classroom.sheets.seat.sight import Sight
from game.classroom.sheets.stories import story_of
from game.debrief import Chronicle
from game.debrief.words import deed
from game.session import Table

SHUT = "The year is over. Your instructor opens the debrief for everybody at once."
GOING_ON = "The game goes on. The debrief comes once the year after has gone by."


_kept: WeakKeyDictionary[Table, tuple[Chronicle, Row]] = WeakKeyDictionary()
"""What was worked out already, with the game that it is about; a table that nobody holds any more is forgotten."""


def debrief(sight: Sight) -> Row:
    """Open the debrief if the game is over and the instructor has; else say what it waits for."""
    if not sight.table.is_closed:
        return {"is_open": False, "words": GOING_ON}
    story = story_of(sight.table) if sight.is_revealed else None
    if story is None:
        return {"is_open": False, "words": SHUT}
    kept = _kept.get(sight.table)
    if kept is None or kept[0] is not story:
        kept = _kept[sight.table] = story, _pages(sight, story)
    return {"is_open": True, **kept[1]}


def _pages(sight: Sight, story: Chronicle) -> Row:
    return {
        "agencies": faces(story.case.agencies),
        "happened": happened(story, sight.roster),
        "why": why(story),
        "turned": turned(story),
        "carried": carried(story),
        "deeds": {str(entry.at): deed(story, entry.at) for entry in story.entries},
        "has_diaries": any(holder.is_computer for holder in sight.roster.values()),
    }
