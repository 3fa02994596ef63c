"""A class: its tables, its people, where each sits, and what the instructor has set. No network in here.

Whatever changes is written down before it counts: the games in their journals, the rest in the register.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from game.classroom.clock import Clock
from game.classroom.codes import clean_line, clean_name, digest, fresh_code, fresh_token, is_code
from game.classroom.hosted import COMPUTER_SECONDS, Hosted
from game.classroom.learning.book import Book
from game.classroom.notices import LONGEST_NOTICE, meanwhile
from game.classroom.people import Person, free_name
from game.classroom.register import Clocks, Notice, Register, Settings, TableRecord
from game.record import Holder, JournalError, Roster, Undone, person, read
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.session import Table, dealt, open_table, resume, written

MOST_PEOPLE = 2000
MOST_TABLES = 200
REMEMBERED = 40
"""Acts of the instructor."""


class ClassProblem(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """Carry one sentence that says why something cannot be, and what can."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Done:
    """Something the instructor did, and when by the clock on the wall."""

    words: str
    at: str


class Classroom:
    """All of a class; `news` collects whom something changed for, until somebody passes it on."""

    def __init__(self, folder: Path, register: Register, learning: Book, clock: Clock, *, pause: float) -> None:
        """Take over open books; `pause` lies between two moves of computers, in seconds."""
        self.folder = folder
        self.clock = clock
        self.tables: dict[str, Hosted] = {}
        self.calls = {one.id: clock.steady() for one in register.people.values() if one.calls}
        """People who call the instructor, and since when, by the steady clock."""
        self.log: deque[Done] = deque(maxlen=REMEMBERED)
        """What the instructor did last, the oldest first."""
        self.notices = tuple(filter(None, (register.notice, learning.notice, learning.problem)))
        """What is worth telling the instructor about taking the class up again."""
        self.learning = learning
        """What was answered to the questions before and after."""
        self._register = register
        self._pause = pause
        self._tokens = {one.digest: one.id for one in register.people.values()}
        self._bell: float | None = None
        self._ring()

    # Beginning and taking up again

    @classmethod
    def open(
        cls,
        folder: Path,
        cases: Sequence[tuple[Case, str]],
        key: str,
        seeds: Callable[[], int],
        *,
        title: str = "",
        clock: Clock | None = None,
        pause: float = COMPUTER_SECONDS,
    ) -> Self:
        """Begin a class with a table for each case (and its source); JournalError if the folder cannot take it."""
        learning = Book.begin(folder)
        register = Register.begin(folder, Settings(fresh_code(), digest(key), title or cases[0][0].title))
        room = cls(folder, register, learning, clock or Clock(), pause=pause)
        for case, source in cases:
            room.add_table(case, seeds(), source)
        return room

    @classmethod
    def take_up(cls, folder: Path, key: str, *, clock: Clock | None = None, pause: float = COMPUTER_SECONDS) -> Self:
        """Take a class up again as it was left, with a new key; JournalError if it cannot be."""
        register = Register.take_up(folder)
        room = cls(folder, register, Book.take_up(folder), clock or Clock(), pause=pause)
        register.note(replace(register.settings, key=digest(key)))
        for record in register.tables.values():
            room._resume(record)
        return room

    def add_table(self, case: Case, seed: int, source: str = "") -> Hosted:
        """Open one more table, played by computers until people come; ClassProblem if there are too many."""
        if len(self.tables) >= MOST_TABLES:
            raise ClassProblem(f"A class has {MOST_TABLES} tables at most.")
        name = str(len(self._register.tables) + 1)
        file = f"table-{int(name):02}.jsonl"
        spare = dealt(case, written(case), seed)
        table = open_table(case, spare, seed, journal=self.folder / file, source=source, is_spoken=True)
        record = TableRecord(name, file)
        self._register.note(record)
        return self._host(record, case, table, spare)

    def _resume(self, record: TableRecord) -> None:
        """Take a table up again; one whose journal is damaged stays away, the others go on."""
        path = self.folder / record.file
        try:
            journal = read(path)
            table = resume(path, is_spoken=True)
        except JournalError as error:
            self.notices = (*self.notices, f"Table {record.name} cannot go on: {error.sentence}")
            return
        head = journal.header
        spare = dealt(head.case, written(head.case), head.seed)
        chosen = {seat: holder for seat, holder in table.roster.items() if holder.is_computer}
        hosted = self._host(record, head.case, table, {**spare, **chosen})
        hosted.epoch = sum(isinstance(line, Undone) for line in journal.lines)
        self.notices = (*self.notices, *(f"Table {record.name}: {notice}" for notice in table.notices))
        self._set_clock(hosted)
        for seat in table.seats:
            self._reseat(hosted, seat)

    def _set_clock(self, hosted: Hosted) -> None:
        """Give a phase the time that it had left; one that has begun since that was written down has all of its own."""
        now, clocks = self.clock.steady(), self._register.clocks
        left = clocks.left.get(hosted.name)
        if left is None:
            return
        hosted.table.tick(now)
        if hosted.timed == clocks.moments.get(hosted.name):
            hosted.table.set_left(left, now)

    def _host(self, record: TableRecord, case: Case, table: Table, spare: Roster) -> Hosted:
        hosted = Hosted(record, case, table, spare, pause=self._pause)
        self.tables[record.name] = hosted
        hosted.keep_to(self.settings.minutes)
        return hosted

    def close(self) -> None:
        """Let go of all files; everything is in them."""
        for hosted in self.tables.values():
            hosted.table.close()
        self._register.close()
        self.learning.close()

    # What holds for all

    @property
    def settings(self) -> Settings:
        """Return what holds for the whole class."""
        return self._register.settings

    def change_settings(self, settings: Settings) -> None:
        """Change what holds for the whole class."""
        self._register.note(settings)
        self._ring()
        for hosted in self.tables.values():
            hosted.keep_to(settings.minutes)

    def change_table(self, hosted: Hosted, record: TableRecord) -> None:
        """Change what is set about a table."""
        self._register.note(record)
        hosted.record = record
        hosted.keep_to(self.settings.minutes)

    def _ring(self) -> None:
        """Fix the bell on the steady clock, so that nothing moves when somebody sets the one on the wall."""
        bell = self.settings.bell
        self._bell = None if bell is None else self.clock.steady() + bell - self.clock.wall()

    @property
    def bell(self) -> float | None:
        """Say when the bell rings, by the steady clock; None if none is set."""
        return self._bell

    def table(self, name: str) -> Hosted:
        """Find a table; ClassProblem if there is none of that name."""
        if name not in self.tables:
            raise ClassProblem(f"There is no table {name[:8]}; the tables are {', '.join(self.tables)}.")
        return self.tables[name]

    # People

    @property
    def people(self) -> tuple[Person, ...]:
        """Return everybody who is in, in the order in which they came."""
        return tuple(one for one in self._register.people.values() if not one.is_removed)

    def person(self, id: str) -> Person:
        """Find somebody; ClassProblem if there is nobody of that number."""
        found = self._register.people.get(id)
        if found is None or found.is_removed:
            raise ClassProblem("There is nobody of that number in the class any more.")
        return found

    def known(self, token: str) -> Person | None:
        """Find whom a token belongs to; None if to nobody who is still in."""
        found = self._register.people.get(self._tokens.get(digest(token), ""))
        return found if found is not None and not found.is_removed else None

    def join(self, code: str, name: str) -> tuple[Person, str]:
        """Let somebody in by the code; return the token with which they come back. ClassProblem if not."""
        if not is_code(code, self.settings.code):
            raise ClassProblem("That is not the code of this class; it is on the projector.")
        cleaned = clean_name(name)
        if not cleaned:
            raise ClassProblem("Write the name that the others know you by.")
        if len(self._register.people) >= MOST_PEOPLE:
            raise ClassProblem("The class is full; ask your instructor.")
        taken = {one.name.casefold() for one in self.people}
        token = fresh_token()
        one = Person(f"p{len(self._register.people) + 1}", free_name(cleaned, taken), digest(token))
        self._register.note(one)
        self._tokens[one.digest] = one.id
        return one, token

    def call(self, one: Person, *, on: bool) -> None:
        """Note that somebody calls the instructor, or no longer does."""
        if one.calls == on:
            return
        self._register.note(replace(one, calls=on))
        if on:
            self.calls[one.id] = self.clock.steady()
        else:
            del self.calls[one.id]

    def sitting(self, table: str, seat: AgencyId | None) -> tuple[Person, ...]:
        """Name the people on a seat of a table; None: its observers."""
        return tuple(one for one in self.people if one.table == table and one.seat == seat)

    def take_seat(self, one: Person, table: str, seat: AgencyId | None, *, by_instructor: bool = False) -> None:
        """Seat somebody at a table, or (seat None) let them watch it; ClassProblem if the seat is not to be had."""
        hosted = self.table(table)
        if seat is not None:
            self._check_seat(one, hosted, seat, by_instructor=by_instructor)
        if (one.table, one.seat) != (table, seat):
            self._register.note(replace(one, table=table, seat=seat, is_ready=False))
            self._leave(one)
        if seat is not None:
            self._end_stand_in(hosted, seat)

    def _check_seat(self, one: Person, hosted: Hosted, seat: AgencyId, *, by_instructor: bool) -> None:
        scene = hosted.table.scene
        if not scene.has_agency(seat):
            raise ClassProblem(f"There is no such seat at table {hosted.name}.")
        if hosted.table.is_closed:
            raise ClassProblem(f"Table {hosted.name} has finished; you can watch its debrief.")
        others = [other for other in self.sitting(hosted.name, seat) if other.id != one.id]
        if others and not by_instructor and not self.settings.shares_seats:
            names = " and ".join(other.name for other in others)
            raise ClassProblem(f"{names} already plays {scene.face(seat).name}; choose another seat.")

    def remove(self, one: Person) -> None:
        """Let somebody go; their token is worth nothing any more."""
        self._register.note(replace(one, table="", seat=None, calls=False, is_removed=True))
        self._tokens.pop(one.digest, None)
        self.calls.pop(one.id, None)
        self._leave(one)

    def stand_up(self, one: Person) -> None:
        """Send somebody back to the doorway."""
        self._register.note(replace(one, table="", seat=None, is_ready=False))
        self._leave(one)

    def mark_ready(self, one: Person) -> None:
        """Note that somebody has read the role sheet."""
        if not one.is_ready:
            self._register.note(replace(one, is_ready=True))

    def _leave(self, one: Person) -> None:
        """See to the seat that somebody had, and to the one they now have."""
        now = self._register.people[one.id]
        for table, seat in ((one.table, one.seat), (now.table, now.seat)):
            if table in self.tables and seat is not None:
                self._reseat(self.tables[table], seat)

    # Seats

    def stand_in(self, hosted: Hosted, seat: AgencyId, holder: Holder | None = None) -> None:
        """Let a computer play for the people on a seat until it is handed back."""
        if holder is not None:
            hosted.spare = {**hosted.spare, seat: holder}
        if self.sitting(hosted.name, seat):
            self.change_table(hosted, hosted.with_stand_in(seat, hosted.table.mark))
        self._reseat(hosted, seat)

    def _end_stand_in(self, hosted: Hosted, seat: AgencyId) -> None:
        """Hand a seat back to its people, and tell them what the computer did meanwhile."""
        since = hosted.record.stood_in.get(seat)
        if since is not None:
            self.change_table(hosted, hosted.with_stand_in(seat, None))
            did = [one.text for one in hosted.table.sentences(seat, since) if one.about == seat or not one.is_secondary]
            for one in self.sitting(hosted.name, seat):
                self.tell(meanwhile(did), person_id=one.id)
        self._reseat(hosted, seat)

    def _reseat(self, hosted: Hosted, seat: AgencyId) -> None:
        """Give a seat to the people on it, or to the computer that plays it otherwise."""
        names = [one.name for one in self.sitting(hosted.name, seat)]
        is_theirs = names and seat not in hosted.record.stood_in
        holder = person(" and ".join(names)) if is_theirs else hosted.spare[seat]
        if hosted.table.is_closed or hosted.table.roster[seat] == holder:
            return
        if refusal := hosted.table.hand_over(seat, holder):
            raise ClassProblem(refusal.sentence)

    # Words of the instructor

    def tell(self, words: str, *, table: str = "", person_id: str = "") -> Notice:
        """Say something to a person, a table, or (neither named) to all; ClassProblem if there is nothing to say."""
        cleaned = clean_line(words, LONGEST_NOTICE)
        if not cleaned:
            raise ClassProblem("Write what you want to say.")
        notice = Notice(cleaned, self.clock.hour(), person_id, table)
        self._register.note(notice)
        return notice

    def told(self, one: Person) -> Iterator[Notice]:
        """List what the instructor has said to somebody, the oldest first."""
        for notice in self._register.notices:
            if notice.person in ("", one.id) and notice.table in ("", one.table):
                yield notice

    # Time

    def keep_clocks(self) -> None:
        """Write down how much time each phase has left, so that a power cut takes none away."""
        now = self.clock.steady()
        lefts = ((name, hosted.left(now)) for name, hosted in self.tables.items())
        left = {name: round(left, 1) for name, left in lefts if left is not None}
        clocks = Clocks(left, {name: self.tables[name].timed for name in left})
        if clocks != self._register.clocks:
            self._register.note(clocks)
