"""Parts of a view as JSON text, to be joined: what several seats share is written once."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

from game.record import Roster, to_json
from game.record.codec import plain
from game.rules.own import Own
from game.rules.room import Room
from game.rules.scene import Role, Scene

ROOM = tuple(field.name for field in fields(Room))
OWN = tuple(field.name for field in fields(Own))
SCENE = tuple(field.name for field in fields(Scene) if not field.name.startswith("_"))


def scene_part(scene: Scene) -> str:
    """Write the public side of a case."""
    return to_json({name: getattr(scene, name) for name in SCENE})


def role_part(role: Role) -> str:
    """Write what a seat knows of itself; what goes by issue and option is written as rows."""
    return to_json(
        {
            "agency": role.agency,
            "shifts": role.shifts,
            "shifts_on": [(issue, option, by) for (issue, option), by in role.shifts_on.items()],
            "burdens": [(issue, option, points) for (issue, option), points in role.burdens.items()],
            "leverage_on_me": role.leverage_on_me,
            "outside": role.outside,
        }
    )


def room_part(before: Room | None, room: Room) -> str:
    """Write what changed in the room; without a room before, all of it."""
    return _changed(ROOM, before, room)


def own_part(before: Own | None, own: Own) -> str:
    """Write what changed of what a seat alone sees; without anything before, all of it."""
    return _changed(OWN, before, own)


def page_part(at: int, events: Iterable[str], *, is_beside: bool) -> str:
    """Write a page of events that have been written already."""
    return f'{{"at":{at},"events":[{",".join(events)}],"beside":{"true" if is_beside else "false"}}}'


def roster_part(roster: Roster) -> str:
    """Write who holds which seat: the kind and the name, nothing else."""
    return to_json({seat: {"kind": holder.kind, "name": holder.name} for seat, holder in roster.items()})


def clock_part(clock: Mapping[str, object]) -> str:
    """Write how much time is left."""
    return to_json(clock)


def _changed(names: tuple[str, ...], before: object, now: object) -> str:
    if before is now:
        return "{}"
    parts = {name: getattr(now, name) for name in names}
    if before is not None:
        parts = {name: part for name, part in parts.items() if part is not getattr(before, name)}
    return to_json(plain(parts))
