"""Tell everybody what changed: people at a table at once, screens and the console twice a second at most."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress

from game.classroom.classroom import Classroom
from game.classroom.clients import Client, Clients, send_all, written
from game.classroom.hosted import Hosted
from game.classroom.overview import overview
from game.classroom.people import Person
from game.classroom.places import door_of, doors_of, where
from game.classroom.sheets.public import public_sheet
from game.classroom.sheets.wall import Hung, wall_sheet
from game.classroom.windows import Watch
from game.record import JournalError

SCREEN_SECONDS = 0.5
"""Between two pictures for screens, doorway and console."""
KEEP_SECONDS = 15.0
"""Between two looks at how much time is left."""


class Broadcast:
    """Knows what each connection has heard last, and what it should hear next."""

    def __init__(self, room: Classroom, clients: Clients, addresses: tuple[str, ...]) -> None:
        """Speak for a class; `addresses` is where people find the host."""
        self._room = room
        self._clients = clients
        self._addresses = addresses
        self._watches: dict[str, Watch] = {}
        self._seen: dict[str, tuple[tuple[object, ...], dict[str, object]]] = {}
        self._seated: dict[str, list[tuple[str | None, str]]] = {}
        """Who sat where at each table when its people were last told."""
        self._dirty: set[str] = set()
        """Tables of which screens show an older picture."""
        self._has_moved_people = False
        self._has_news = True
        self._next_picture = 0.0
        self._next_keeping = 0.0

    # At once

    def moved(self, hosted: Hosted) -> None:
        """Tell the people of a table that the game went on."""
        clients = self._clients.at(hosted.name)
        self._step_windows(hosted, (client for client in clients if client.part == "window"))
        self._changed(hosted, (client for client in clients if client.part == "page"))
        if hosted.table.is_closed:
            self.placed_at(hosted.name)
        self._dirty.add(hosted.name)

    def _changed(self, hosted: Hosted, pages: Iterable[Client]) -> None:
        waiting = frozenset(hosted.table.waiting)
        head = {"type": "changed", "mark": hosted.table.mark, "moment": hosted.moment, "clock": self._clock(hosted)}
        texts = {is_mine: written({**head, "is_mine": is_mine}) for is_mine in (False, True)}
        for client in pages:
            client.wire.send(texts[self._room.person(client.person).seat in waiting])

    def _step_windows(self, hosted: Hosted, windows: Iterable[Client]) -> None:
        watch, clock = self._watches.setdefault(hosted.name, Watch(hosted.name)), self._clock(hosted)
        table, moment, epoch = hosted.table, hosted.moment, hosted.epoch
        for client in windows:
            seat = self._room.person(client.person).seat
            if seat is None:
                watch.forget(client)
            else:
                client.wire.send(watch.news(client, table, seat, moment=moment, clock=clock, epoch=epoch))

    def forget(self, client: Client) -> None:
        """Let a connection go."""
        for watch in self._watches.values():
            watch.forget(client)

    def _clock(self, hosted: Hosted) -> dict[str, object]:
        return hosted.clock(self._room.clock.steady(), self._room.bell)

    # Where people are

    def welcome(self, client: Client, one: Person) -> None:
        """Tell a connection where its person is, and the game they are in."""
        self._where(client, one)
        self._game(client, one)
        self.mark_places()

    def placed(self, person: str) -> None:
        """Tell somebody who has moved; the rest hear of it soon."""
        client = self._clients.of(person)
        if client is not None:
            one = self._room.person(person)
            has_moved = client.table != one.table
            if has_moved:
                self.forget(client)
            self._clients.put(client, one.table)
            self._where(client, one)
            if has_moved or client.part == "window":
                self._game(client, one)
        self.mark_places()

    def placed_at(self, table: str) -> None:
        """Tell everybody at a table where they are."""
        for client in self._clients.at(table):
            self._where(client, self._room.person(client.person))
        self.mark_places()

    def placed_all(self) -> None:
        """Tell everybody where they are."""
        for client in self._clients.people():
            one = self._room.person(client.person)
            if client.table != one.table:
                self.placed(one.id)
            else:
                self._where(client, one)
                self._game(client, one)
        self.mark_places()
        self._dirty.update(self._room.tables)

    def mark_places(self) -> None:
        """Note that doors, screens and the console show an older picture."""
        self._has_moved_people = self._has_news = True

    def _where(self, client: Client, one: Person) -> None:
        hosted = self._room.tables.get(one.table)
        doors = [door_of(self._room, hosted)] if hosted is not None else doors_of(self._room)
        client.send(where(self._room, one, doors))

    def _game(self, client: Client, one: Person) -> None:
        """Give a connection the game as it stands."""
        hosted = self._room.tables.get(one.table)
        if hosted is None:
            return
        if client.part == "window":
            self._step_windows(hosted, (client,))
        else:
            self._changed(hosted, (client,))

    # Screens and the console

    def public(self, hosted: Hosted) -> dict[str, object]:
        """Give what anybody may see of a table, made once for each change."""
        table = hosted.table
        names = tuple((seat, holder.name) for seat, holder in table.roster.items())
        key = (table.mark, hosted.epoch, hosted.record, hosted.trouble, names)
        if hosted.name not in self._seen or self._seen[hosted.name][0] != key:
            self._seen[hosted.name] = key, dict(public_sheet(table, is_revealed=hosted.is_revealed))
        return {
            **self._seen[hosted.name][1],
            "table": hosted.name,
            "title": self._room.settings.title,
            "is_begun": hosted.is_begun,
            "is_paused": hosted.is_paused,
            "clock": self._clock(hosted),
            "join": self._join(),
        }

    def _join(self) -> dict[str, object]:
        return {"addresses": list(self._addresses), "code": self._room.settings.code}

    def screen(self, client: Client) -> None:
        """Give a screen its first picture."""
        if client.part == "projector":
            client.send(self._projected(client.table))
        else:
            client.send(self._wall())

    def _projected(self, table: str) -> dict[str, object]:
        return {"type": "public", "table": table, "sheet": self.public(self._room.tables[table])}

    def _wall(self) -> dict[str, object]:
        hosted = self._room.tables.values()
        tables = [Hung(one.name, one.table, is_begun=one.is_begun, is_revealed=one.is_revealed) for one in hosted]
        head = {"join": self._join(), "title": self._room.settings.title, "bell": self._left()}
        return {"type": "wall", "sheet": {**wall_sheet(tables), **head}}

    def _left(self) -> float | None:
        bell = self._room.bell
        return None if bell is None else round(bell - self._room.clock.steady(), 1)

    def console(self, client: Client) -> None:
        """Give a console its first picture; others hear that there is one more."""
        self._has_news = True
        client.send({"type": "overview", "overview": self._overview()})

    def _overview(self) -> dict[str, object]:
        return overview(self._room, self._clients, self._addresses)

    def flush(self, now: float) -> None:
        """Send pictures that are due, and keep the clocks."""
        if now >= self._next_keeping:
            self._next_keeping = now + KEEP_SECONDS
            with suppress(JournalError):  # a clock that is not written down is no reason to stop
                self._room.keep_clocks()
            self._has_news = True
        if now < self._next_picture:
            return
        self._next_picture = now + SCREEN_SECONDS
        if self._has_moved_people:
            self._open_doors()
            self._tell_neighbours()
            self._dirty.update(self._room.tables)
        if self._dirty:
            self._repaint()
        if self._has_news or self._dirty:
            consoles = self._clients.parts("console")
            if consoles:
                send_all(consoles, {"type": "overview", "overview": self._overview()})
        self._dirty.clear()
        self._has_news = self._has_moved_people = False

    def _open_doors(self) -> None:
        """Tell those in the doorway which seats are to be had now."""
        waiting = self._clients.at("")
        if waiting:
            doors = doors_of(self._room)
            for client in waiting:
                client.send(where(self._room, self._room.person(client.person), doors))

    def _tell_neighbours(self) -> None:
        """Tell the people of a table who has come or gone there, and who sits beside them now."""
        before, now = self._seated, defaultdict[str, list[tuple[str | None, str]]](list)
        for one in self._room.people:
            now[one.table].append((one.seat, one.id))
        self._seated = dict(now)
        for table, seated in self._seated.items():
            if table and seated != before.get(table):
                for client in self._clients.at(table):
                    self.placed(client.person)

    def _repaint(self) -> None:
        for client in self._clients.parts("projector"):
            if client.table in self._dirty:
                client.send(self._projected(client.table))
        walls = self._clients.parts("wall")
        if walls:
            send_all(walls, self._wall())
