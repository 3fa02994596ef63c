"""Tell one moment of a game from the next, and whether it asks anything of a seat."""

from game.rules.ids import AgencyId
from game.rules.room import Room
from game.rules.vocabulary import Phase
from game.session import Table


def moment_of(room: Room) -> tuple[int, Phase, str]:
    """Give round, phase and interlude."""
    return room.round, room.phase, type(room.interlude).__name__


_ASKING = {
    Phase.BALLOT: frozenset({"answer_ballot"}),
    Phase.SETTLING: frozenset({"keep_pledge", "break_pledge", "carry_out_threat", "drop_threat"}),
}


def asks_nothing(table: Table, seat: AgencyId) -> bool:
    """Say whether the phase leaves a seat nothing to do but pass."""
    asking = _ASKING.get(table.phase)
    if asking is None:
        return False
    return not any(choice.commands for choice in table.menu(seat) if choice.kind in asking)
