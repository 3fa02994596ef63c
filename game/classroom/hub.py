"""Answer messages and tell everybody what changed: the class on the wire, without a socket.

WIRE.md describes the messages. What a client hears depends on what it said hello as: a person with a page or a window,
a screen, or the console.
"""

import logging
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Mapping
from typing import assert_never

from game.classroom import limits
from game.classroom import messages as said
from game.classroom.acts import act_from
from game.classroom.broadcast import Broadcast
from game.classroom.classroom import ClassProblem, Classroom
from game.classroom.clients import Client, Clients, Wire, written
from game.classroom.codes import is_same
from game.classroom.console import perform
from game.classroom.hosted import Hosted
from game.classroom.learning.asking import keep_answers, question_sheet
from game.classroom.people import Person
from game.classroom.sheets import PLACES, sheet, weigh
from game.classroom.windows import opened_message
from game.record import CodecError, JournalError, command_from
from game.record.codec import to_json
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal

CONSOLE = "console"
"""Whom answers to the instructor are kept for."""
REMEMBERED = 48
"""Answers kept for each person, in case a message comes again."""
ARRIVALS = 300
"""Joinings kept, in case one comes again because its answer was lost."""
SECRET_ID = 20
"""Letters from which on nobody guesses the id of a message."""
TOO_MUCH = "That is more than the host can take from one device; wait a moment."
FAULT = "Something went wrong at the host, and it could not do this; call your instructor."
STOPPED = "Something went wrong at the host. The game waits, and tries again by itself."
_log = logging.getLogger(__name__)


