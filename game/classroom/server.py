"""The host on the network: pages, icons and fonts by HTTP, everything else through one WebSocket."""

import asyncio
import contextlib
import gc
import io
import json
import logging
import socket
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import urlsplit

import segno
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from game import places
from game.analysis.lab.sweep import SweepError
from game.classroom.afterthoughts import Door, Workshop
from game.classroom.clients import Client
from game.classroom.codes import is_same
from game.classroom.comparing import ComparingDoor
from game.classroom.export import pack
from game.classroom.hub import Hub
from game.classroom.messages import LARGEST
from game.classroom.requests import read_object
from game.classroom.sheets.diaries import diary_rows
from game.debrief import UnfinishedError
from game.record import JournalError, read

TICK_SECONDS = 0.1
SWITCH_SECONDS = 0.001
MOST_CONNECTIONS = 2500
MOST_FROM_ONE = 500
"""Connections from one address; a whole room may sit behind one router."""
OUTBOX = 512
"""Messages that may wait for one slow client; one that falls further behind is let go and comes back anew."""
SITE = Path(__file__).resolve().parent / "site"
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-cache",
}
_log = logging.getLogger(__name__)
_writing = threading.Lock()
PAGES = {"/": "index.html", "/wall": "wall.html", "/console": "console.html"}


class Outbox:
    """The outgoing side of one connection: messages wait in line until the network takes them."""

    def __init__(self, socket: WebSocket) -> None:
        """Serve an accepted connection."""
        self._socket = socket
        self._waiting: asyncio.Queue[str | None] = asyncio.Queue()
        self._is_closing = False

    def send(self, text: str) -> None:
        """Put a message in line; who cannot keep up is let go."""
        if self._is_closing:
            return
        if self._waiting.qsize() >= OUTBOX:
            self.close("too slow")
            return
        self._waiting.put_nowait(text)

    def close(self, why: str) -> None:
        """End the connection once what waits has been sent."""
        if not self._is_closing:
            self._is_closing = True
            self._waiting.put_nowait(None)

    async def carry(self) -> None:
        """Send what waits until the end."""
        with contextlib.suppress(WebSocketDisconnect, RuntimeError, OSError):
            while (text := await self._waiting.get()) is not None:
                await self._socket.send_text(text)
            if self._socket.application_state is WebSocketState.CONNECTED:
                await self._socket.close()


def application(hub: Hub, addresses: tuple[str, ...] = ()) -> Starlette:
    """Put the pages and the wire of a class together."""
    workshop = Workshop()
    door, comparing = Door(hub, workshop), ComparingDoor(hub)

    async def wire(connection: WebSocket) -> None:
        await _serve_client(hub, connection)

    @contextlib.asynccontextmanager
    async def alive(_: Starlette) -> AsyncIterator[None]:
        ticking = asyncio.create_task(_tick(hub))
        try:
            yield
        finally:
            ticking.cancel()
            workshop.close()
            comparing.close()
            hub.room.close()

    routes = [
        WebSocketRoute("/ws", wire),
        *(Route(path, _page(name)) for path, name in PAGES.items()),
        Route("/projector/{table}", _page("projector.html")),
        Route("/qr.svg", _qr(addresses[0] if addresses else "")),
        Route("/export", partial(_export, hub), methods=["POST"]),
        Route("/diaries", partial(_diaries, hub), methods=["POST"]),
        Route("/class-debrief", comparing.answer, methods=["POST"]),
        Route("/afterthoughts", door.answer, methods=["POST"]),
        Route("/paper", door.write_paper, methods=["POST"]),
        Mount("/site/icons", StaticFiles(directory=places.assets() / "icons")),
        Mount("/site/fonts", StaticFiles(directory=places.assets() / "fonts")),
        Mount("/site", StaticFiles(directory=SITE)),
    ]
    return Starlette(routes=routes, lifespan=alive, middleware=[Middleware(Guarded)])


async def _serve_client(hub: Hub, connection: WebSocket) -> None:
    """Serve one connection from its first frame to its end."""
    address = connection.client.host if connection.client else ""
    is_full = len(hub.clients) >= MOST_CONNECTIONS or hub.clients.count(address) >= MOST_FROM_ONE
    if is_full or not _is_own_origin(connection):
        await connection.close(1008)
        return
    await connection.accept()
    outbox = Outbox(connection)
    client = hub.connect(outbox, address)
    carrying = asyncio.create_task(outbox.carry())
    try:
        await _listen(hub, connection, client)
    finally:
        hub.disconnect(client)
        outbox.close("gone")
        await asyncio.wait([carrying], timeout=1)
        carrying.cancel()


