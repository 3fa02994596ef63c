"""What a viewer was told, page by page, and which words belong to which move: a message that its sender wrote right
after a move, to those who saw the move.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.record import Entry
from game.record.sentences import Sentence, narrate
from game.rules.case import Forum
from game.rules.commands import Pass, SendMessage
from game.rules.events import ROOM, Event
from game.rules.ids import AgencyId
from game.rules.scene import Role, Scene
from game.session.deliveries import told
from game.session.standins import goes_with


@dataclass(frozen=True, slots=True)
class Page:
    """What one viewer may know of the command numbered `at`; of the opening, for 0."""

    at: int
    events: tuple[Event, ...]
    is_beside: bool = False
    """Words about the move before it."""


def pages(
    opening: tuple[Event, ...], entries: Sequence[Entry], seat: AgencyId | None, mark: int = 0
) -> tuple[Page, ...]:
    """Give a page to the opening and to each command since a mark, for a seat or (None) for anybody."""
    found = [Page(0, told(opening, seat))] if mark <= 0 else []
    for at in range(max(mark, 1), len(entries) + 1):
        events = told(entries[at - 1].events, seat)
        is_beside = bool(events) and at > 1 and _is_about(entries[at - 1], entries[at - 2])
        found.append(Page(at, events, is_beside))
    return tuple(found)


def tell(
    pages: Iterable[Page],
    scene: Scene,
    seat: AgencyId | None,
    role: Role | None = None,
    *,
    found: Forum | None = None,
    mark: int = 0,
) -> tuple[Sentence, ...]:
    """Tell in words what stands on all pages since a mark; the pages before it give these words their sense."""
    events: list[Event] = []
    beside: dict[int, int] = {}
    skip = began = 0
    for page in pages:
        place = len(events)
        if page.is_beside:
            beside[place] = began
        events.extend(page.events)
        began = place
        if page.at < mark:
            skip = len(events)
    return narrate(events, scene, seat, role, found=found, skip=skip, beside=beside)


def _is_about(entry: Entry, before: Entry) -> bool:
    """Say whether a message was written right after a move of its sender's, to those who saw it."""
    command = entry.command
    if not isinstance(command, SendMessage) or isinstance(before.command, Pass):
        return False
    saw = {event.to if event.to == ROOM else frozenset(event.to) for event in before.events}
    hears = ROOM if command.to is None else frozenset((command.seat, command.to))
    return goes_with(entry, before) and hears in saw and (hears == ROOM or ROOM not in saw)
