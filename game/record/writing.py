"""Write a journal: each line is on the disk before anybody is told that the command was accepted."""

from pathlib import Path
from types import TracebackType
from typing import Self

from game.record.appending import Appender, sync_folder
from game.record.codec import CodecError
from game.record.journal import Header, Journal, Line
from game.record.lines import header_to_bytes, line_to_bytes
from game.record.lock import lock, unlock
from game.record.problem import JournalError
from game.record.reading import read

ENDING = ".jsonl"


class Writer:
    """Appends lines to one journal and holds its lock until closed."""

    def __init__(self, file: Appender) -> None:
        """Take over an open file."""
        self._file = file

    @property
    def path(self) -> Path:
        """Say where the journal is."""
        return self._file.path

    def append(self, line: Line) -> None:
        """Write one line and wait until it is safe; JournalError, and nothing written, if that fails."""
        try:
            raw = line_to_bytes(line)
        except CodecError as error:
            raise JournalError(f"The move cannot be saved: {error}.", self.path) from None
        self._file.append(raw)

    def begin(self, header: Header) -> None:
        """Write the first line; JournalError if that fails."""
        try:
            raw = header_to_bytes(header)
        except CodecError as error:
            raise JournalError(f"The game cannot be saved: {error}.", self.path) from None
        self._file.append(raw)

    def close(self) -> None:
        """Let go of the file; closing twice is no problem."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def start(path: Path, header: Header) -> Writer:
    """Begin a new journal; JournalError if the file exists or cannot be made."""
    file = Appender.create(path)
    writer = Writer(file)
    try:
        writer.begin(header)
    except JournalError:
        file.withdraw()
        raise
    sync_folder(path.parent)
    return writer


def start_in(folder: Path, header: Header) -> Writer:
    """Begin a new journal in a folder under the first free name: the case and a number."""
    taken = {path.name.lower() for path in folder.glob(f"*{ENDING}")} if folder.is_dir() else set()
    number = 1
    while True:
        path = folder / f"{header.case.id}-{number:03}{ENDING}"
        if path.name.lower() not in taken:
            try:
                return start(path, header)
            except JournalError:
                if not path.exists():
                    raise
        number += 1


def reopen(path: Path) -> tuple[Journal, Writer]:
    """Read a journal and open it for more lines; what was dropped from its end is cut off first."""
    read(path)
    held = lock(path)
    try:
        journal = read(path)
    except BaseException:
        unlock(held)
        raise
    return journal, Writer(Appender.take_up(path, journal.sound, held))
