"""The debrief of a table in four steps, worked out once for all its seats."""

from weakref import WeakKeyDictionary

from game.classroom.sheets.seat.debrief.carried import carried
from game.classroom.sheets.seat.debrief.happened import happened
from game.classroom.sheets.seat.debrief.lines import lines
from game.classroom.sheets.seat.debrief.turned import turned
from game.classroom.sheets.seat.debrief.why import why
from game.classroom.sheets.seat.rows import Row, faces
from game.classroom.sheets.seat.sight import Sight
from game.classroom.sheets.stories import story_of
from game.debrief import Chronicle
from game.debrief.words import deed, when
from game.desk.words import began
from game.record import Roster
from game.rules.commands import Pass, SendMessage
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
        **steps(story, sight.roster),
        "deeds": {str(entry.at): deed(story, entry.at) for entry in story.entries},
        "tries": _tries(story),
        "version": sight.table.mark,
        "has_diaries": any(holder.is_computer for holder in sight.roster.values()),
    }


def steps(story: Chronicle, roster: Roster) -> Row:
    """Set out the four steps, and the lines that they are judged by."""
    return {
        "happened": happened(story, roster),
        "why": why(story),
        "turned": turned(story),
        "carried": carried(story),
        "lines": lines(story),
    }


def _tries(story: Chronicle) -> list[Row]:
    """List by round what could be left out to see what then becomes of the game: what seats did, not what they said."""
    found: dict[str, list[int]] = {}
    for entry in story.entries:
        command = story.command(entry.at)
        if command is not None and not isinstance(command, Pass | SendMessage):
            found.setdefault(began(when(story, entry.at)), []).append(entry.at)
    return [{"name": name, "commands": commands} for name, commands in found.items()]
