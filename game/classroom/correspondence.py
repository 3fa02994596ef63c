"""What a window has asked of the host, and what it has heard: no network, no threads, one caller at a time."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from secrets import token_hex
from typing import assert_never

from game.classroom import heard
from game.classroom.codes import unlike_a_code
from game.classroom.revealing import Revealed, revealed_from
from game.classroom.views import Sight, WireError, begin, follow
from game.record.codec import to_json
from game.rules.commands import Command
from game.session.attendance import Contact, Standing
from game.session.questioning import QuestionSheet

LOST = "The connection to the host is lost. It is tried again by itself; nothing of yours is lost."
ELSEWHERE = (
    "Your seat was opened in another window or tab, and goes on there. If you come in here again, it ends there."
)
UNDONE = "Your instructor has taken back the last move; the game goes on from before it."


@dataclass(slots=True)
class Asked:
    """A message that wants an answer; the same frame goes out again until there is one."""

    id: str
    kind: str
    frame: str
    answer: Future[heard.Answer] = field(default_factory=Future)
    command: Command | None = None
    is_late: bool = False
    """Whether nobody waits for the answer any more."""
    sheet: QuestionSheet | None = None
    """The questions, if it asked for them."""


class Correspondence:
    """Hold what is known of the class, and what is still unanswered."""

    def __init__(self, code: str, name: str = "", token: str = "") -> None:
        """Be on the way to a class; a token from an earlier visit leads back to the same seat."""
        self.code = code
        self.name = name
        self.token = token
        self.standing = Standing(name=name)
        self.sight: Sight | None = None
        self.revealed: Revealed | None = None
        self.is_sound = False
        """Whether what came over this connection could be used."""
        self._is_token_proven = False
        self._arrival = token_hex(12)
        """The id by which the host knows a joining that comes again."""
        self._pending: dict[str, Asked] = {}
        self._held: tuple[Asked, heard.Answer] | None = None
        """A move that was accepted and is not seen yet."""
        self._notices: list[heard.Said] = []
        self._sought: tuple[object, object] | None = None
        """The place that was asked for and not reached yet."""
        self._unreadable: Sight | None = None
        """The game that cannot be opened, though it may be."""

    # A connection

    def connected(self) -> list[str]:
        """Give the frames with which a new connection begins; what was never answered comes again."""
        self.is_sound = False
        self._let_go()
        if self.token:
            hello = {"type": "hello", "token": self.token, "as": "window"}
            return [to_json(hello), *(asked.frame for asked in self._pending.values())]
        if not self.name:
            self.standing = replace(self.standing, contact=Contact.AT_THE_DOOR, trouble="")
            return []
        return [self._join()]

    @property
    def is_known(self) -> bool:
        """Say whether the host has let one in before."""
        return self._is_token_proven

    def lost(self, why: str) -> None:
        """Note that there is no connection, and why."""
        if self.standing.contact is not Contact.ENDED:
            self.standing = replace(self.standing, contact=Contact.SEEKING, trouble=why)

    def enter(self, name: str, code: str, token: str) -> list[str]:
        """Go in by a name and a code, or a token kept for them; give the frames to send if there is a connection."""
        self._pending.pop(self._arrival, None)
        if (name, code) != (self.name, self.code):
            self._arrival = token_hex(12)
        self.name, self.code, self.token = name, code, token
        if self.standing.contact is Contact.ENDED:
            self.standing = replace(self.standing, contact=Contact.SEEKING, trouble="")
            return []
        return [] if self.standing.contact is Contact.SEEKING else self.connected()

    def _join(self) -> str:
        asked = self.ask(Asked(self._arrival, "join", ""), code=self.code, name=self.name, **{"as": "window"})
        return asked.frame

    # Asking

    def ask(self, asked: Asked, **fields: object) -> Asked:
        """Word a message, and keep it until it is answered."""
        asked.frame = to_json({"type": asked.kind, "id": asked.id, **fields})
        self._pending[asked.id] = asked
        if asked.kind == "seat":
            self._sought = fields.get("table"), fields.get("seat")
        return asked

    def unanswered(self) -> Iterator[Asked]:
        """Go through what is still without an answer, the oldest first."""
        yield from tuple(self._pending.values())

    @property
    def is_unanswered(self) -> bool:
        """Say whether a move is longer without an answer than a person waits for it."""
        return any(asked.command is not None and asked.is_late for asked in self._pending.values())

    # Hearing

    def hear(self, frame: str | bytes) -> list[str]:
        """Take in what the host says; give what is to be sent in return. WireError if it cannot be used."""
        message = heard.heard_from(frame)
        match message:
            case None:
                return []
            case heard.OfTheGame(kind):
                return self._see(kind, frame)
            case heard.Where():
                return self._stand_at(message)
            case heard.Joined(_, id, token):
                self._pending.pop(id, None)
                self.token, self._is_token_proven = token, True
            case heard.Answer():
                self._take_answer(message)
            case heard.TellingOff(_, sentence):
                self._be_told_off(sentence)
            case heard.TakenOver():
                self._end(ELSEWHERE)
            case heard.Gone(_, sentence):
                return self._be_gone(sentence)
            case heard.Opened(_, id, journal):
                self._pending.pop(id, None)
                self._open(journal)
            case heard.Questions(_, id, sheet):
                self._take_questions(id, sheet)
            case _:
                assert_never(message)
        return []

    def _see(self, kind: str, frame: str | bytes) -> list[str]:
        if kind == "game":
            before, self.sight = self.sight, begin(frame)
            self.is_sound = True
            if before is not None and not self.sight.goes_on_from(before):
                self._note(UNDONE)
        elif self.sight is not None:
            self.sight = follow(self.sight, frame)
        elif self.standing.seat is not None:
            raise WireError("a step of a game that it has not told of")
        if self._held is not None and self.sight is not None and self.sight.mark >= (self._held[1].mark or 0):
            self._let_go()
        return self._ask_for_all()

    def _stand_at(self, where: heard.Where) -> list[str]:
        """Note where one stands; what was seen at another seat is put away."""
        self._is_token_proven = True
        self.is_sound = self.is_sound or where.seat is None
        if self.sight is not None and (self.sight.table, self.sight.view.seat) != (where.table, where.seat):
            self.sight = self.revealed = None
        said = tuple(one for one in where.notices if one not in self._notices)
        self._notices.extend(said)
        self.standing = Standing(
            contact=Contact.INSIDE,
            remark=self.standing.remark,
            name=where.person.name,
            title=where.room.title,
            table=where.table,
            seat=where.seat,
            is_begun=where.is_begun,
            is_closed=where.is_closed,
            is_revealed=where.is_revealed,
            is_paused=where.is_paused,
            is_ready=where.is_ready,
            is_stood_in=where.is_stood_in,
            is_help_called=where.help,
            stopped=where.trouble,
            questions=where.questions,
            beside=where.beside,
            tables=where.places(),
            said=(*self.standing.said, *(one.words for one in said), *self._moved(where)),
        )
        return self._ask_for_all()

    def _moved(self, where: heard.Where) -> tuple[str, ...]:
        """Say what the instructor has done about one's place; nothing of what one asked for."""
        before, now = self.standing, (where.table, where.seat)
        is_sought, is_new = now == self._sought, not before.title
        self._sought = None if is_sought else self._sought
        if is_sought or is_new or now == (before.table, before.seat):
            return ()
        if where.table is None:
            return ("Your instructor has asked you to choose a seat.",)
        if where.seat is None:
            return (f"Your instructor has asked you to watch table {where.table}.",)
        names = (one.name for table in where.tables for one in table.seats if one.seat == where.seat)
        return (f"Your instructor has given you this seat: {next(names, where.seat)}, table {where.table}.",)

    def _note(self, words: str) -> None:
        """Keep a sentence about what the instructor did, beside what they said."""
        self.standing = replace(self.standing, said=(*self.standing.said, words))

    def _ask_for_all(self) -> list[str]:
        """Ask for the whole game once it is open to all; put it away if it is shut again or the past was changed."""
        sight, standing = self.sight, self.standing
        if self.revealed is not None:
            is_same = sight is not None and self.revealed.pages == len(sight.pages)
            self.revealed = self.revealed if is_same and standing.is_revealed else None
        is_asked = "opened" in self._pending or self._unreadable is sight
        if sight is None or self.revealed is not None or not standing.is_revealed or is_asked:
            return []
        return [self.ask(Asked("opened", "opened", "")).frame]

    def _open(self, journal: tuple[str, ...]) -> None:
        """Take in the whole of a finished game; one that is damaged is told, and not asked for again."""
        try:
            self.revealed = revealed_from(journal)
        except WireError as error:
            self._unreadable = self.sight
            self.standing = replace(self.standing, remark=error.sentence)

    def _take_answer(self, answer: heard.Answer) -> None:
        asked = self._pending.pop(answer.id, None)
        if asked is None:
            return
        if asked.kind == "join" and answer.problem is not None:
            trouble = f"{answer.problem.sentence} {unlike_a_code(self.code)}".strip()
            self.standing = replace(self.standing, contact=Contact.AT_THE_DOOR, trouble=trouble)
        if asked.is_late and answer.problem is not None:
            self.standing = replace(self.standing, remark=answer.problem.sentence)
        if asked.kind == "seat" and answer.problem is not None:
            self._sought = None
        self._let_go()
        self._held = asked, answer
        if self.sight is None or answer.mark is None or self.sight.mark >= answer.mark:
            self._let_go()

    def _take_questions(self, id: str, sheet: QuestionSheet) -> None:
        """Give the questions to whoever waits for them."""
        asked = self._pending.pop(id, None)
        if asked is not None and not asked.answer.done():
            asked.sheet = sheet
            asked.answer.set_result(heard.Answer("answer", id, None))

    def _let_go(self) -> None:
        """Give an answer to whoever waits for it."""
        if self._held is not None and not self._held[0].answer.done():
            self._held[0].answer.set_result(self._held[1])
        self._held = None

    def _be_told_off(self, sentence: str) -> None:
        if self.standing.contact is Contact.INSIDE:
            self.standing = replace(self.standing, remark=sentence)
        else:
            self.standing = replace(self.standing, trouble=sentence)

    def _be_gone(self, sentence: str) -> list[str]:
        """Leave the class; a token kept from another class only means that one has to join."""
        was_inside, self.token = self._is_token_proven, ""
        self._is_token_proven = False
        if was_inside:
            self._end(sentence)
            return []
        self._drop_questions()
        return self.connected()

    def _end(self, sentence: str) -> None:
        self._drop_questions()
        self.sight = self.revealed = None
        self.standing = Standing(contact=Contact.ENDED, trouble=sentence, name=self.name, said=self.standing.said)

    def _drop_questions(self) -> None:
        self._let_go()
        for asked in self._pending.values():
            asked.answer.cancel()
        self._pending.clear()