async def _listen(hub: Hub, connection: WebSocket, client: Client) -> None:
    """Hand frames to the hub until the connection ends."""
    while connection.application_state is WebSocketState.CONNECTED:
        message = await connection.receive()
        if message["type"] != "websocket.receive":
            return
        text, raw = message.get("text"), message.get("bytes")
        hub.receive(client, text if text is not None else raw or b"")


async def _tick(hub: Hub) -> None:
    """Let time go by; whatever goes wrong at one moment must not stop the clock."""
    while True:
        try:
            hub.tick()
        except Exception:
            _log.exception("The class went on after this")
        await asyncio.sleep(TICK_SECONDS)


def _page(name: str) -> Callable[[Request], Awaitable[Response]]:
    async def page(_: Request) -> Response:
        return FileResponse(SITE / name, media_type="text/html; charset=utf-8")

    return page


def _qr(address: str) -> Callable[[Request], Awaitable[Response]]:
    """Draw the address as a QR code, once."""
    out = io.BytesIO()
    segno.make(address or "-", error="m").save(out, kind="svg", scale=8, border=2, dark="#1E2A32", light="#FFFFFF")

    async def picture(_: Request) -> Response:
        return Response(out.getvalue(), media_type="image/svg+xml")

    return picture


async def _export(hub: Hub, request: Request) -> Response:
    """Give what the class leaves behind to whoever has the key."""
    asked = await read_object(request)
    if asked is None or not is_same(str(asked.get("key", "")), hub.room.settings.key):
        return PlainTextResponse("That is not the key of the console.", 403)
    wanted = {name: asked.get(name) is True for name in ("replace_names", "is_whole", "is_reckoned")}
    try:
        packed = await asyncio.to_thread(pack, hub.room.folder, **wanted)
    except JournalError as error:
        return PlainTextResponse(error.sentence, 409)
    except SweepError:
        return PlainTextResponse("The host ran out of room while games were run again; export without it.", 409)
    head = {"content-disposition": 'attachment; filename="class.zip"'}
    return Response(packed, media_type="application/zip", headers=head)


async def _diaries(hub: Hub, request: Request) -> Response:
    """Give the computers' diaries of a table that is revealed to whoever sits at it; away from the class's own loop."""
    asked = await read_object(request)
    one = hub.room.known(str(asked.get("token", ""))) if asked is not None else None
    hosted = hub.room.tables.get(one.table) if one is not None else None
    if hosted is None or not hosted.is_revealed:
        return PlainTextResponse("Your instructor opens what was hidden.", 403)
    try:
        found = await asyncio.to_thread(_written, hub.room.folder / hosted.record.file, hosted.table.mark)
    except (JournalError, UnfinishedError):
        return PlainTextResponse("The diaries cannot be read just now; try again.", 409)
    return Response(found, media_type="application/json")


def _written(journal: Path, mark: int) -> str:
    """Write the diaries once, however many pages ask for them at the same time."""
    with _writing:
        return _diary_text(journal, mark)


@lru_cache(maxsize=64)
def _diary_text(journal: Path, mark: int) -> str:
    """Write the diaries of a journal; after `mark`, others."""
    return json.dumps(diary_rows(read(journal)))


def _is_own_origin(connection: WebSocket) -> bool:
    """Say whether a page of ours opens the connection; programs name no origin."""
    origin = connection.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == connection.headers.get("host")


class Guarded:
    """Put the headers on every answer that keep foreign scripts and frames out."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer with our headers."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        await self._app(scope, receive, guarded if scope["type"] == "http" else send)


_HEADERS = [(name.encode(), value.encode()) for name, value in HEADERS.items()]


def settings(hub: Hub, addresses: tuple[str, ...]) -> uvicorn.Config:
    """Say how a class is served."""
    return uvicorn.Config(
        application(hub, addresses),
        ws="websockets-sansio",
        ws_max_size=LARGEST,
        ws_per_message_deflate=False,
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )


def serve(hub: Hub, listening: socket.socket, addresses: tuple[str, ...]) -> None:
    """Serve a class on an open socket until it is told to stop."""
    gc.collect()
    gc.freeze()  # cases and people stay; to look through them again and again would hold everybody up
    gc.set_threshold(20_000, 20, 50)
    sys.setswitchinterval(SWITCH_SECONDS)  # while afterthoughts are worked out beside it, the loop gets its turn soon
    uvicorn.Server(settings(hub, addresses)).run(sockets=[listening])
