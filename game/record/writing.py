"""Write a journal: each line is on the disk before anybody is told that the command was accepted."""

import contextlib
import errno
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from game.record.codec import CodecError
from game.record.journal import Header, Journal, Line
from game.record.lines import header_to_bytes, line_to_bytes
from game.record.lock import lock, unlock
from game.record.problem import JournalError
from game.record.reading import read

ENDING = ".jsonl"


class Writer:
    """Appends lines to one journal and holds its lock until closed."""

    def __init__(self, path: Path, handle: int, sound: int, held: Path) -> None:
        self.path = path
        self._handle = handle
        self._sound = sound
        self._held = held
        self._is_broken = False

    def append(self, line: Line) -> None:
        """Write one line and wait until it is safe; JournalError, and nothing written, if that fails."""
        self._write(_encoded(line, self.path))

    def mend(self) -> None:
        """Cut off what was dropped from the end, and end the last line that counts."""
        try:
            os.ftruncate(self._handle, self._sound)
            os.lseek(self._handle, self._sound - 1, os.SEEK_SET)
            is_ended = os.read(self._handle, 1) == b"\n"
        except OSError as error:
            raise JournalError(_why(error, self.path), self.path) from None
        if not is_ended:
            self._write(b"\n")

    def begin(self, header: Header) -> None:
        """Write the first line; JournalError if that fails."""
        try:
            raw = header_to_bytes(header)
        except CodecError as error:
            raise JournalError(f"The game cannot be saved: {error}.", self.path) from None
        self._write(raw)

    def close(self) -> None:
        """Let go of the file; closing twice is no problem."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
            unlock(self._held)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _write(self, raw: bytes) -> None:
        if self._handle < 0:
            raise JournalError(f"{self.path.name} is closed; nothing more can be saved in it.", self.path)
        if self._is_broken:
            raise JournalError(
                f"{self.path.name} can no longer be written to; resume the game from the title.", self.path
            )
        try:
            left = memoryview(raw)
            while left:
                left = left[os.write(self._handle, left) :]
            os.fsync(self._handle)
        except OSError as error:
            self._step_back()
            raise JournalError(_why(error, self.path), self.path) from None
        self._sound += len(raw)

    def _step_back(self) -> None:
        """Cut off what a failed write left behind; if even that fails, write no more."""
        try:
            os.ftruncate(self._handle, self._sound)
            os.lseek(self._handle, self._sound, os.SEEK_SET)
            os.fsync(self._handle)
        except OSError:
            self._is_broken = True


def start(path: Path, header: Header) -> Writer:
    """Begin a new journal; JournalError if the file exists or cannot be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise JournalError(f"The folder {path.parent} cannot be made: {error.strerror}.", path) from None
    held = lock(path)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)
    except FileExistsError:
        unlock(held)
        raise JournalError(f"There is already a file {path}; give another name.", path) from None
    except OSError as error:
        unlock(held)
        raise JournalError(_why(error, path), path) from None
    writer = Writer(path, handle, 0, held)
    try:
        writer.begin(header)
    except JournalError:
        writer.close()
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    _sync_folder(path.parent)
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
        writer = Writer(path, os.open(path, os.O_RDWR | _BINARY), journal.sound, held)
    except OSError as error:
        unlock(held)
        raise JournalError(_why(error, path), path) from None
    except BaseException:
        unlock(held)
        raise
    try:
        writer.mend()
    except BaseException:
        writer.close()
        raise
    return journal, writer


_BINARY = getattr(os, "O_BINARY", 0)


def _encoded(line: Line, path: Path) -> bytes:
    try:
        return line_to_bytes(line)
    except CodecError as error:
        raise JournalError(f"The move cannot be saved: {error}.", path) from None


def _why(error: OSError, path: Path) -> str:
    """Say in one sentence why a write failed."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"The disk is full: the move was not saved in {path.name} and does not count; make room and try again."
    return f"{path.name} cannot be written: {error.strerror}; the move was not saved and does not count."


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name itself survives; not every system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
