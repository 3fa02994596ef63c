"""All tables of a class in one picture, for the instructor: people, phases, time, calls. No secrets of the game."""

from game.classroom.classroom import Classroom
from game.classroom.clients import Clients
from game.classroom.hosted import Hosted
from game.classroom.people import Person


def overview(room: Classroom, clients: Clients) -> dict[str, object]:
    """Put the picture together; see WIRE.md."""
    now = room.clock.steady()
    return {
        "title": room.settings.title,
        "code": room.settings.code,
        "hour": room.clock.hour(),
        "minutes": room.settings.minutes,
        "bell": None if room.bell is None else round(room.bell - now, 1),
        "shares_seats": room.settings.shares_seats,
        "notices": list(room.notices),
        "people": [_person(room, clients, one) for one in room.people],
        "tables": [_table(room, clients, hosted) for hosted in room.tables.values()],
    }


def _person(room: Classroom, clients: Clients, one: Person) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "table": one.table or None,
        "seat": one.seat,
        "is_here": clients.is_here(one.id),
        "is_ready": one.is_ready,
        "calls": one.id in room.calls,
    }


def _table(room: Classroom, clients: Clients, hosted: Hosted) -> dict[str, object]:
    table = hosted.table
    return {
        "table": hosted.name,
        "title": table.scene.title,
        "phase": table.phase.value,
        "round": table.public_view().room.round,
        "rounds": table.scene.rounds,
        "is_begun": hosted.is_begun,
        "is_paused": hosted.record.is_paused,
        "trouble": hosted.trouble,
        "is_closed": table.is_closed,
        "is_revealed": hosted.is_revealed,
        "clock": hosted.clock(room.clock.steady(), None),
        "waiting": list(table.waiting),
    }
