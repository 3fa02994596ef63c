"""The class's own book beside the journals: who joined, where each sits, what the instructor has set.

One sealed line for each thing that changed; the last one about a thing counts. A torn last line is dropped.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import ClassVar, Self

from pydantic import ConfigDict, TypeAdapter, ValidationError

from game.classroom.people import Person
from game.record import JournalError
from game.record.appending import Appender, sync_folder
from game.record.codec import STRICT, CodecError, first_problem, plain
from game.record.lines import opened, sealed
from game.record.lock import lock, unlock
from game.rules.ids import AgencyId

NAME = "class.jsonl"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for the whole class. `bell` is a moment by the wall clock, in seconds of the epoch."""

    code: str
    key: str
    """The digest of the console's key."""
    title: str
    minutes: int | None = None
    bell: float | None = None
    shares_seats: bool = False
    asks_questions: bool = False
    """Before and after; see `learning`."""


@dataclass(frozen=True, slots=True)
class TableRecord:
    """What the journal of a table does not say."""

    name: str
    file: str
    is_begun: bool = False
    is_paused: bool = False
    is_revealed: bool = False
    plan_seats: int = 0
    plan_rounds: int = 0
    """What the plan was made for when the table began; 0: what there is."""
    stood_in: Mapping[AgencyId, int] = field(default_factory=dict)
    """Seats whose people a computer stands in for, with the table's mark from when on."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the instructor said: to a person, to a table, or to all. `at` is the wall clock's hour and minute."""

    words: str
    at: str
    person: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Clocks:
    """The seconds that the clock of each table had left when it was last looked at, and which moment it ran for."""

    left: Mapping[str, float]
    moments: Mapping[str, str] = field(default_factory=dict)


Thing = Settings | Person | TableRecord | Notice | Clocks


class Register:
    """The book, open for writing; what it says is in `settings`, `people`, `tables` and `notices`."""

    def __init__(self, file: Appender, settings: Settings) -> None:
        """Take over an open book."""
        self._file = file
        self.settings = settings
        self.people: dict[str, Person] = {}
        self.tables: dict[str, TableRecord] = {}
        self.notices: list[Notice] = []
        self.clocks = Clocks({})
        self.notice = ""

    @classmethod
    def begin(cls, folder: Path, settings: Settings) -> Self:
        """Begin the book of a new class; JournalError if it cannot be."""
        register = cls(Appender.create(folder / NAME), settings)
        try:
            register.note(settings)
        except JournalError:
            register._file.withdraw()
            raise
        sync_folder(folder)
        return register

    @classmethod
    def take_up(cls, folder: Path) -> Self:
        """Open the book of a class again; JournalError, with one sentence, if it cannot be used."""
        path = folder / NAME
        held = lock(path)
        try:
            things, sound, notice = _read(path)
        except BaseException:
            unlock(held)
            raise
        first = things[0]
        if not isinstance(first, Settings):
            unlock(held)
            raise JournalError(f"{path} does not begin like the book of a class.", path)
        register = cls(Appender.take_up(path, sound, held), first)
        for thing in things:
            register._keep(thing)
        register.notice = notice
        return register

    def note(self, thing: Thing) -> None:
        """Write down how a thing is now, on the disk before it counts; JournalError, and nothing changed, if not."""
        self._file.append(_line_of(thing))
        self._keep(thing)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _keep(self, thing: Thing) -> None:
        match thing:
            case Settings():
                self.settings = thing
            case Person():
                self.people[thing.id] = thing
            case TableRecord():
                self.tables[thing.name] = thing
            case Notice():
                self.notices.append(thing)
            case Clocks():
                self.clocks = thing


def look_up(folder: Path) -> tuple[Thing, ...]:
    """Read all that the book of a class says, also while the class goes on; JournalError if it cannot be used."""
    return tuple(_read(folder / NAME)[0])


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: exactly one of these."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    settings: Settings | None = None
    person: Person | None = None
    table: TableRecord | None = None
    notice: Notice | None = None
    clocks: Clocks | None = None

    @property
    def thing(self) -> Thing | None:
        """Give what the line is about; None if it is not about one thing."""
        every = (self.settings, self.person, self.table, self.notice, self.clocks)
        found = [thing for thing in every if thing is not None]
        return found[0] if len(found) == 1 else None


def _line_of(thing: Thing) -> bytes:
    match thing:
        case Settings():
            return sealed({"settings": plain(thing)})
        case Person():
            return sealed({"person": plain(thing)})
        case TableRecord():
            return sealed({"table": plain(thing)})
        case Notice():
            return sealed({"notice": plain(thing)})
        case Clocks():
            return sealed({"clocks": plain(thing)})


def _read(path: Path) -> tuple[list[Thing], int, str]:
    """Read all things, how many bytes hold them, and a notice if a torn last line was dropped."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        raise JournalError(f"There is no class in {path.parent}: {NAME} is missing.", path) from None
    except OSError as error:
        raise JournalError(f"{path} cannot be read: {error.strerror}.", path) from None
    torn, things, sound = lines.pop(), list[Thing](), 0
    for number, raw in enumerate(lines, start=1):
        try:
            things.append(_thing_from(raw))
        except CodecError as error:
            raise JournalError(f"{path} is damaged in line {number} ({error}); the class cannot go on.", path) from None
        sound += len(raw) + 1
    if not things:
        raise JournalError(f"{path} is empty; no class was saved in it.", path)
    notice = f"The last line of {NAME} was not finished and has been left out." if torn else ""
    return things, sound, notice


def _thing_from(raw: bytes) -> Thing:
    try:
        thing = _reader().validate_json(opened(raw)).thing
    except ValidationError as error:
        raise CodecError(first_problem(error)) from None
    if thing is None:
        raise CodecError("it is about nothing, or about several things")
    return thing


@cache
def _reader() -> TypeAdapter[_Line]:
    return TypeAdapter(_Line)
