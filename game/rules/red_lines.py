"""Which of a seat's red lines a world crosses (R4.2, R5.5, R7.4)."""

from game.rules.conditions import World, holds
from game.rules.ids import RedLineId
from game.rules.view import View
from game.rules.worth import world_of


def crossed_by(view: View, after: World) -> tuple[RedLineId, ...]:
    """Name the seat's red lines, not waived by now, that this world crosses and the world as it stands does not."""
    lines = [
        line
        for line in view.role.agency.red_lines
        if not view.own.has_waiver(line.id, view.room.round) and holds(line.condition, after)
    ]
    if lines and view.room.accords:
        now = world_of(view.scene, view.room, {}, (), without=True)
        lines = [line for line in lines if not holds(line.condition, now)]
    return tuple(line.id for line in lines)
