"""Who is here, as rows for the left column."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.desk.signs import Mark
from game.desk.words import COMMUNITIES, MARKS, STANCES_ARE
from game.record import Holder
from game.record.sentences.letters import letters
from game.record.sentences.narrator import percent
from game.rules.course import waiting_on
from game.rules.ids import AgencyId, TextId
from game.rules.scene import Face, Scene
from game.rules.view import View
from game.rules.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One agency at the table; `trust` is mine in it (None for myself), `mark` its stance on the text in view."""

    agency: AgencyId
    name: str
    short: str
    community: str
    letter: str
    note: str
    trust: float | None
    mark: Mark | None
    signed: str
    is_me: bool
    is_here: bool
    tip: str


def seat_rows(view: View, roster: Mapping[AgencyId, Holder], text: TextId | None) -> tuple[SeatRow, ...]:
    """List the agencies in the order of the case, with their stance on a text where one is in view."""
    return tuple(_row(view, roster, text, face) for face in view.scene.agencies)


def as_watched(scene: Scene, row: SeatRow) -> SeatRow:
    """Leave out what only one seat knows; say instead what the agency is for."""
    return replace(row, trust=None, tip=scene.face(row.agency).mandate.strip())


def _row(view: View, roster: Mapping[AgencyId, Holder], text: TextId | None, face: Face) -> SeatRow:
    is_me = face.id == view.seat
    trust = None if is_me else view.own.trust.get(face.id)
    told = "Open what your role says."
    if not is_me:
        stood = _stood(view, text, face.id)
        trusted = f"You trust them {percent(trust or 0.0)}."
        told = f"{_played_by(roster.get(face.id))}{trusted}{stood} Open what you know of them."
    return SeatRow(
        agency=face.id,
        name=face.name,
        short=face.short,
        community=face.community.value,
        letter=letters(view.scene.agencies).get(face.id, ""),
        note=" · ".join(_remarks(view, face)),
        trust=trust,
        mark=_mark(view, text, face.id),
        signed=_signed(view, text, face.id),
        is_me=is_me,
        is_here=face.id in view.room.present,
        tip=told,
    )


def _played_by(holder: Holder | None) -> str:
    return f"Played by {holder.name}. " if holder is not None and holder.is_person and holder.name else ""


def _stood(view: View, text: TextId | None, agency: AgencyId) -> str:
    """Say in full how an agency stands on a text."""
    paper = view.room.texts.get(text) if text is not None else None
    stance = paper.latest.stances.get(agency) if paper is not None else None
    return f" On Text {text}: {STANCES_ARE[stance].lower()}." if stance is not None else ""


def _remarks(view: View, face: Face) -> list[str]:
    """Say what is special about a seat now; what kind of agency it is, as its tile does, only where nothing is."""
    room = view.room
    parts = []
    if face.id == view.seat:
        parts.append("you")
    if face.id == room.forum.chair:
        parts.append("chairs")
    if face.id not in room.seated:
        parts.append("nobody plays it")
    elif face.id in room.out:
        parts.append("has left")
    elif face.id not in room.forum.invited:
        parts.append("not invited")
    else:
        parts.extend(_moment(view, face.id))
    return parts or [COMMUNITIES[face.community]]


def _moment(view: View, agency: AgencyId) -> list[str]:
    """Say how an agency stands in this phase."""
    room = view.room
    if room.phase is Phase.FLOOR and room.interlude is None and room.speakers[:1] == (agency,):
        return ["your turn" if agency == view.seat else "has the floor"]
    if room.phase is Phase.CORRIDOR and agency in room.passed:
        return ["back at the table"]
    return []


def _mark(view: View, text: TextId | None, agency: AgencyId) -> Mark | None:
    paper = view.room.texts.get(text) if text is not None else None
    if paper is None or agency not in view.room.seated:
        return None
    stance = paper.latest.stances.get(agency)
    if stance is None and view.room.phase is Phase.STANCES and agency not in waiting_on(view.room):
        return Mark.DECIDED
    return Mark.NONE if stance is None else MARKS[stance]


def _signed(view: View, text: TextId | None, agency: AgencyId) -> str:
    paper = view.room.texts.get(text) if text is not None else None
    signature = paper.signatures.get(agency) if paper is not None else None
    if signature is None:
        return ""
    if not signature.is_signed:
        return "Declined"
    return "Signed" if signature.reserved is None else "Signed in part"
