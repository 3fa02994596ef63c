"""All tables of a class in one picture, for the instructor: people, phases, time, calls. No secrets of the game."""

from game.classroom.classroom import Classroom
from game.classroom.clients import Clients
from game.classroom.hosted import Hosted
from game.classroom.people import Person
from game.classroom.plan import plan_of
from game.classroom.tempo import tempo
from game.desk.words import PHASES
from game.record.sentences.letters import letters


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
    clock = hosted.clock(room.clock.steady(), None)
    return {
        "table": hosted.name,
        "title": table.scene.title,
        "phase_name": PHASES[table.phase],
        "round": table.public_view().room.round,
        "rounds": table.scene.rounds,
        "is_begun": hosted.is_begun,
        "is_paused": hosted.record.is_paused,
        "trouble": hosted.trouble,
        "is_closed": table.is_closed,
        "is_revealed": hosted.is_revealed,
        "clock": clock,
        "tempo": _tempo(room, hosted),
        "undo": _undoable(hosted),
        "events": [{"id": one.id, "text": one.text} for one in hosted.case.occurrences],
        "seats": _seats(room, clients, hosted),
    }


def _tempo(room: Classroom, hosted: Hosted) -> str:
    """Say how the table stands against the plan, and what could be done; "" without a plan."""
    if room.settings.minutes is None or room.bell is None or not hosted.is_begun or hosted.table.is_closed:
        return ""
    scene, now = hosted.table.scene, room.clock.steady()
    plan = plan_of(room.settings.minutes, scene)
    found = tempo(
        plan,
        hosted.table.public_view().room,
        room.bell - now,
        rounds=scene.rounds,
        left=hosted.left(now),
        table=hosted.name,
    )
    return found.words


def _undoable(hosted: Hosted) -> str:
    """Say what undoing would take back, without its contents."""
    last = hosted.table.last_undoable()
    if last is None:
        return ""
    who = hosted.table.scene.face(last.seat).name if last.seat is not None else "the instructor"
    return f"the last move of {who}"


def _seats(room: Classroom, clients: Clients, hosted: Hosted) -> list[dict[str, object]]:
    scene, waited = hosted.table.scene, set(hosted.table.waiting)
    signs = letters(scene.agencies)
    return [
        {
            "seat": face.id,
            "name": face.name,
            "short": face.short,
            "community": face.community.value,
            "letter": signs.get(face.id, ""),
            "people": [_person(room, clients, one) for one in room.sitting(hosted.name, face.id)],
            "is_stood_in": face.id in hosted.record.stood_in,
            "is_waited": hosted.is_begun and face.id in waited,
        }
        for face in scene.agencies
    ]
