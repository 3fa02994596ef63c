"""How each agency stands to a text, from what everybody sees: by its stance, or by its answer once it is signed."""

from collections import Counter
from collections.abc import Mapping

from game.desk.signs import SIGNS, Mark, Tint
from game.desk.words import MARKS, Course, course
from game.rules.course import signing_now, waiting_on
from game.rules.ids import AgencyId
from game.rules.legality.plenary import SHOWN
from game.rules.room import Room
from game.rules.texts import Text
from game.rules.view import PublicView
from game.rules.vocabulary import Phase, Stance

ANSWERS: Mapping[str, tuple[str, str, Tint]] = {
    "signed": ("check", "Signed", "good"),
    "in part": ("circle-half-2", "Signed in part", "warn"),
    "declined": ("x", "Declined", "bad"),
    "no party": ("minus", "No party to it", "soft"),
    "not invited": ("circle-dotted", "Not invited", "soft"),
    "left": ("door-exit", "Has left", "soft"),
    "no seat": ("circle-dotted", "Nobody plays it", "soft"),
}
SHORT: Mapping[str, str] = {
    Mark.RESERVE: "Reserves",
    "in part": "In part",
    "no party": "No party",
    "no seat": "No seat",
}
"""Words for a narrow column, where the usual ones are long."""
NO_VOICE = frozenset({"no party", "no seat", "not invited"})
YES = frozenset({"endorse", "with reservations", "signed", "in part"})
AT: Mapping[str, float] = {
    **{MARKS[stance]: shown for stance, shown in SHOWN.items()},
    "signed": SHOWN[Stance.ENDORSE],
    "in part": SHOWN[Stance.RESERVATIONS],
    "declined": SHOWN[Stance.OBJECT],
}
"""How much support a sign shows, -1..1; the others show none."""


def signs() -> dict[str, object]:
    """List every sign: its icon, its word, its tint."""
    known = {**{mark.value: sign for mark, sign in SIGNS.items()}, **ANSWERS}
    return {
        key: {"icon": icon, "word": word, "short": SHORT.get(key, word), "tint": tint}
        for key, (icon, word, tint) in known.items()
    }


def marks(view: PublicView, text: Text) -> dict[str, str]:
    """Give every agency its sign on a text."""
    return {seat: _mark(view.room, text, seat) for seat in view.scene.agency_ids}


def _mark(room: Room, text: Text, seat: AgencyId) -> str:
    if seat not in room.seated:
        return "no seat"
    if is_answered(room, text):
        return _answer(room, text, seat)
    stance = text.latest.stances.get(seat)
    if stance is not None:
        return MARKS[stance].value
    if seat in room.out:
        return "left"
    if seat not in room.forum.invited:
        return "not invited"
    has_chosen = room.phase is Phase.STANCES and seat not in waiting_on(room)
    return (Mark.DECIDED if has_chosen else Mark.NONE).value


def is_answered(room: Room, text: Text) -> bool:
    """Say whether a text is beyond stances: it is being signed, or is an accord."""
    return signing_now(room) == text.id or course(room, text.id) in (Course.IN_FORCE, Course.REPLACED)


def _answer(room: Room, text: Text, seat: AgencyId) -> str:
    given = text.signatures.get(seat)
    if given is not None:
        return "declined" if not given.is_signed else "signed" if given.reserved is None else "in part"
    if seat not in text.latest.parties:
        return "no party"
    return "left" if seat in room.out else Mark.NONE.value


def yeses(found: Mapping[str, str]) -> tuple[int, int]:
    """Count the yeses, and all who could say one."""
    counted = Counter(mark in YES for mark in found.values() if mark not in NO_VOICE)
    return counted[True], counted.total()
