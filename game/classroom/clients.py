"""Who is connected, as what, and how each is reached."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from game.classroom import limits
from game.classroom.people import Person

Part = Literal["stranger", "page", "window", "projector", "wall", "console"]


class Wire(Protocol):
    """The outgoing side of one connection; it never waits."""

    def send(self, text: str) -> None:
        """Put a message on its way."""
        ...

    def close(self, why: str) -> None:
        """End the connection once what was sent is gone."""
        ...


@dataclass(slots=True, eq=False)
class Client:
    """One connection. `table` is the table it hears of: where its person is, or what its screen shows."""

    wire: Wire
    address: str
    part: Part = "stranger"
    person: str = ""
    table: str = ""
    messages: limits.Bucket = field(default_factory=limits.messages)
    commands: limits.Bucket = field(default_factory=limits.commands)

    @property
    def is_person(self) -> bool:
        """Say whether somebody of the class is at the other end."""
        return bool(self.person)

    def send(self, message: Mapping[str, object]) -> None:
        """Send a message as JSON."""
        self.wire.send(written(message))


def written(message: Mapping[str, object]) -> str:
    """Write a message as one line of JSON."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


class Clients:
    """All connections, found by person and by table."""

    def __init__(self) -> None:
        self._all: dict[Client, None] = {}
        self._by_person: dict[str, Client] = {}
        self._by_table: defaultdict[str, dict[Client, None]] = defaultdict(dict)

    def add(self, client: Client) -> None:
        """Take in a connection that has yet to say who it is."""
        self._all[client] = None

    def drop(self, client: Client) -> None:
        """Forget a connection; one already forgotten is no problem."""
        self._all.pop(client, None)
        self._by_table[client.table].pop(client, None)
        if self._by_person.get(client.person) is client:
            del self._by_person[client.person]

    def know(self, client: Client, one: Person, part: Part) -> Client | None:
        """Note who a connection belongs to; return the one that it takes over from, if any."""
        before = self._by_person.get(one.id)
        client.part, client.person = part, one.id
        self._by_person[one.id] = client
        self.put(client, one.table)
        return before if before is not client else None

    def put(self, client: Client, table: str) -> None:
        """Note which table a connection hears of; "" is the doorway."""
        self._by_table[client.table].pop(client, None)
        client.table = table
        self._by_table[table][client] = None

    def of(self, person: str) -> Client | None:
        """Find the connection of a person; None while they are away."""
        return self._by_person.get(person)

    def at(self, table: str) -> tuple[Client, ...]:
        """List the connections of people at a table, or ("") in the doorway."""
        return tuple(client for client in self._by_table[table] if client.is_person)

    def people(self) -> tuple[Client, ...]:
        """List the connections of people."""
        return tuple(self._by_person.values())

    def parts(self, *parts: Part) -> tuple[Client, ...]:
        """List the connections of certain kinds."""
        return tuple(client for client in self._all if client.part in parts)

    def is_here(self, person: str) -> bool:
        """Say whether a person is connected."""
        return person in self._by_person

    def count(self, address: str) -> int:
        """Count the connections from one address."""
        return sum(client.address == address for client in self._all)

    def __len__(self) -> int:
        return len(self._all)


def send_all(clients: Iterable[Client], message: Mapping[str, object]) -> None:
    """Send one message to several, written once."""
    text = written(message)
    for client in clients:
        client.wire.send(text)
