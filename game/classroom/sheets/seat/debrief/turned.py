"""Step 3, what would have turned it as far as it can be read off, with the tests that decided."""

from game.classroom.sheets.seat.debrief.happened import reason_row
from game.classroom.sheets.seat.rows import Row
from game.debrief import Chronicle, Turn, headline, reasons_of, turns
from game.debrief.turning import CAVEAT
from game.desk.words import began


def turned(story: Chronicle) -> Row:
    """Set out what would have made a difference, for the forum or accord by accord."""
    decides = headline(story).accord is not None
    parts: list[Row] = []
    if not decides:
        parts.append(_part("The forum as a whole", turns(story, None)))
    parts += [_part(f"Text {accord.accord}", turns(story, accord.accord)) for accord in story.lived]
    tests = (
        [(f"Text {accord.accord}", reasons_of(story, accord.accord)) for accord in story.lived]
        if story.lived
        else [("The forum as a whole", headline(story).reasons)]
    )
    return {
        "parts": parts,
        "caveat": CAVEAT,
        "tests": [{"name": name, "reasons": [reason_row(one) for one in found]} for name, found in tests],
    }


def _part(name: str, found: tuple[Turn, ...]) -> Row:
    return {
        "name": name,
        "turns": [{"lead": turn.lead, "words": began(turn.words), "whom": turn.whom, "at": turn.at} for turn in found],
    }
