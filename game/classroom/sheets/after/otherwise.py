"""The same game with one command left out: what it then comes to, beside what it came to."""

from collections.abc import Iterator

from game.classroom.sheets.seat.debrief.happened import verdict
from game.classroom.sheets.seat.rows import Row
from game.debrief import Chronicle
from game.debrief.words import KINDS, LIVED, out_of_100, text_name
from game.rules.ids import TextId
from game.whatif import Retold
from game.whatif.words import ANEW, HELD, RANKS, changes_words, deed_words

MOST_DROPPED = 8


def otherwise_row(story: Chronicle, found: Retold) -> Row:
    """Set it out."""
    other = found.story
    step = RANKS[other.outcome.verdict] - RANKS[story.outcome.verdict]
    return {
        "lead": changes_words(story, found.changes),
        "came": _came(story, other),
        "mood": "good" if step > 0 else "bad" if step < 0 else "plain",
        "held": ANEW if found.decided_anew else HELD,
        "verdict": verdict(other),
        "accords": list(_accords(story, other)),
        "dropped": [
            {"at": one.at, "words": f"{deed_words(story, one.at)}. {one.sentence}"}
            for one in found.dropped[:MOST_DROPPED]
        ],
        "more_dropped": len(found.dropped[MOST_DROPPED:]),
    }


def _came(story: Chronicle, other: Chronicle) -> str:
    if other.outcome.verdict is not story.outcome.verdict:
        return "The verdict is another one."
    if [*_states(story)] != [*_states(other)]:
        return "The verdict stays the same; what was signed or carried out does not."
    return "The verdict stays the same."


def _accords(story: Chronicle, other: Chronicle) -> Iterator[Row]:
    texts = dict.fromkeys(accord.accord for one in (story, other) for accord in one.lived)
    for text in texts:
        yield {"name": text_name(text), "was": _state(story, text), "now": _state(other, text)}


def _states(story: Chronicle) -> Iterator[str]:
    yield from (_state(story, accord.accord) for accord in story.lived)


def _state(story: Chronicle, text: TextId) -> str:
    lived = next((accord for accord in story.lived if accord.accord == text), None)
    if lived is None:
        return "not in force"
    return f"signed {KINDS[lived.signed]}, {LIVED[lived.lived]}, {out_of_100(lived.rate)} carried out"
