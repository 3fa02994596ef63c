"""What stands above every place of the page: where the game is, who I am, whom it waits for, what came in meanwhile."""

from game.classroom.sheets.seat.rows import Row, faces, told_row
from game.classroom.sheets.seat.sight import Sight
from game.desk.interludes import question, waiting_words
from game.desk.left import left
from game.desk.words import FORUMS, FORUMS_MEAN, PHASES, PURPOSES_MEAN, RULES, RULES_MEAN, purpose
from game.record.sentences.narrator import listed
from game.rules.course import signing_now
from game.rules.vocabulary import Phase

MEANWHILE = 8
"""Lines of what came in meanwhile; the rest stands in the record."""
AT_THE_TABLE = frozenset({Phase.CONVENING, Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES})
ASKS: dict[Phase, tuple[str, str]] = {
    Phase.CONVENING: ("You convene the meeting", "Before the first round you set what it is."),
    Phase.CORRIDOR: ("You are in the corridor", "Talk, find out, call home, lean. Then the plenary begins."),
    Phase.FLOOR: ("You have the floor", "One move, then the next speaker has it."),
    Phase.STANCES: ("Take your stances", "One on each text. All are shown at the same moment."),
    Phase.BALLOT: (
        "If nobody watches, how far will you carry it out?",
        "Your answers stay secret until the debrief. Foreseeing the others is scored apart.",
    ),
    Phase.SETTLING: ("Before the year begins", "What was pledged and threatened is now kept, or not."),
    Phase.FIRST_EFFORTS: (
        "Your effort in the first half of the year",
        "Nobody sees your effort, only what becomes of it. You may change it once, at mid-year.",
    ),
    Phase.SECOND_EFFORTS: ("Your effort in the second half of the year", "This holds to the end of the year."),
}
"""What the game asks of a seat in each phase: a heading, and one line."""


def head(sight: Sight) -> Row:
    """Say what is the same in every place."""
    scene, room = sight.scene, sight.room
    asked, body = asked_words(sight)
    waiting, what_for = waiting_words(sight.view)
    fresh = [one for one in sight.fresh if not one.is_secondary]
    return {
        "me": sight.seat,
        "faces": faces(scene.agencies),
        "title": scene.title,
        "place": scene.place,
        "language": scene.language,
        "round": _round(sight),
        "phase": str(room.phase),
        "phase_name": PHASES[room.phase],
        "is_mine": sight.is_mine,
        "is_closed": room.phase is Phase.CLOSED,
        "asked": asked,
        "asked_body": body,
        "waiting": waiting,
        "waiting_body": what_for,
        "left": _left(sight),
        "forum": _forum(sight),
        "acted": sight.acted,
        "fresh": len(fresh),
        "meanwhile": [told_row(one) for one in fresh[-MEANWHILE:]],
    }


def asked_words(sight: Sight) -> tuple[str, str]:
    """Say what the game asks of this seat now: a heading, and one line; empty while it is not its move."""
    if not sight.is_mine:
        return "", ""
    room = sight.room
    if room.interlude is not None:
        choice = sight.choice("raise_doubt")
        refusal = choice.refusal.sentence if choice is not None and choice.refusal is not None else ""
        found = question(sight.view, refusal)
        return (found.title, found.body) if found is not None else ("", "")
    if room.phase is Phase.SIGNING:
        after = listed(f"Text {text}" for text, _ in room.called[1:])
        return f"Do you sign Text {signing_now(room)}?", f"Then {after}." if after else ""
    if room.phase is Phase.CONVENING:
        words, body = ASKS[room.phase]
        return words, f"You chair the {sight.scene.forum_name}. {body}"
    return ASKS.get(room.phase, ("", ""))


def _round(sight: Sight) -> str:
    room = sight.room
    if room.phase in AT_THE_TABLE or room.phase is Phase.SIGNING:
        return f"Round {max(1, room.round)} of {sight.scene.rounds}"
    if room.phase is Phase.BALLOT:
        return "After the last round"
    return f"Quarter {room.year.quarter} of 4" if room.year.quarter else "Before quarter 1"


def _left(sight: Sight) -> Row | None:
    """Count what is left of time and floor moves; None before the first round and once the meetings are over."""
    if sight.room.phase not in AT_THE_TABLE - {Phase.CONVENING}:
        return None
    have = left(sight.view)
    return {
        "time": {"left": have.time, "of": have.times, "words": have.time_words},
        "floor": {"left": have.floor, "of": max(have.floor, have.floors), "words": have.floor_words},
    }


def _forum(sight: Sight) -> Row:
    forum = sight.room.forum
    return {
        "name": sight.scene.forum_name,
        "chair": forum.chair,
        "rows": [
            {"name": "Chair", "words": sight.scene.face(forum.chair).name, "means": ""},
            {"name": "Purpose", "words": purpose(sight.view), "means": PURPOSES_MEAN[forum.purpose]},
            {"name": "It is called", "words": FORUMS[forum.kind], "means": FORUMS_MEAN[forum.kind]},
            {"name": "It decides", "words": RULES[forum.rule], "means": RULES_MEAN[forum.rule]},
        ],
    }
