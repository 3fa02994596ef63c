"""Where a table stands, in words for a whole room: the phase, what it is for, and who is waited for."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.desk.interludes import moved
from game.desk.words import FORUMS, PHASES, PURPOSES, RULES, began, call, calls, counted
from game.record.sentences.narrator import listed
from game.rules.course import open_texts, signing_now, waiting_on
from game.rules.ids import AgencyId
from game.rules.room import Doubt, Motion, Room
from game.rules.view import PublicView
from game.rules.vocabulary import Phase

NAMES: Mapping[Phase, str] = {
    **PHASES,
    Phase.SIGNING: "Signing",
    Phase.BALLOT: "Secret ballot",
    Phase.SETTLING: "What was promised",
    Phase.FIRST_EFFORTS: "The year after",
    Phase.SECOND_EFFORTS: "The year after",
    Phase.CLOSED: "The year is over",
}
ASKS: Mapping[Phase, str] = {
    Phase.CONVENING: "What the meeting is called, who is invited, what it is for, how it decides.",
    Phase.CORRIDOR: "Talks in private, two by two.",
    Phase.STANCES: "Everybody chooses; all are shown at the same moment.",
    Phase.BALLOT: "Everybody writes down what it will really do. Nobody else sees it.",
    Phase.SETTLING: "Pledges and threats fall due, in private.",
    Phase.FIRST_EFFORTS: "Each sets its effort for the first half, in private.",
    Phase.SECOND_EFFORTS: "Each sets its effort for the second half, in private.",
    Phase.CLOSED: "What was meant in private stays shut until the reveal.",
}
MEETING = frozenset({Phase.CONVENING, Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES, Phase.SIGNING})
MANY = 4
"""Seats from which on they are counted and no longer named."""


@dataclass(frozen=True, slots=True)
class Now:
    """The phase by name, what happens in it, and who is waited for, as a sentence."""

    name: str
    words: str
    waiting: str


def now(view: PublicView) -> Now:
    """Say where a table stands."""
    name, words = _interlude(view) or (NAMES[view.room.phase], _asks(view))
    return Now(name, words, _waiting(view))


def stage(room: Room) -> str:
    """Part a game as a room follows it: the meeting, the year, the end."""
    if room.phase in MEETING:
        return "meeting"
    return "closed" if room.phase is Phase.CLOSED else "year"


def round_words(room: Room, rounds: int) -> str:
    """Count the rounds; empty before the first and once they are over."""
    return f"Round {room.round} of {rounds}" if room.phase in MEETING and room.round else ""


def forum_words(view: PublicView) -> tuple[str, ...]:
    """Say what the forum is called and for, who chairs it and how it decides."""
    forum = view.room.forum
    purpose = f"for {PURPOSES[forum.purpose]}" if forum.purpose is not None else "purpose not declared"
    return (FORUMS[forum.kind], purpose, f"{call(view.scene, forum.chair)} chairs", RULES[forum.rule])


def _interlude(view: PublicView) -> tuple[str, str] | None:
    match view.room.interlude:
        case Motion() as motion:
            count = f"{len(motion.ayes)} for it, {len(motion.noes)} against it so far."
            return "A vote", f"{call(view.scene, motion.mover)} moves that {moved(view, motion)}. {count}"
        case Doubt(text, raisers):
            verb = "doubts" if len(raisers) == 1 else "doubt"
            return "A doubt", f"{calls(view.scene, raisers)} {verb} Text {text} aloud. The others may say so too."
    return None


def _asks(view: PublicView) -> str:
    room = view.room
    if room.phase is Phase.FLOOR and room.speakers:
        names = [call(view.scene, speaker) for speaker in room.speakers[:2]]
        after = f". Next: {names[1]}." if len(names) > 1 else ", as the last."
        return f"{began(names[0])} has the floor{after}"
    text = signing_now(room)
    if text is not None:
        return f"The parties to Text {text} sign or decline."
    if room.phase is Phase.STANCES and not open_texts(room):
        return "There is no text on the table."
    return ASKS.get(room.phase, "")


def _waiting(view: PublicView) -> str:
    """Say who is waited for; the speaker on the floor has been named already."""
    room, scene = view.room, view.scene
    waiting = waiting_on(room)
    if not waiting or (room.phase is Phase.FLOOR and room.interlude is None):
        return ""
    here = room.seated if room.phase not in MEETING else room.present
    if set(waiting) == here and len(waiting) > 1:
        return "Waiting for everybody."
    if len(waiting) >= MANY:
        return f"Waiting for {counted(len(waiting), 'agency', 'agencies')}."
    return f"Waiting for {listed(call(scene, seat) for seat in in_order(view, waiting))}."


def in_order(view: PublicView, seats: tuple[AgencyId, ...]) -> tuple[AgencyId, ...]:
    """Put seats into the order of the case."""
    return tuple(seat for seat in view.scene.agency_ids if seat in seats)
