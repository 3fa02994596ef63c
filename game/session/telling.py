"""Which words belong to which move: a message that its sender wrote right after a move, to those who saw the move."""

from collections.abc import Iterable, Mapping

from game.record import Entry
from game.rules.commands import Pass, SendMessage
from game.rules.events import ROOM, Event
from game.rules.ids import AgencyId
from game.session.deliveries import told
from game.session.standins import goes_with


def words_beside(opening: tuple[Event, ...], entries: Iterable[Entry], seat: AgencyId | None) -> Mapping[int, int]:
    """Point from the place of such a message, in all that a seat was told, to where what it is about begins."""
    beside: dict[int, int] = {}
    place, began, before = len(told(opening, seat)), 0, None
    for entry in entries:
        number = len(told(entry.events, seat))
        if number and before is not None and _is_about(entry, before):
            beside[place] = began
        place, began, before = place + number, place, entry
    return beside


def _is_about(entry: Entry, before: Entry) -> bool:
    """Say whether a message was written right after a move of its sender's, to those who saw it."""
    command = entry.command
    if not isinstance(command, SendMessage) or isinstance(before.command, Pass):
        return False
    saw = {event.to if event.to == ROOM else frozenset(event.to) for event in before.events}
    hears = ROOM if command.to is None else frozenset((command.seat, command.to))
    return goes_with(command, before.command) and hears in saw and (hears == ROOM or ROOM not in saw)