class Hub:
    """The class as connections see it. Nothing in here waits."""

    def __init__(self, room: Classroom, seed: Callable[[], int], addresses: tuple[str, ...] = ()) -> None:
        """Serve a class; `seed` draws one for a new table, `addresses` is where people find the host."""
        self.room = room
        self.clients = Clients()
        self._seed = seed
        self._out = Broadcast(room, self.clients, addresses)
        self._guesses: defaultdict[str, limits.Bucket] = defaultdict(limits.wrong_codes)
        self._newcomers: defaultdict[str, limits.Bucket] = defaultdict(limits.newcomers)
        self._answers: defaultdict[str, OrderedDict[str, str]] = defaultdict(OrderedDict)
        self._arrivals: OrderedDict[str, str] = OrderedDict()

    # Connections

    def connect(self, wire: Wire, address: str) -> Client:
        """Take in a connection; `address` is what limits go by."""
        client = Client(wire, address)
        self.clients.add(client)
        return client

    def disconnect(self, client: Client) -> None:
        """Note that a connection is gone; its person keeps seat and token."""
        self._drop(client)
        if client.is_person or client.part == "console":
            self._out.mark_places()

    def _drop(self, client: Client) -> None:
        self.clients.drop(client)
        self._out.forget(client)

    def tick(self) -> None:
        """Let time go by at all tables, and send what has changed for screens, doorway and console."""
        now = self.room.clock.steady()
        for hosted in self.room.tables.values():
            was = hosted.trouble
            try:
                if hosted.tick(now):
                    self._out.moved(hosted)
            except Exception:  # a fault at one table must not stop the clocks of the others
                _log.exception("Table %s stopped", hosted.name)
                hosted.trouble = STOPPED
            if hosted.trouble != was:
                self._out.placed_at(hosted.name)
        self._out.flush(now)

    # Messages

    def receive(self, client: Client, frame: str | bytes) -> None:
        """Answer one frame, whatever it holds."""
        if not client.messages.take(self.room.clock.steady()):
            client.send({"type": "problem", "sentence": TOO_MUCH})
            return
        try:
            message = said.message_from(frame)
        except said.MessageError as error:
            _refuse(client, error.id, "unreadable", error.sentence)
            return
        id = getattr(message, "id", "")
        try:
            self._answer(client, message)
        except ClassProblem as problem:
            _refuse(client, id, "not_possible", problem.sentence)
        except JournalError as error:
            _refuse(client, id, "not_saved", error.sentence)
        except Exception:  # a page whose line ended would come back and ask the same again, without end
            _log.exception("The class went on after this")
            _refuse(client, id, "fault", FAULT)

    def _answer(self, client: Client, message: said.Message) -> None:
        match message:
            case said.Ping():
                client.send({"type": "pong"})
            case said.Join() | said.Hello() if client.part != "stranger":
                raise ClassProblem("You are in already.")
            case said.Join():
                self._join(client, message)
            case said.Hello():
                self._hello(client, message)
            case said.Ask(id, fields):
                self._act(client, id, fields)
            case _:
                one = self._person_of(client)
                self._answer_person(client, one, message)

    def _person_of(self, client: Client) -> Person:
        if not client.is_person:
            raise ClassProblem("Say first who you are.")
        return self.room.person(client.person)

    def _answer_person(self, client: Client, one: Person, message: said.OfPerson) -> None:
        is_bounded = not isinstance(message, said.AskSheet | said.Give)  # a command that comes again is answered first
        if is_bounded and not client.commands.take(self.room.clock.steady()):
            raise ClassProblem(TOO_MUCH)
        match message:
            case said.TakeSeat(id, table, seat):
                self._take_seat(client, one, id, table, seat)
            case said.Ready(id):
                self.room.mark_ready(one)
                _accept(client, id)
                self._out.placed(one.id)
            case said.Give():
                self._give(client, one, message)
            case said.AskSheet(id, place):
                self._sheet(client, one, id, place)
            case said.Weigh(id, draft):
                self._weigh(client, one, id, draft)
            case said.Help(id, on):
                self.room.call(one, on=on)
                _accept(client, id)
                self._out.placed(one.id)
            case said.AskOpened(id):
                self._opened(client, one, id)
            case said.AskQuestions(id):
                client.send({"type": "questions", "id": id, "sheet": question_sheet(self.room, one)})
            case said.GiveAnswers(id, time, chosen):
                keep_answers(self.room, one, time, chosen)
                _accept(client, id)
                self._out.placed(one.id)
            case _:
                assert_never(message)

    # Coming in

    def _join(self, client: Client, message: said.Join) -> None:
        """Let somebody in once: a joining that comes again, by an id that nobody else has, leads to the same person."""
        token = self._arrivals.get(message.id, "")
        one = self.room.known(token)
        if one is None:
            one, token = self._arrive(client, message)
        client.send({"type": "joined", "id": message.id, "token": token})
        self._welcome(client, one, message.client)

    def _arrive(self, client: Client, message: said.Join) -> tuple[Person, str]:
        now, guesses = self.room.clock.steady(), self._guesses[client.address]
        if 0 <= guesses.level < 1 and not guesses.take(now):
            raise ClassProblem("Too many wrong tries from this device; wait a minute.")
        if not self._newcomers[client.address].take(now):
            raise ClassProblem("Too many people have joined from this device just now; wait a minute.")
        try:
            one, token = self.room.join(message.code, message.name)
        except ClassProblem:
            guesses.take(now)
            raise
        if len(message.id) >= SECRET_ID:
            self._arrivals[message.id] = token
            while len(self._arrivals) > ARRIVALS:
                self._arrivals.popitem(last=False)
        return one, token

    def _hello(self, client: Client, message: said.Hello) -> None:
        """Let somebody come back; wrong tokens and keys need no bound, for nobody guesses one."""
        if message.screen is not None:
            return self._show(client, message.screen, message.table or "")
        if message.key is not None:
            if not is_same(message.key, self.room.settings.key):
                raise ClassProblem("That is not the key of the console; it stands in the window where the host runs.")
            client.part = "console"
            self._out.console(client)
        elif (one := self.room.known(message.token or "")) is not None:
            self._welcome(client, one, message.client)
        else:
            client.send({"type": "gone", "sentence": "You are not in this class any more; join by its code."})
        return None

    def _show(self, client: Client, screen: str, table: str) -> None:
        if screen == "projector":
            self.room.table(table)
            client.part, client.table = "projector", table
        else:
            client.part = "wall"
        self._out.screen(client)

    def _welcome(self, client: Client, one: Person, part: str) -> None:
        """Let a person's connection in; an older one of theirs is told and ends."""
        before = self.clients.know(client, one, "window" if part == "window" else "page")
        if before is not None:
            before.send({"type": "taken_over"})
            before.wire.close("another tab or window has taken over")
            self._drop(before)
            before.person = ""
        self._out.welcome(client, one)

    # What people do

    def _take_seat(self, client: Client, one: Person, id: str, table: str, seat: str | None) -> None:
        self.room.take_seat(one, table, AgencyId(seat) if seat is not None else None)
        _accept(client, id)
        self._out.placed(one.id)

    def _give(self, client: Client, one: Person, message: said.Give) -> None:
        """Play a command once: one that comes again gets its first answer."""
        if self._has_answered(client, one.id, message.id):
            return
        if not client.commands.take(self.room.clock.steady()):
            raise ClassProblem(TOO_MUCH)
        hosted, seat = self._seat_of(one)
        was = hosted.trouble
        refusal = self._play(hosted, seat, message, f"{one.id}/{message.id}")
        mark = hosted.table.mark
        answer = written({"type": "answer", "id": message.id, "problem": _problem(refusal), "mark": mark})
        self._give_answer(client, one.id, message.id, answer)
        if refusal is None:
            self._out.moved(hosted)
        if hosted.trouble != was:
            self._out.placed_at(hosted.name)

    def _has_answered(self, client: Client, whom: str, id: str) -> bool:
        """Say whether this has been answered before, and answer it the same."""
        known = self._answers[whom].get(id)
        if known is not None:
            client.wire.send(known)
        return known is not None

    def _give_answer(self, client: Client, whom: str, id: str, answer: str) -> None:
        """Answer, and keep the answer for when the same comes again."""
        known = self._answers[whom]
        known[id] = answer
        while len(known) > REMEMBERED:
            known.popitem(last=False)
        client.wire.send(answer)

    def _play(self, hosted: Hosted, seat: AgencyId, message: said.Give, tag: str) -> Refusal | None:
        try:
            command = command_from(to_json({**message.command, "seat": seat}))
        except CodecError as error:
            return Refusal("unreadable", f"That command cannot be used: {error}.")
        return hosted.receive(seat, command, message.moment, tag).refusal

    def _seat_of(self, one: Person) -> tuple[Hosted, AgencyId]:
        if not one.table or one.seat is None:
            raise ClassProblem("You have no seat; take one first.")
        return self.room.table(one.table), one.seat

    def _sheet(self, client: Client, one: Person, id: str, place: str) -> None:
        if not one.table:
            raise ClassProblem("You are at no table yet.")
        hosted = self.room.table(one.table)
        if place not in (*PLACES, "public"):
            raise ClassProblem(f"There is no such place; there are {', '.join(PLACES)} and public.")
        found: Mapping[str, object]
        if one.seat is None or place == "public":
            found = self._out.public(hosted)
        else:
            found = sheet(hosted.table, one.seat, place, is_revealed=hosted.is_revealed)
        head = {"type": "sheet", "id": id, "place": place, "mark": hosted.table.mark, "moment": hosted.moment}
        client.send({**head, "sheet": found})

    def _weigh(self, client: Client, one: Person, id: str, draft: Mapping[str, object]) -> None:
        hosted, seat = self._seat_of(one)
        client.send({"type": "weighed", "id": id, "draft": weigh(hosted.table, seat, draft)})

    def _opened(self, client: Client, one: Person, id: str) -> None:
        hosted = self.room.table(one.table) if one.table else None
        if hosted is None or not hosted.is_revealed:
            raise ClassProblem("Your instructor opens what was hidden.")
        client.wire.send(opened_message(id, hosted.table))

    # What the instructor does

    def _act(self, client: Client, id: str, fields: dict[str, object]) -> None:
        if client.part != "console":
            raise ClassProblem("Only the console can do that.")
        if self._has_answered(client, CONSOLE, id):
            return
        before = {name: hosted.epoch for name, hosted in self.room.tables.items()}
        marks = {name: hosted.table.mark for name, hosted in self.room.tables.items()}
        gone = {one.id for one in self.room.people}
        words = perform(self.room, act_from(fields), self._seed)
        answer = written({"type": "answer", "id": id, "problem": None, "words": words})
        self._give_answer(client, CONSOLE, id, answer)
        for name, hosted in self.room.tables.items():
            if hosted.epoch != before.get(name) or hosted.table.mark != marks.get(name):
                self._out.moved(hosted)
        self._see_out(gone - {one.id for one in self.room.people})
        self._out.placed_all()

    def _see_out(self, people: set[str]) -> None:
        """Tell those who were removed, and end their connections."""
        for id in people:
            if (client := self.clients.of(id)) is not None:
                client.send({"type": "gone", "sentence": "The instructor has taken you off the list of this class."})
                client.wire.close("removed")
                self._drop(client)
                client.person = ""


def _accept(client: Client, id: str) -> None:
    client.send({"type": "answer", "id": id, "problem": None})


def _refuse(client: Client, id: str, code: str, sentence: str) -> None:
    if id:
        client.send({"type": "answer", "id": id, "problem": {"code": code, "sentence": sentence}})
    else:
        client.send({"type": "problem", "sentence": sentence})


def _problem(refusal: Refusal | None) -> dict[str, str] | None:
    return None if refusal is None else {"code": refusal.code, "sentence": refusal.sentence}
