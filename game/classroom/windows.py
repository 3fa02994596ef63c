"""What the host tells the windows at a table: the whole game once, then what changed since."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from game.classroom.revealing import journal_lines
from game.classroom.views.writing import (
    clock_part,
    own_part,
    page_part,
    role_part,
    room_part,
    roster_part,
    scene_part,
)
from game.record import Roster, to_json
from game.rules.events import Event, GameClosed
from game.rules.ids import AgencyId
from game.rules.room import Room
from game.rules.view import View
from game.session import Table

Seconds = Mapping[str, object]
"""`left`, `is_held` and `bell`, as in WIRE.md."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a window was told last."""

    table: Table
    epoch: int
    mark: int
    view: View
    roster: Roster


@dataclass(slots=True)
class Written:
    """What has been written already for the state the table is in; kept with what it was written from."""

    events: dict[int, tuple[Event, str]] = field(default_factory=dict)
    rooms: list[tuple[Room | None, Room, str]] = field(default_factory=list)
    clock: tuple[Seconds, str] | None = None
    roster: tuple[Roster, str] | None = None
    scene: tuple[object, str] | None = None

    def forget(self) -> None:
        """Let go of what belonged to the state before."""
        self.events.clear()
        self.rooms.clear()


class Watch:
    """Keep the windows of one table up to date. A window is whatever the host tells connections apart by."""

    def __init__(self, name: str) -> None:
        """Begin with nobody told anything; `name` is the table's in the class."""
        self._name = name
        self._told: dict[Hashable, Told] = {}
        self._written = Written()
        self._room: Room | None = None

    def forget(self, window: Hashable) -> None:
        """Let a window go."""
        self._told.pop(window, None)

    def news(
        self, window: Hashable, table: Table, seat: AgencyId, *, moment: str, clock: Seconds, epoch: int = 0
    ) -> str:
        """Write the message that brings a window up to date: a game, or only the step from what it was told last.

        `epoch` says how often the past was changed. KeyError if there is no such seat.
        """
        before, now = self._told.get(window), Told(table, epoch, table.mark, table.view(seat), table.roster)
        if self._room is not now.view.room:
            self._written.forget()
            self._room = now.view.room
        self._told[window] = now
        if before is None or not _goes_on(before, now):
            return self._game(now, moment, clock)
        return self._step(before, now, moment, clock)

    def _game(self, now: Told, moment: str, clock: Seconds) -> str:
        view = now.view
        return (
            f'{{"type":"game","table":{to_json(self._name)},"seat":{to_json(view.seat)},"mark":{now.mark},'
            f'"moment":{to_json(moment)},"found":{to_json(now.table.found)},"scene":{self._scene(view)},'
            f'"ruleset":{to_json(view.ruleset)},"role":{role_part(view.role)},"room":{self._rooms(None, view.room)},'
            f'"own":{own_part(None, view.own)},"pages":{self._pages(now, 0)},"roster":{self._roster(now.roster)},'
            f'"clock":{self._clock(clock)}}}'
        )

    def _step(self, before: Told, now: Told, moment: str, clock: Seconds) -> str:
        view = now.view
        roster = "" if now.roster == before.roster else f',"roster":{self._roster(now.roster)}'
        return (
            f'{{"type":"step","mark":{now.mark},"moment":{to_json(moment)},'
            f'"room":{self._rooms(before.view.room, view.room)},"own":{own_part(before.view.own, view.own)},'
            f'"pages":{self._pages(now, before.mark)},"clock":{self._clock(clock)}{roster}}}'
        )

    def _scene(self, view: View) -> str:
        kept = self._written.scene
        if kept is None or kept[0] is not view.scene:
            kept = self._written.scene = view.scene, scene_part(view.scene)
        return kept[1]

    def _rooms(self, before: Room | None, room: Room) -> str:
        for known, _, text in self._written.rooms:
            if known is before:
                return text
        text = room_part(before, room)
        self._written.rooms.append((before, room, text))
        return text

    def _pages(self, now: Told, mark: int) -> str:
        pages = now.table.pages(now.view.seat, mark)
        parts = (page_part(page.at, self._events(page.events), is_beside=page.is_beside) for page in pages)
        return f"[{','.join(parts)}]"

    def _events(self, events: Iterable[Event]) -> Iterator[str]:
        """Write events, but for the outcome: that comes with the whole game, once the instructor opens it."""
        return (self._event(event) for event in events if not isinstance(event.what, GameClosed))

    def _event(self, event: Event) -> str:
        kept = self._written.events.get(id(event))
        if kept is None:
            kept = self._written.events[id(event)] = event, to_json(event)
        return kept[1]

    def _roster(self, roster: Roster) -> str:
        kept = self._written.roster
        if kept is None or kept[0] != roster:
            kept = self._written.roster = roster, roster_part(roster)
        return kept[1]

    def _clock(self, clock: Seconds) -> str:
        kept = self._written.clock
        if kept is None or kept[0] is not clock:
            kept = self._written.clock = clock, clock_part(clock)
        return kept[1]


def _goes_on(before: Told, now: Told) -> bool:
    """Say whether what a window knows leads on to what there is now."""
    one, other = before.view, now.view
    is_same_game = before.table is now.table and before.epoch == now.epoch and before.mark <= now.mark
    return is_same_game and one.seat == other.seat and one.scene is other.scene and one.role is other.role


def opened_message(id: str, table: Table) -> str:
    """Answer a window that asked for the whole of a finished game; see `revealing`."""
    return to_json({"type": "opened", "id": id, "journal": journal_lines(table)})
