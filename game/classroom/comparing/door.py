"""The door for the class report: for the holder of the console's key, worked out away from the class's own loop.

Who asks is answered at once: with the page, or with how far it is; the console asks again until it is there. A table is
worked out once, in processes of its own, so that nobody at a table waits for it.
"""

import asyncio
import logging
import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from game.analysis.lab.sweep import SweepError
from game.classroom.codes import is_same
from game.classroom.comparing.gathering import Gathered, gather
from game.classroom.export import read_folder
from game.classroom.hub import FAULT, Hub
from game.classroom.requests import read_object
from game.record import JournalError
from game.reports.classes import LeftOut, Sitting, TableFacts, class_page, work_out

NOT_YET = "No table of the class has finished yet; there is nothing to compare."
PROCESSES = 2
"""Never none, for the host has a class to serve beside it."""
PATIENCE = 0.5
"""Seconds that a request waits for the page, before it is told how far it is."""
Version = tuple[str, int]
"""A table by its name, and how many lines its journal has: nothing in a journal is ever taken out."""
_log = logging.getLogger(__name__)


class ComparingDoor:
    """Keeps what was worked out, by table and how far its journal has come."""

    def __init__(self, hub: Hub) -> None:
        """Stand before a class."""
        self._hub = hub
        self._known: dict[Version, TableFacts | LeftOut] = {}
        self._working: asyncio.Task[None] | None = None
        self._is_closed = threading.Event()
        self._whole = 0
        self._done = 0

    async def answer(self, request: Request) -> Response:
        """Answer the console: the page, or how far it is, or one sentence why not."""
        asked = await read_object(request)
        if asked is None or not is_same(str(asked.get("key", "")), self._hub.room.settings.key):
            return PlainTextResponse("That is not the key of the console.", HTTPStatus.FORBIDDEN)
        shows_seats, shows_names = (asked.get(name) is True for name in ("shows_seats", "shows_names"))
        try:
            if await self._is_working():
                return self._how_far()
            gathered = await asyncio.to_thread(self._gathered, shows_names=shows_names)
            return await self._answer(gathered, shows_seats=shows_seats)
        except JournalError as error:
            return PlainTextResponse(error.sentence, HTTPStatus.CONFLICT)
        except SweepError:
            return PlainTextResponse("The host ran out of room while it worked; ask again.", HTTPStatus.CONFLICT)
        except Exception:  # whatever cannot be worked out, the class goes on
            _log.exception("The class report came to nothing")
            return PlainTextResponse(FAULT, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _gathered(self, *, shows_names: bool) -> Gathered:
        return gather(read_folder(self._hub.room.folder), shows_names=shows_names)

    async def _answer(self, gathered: Gathered, *, shows_seats: bool) -> Response:
        if not gathered.finished:
            return PlainTextResponse(NOT_YET, HTTPStatus.CONFLICT)
        missing = [one for one in gathered.finished if _version(one) not in self._known]
        if missing:
            if self._working is None:  # somebody else may have begun meanwhile
                self._whole, self._done = len(missing), 0
                self._working = asyncio.create_task(self._work(missing))
            if await self._is_working():
                return self._how_far()
        if any(_version(one) not in self._known for one in gathered.finished):
            return self._how_far()
        told = [_named(self._known[_version(one)], one) for one in gathered.finished]
        page = await asyncio.to_thread(class_page, gathered.telling(told, shows_seats=shows_seats))
        head = {"content-disposition": 'attachment; filename="class-debrief.html"'}
        return HTMLResponse(page, headers=head)

    async def _is_working(self) -> bool:
        """Wait a moment for what is under way, and say whether it is not done; raise what it failed with."""
        working = self._working
        if working is None:
            return False
        await asyncio.wait([working], timeout=PATIENCE)
        if not working.done():
            return True
        if self._working is working:
            self._working = None
            working.result()
        return False

    def _how_far(self) -> Response:
        return JSONResponse({"done": self._done, "of": self._whole}, HTTPStatus.ACCEPTED)

    async def _work(self, missing: Sequence[Sitting]) -> None:
        """Work tables out that nobody has asked for yet."""
        loop = asyncio.get_running_loop()
        bare = [replace(one, people={}) for one in missing]

        def work() -> None:
            with closing(work_out(bare, PROCESSES)) as working:
                for one, facts in zip(bare, working, strict=True):
                    if self._is_closed.is_set():
                        return
                    loop.call_soon_threadsafe(self._keep, _version(one), facts)

        await asyncio.to_thread(work)

    def _keep(self, version: Version, facts: TableFacts | LeftOut) -> None:
        self._known = {other: known for other, known in self._known.items() if other[0] != version[0]}
        self._known[version] = facts
        self._done += 1

    def close(self) -> None:
        """Begin no further table."""
        self._is_closed.set()


def _version(sitting: Sitting) -> Version:
    return sitting.table, len(sitting.journal.lines)


def _named(facts: TableFacts | LeftOut, sitting: Sitting) -> TableFacts | LeftOut:
    """Put people's names in, where they were asked for."""
    return replace(facts, people=sitting.people) if isinstance(facts, TableFacts) else facts
