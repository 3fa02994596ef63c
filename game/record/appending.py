"""Append to one file so that each piece is on the disk before anybody is told: whole, or not at all."""

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import Self

from game.record.lock import lock, unlock
from game.record.problem import JournalError

if sys.platform == "darwin":
    import fcntl

_BINARY = getattr(os, "O_BINARY", 0)


class Appender:
    """Appends bytes to one file and holds its lock until closed."""

    def __init__(self, path: Path, handle: int, sound: int, held: Path) -> None:
        """Take over an open file of which `sound` bytes count."""
        self.path = path
        self._handle = handle
        self._sound = sound
        self._held = held
        self._is_broken = False

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new file; JournalError if there is one already or none can be made."""
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
        return cls(path, handle, 0, held)

    @classmethod
    def take_up(cls, path: Path, sound: int, held: Path) -> Self:
        """Open a file whose lock is held, and drop what comes after `sound` bytes; JournalError if that fails."""
        try:
            appender = cls(path, os.open(path, os.O_RDWR | _BINARY), sound, held)
        except OSError as error:
            unlock(held)
            raise JournalError(_why(error, path), path) from None
        try:
            appender._mend()
        except BaseException:
            appender.close()
            raise
        return appender

    def append(self, raw: bytes) -> None:
        """Write a piece and wait until it is safe; JournalError, and nothing written, if that fails."""
        if self._handle < 0:
            raise JournalError(f"{self.path.name} is closed; nothing more can be saved in it.", self.path)
        if self._is_broken and not self._step_back():
            raise JournalError(
                f"{self.path.name} cannot be written to: see to the disk; until then nothing counts.", self.path
            )
        try:
            left = memoryview(raw)
            while left:
                left = left[os.write(self._handle, left) :]
            _sync(self._handle)
        except OSError as error:
            self._step_back()
            raise JournalError(_why(error, self.path), self.path) from None
        self._sound += len(raw)

    def close(self) -> None:
        """Let go of the file; closing twice is no problem."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
            unlock(self._held)

    def withdraw(self) -> None:
        """Close a file that was begun in vain, and remove it."""
        self.close()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def _mend(self) -> None:
        """Cut off what was dropped from the end, and end the last line that counts."""
        try:
            os.ftruncate(self._handle, self._sound)
            os.lseek(self._handle, max(0, self._sound - 1), os.SEEK_SET)
            is_ended = self._sound == 0 or os.read(self._handle, 1) == b"\n"
        except OSError as error:
            raise JournalError(_why(error, self.path), self.path) from None
        if not is_ended:
            self.append(b"\n")

    def _step_back(self) -> bool:
        """Cut off what a failed write left behind; until that can be done, nothing more may be written."""
        try:
            os.ftruncate(self._handle, self._sound)
            os.lseek(self._handle, self._sound, os.SEEK_SET)
            _sync(self._handle)
        except OSError:
            self._is_broken = True
        else:
            self._is_broken = False
        return not self._is_broken


def sync_folder(folder: Path) -> None:
    """Make sure that a new name itself survives; not every system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sync(handle: int) -> None:
    """Wait until a file is on the disk itself; on macOS `fsync` alone leaves it in the disk's own memory."""
    if sys.platform == "darwin":
        with contextlib.suppress(OSError):  # not every file system there can
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _why(error: OSError, path: Path) -> str:
    """Say in one sentence why a write failed."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"The disk is full: the move was not saved in {path.name} and does not count; make room and try again."
    return f"{path.name} cannot be written: {error.strerror}; the move was not saved and does not count."
