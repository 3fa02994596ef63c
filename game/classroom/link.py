"""The desktop client's way to the host: a thread of its own that keeps the connection, and what the window asks of it.

The thread alone hears and speaks. The window sees what it heard only when it says `take_in`, so that nothing changes
under its hands; `on_change` is called from the thread whenever there is something to take in.
"""

import asyncio
import contextlib
import random
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass, replace
from itertools import count
from secrets import token_hex
from time import monotonic

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from game.classroom.correspondence import LOST, Asked, Correspondence
from game.classroom.remote import RemoteTable, Seen
from game.classroom.tokens import Tokens
from game.classroom.unreached import (
    NO_QUESTIONS_YET,
    NOBODY_THERE,
    NOT_ANSWERED,
    NOT_CONNECTED,
    STILL_ASKED,
    UNLIKE_A_HOST,
)
from game.classroom.views import WireError
from game.record.codec import plain
from game.rules.commands import Command
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.session.attendance import Clock, Contact, Standing
from game.session.questioning import QuestionSheet

PATIENCE = 5.0
"""Seconds that the window waits for an answer, and after which an unanswered message is sent again."""
LARGEST = 64 * 1024 * 1024
"""Bytes of a message of the host; the whole of a long game has a few million."""
FIRST_DELAY, LAST_DELAY = 0.5, 5.0
ALIVE_SECONDS = 5.0


