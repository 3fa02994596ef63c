"""The bare broadcast under load: a server (Starlette, uvicorn, websockets) that only sends each frame on to its group.

python tests/benchmarks/classroom_bare.py PORT
"""

import asyncio
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from classroom_load import Demand, Load, Seat, Site, burden
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.asyncio.client import connect

WAIT = 15.0
"""Seconds that the server may take to come up."""


def serve(port: int) -> None:
    """Serve nothing but a broadcast within groups."""
    groups: dict[str, set[WebSocket]] = {}

    async def wire(socket: WebSocket) -> None:
        await socket.accept()
        group = groups.setdefault(await socket.receive_text(), set())
        group.add(socket)
        await socket.send_text("in")
        try:
            while True:
                text = await socket.receive_text()
                for other in tuple(group):
                    await other.send_text(text)
        except WebSocketDisconnect:
            group.discard(socket)

    app = Starlette(routes=[WebSocketRoute("/ws", wire)])
    config = uvicorn.Config(
        app, port=port, ws="websockets-sansio", ws_per_message_deflate=False, log_level="error", access_log=False
    )
    uvicorn.Server(config).run()


@dataclass(frozen=True)
class Bare:
    """The server that runs, and the size of the frames it passes on."""

    process: int
    port: int
    size: int

    async def load(self, demand: Demand) -> Load:
        """Load it with frames of a size."""
        await asyncio.wait_for(self._is_up(), WAIT)
        seats = [await self._seated(table, nth) for table in range(demand.tables) for nth in range(demand.seats)]
        return await burden(self.process, Site(seats, lambda _, number: f"#{number}#".ljust(self.size, ".")), demand)

    async def _is_up(self) -> None:
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                return writer.close()
            except OSError:
                await asyncio.sleep(0.1)

    async def _seated(self, table: int, nth: int) -> Seat:
        wire = await connect(f"ws://127.0.0.1:{self.port}/ws", compression=None)
        await wire.send(str(table))
        await wire.recv()
        return Seat(wire, table, nth)


@contextmanager
def bare(size: int) -> Iterator[Bare]:
    """Run the bare broadcast."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    with subprocess.Popen([sys.executable, __file__, str(port)]) as process:
        try:
            yield Bare(process.pid, port, size)
        finally:
            process.terminate()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
