"""The book of answers beside the class's own: one sealed line for each person and time, by the person's number alone.

It is a file of its own, made with the first answers, so that they can be thrown away without touching the class.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, Self

from pydantic import ConfigDict, TypeAdapter, ValidationError

from game.debrief.learning import Answers, AnswersError, Form, Time, checked
from game.debrief.learning.gain import Pair
from game.record import JournalError
from game.record.appending import Appender, sync_folder
from game.record.codec import STRICT, CodecError, first_problem, plain
from game.record.lines import opened, sealed
from game.record.lock import lock, unlock

NAME = "learning.jsonl"
NOT_KEPT = "The host could not keep your answers (its disk may be full). They are still on your page; try again."


@dataclass(frozen=True, slots=True)
class Given:
    """What a person of the class answered at a time; the number of a person is that of the class's book."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    person: str
    time: Time
    form: Form
    chosen: Mapping[str, int]

    @property
    def answers(self) -> Answers:
        """Give the answers without whose they are."""
        return Answers(self.form, self.chosen)


class Book:
    """The answers of a class, kept on the disk before they count. `problem` says why none can be kept."""

    def __init__(self, folder: Path, given: Iterable[Given] = (), file: Appender | None = None) -> None:
        """Take over what is known; without a file one is made with the first answers."""
        self._folder = folder
        self._file = file
        self._given = {(one.person, one.time): one for one in given}
        self.notice = ""
        self.problem = ""

    @classmethod
    def begin(cls, folder: Path) -> Self:
        """Begin the book of a new class; JournalError if answers of another one lie in its folder."""
        if (folder / NAME).exists():
            raise JournalError(f"{folder} holds answers of another class ({NAME}); name another folder.", folder / NAME)
        return cls(folder)

    @classmethod
    def take_up(cls, folder: Path) -> Self:
        """Open the book of a class again; one that cannot be used is left as it is, and the class goes on without."""
        path = folder / NAME
        if not path.exists():
            return cls(folder)
        try:
            held = lock(path)
            try:
                given, sound, notice = _read(path)
            except BaseException:
                unlock(held)
                raise
            book = cls(folder, given, Appender.take_up(path, sound, held))
        except JournalError as error:
            book = cls(folder)
            book.problem = f"The answers to the questions cannot be read, and none are asked: {error.sentence}"
            return book
        book.notice = notice
        return book

    def of(self, person: str, time: Time) -> Given | None:
        """Find what somebody answered; None if they have not."""
        return self._given.get((person, time))

    @property
    def given(self) -> tuple[Given, ...]:
        """List all that was answered."""
        return tuple(self._given.values())

    def note(self, given: Given) -> None:
        """Keep answers; JournalError, and nothing kept, if the disk does not take them."""
        try:
            if self._file is None:
                self._file = self._begun(_line_of(given))
            else:
                self._file.append(_line_of(given))
        except JournalError:
            raise JournalError(NOT_KEPT, self._folder / NAME) from None
        self._given[given.person, given.time] = given

    def _begun(self, line: bytes) -> Appender:
        """Make the file with its first line, or none."""
        file = Appender.create(self._folder / NAME)
        try:
            file.append(line)
        except JournalError:
            file.withdraw()
            raise
        sync_folder(self._folder)
        return file

    def close(self) -> None:
        """Let go of the file, if there is one."""
        if self._file is not None:
            self._file.close()


def look_up(folder: Path) -> tuple[Given, ...]:
    """Read all answers of a class, also while it goes on; JournalError if they cannot be used."""
    return tuple(_read(folder / NAME)[0]) if (folder / NAME).exists() else ()


def pairs(given: Iterable[Given]) -> tuple[Pair, ...]:
    """Put together the answers of everybody who answered both times."""
    before: dict[str, Answers] = {}
    after: dict[str, Answers] = {}
    for one in given:
        (before if one.time is Time.BEFORE else after)[one.person] = one.answers
    return tuple((answers, after[person]) for person, answers in before.items() if person in after)


def _line_of(given: Given) -> bytes:
    return sealed(plain(given))


def _read(path: Path) -> tuple[list[Given], int, str]:
    """Read all answers, how many bytes hold them, and a notice if a torn last line was dropped."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise JournalError(f"{path} cannot be read: {error.strerror}.", path) from None
    torn, found, sound = lines.pop(), list[Given](), 0
    for number, raw in enumerate(lines, start=1):
        try:
            found.append(_given_from(raw))
        except CodecError as error:
            raise JournalError(f"{path.name} is damaged in line {number} ({error}).", path) from None
        sound += len(raw) + 1
    return found, sound, f"The last line of {NAME} was not finished and has been left out." if torn else ""


def _given_from(raw: bytes) -> Given:
    try:
        given = _reader().validate_json(opened(raw))
        checked(given.form, given.chosen)
    except ValidationError as error:
        raise CodecError(first_problem(error)) from None
    except AnswersError as error:
        raise CodecError(error.sentence.rstrip(".")) from None
    return given


@cache
def _reader() -> TypeAdapter[Given]:
    return TypeAdapter(Given)
