"""Who is here and what I know of each, whom I can write to, and the record."""

from game.classroom.sheets.seat.rows import Row, told_row
from game.classroom.sheets.seat.sight import Sight
from game.classroom.sheets.seat.texts import mark_words
from game.desk.known import chapters
from game.desk.paper import text_in_view
from game.desk.record import MOST_ROWS
from game.desk.seats import SeatRow, seat_rows
from game.desk.words import TODAY, text_name
from game.record.sentences.narrator import percent

LONGEST = 400
"""Characters of a message that people write by hand."""


def talk(sight: Sight) -> Row:
    """Set out the agencies, and whom a message can go to."""
    text = text_in_view(sight.view, None)
    shown = None if text == TODAY else text
    about = f"Marks: {text_name(sight.room, text)}. " if shown else ""
    rows = seat_rows(sight.view, sight.roster, shown)
    return {
        "people": [_person(sight, row) for row in rows],
        "legend": f"{about}Bars: your trust in them.",
        "to": [
            {"agency": None, "name": "Everybody"},
            *(
                {"agency": face.id, "name": face.short}
                for face in sight.scene.agencies
                if face.id != sight.seat and face.id in sight.room.seated
            ),
        ],
        "longest": LONGEST,
        "told": "It carries no rule and stands in the record of whoever it goes to.",
    }


def _person(sight: Sight, row: SeatRow) -> Row:
    icon, words, tint = mark_words(row)
    return {
        "agency": row.agency,
        "note": row.note,
        "is_me": row.is_me,
        "is_here": row.is_here,
        "trust": None if row.trust is None else round(row.trust, 3),
        "trust_words": "" if row.trust is None else percent(row.trust),
        "mark": {"icon": icon, "words": words, "tint": tint} if words else None,
        "chapters": []
        if row.is_me
        else [
            {
                "name": chapter.name,
                "lines": [{"words": line.words, "tint": line.tint} for line in chapter.lines],
                "nothing": chapter.nothing,
            }
            for chapter in chapters(sight.view, sight.roster, row.agency)
        ],
    }


def record(sight: Sight) -> Row:
    """Tell all that happened, newest last, with how many of the lines are new since I last did something."""
    sentences = sight.told()
    told = sentences[-MOST_ROWS:]
    return {
        "first": len(sentences) - len(told),
        "new": len(sight.fresh),
        "told": [told_row(one) for one in told],
    }
