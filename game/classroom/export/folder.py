"""The folder of a class, read to be exported: its journals, and the names of its people."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.classroom.export.exported import Exported, ExportError
from game.classroom.export.learning import Learner, learners
from game.classroom.learning import book
from game.classroom.people import Person
from game.classroom.register import NAME, TableRecord, Thing, look_up
from game.record import JournalError, read
from game.record.writing import ENDING


@dataclass(frozen=True, slots=True)
class ClassFolder:
    """What was found. `problems` says in a sentence each what had to be left out."""

    tables: tuple[Exported, ...]
    people: tuple[str, ...]
    learners: tuple[Learner, ...]
    problems: tuple[str, ...]


def read_folder(folder: Path) -> ClassFolder:
    """Read a class from its folder, also while it goes on; ExportError if there is no game in it.

    The class's book says which tables there are; without one, every journal is a table.
    """
    try:
        if not folder.is_dir():
            raise ExportError(f"There is no folder {folder}; name the one that the class was hosted in.")
        files = sorted(path for path in folder.glob(f"*{ENDING}") if path.name not in (NAME, book.NAME))
    except OSError as error:
        raise ExportError(f"{folder} cannot be read: {error.strerror}.") from None
    problems: list[str] = []
    things = _book(folder, problems)
    named = dict(_named(things)) or {path.name: _name_of(path) for path in files}
    tables = []
    for file, name in named.items():
        try:
            tables.append(Exported(name, read(folder / file)))
        except JournalError as error:
            problems.append(f"Table {name} is left out: {error.sentence}")
    if not tables:
        raise ExportError(problems[0] if problems else f"There is no journal of a game in {folder}.")
    people = {thing.id: thing.name for thing in things if isinstance(thing, Person)}
    answered = learners(people, _answers(folder, problems))
    told = tuple(problem.replace(f"{folder}{os.sep}", "") for problem in problems)
    return ClassFolder(tuple(tables), tuple(people.values()), answered, told)


def _answers(folder: Path, problems: list[str]) -> tuple[book.Given, ...]:
    """Read what was answered to the questions before and after, if any were."""
    try:
        return book.look_up(folder)
    except JournalError as error:
        problems.append(f"The answers to the questions are left out: {error.sentence}")
        return ()


def _book(folder: Path, problems: list[str]) -> tuple[Thing, ...]:
    """Read the book of the class, if there is one that can be read."""
    if not (folder / NAME).exists():
        return ()
    try:
        return look_up(folder)
    except JournalError as error:
        problems.append(f"{error.sentence} Tables are named after their files.")
        return ()


def _named(things: tuple[Thing, ...]) -> Iterator[tuple[str, str]]:
    """Name the tables of a book by their files."""
    for thing in things:
        if isinstance(thing, TableRecord):
            yield Path(thing.file).name, thing.name


def _name_of(path: Path) -> str:
    """Name a table after its file: `table-07.jsonl` is table 7."""
    number = path.stem.removeprefix("table-")
    return str(int(number)) if number.isdecimal() else path.stem
