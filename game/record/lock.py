"""See to it that only one program writes a journal at a time."""

import contextlib
import os
import socket
from pathlib import Path

from game.record.problem import JournalError

_held: dict[Path, int] = {}
"""Locks of this very process (a dead one may have had our number), kept open: Windows lets nobody take an open file."""


def lock(path: Path) -> Path:
    """Take the lock of a journal and return its file; JournalError if somebody else has it."""
    place = path.with_name(path.name + ".lock").absolute()
    for _ in range(3):
        try:
            handle = _create(place)
        except FileExistsError:
            owner = _owner(place)
            if _is_alive(owner, place):
                told = f"close that first (or delete {place.name} if there is none)"
                raise JournalError(f"{path.name} is being played in another window; {told}.", path) from None
            _clear(place, owner)
        except OSError as error:
            raise JournalError(f"{path.parent} cannot be written to: {error.strerror}.", path) from None
        else:
            _held[place] = handle
            return place
    raise JournalError(f"{path.name} is being opened by another program at this moment; try again.", path)


def unlock(place: Path) -> None:
    """Give a lock back; one that is already gone is no problem."""
    handle = _held.pop(place, None)
    with contextlib.suppress(OSError):
        if handle is not None:
            os.close(handle)
            place.unlink()


def _create(place: Path) -> int:
    """Create the file with our name in it, or fail because it is there."""
    handle = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    os.write(handle, f"{os.getpid()} {socket.gethostname()}".encode())
    return handle


def _owner(place: Path) -> str:
    try:
        return place.read_text(errors="replace")
    except OSError:
        return ""


def _is_alive(owner: str, place: Path) -> bool:
    """Say whether the owner may still be writing; on another machine it counts as alive, without a name as dead."""
    number, _, host = owner.partition(" ")
    if not number.isdigit():
        return False
    if host != socket.gethostname():
        return True
    if int(number) == os.getpid():
        return place in _held
    if os.name == "nt":
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _clear(place: Path, owner: str) -> None:
    """Move a dead owner's lock aside; put it back if it changed hands meanwhile."""
    aside = place.with_name(f"{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        place.replace(aside)
        if _owner(aside) != owner:
            os.link(aside, place)
        aside.unlink()
