"""The places of a seat's page, and what each shows."""

from collections.abc import Callable, Mapping

from game.classroom.sheets.seat.debrief import debrief
from game.classroom.sheets.seat.head import head
from game.classroom.sheets.seat.now import now
from game.classroom.sheets.seat.role import briefing, role
from game.classroom.sheets.seat.rows import Row
from game.classroom.sheets.seat.sight import Sight
from game.classroom.sheets.seat.talk import record, talk
from game.classroom.sheets.seat.texts import texts
from game.classroom.sheets.seat.year import year
from game.rules.ids import AgencyId
from game.session import Table

DEBRIEF = "debrief"
_MADE: Mapping[str, Callable[[Sight], Row]] = {
    "now": now,
    "texts": texts,
    "talk": talk,
    "record": record,
    "role": role,
    "briefing": briefing,
    "year": year,
}
PLACES = (*_MADE, DEBRIEF)
"""Every place that can be asked for."""


def sheet(table: Table, seat: AgencyId, place: str, *, is_revealed: bool) -> Mapping[str, object]:
    """Build what a place shows to a seat, as plain JSON values; KeyError if there is no such seat or place."""
    sight = Sight(table, seat, is_revealed=is_revealed)
    found = debrief(sight) if place == DEBRIEF else _MADE[place](sight)
    return {"place": place, "head": head(sight), **found}
