"""One table as the instructor sees it: who is in, who is waited for, where it stands, what could be taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.classroom.classroom import Classroom
from game.classroom.hosted import Hosted
from game.classroom.overview.timing import standing
from game.classroom.sheets.phases import now as told_now
from game.classroom.sheets.phases import round_words
from game.opponents.manner import PRACTITIONER
from game.record import Holder
from game.rules.ids import AgencyId
from game.session import Undoable

IN_PUBLIC: Mapping[str, str] = {
    "convene": "convened the forum",
    "pass": "passed",
    "declare_lane": "declared a lane",
    "table": "tabled a text",
    "amend": "amended a text",
    "take_stance": "chose a stance",
    "challenge": "challenged a claim",
    "concede_point": "conceded a point",
    "name_power": "named the power in the room",
    "move_procedure": "moved, or voted on, procedure",
    "raise_doubt": "raised a doubt",
    "call_signature": "called a text for signature",
    "walk_out": "walked out",
    "come_back": "came back",
    "sign": "signed",
    "sign_with_reservation": "signed with a reservation",
    "decline": "declined to sign",
    "answer_ballot": "answered the secret ballot",
    "set_effort": "set an effort for the year",
}
"""What everybody knows, or may know, that a seat did; of the rest only that it did something."""
OPENED = "What was hidden is open to everybody at the table, on its projector and on the wall."
BY_INSTRUCTOR: Mapping[str, str] = {
    "inject": "you let something happen",
    "set_rounds": "you changed the number of rounds",
    "end_phase": "you ended a phase",
}


@dataclass(frozen=True, slots=True)
class Sitting:
    """The people on a seat, by number. `is_here`: one of them at least is connected."""

    people: tuple[str, ...]
    is_here: bool
    is_ready: bool


def table_row(room: Classroom, hosted: Hosted, sit: Callable[[AgencyId | None], Sitting]) -> dict[str, object]:
    """Put a table into one picture; `sit` says who is on a seat, or (None) who observes."""
    table, now = hosted.table, room.clock.steady()
    view = table.public_view()
    told = told_now(view)
    found = standing(hosted, room.bell, now)
    return {
        "table": hosted.name,
        "case": hosted.case.id,
        "phase": view.room.phase.value,
        "name": told.name,
        "words": OPENED if hosted.is_revealed else told.words,
        "round": round_words(view.room, table.scene.rounds),
        "rounds": table.scene.rounds,
        "is_begun": hosted.is_begun,
        "is_paused": hosted.record.is_paused,
        "trouble": hosted.trouble,
        "is_closed": table.is_closed,
        "is_revealed": hosted.is_revealed,
        "clock": _clock(hosted, now),
        "waiting": list(table.waiting) if hosted.is_begun else [],
        "seats": [_seat(hosted, seat, holder, sit(seat)) for seat, holder in table.roster.items()],
        "observers": list(sit(None).people),
        "tempo": None
        if found is None
        else {
            "words": found.words,
            "ahead": round(found.ahead, 1),
            "offer": found.offer.value,
            "drop": found.drop,
            "debrief": round(found.debrief),
        },
        "undo": _undoable(hosted, table.last_undoable()),
        "spent": sorted(table.spent()),
        "texts": len(view.room.texts),
        "accords": len(view.room.in_force),
    }


def _clock(hosted: Hosted, now: float) -> dict[str, object]:
    """Give the seconds left of this phase; a game that is over has no clock any more."""
    clock = hosted.clock(now, None)
    return {"left": None if hosted.table.is_closed else clock["left"], "is_held": clock["is_held"]}


def _seat(hosted: Hosted, seat: AgencyId, holder: Holder, sitting: Sitting) -> dict[str, object]:
    """Say who plays a seat. A computer's manner is of the instructor's business and nobody else's."""
    spare = hosted.spare[seat]
    return {
        "seat": seat,
        "held": holder.kind.value,
        "people": list(sitting.people),
        "is_here": sitting.is_here,
        "is_ready": bool(sitting.people) and sitting.is_ready,
        "is_stood_in": seat in hosted.record.stood_in,
        "manner": spare.manner,
        "level": spare.level or PRACTITIONER.name,
    }


def _undoable(hosted: Hosted, last: Undoable | None) -> dict[str, object] | None:
    """Say what undoing would take back, as far as everybody may know of it."""
    if last is None:
        return None
    if last.seat is None:
        return {"seat": None, "words": BY_INSTRUCTOR.get(last.kind, "something you did")}
    short = hosted.table.scene.face(last.seat).short
    return {"seat": last.seat, "words": f"{short} {IN_PUBLIC.get(last.kind, 'did something in private')}"}
