"""What everybody at a table may see, as plain values: for the projector, and for whoever only watches.

Made of the public view, of what the room was told and of who sits where; of everything only once the reveal is on.
"""

from collections.abc import Iterable, Mapping

from game.classroom.sheets.papers import issue_rows, lane_words, paper, shown_texts
from game.classroom.sheets.phases import forum_words, now, round_words, stage
from game.classroom.sheets.reveal import revealed
from game.classroom.sheets.stands import signs
from game.classroom.sheets.stories import story_of
from game.desk.quarters import QuarterNews, TrackRow, news, track_rows
from game.desk.record import record_rows
from game.desk.words import COMMUNITIES
from game.record import Roster
from game.record.sentences import Sentence, sentence
from game.record.sentences.letters import letters
from game.record.sentences.phrases import LEVELS
from game.rules.course import waiting_on
from game.rules.events import GameClosed
from game.rules.ids import AgencyId
from game.rules.scene import Face
from game.rules.view import PublicView
from game.rules.vocabulary import Phase
from game.session import Table

RECORD = 40
"""Sentences of the record that are told again."""
LOOK_BACK = 120
"""Commands to look through for them, first; many tell the room nothing."""


def public_sheet(table: Table, *, is_revealed: bool) -> Mapping[str, object]:
    """Set out a table for a whole room; of what is secret only what a closed game reveals, once it may."""
    view = table.public_view()
    is_open = is_revealed and table.is_closed
    story = story_of(table) if is_open else None
    texts = shown_texts(view)
    told = now(view)
    return {
        "case": _case(view),
        "stage": "revealed" if story is not None else stage(view.room),
        "phase": view.room.phase.value,
        "name": told.name,
        "words": told.words if story is None else "",
        "waiting": told.waiting,
        "round": round_words(view.room, view.scene.rounds),
        "forum": list(forum_words(view)),
        "seats": seats(view, table.roster),
        "signs": signs(),
        "issues": issue_rows(view),
        "texts": [paper(view, text) for text in texts],
        "lanes": lane_words(view),
        "record": _record(table, view, is_open=is_open),
        "year": _year(table, view),
        "reveal": revealed(story) if story is not None else None,
    }


def _case(view: PublicView) -> dict[str, object]:
    scene = view.scene
    return {
        "title": scene.title,
        "place": scene.place,
        "summary": scene.summary.strip(),
        "forum": scene.forum_name,
        "language": scene.language,
    }


def seats(view: PublicView, roster: Roster) -> list[dict[str, object]]:
    """List the agencies in the order of the case: what each is, who plays it, and how it stands in this phase."""
    tiles = letters(view.scene.agencies)
    waiting = waiting_on(view.room)
    return [_seat(view, face, roster, tiles.get(face.id, ""), waiting) for face in view.scene.agencies]


def _seat(
    view: PublicView, face: Face, roster: Roster, letter: str, waiting: tuple[AgencyId, ...]
) -> dict[str, object]:
    holder = roster[face.id]
    return {
        "seat": face.id,
        "name": face.name,
        "short": face.short,
        "community": face.community.value,
        "kind": COMMUNITIES[face.community],
        "letter": letter,
        "held": holder.kind.value,
        "by": holder.name if holder.is_person else "",
        "note": _note(view, face.id),
        "is_chair": face.id == view.room.forum.chair,
        "is_here": face.id in view.room.present,
        "is_waited": face.id in waiting,
    }


def _note(view: PublicView, seat: AgencyId) -> str:
    room = view.room
    if seat not in room.seated:
        return "nobody plays it"
    if seat in room.out:
        return "has left"
    if seat not in room.forum.invited and room.phase is not Phase.CONVENING:
        return "not invited"
    return ""


def _record(table: Table, view: PublicView, *, is_open: bool) -> list[dict[str, object]]:
    """Tell the last of what the room was told; a verdict only once it may be known."""
    told = table.sentences(None, max(0, table.mark - LOOK_BACK))
    if len(told) < RECORD:
        told = table.sentences(None)
    if not is_open:
        told = without_verdict(table, told)
    rows = record_rows(view.scene, told[-RECORD:], 0)
    return [
        {
            "seat": row.agency,
            "runs": [list(run) for run in row.runs],
            "is_quiet": row.is_quiet,
            "is_words": row.is_words,
        }
        for row in rows
    ]


def without_verdict(table: Table, told: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Leave out the sentence that closes a game: it says what the forum came to."""
    if not table.is_closed:
        return tuple(told)
    closing = [event for event in table.since(None) if isinstance(event.what, GameClosed)]
    shut = [sentence(event, table.scene, None) for event in closing]
    return tuple(one for one in told if one not in shut)


def _year(table: Table, view: PublicView) -> dict[str, object] | None:
    """Set out the year after, as far as it has gone; None while the meetings go on."""
    if stage(view.room) == "meeting":
        return None
    quarters = news(table.since(None), view.scene, None)
    return {
        "quarter": view.room.year.quarter,
        "levels": list(LEVELS),
        "tracks": [_track(row) for row in track_rows(view, quarters, view.room.year.quarter)],
        "news": [line for quarter in quarters for line in _news(quarter)],
    }


def _track(row: TrackRow) -> dict[str, object]:
    return {
        "text": row.text,
        "name": row.name,
        "option": row.option,
        "carriers": list(row.carriers),
        "levels": list(row.levels),
    }


def _news(quarter: QuarterNews) -> list[dict[str, object]]:
    return [
        {"quarter": quarter.shown.quarter, "seat": told.about, "runs": [list(run) for run in told.runs]}
        for told in quarter.told
    ]
