"""The door for afterthoughts: for whoever sits at a table whose debrief is open, about the game of that table only."""

import logging
from collections import defaultdict
from functools import partial

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from game.classroom import limits
from game.classroom.afterthoughts.answering import answer
from game.classroom.afterthoughts.asking import SLOW, Question, QuestionError, question_from
from game.classroom.afterthoughts.working import BusyError, Workshop
from game.classroom.hosted import Hosted
from game.classroom.hub import FAULT, TOO_MUCH, Hub
from game.classroom.requests import read_object
from game.debrief import UnfinishedError
from game.record import JournalError
from game.whatif import ImpossibleChange

SHUT = "Your instructor opens what was hidden."
UNREADABLE = "The record of your game cannot be read just now; try again."
_log = logging.getLogger(__name__)


class Door:
    """Lets in by token, bounds how much one person asks, and answers in JSON, or with one sentence in plain text."""

    def __init__(self, hub: Hub, workshop: Workshop) -> None:
        """Stand before a class."""
        self._hub = hub
        self._workshop = workshop
        self._asking: defaultdict[str, limits.Bucket] = defaultdict(limits.afterthoughts)

    async def answer(self, request: Request) -> Response:
        """Answer a question."""
        asked = await read_object(request) or {}
        one = self._hub.room.known(str(asked.pop("token", "")))
        hosted = self._hub.room.tables.get(one.table) if one is not None else None
        if one is None or hosted is None or not hosted.is_revealed:
            return PlainTextResponse(SHUT, 403)
        if not self._asking[one.id].take(self._hub.room.clock.steady()):
            return PlainTextResponse(TOO_MUCH, 429)
        try:
            found = await self._found(hosted, question_from(asked))
        except (QuestionError, ImpossibleChange) as error:
            return PlainTextResponse(str(error), 422)
        except BusyError as error:
            return PlainTextResponse(str(error), 429)
        except (JournalError, UnfinishedError, OSError):
            return PlainTextResponse(UNREADABLE, 409)
        except Exception:  # whatever cannot be worked out, the rest of the debrief is there
            _log.exception("An afterthought at table %s came to nothing", hosted.name)
            return PlainTextResponse(FAULT, 500)
        if not hosted.is_revealed:  # it was shut again meanwhile
            return PlainTextResponse(SHUT, 403)
        return Response(found, media_type="application/json")

    async def _found(self, hosted: Hosted, question: Question) -> str:
        version = hosted.epoch, hosted.table.mark
        journal = self._hub.room.folder / hosted.record.file
        task = partial(answer, journal, version, hosted.table.roster, question)
        what = version, repr(question)
        return await self._workshop.work(hosted.name, what, task, is_slow=isinstance(question, SLOW))
