"""Where somebody is in the class: the table, the seat, and which seats are still to be had."""

from collections.abc import Iterable, Mapping

from game.classroom.classroom import Classroom
from game.classroom.hosted import Hosted
from game.classroom.learning.asking import offered
from game.classroom.people import Person
from game.record.sentences.letters import letters

LATEST_NOTICES = 20


def where(room: Classroom, one: Person, doors: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Tell somebody where they are; `doors` lists tables with their seats, see `doors_of`."""
    hosted = room.tables.get(one.table)
    notices = [{"words": notice.words, "at": notice.at} for notice in room.told(one)]
    return {
        "type": "where",
        "person": {"id": one.id, "name": one.name},
        "class": {"title": room.settings.title},
        "table": one.table or None,
        "seat": one.seat,
        "is_begun": hosted is not None and hosted.is_begun,
        "is_closed": hosted is not None and hosted.table.is_closed,
        "is_revealed": hosted is not None and hosted.is_revealed,
        "is_paused": hosted is not None and hosted.is_paused,
        "trouble": hosted.trouble if hosted is not None else "",
        "is_stood_in": hosted is not None and one.seat in hosted.record.stood_in,
        "is_ready": one.is_ready,
        "help": one.id in room.calls,
        "beside": [other.name for other in _beside(room, one)],
        "tables": list(doors),
        "notices": notices[-LATEST_NOTICES:],
        "questions": offered(room, one),
    }


def _beside(room: Classroom, one: Person) -> tuple[Person, ...]:
    """Name who else sits on somebody's seat."""
    if one.seat is None:
        return ()
    return tuple(other for other in room.sitting(one.table, one.seat) if other.id != one.id)


def doors_of(room: Classroom) -> list[dict[str, object]]:
    """List all tables with their seats."""
    return [door_of(room, hosted) for hosted in room.tables.values()]


def door_of(room: Classroom, hosted: Hosted) -> dict[str, object]:
    """Say what is to know of a table from its door: the case, the seats, and who sits where."""
    scene, signs = hosted.table.scene, letters(hosted.table.scene.agencies)
    seats = []
    for face in scene.agencies:
        names = [one.name for one in room.sitting(hosted.name, face.id)]
        is_free = not names or room.settings.shares_seats
        seats.append(
            {
                "seat": face.id,
                "name": face.name,
                "short": face.short,
                "community": face.community.value,
                "letter": signs.get(face.id, ""),
                "mandate": face.mandate,
                "people": names,
                "is_open": is_free and not hosted.table.is_closed,
            }
        )
    return {
        "table": hosted.name,
        "title": scene.title,
        "place": scene.place,
        "summary": scene.summary,
        "is_begun": hosted.is_begun,
        "is_closed": hosted.table.is_closed,
        "seats": seats,
    }
