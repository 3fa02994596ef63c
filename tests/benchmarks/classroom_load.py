"""The load on a host of a class: connections at tables, commands at a steady rate, and when the last seat has each.

It is the same for every server; a `Site` says what one wants to hear and how news of a command is known.
"""

import asyncio
import itertools
import os
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from websockets.asyncio.client import ClientConnection

NUMBER = re.compile(r"#(\d+)#")
"""How a command is known again wherever it arrives."""
SETTLING = 1.0
"""Seconds between the last arrival and the first command."""
PATIENCE = 5.0
"""Seconds to wait for what is still in the air at the end; what has not landed then is lost."""


@dataclass(frozen=True)
class Demand:
    """How much is asked of a server."""

    tables: int
    seats: int
    rate: float
    seconds: float


@dataclass
class Flight:
    """A command on its way: when it left, and how many seats it still has to reach."""

    left: float
    open: int


@dataclass
class Load:
    """Commands in the air and how long those that landed took, in seconds.

    `behind` is by how much the load itself was late at worst, `worked` the processor time that the server spent.
    """

    flights: dict[int, Flight] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    received: int = 0
    behind: float = 0.0
    worked: float = 0.0

    def depart(self, number: int, seats: int) -> None:
        """Note that a command leaves."""
        self.flights[number] = Flight(time.perf_counter(), seats)

    def arrive(self, text: str) -> None:
        """Note which commands a seat has heard of for the first time."""
        for found in NUMBER.findall(text):
            flight = self.flights.get(int(found))
            if flight is None:
                continue
            flight.open -= 1
            if flight.open == 0:
                self.took.append(time.perf_counter() - flight.left)
                del self.flights[int(found)]

    def quantile(self, share: float) -> float:
        """Return a quantile of what commands took, in seconds; endless if none landed."""
        took = sorted(self.took)
        return took[min(len(took) - 1, int(share * len(took)))] if took else float("inf")


@dataclass
class Seat:
    """One connection at a table."""

    socket: ClientConnection
    table: int
    nth: int


async def whole(_: Seat, text: str) -> str:
    """Take all of a frame for news."""
    return text


@dataclass(frozen=True)
class Site:
    """Seats at a server, what one sends for a command, and what of a frame tells it something new."""

    seats: list[Seat]
    sending: Callable[[Seat, int], str]
    news: Callable[[Seat, str], Awaitable[str]] = whole


async def burden(process: int, site: Site, demand: Demand) -> Load:
    """Put a load on a server that runs as a process."""
    load = Load()
    async with _listening(site, load):
        await asyncio.sleep(SETTLING)
        load.received, before = 0, _worked(process)
        await _drive(site, load, demand)
        load.worked = _worked(process) - before
    return load


def _worked(process: int) -> float:
    """Return the seconds of processor time that a process has had."""
    spent = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
    return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")


async def _drive(site: Site, load: Load, demand: Demand) -> None:
    """Send commands at a steady rate, to the tables in turn; note by how much the load itself fell behind."""
    order = itertools.cycle(sorted(site.seats, key=lambda seat: (seat.nth, seat.table)))
    began = time.perf_counter()
    for number in range(int(demand.rate * demand.seconds)):
        due = began + number / demand.rate
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        load.behind = max(load.behind, time.perf_counter() - due)
        seat = next(order)
        load.depart(number, demand.seats)
        await seat.socket.send(site.sending(seat, number))
    deadline = time.perf_counter() + PATIENCE
    while load.flights and time.perf_counter() < deadline:
        await asyncio.sleep(0.02)


async def _listen(site: Site, seat: Seat, load: Load) -> None:
    """Hear all that reaches a seat."""
    async for frame in seat.socket:
        text = str(frame)
        load.received += len(text)
        load.arrive(await site.news(seat, text))


@asynccontextmanager
async def _listening(site: Site, load: Load) -> AsyncIterator[None]:
    """Hear all seats for a while."""
    tasks = [asyncio.create_task(_listen(site, seat, load)) for seat in site.seats]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(seat.socket.close() for seat in site.seats))
