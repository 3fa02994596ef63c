"""Doors for afterthoughts: a class's, about the asker's own table once it is open; the instructor's, by the key."""

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from game.classroom import limits
from game.classroom.afterthoughts.answering import Version, answer, paper
from game.classroom.afterthoughts.asking import SLOW, QuestionError, paper_from, question_from
from game.classroom.afterthoughts.working import BusyError, Workshop
from game.classroom.classroom import ClassProblem
from game.classroom.codes import is_same
from game.classroom.hosted import Hosted
from game.classroom.hub import FAULT, TOO_MUCH, Hub
from game.classroom.requests import read_object
from game.debrief import UnfinishedError
from game.record import JournalError
from game.whatif import ImpossibleChange

SHUT = "Your instructor opens what was hidden."
UNREADABLE = "The record of this game cannot be read just now; try again."
_log = logging.getLogger(__name__)


class Door:
    """Lets in by token, bounds how much one person asks, and answers in JSON, or with one sentence in plain text."""

    def __init__(self, hub: Hub, workshop: Workshop) -> None:
        """Stand before a class."""
        self._hub = hub
        self._workshop = workshop
        self._asking: defaultdict[str, limits.Bucket] = defaultdict(limits.afterthoughts)

    async def answer(self, request: Request) -> Response:
        """Answer a question of somebody at a table."""
        asked = await read_object(request) or {}
        one = self._hub.room.known(str(asked.pop("token", "")))
        hosted = self._hub.room.tables.get(one.table) if one is not None else None
        if one is None or hosted is None or not hosted.is_revealed:
            return PlainTextResponse(SHUT, 403)
        if not self._asking[one.id].take(self._hub.room.clock.steady()):
            return PlainTextResponse(TOO_MUCH, 429)
        response = await _told(self._found(hosted, asked), "application/json")
        return response if hosted.is_revealed else PlainTextResponse(SHUT, 403)  # it may be shut again meanwhile

    async def write_paper(self, request: Request) -> Response:
        """Give the debrief of a table on paper to whoever has the key."""
        asked = await read_object(request) or {}
        if not is_same(str(asked.pop("key", "")), self._hub.room.settings.key):
            return PlainTextResponse("That is not the key of the console.", 403)
        return await _told(self._written(asked), "text/html; charset=utf-8")

    async def _found(self, hosted: Hosted, asked: Mapping[str, object]) -> str:
        question = question_from(asked)
        task = partial(answer, *self._game(hosted), hosted.table.roster, question)
        return await self._work(hosted, question, task, is_slow=isinstance(question, SLOW))

    async def _written(self, asked: Mapping[str, object]) -> str:
        wanted = paper_from(asked)
        hosted = self._hub.room.table(wanted.table)
        task = partial(paper, *self._game(hosted), wanted.order, wanted.minutes)
        return await self._work(hosted, wanted, task, is_slow=True)

    def _game(self, hosted: Hosted) -> tuple[Path, Version]:
        if not hosted.table.is_closed:
            raise UnfinishedError(f"The game of table {hosted.name} goes on; it has a debrief once its year is over.")
        return self._hub.room.folder / hosted.record.file, (hosted.epoch, hosted.table.mark)

    async def _work(self, hosted: Hosted, what: object, task: Callable[[], str], *, is_slow: bool) -> str:
        return await self._workshop.work(hosted.name, (self._game(hosted), repr(what)), task, is_slow=is_slow)


async def _told(finding: Awaitable[str], kind: str) -> Response:
    """Send what is found, or one sentence on why there is nothing to send."""
    try:
        return Response(await finding, media_type=kind)
    except (QuestionError, ImpossibleChange, ClassProblem) as error:
        return PlainTextResponse(str(error), 422)
    except BusyError as error:
        return PlainTextResponse(str(error), 429)
    except UnfinishedError as error:
        return PlainTextResponse(str(error), 409)
    except (JournalError, OSError):
        return PlainTextResponse(UNREADABLE, 409)
    except Exception:  # whatever cannot be worked out, the rest of the debrief is there
        _log.exception("An afterthought came to nothing")
        return PlainTextResponse(FAULT, 500)
