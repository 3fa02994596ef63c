"""All of a class in one picture, for the instructor: tables, people, time, calls, and what to do next.

Of the games only what everybody may know; beside it what whoever runs the class should know: how computers play, and
which events the case has.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.classroom.classroom import Classroom
from game.classroom.clients import Clients
from game.classroom.learning.card import question_card
from game.classroom.overview.cases import case_row, manner_rows, scenario_rows
from game.classroom.overview.needs import needs, next_steps
from game.classroom.overview.tables import Sitting, table_row
from game.classroom.overview.timing import bell_hour, plan_rows
from game.classroom.people import Person


@dataclass(frozen=True, slots=True)
class _Around:
    """Who is in, who is connected, and who sits where."""

    people: tuple[Person, ...]
    here: frozenset[str]
    sitting: Mapping[tuple[str, str | None], Sequence[Person]]


def overview(room: Classroom, clients: Clients, addresses: tuple[str, ...] = ()) -> dict[str, object]:
    """Put the picture together; see WIRE.md."""
    around = _around(room, clients)
    rows = [_table(room, around, name) for name in room.tables]
    cases = {hosted.case.id: hosted for hosted in reversed(room.tables.values())}
    left = None if room.bell is None else room.bell - room.clock.steady()
    return {
        "title": room.settings.title,
        "code": room.settings.code,
        "addresses": list(addresses),
        "hour": room.clock.hour(),
        "minutes": room.settings.minutes,
        "bell": None if left is None else round(left, 1),
        "bell_at": bell_hour(room.settings),
        "plans": [plan_rows(hosted, room.settings, left) for hosted in reversed(cases.values())],
        "shares_seats": room.settings.shares_seats,
        "questions": question_card(room),
        "consoles": len(clients.parts("console")),
        "notices": list(room.notices),
        "log": [{"words": done.words, "at": done.at} for done in reversed(room.log)],
        "people": [_person(around, one) for one in around.people],
        "tables": rows,
        "cases": [case_row(hosted) for hosted in reversed(cases.values())],
        "scenarios": scenario_rows(room),
        "manners": manner_rows(),
        "needs": needs(room, around.people, around.here, rows),
        "steps": next_steps(room, around.people, rows),
    }


def _around(room: Classroom, clients: Clients) -> _Around:
    people = room.people
    sitting: defaultdict[tuple[str, str | None], list[Person]] = defaultdict(list)
    for one in people:
        if one.table:
            sitting[one.table, one.seat].append(one)
    return _Around(people, frozenset(one.id for one in people if clients.is_here(one.id)), sitting)


def _table(room: Classroom, around: _Around, name: str) -> dict[str, object]:
    def sit(seat: str | None) -> Sitting:
        found = around.sitting.get((name, seat), ())
        return Sitting(
            tuple(one.id for one in found),
            is_here=any(one.id in around.here for one in found),
            is_ready=all(one.is_ready for one in found),
        )

    return table_row(room, room.tables[name], sit)


def _person(around: _Around, one: Person) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "table": one.table or None,
        "seat": one.seat,
        "is_here": one.id in around.here,
        "is_ready": one.is_ready,
        "calls": one.calls,
    }
