"""Lead a table of a class to its first signing by the shortest way, whoever plays its seats."""

from collections.abc import Callable

from game.rules.commands import CallSignature, Command, Pass, TakeStance
from game.rules.commands import Table as TableText
from game.rules.ids import AgencyId, TextId
from game.rules.texts import Term
from game.rules.vocabulary import Phase, Stance
from game.session import Table

TEXT = TextId("A")


def lead_to_signing(table: Table, play: Callable[[Command], object]) -> None:
    """Let a text of today's options be tabled, endorsed by all, called in the next round, and endorsed again."""
    for _ in range(400):
        if table.phase is Phase.SIGNING:
            return
        play(_next(table, table.waiting[0]))
    raise AssertionError(f"It comes to no signing; it is {table.phase}.")


def _next(table: Table, seat: AgencyId) -> Command:
    room = table.public_view().room
    if room.phase is Phase.STANCES and TEXT in room.texts:
        return TakeStance(seat, TEXT, Stance.ENDORSE)
    if room.phase is Phase.FLOOR and seat == table.seats[0]:
        if TEXT in room.texts:
            return CallSignature(seat, TEXT)
        terms = tuple(Term(issue.id, issue.options[1].id) for issue in table.scene.issues)
        return TableText(seat, terms, table.seats)
    return Pass(seat)