def backoff(tries: int) -> float:
    """Say how many seconds to wait after so many vain tries: longer and longer, and not all at once."""
    return min(LAST_DELAY, FIRST_DELAY * 2.0 ** min(tries, 8)) * random.uniform(0.7, 1.0)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the thread has heard up to a moment."""

    standing: Standing
    seen: Seen | None = None


class Link:
    """Carry on the correspondence with a host, and show it as an `Attendance`."""

    def __init__(
        self,
        url: str,
        address: str,
        code: str,
        *,
        name: str = "",
        tokens: Tokens | None = None,
        on_change: Callable[[], None] = lambda: None,
        delay: Callable[[int], float] = backoff,
        patience: float = PATIENCE,
    ) -> None:
        """Be ready to begin; `url` is the wire's, `address` what people call it."""
        self.address = address
        self.notices: list[str] = []
        self._url = url
        self._on_change, self._tokens = on_change, tokens or Tokens(address)
        self._delay, self._patience = delay, patience
        self._letters = Correspondence(code, name, self._tokens.find(code, name))
        self._lock = threading.Lock()
        self._heard = self._taken = Heard(self._letters.standing)
        self._table: RemoteTable | None = None
        self._last: Asked | None = None
        self._ids, self._mine = count(1), token_hex(4)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="link", daemon=True)
        self._socket: ClientConnection | None = None
        self._is_closing = False
        self._closing: asyncio.Future[None] | None = None
        self._again = asyncio.Event()
        self._clock_at = monotonic()

    def start(self) -> None:
        """Begin to seek the host."""
        self._thread.start()

    # What the window asks

    @property
    def standing(self) -> Standing:
        """Say where one stands, as of the last `take_in`."""
        return self._taken.standing

    @property
    def table(self) -> RemoteTable | None:
        """Give the game at one's seat; None without a seat."""
        return self._table

    @property
    def clock(self) -> Clock:
        """Say how much time is left now."""
        seen = self._taken.seen
        return seen.clock(monotonic()) if seen is not None else Clock()

    @property
    def code(self) -> str:
        """Name the code that was typed last."""
        return self._letters.code

    @property
    def has_news(self) -> bool:
        """Say whether something has arrived that was not taken in."""
        return self._heard is not self._taken

    def take_in(self) -> bool:
        """Let what has arrived since count."""
        if self._last is not None and self._last.answer.done():
            self._last = None
        with self._lock:
            heard, before = self._heard, self._taken
        if heard is before:
            return False
        self._taken, seen = heard, heard.seen
        if seen is None or heard.standing.contact is Contact.ENDED:
            self._table = None
        elif self._table is not None and self._table.is_of(seen):
            self._table.take_in(seen)
        else:
            self._table = RemoteTable(seen, self.give)
        return True

    def enter(self, name: str, code: str | None = None) -> None:
        """Go in by a name; what comes of it shows in `standing`."""
        code = self._letters.code if code is None else code
        self._in_thread(lambda: self._enter(name, code))

    def take_seat(self, table: str, seat: AgencyId) -> str:
        """Take a seat; the sentence that refuses it, or ""."""
        return _words(self._settle("seat", table=table, seat=seat))

    def be_ready(self) -> None:
        """Say that the role sheet has been read; there is nothing to wait for."""
        self._ask(self._new("ready"))

    def call(self, *, on: bool) -> str:
        """Call the instructor, or take the call back; the sentence that refuses it, or ""."""
        return _words(self._settle("help", on=on))

    def questions(self) -> QuestionSheet | str:
        """Ask for the short questions; a sentence if there are none to be had."""
        asked = Asked("questions", "questions", "")
        refusal = self._settle_for(asked)
        if refusal is NOT_ANSWERED:
            return NO_QUESTIONS_YET
        return refusal.sentence if refusal is not None else asked.sheet or NO_QUESTIONS_YET

    def give_answers(self, time: str, chosen: Mapping[str, int]) -> Refusal | None:
        """Hand in all answers of one time; those that find no answer in time go on being sent."""
        return self._settle("answers", time=time, chosen=dict(chosen))

    def give(self, command: Command, moment: str) -> Refusal | None:
        """Give a command, and wait for the answer; one that is not answered in time goes on being asked.

        The same command given again, before anybody could see that it was answered, is the same move.
        """
        last = self._last
        if last is not None and last.command != command:
            if not last.answer.done():
                return STILL_ASKED
            last = None
        if self._heard.standing.contact is not Contact.INSIDE:
            return NOT_CONNECTED if last is None else NOT_ANSWERED
        if last is None:
            words = {name: part for name, part in plain(command).items() if name != "seat"}
            last = self._last = self._ask(self._new("command"), command=words, moment=moment)
            last.command = command
        last.is_late = False
        refusal = self._answer_to(last)
        if refusal is not NOT_ANSWERED:
            self._last = None
        self.take_in()
        return refusal

    def close(self) -> None:
        """Leave; the host keeps the seat."""
        self._is_closing = True
        if self._thread.is_alive():
            self._in_thread(self._stop)
            self._thread.join(timeout=2.0)
        elif not self._loop.is_closed():
            self._loop.close()

    def _settle(self, kind: str, **fields: object) -> Refusal | None:
        return self._settle_for(self._new(kind), **fields)

    def _settle_for(self, asked: Asked, **fields: object) -> Refusal | None:
        """Ask, and wait for the answer."""
        if self._heard.standing.contact is not Contact.INSIDE:
            return NOT_CONNECTED
        refusal = self._answer_to(self._ask(asked, **fields))
        self.take_in()
        return refusal

    def _answer_to(self, asked: Asked) -> Refusal | None:
        """Wait for an answer; after the patience of a person it is late."""
        try:
            answer = asked.answer.result(timeout=self._patience)
        except TookTooLong:
            asked.is_late = True
            self._in_thread(self._publish)
            return NOT_ANSWERED
        except CancelledError:
            return NOT_CONNECTED
        return None if answer.problem is None else Refusal(answer.problem.code, answer.problem.sentence)

    def _new(self, kind: str) -> Asked:
        return Asked(f"{self._mine}-{next(self._ids)}", kind, "")

    def _ask(self, asked: Asked, **fields: object) -> Asked:
        self._in_thread(lambda: self._send([self._letters.ask(asked, **fields).frame]))
        return asked

    # The thread

    def _in_thread(self, act: Callable[[], object]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: the window is being left
            self._loop.call_soon_threadsafe(act)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._keep())
        finally:
            self._loop.close()

    async def _keep(self) -> None:
        """Connect, and connect again, until the window is left."""
        tries = 0
        while not self._is_closing:
            why = await self._carry()
            tries = 0 if self._letters.is_sound else tries + 1
            nobody = LOST if self._letters.is_known else NOBODY_THERE.format(address=self.address)
            self._letters.lost(why or nobody)
            self._publish()
            while not self._is_closing and self._letters.standing.contact is Contact.ENDED:
                await self._wait(None)
            if not self._is_closing:
                await self._wait(self._delay(tries))

    async def _wait(self, seconds: float | None) -> None:
        """Wait, but no longer than until the window asks for something."""
        self._again.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._again.wait(), seconds)

    async def _carry(self) -> str:
        """Hold one connection as long as it lasts; say in a sentence why it ended, where there is more to say."""
        try:
            async with connect(
                self._url, max_size=LARGEST, proxy=None, open_timeout=PATIENCE, close_timeout=1.0,
                ping_interval=ALIVE_SECONDS, ping_timeout=2 * ALIVE_SECONDS,
            ) as socket:  # fmt: skip
                self._socket = socket
                repeating = asyncio.ensure_future(self._repeat())
                try:
                    self._send(self._letters.connected())
                    self._publish()
                    async for frame in socket:
                        self._hear(frame)
                finally:
                    repeating.cancel()
                    self._socket = None
        except WireError as error:
            return error.sentence
        except ConnectionClosed:
            pass
        except (InvalidHandshake, InvalidMessage):
            return UNLIKE_A_HOST.format(address=self.address)
        except (OSError, TimeoutError, EOFError, UnicodeError):  # the last: a name that no computer can have
            pass
        return ""

    def _hear(self, frame: str | bytes) -> None:
        token = self._letters.token
        sight = self._letters.sight
        replies = self._letters.hear(frame)
        if self._letters.sight is not sight:
            self._clock_at = monotonic()
        self._publish()
        if self._letters.token != token:
            self._tokens.keep(self._letters.code, self._letters.name, self._letters.token)
        self._send(replies)

    def _publish(self) -> None:
        letters = self._letters
        seen = None if letters.sight is None else Seen(letters.sight, letters.revealed, self._clock_at)
        with self._lock:
            self._heard = Heard(replace(letters.standing, is_unanswered=letters.is_unanswered), seen)
        self._on_change()

    def _send(self, frames: list[str]) -> None:
        for frame in frames:
            if self._socket is not None:
                sending = asyncio.ensure_future(self._socket.send(frame))
                sending.add_done_callback(_swallow)

    async def _repeat(self) -> None:
        """Send again what the host has not answered."""
        while True:
            before = list(self._letters.unanswered())
            await asyncio.sleep(self._patience)
            left = {asked.id for asked in self._letters.unanswered()}
            self._send([asked.frame for asked in before if asked.id in left])

    def _enter(self, name: str, code: str) -> None:
        self._send(self._letters.enter(name, code, self._letters.token or self._tokens.find(code, name)))
        self._again.set()
        self._publish()

    def _stop(self) -> None:
        self._again.set()
        if self._socket is not None:
            self._closing = asyncio.ensure_future(self._socket.close())


def _words(refusal: Refusal | None) -> str:
    return "" if refusal is None else refusal.sentence


def _swallow(sending: asyncio.Future[None]) -> None:
    """Hear of a message that could not be sent: it is sent again once there is a connection."""
    if not sending.cancelled():
        sending.exception()
