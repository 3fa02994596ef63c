"""What goes wrong, as one sentence on standard error and an exit code; the details of surprises go to a file."""

import contextlib
import os
import sys
import tempfile
import traceback
from pathlib import Path

from game import __version__, places

FAILED = 1
MISUSED = 2
SURPRISED = 70
STOPPED = 130


class Failure(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """Carry one sentence for people, and the exit code."""

    def __init__(self, sentence: str, code: int = FAILED) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def complain(sentence: str) -> None:
    """Write one sentence to standard error, whatever it can show; nothing if nobody reads it."""
    line = " ".join(sentence.split())
    stream = sys.stderr
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError):
        encoding = stream.encoding or "utf-8"
        stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
        stream.flush()


def keep_details(error: BaseException) -> Path | None:
    """Save the traceback of a surprise where the player's games are; None if that is not possible either."""
    details = f"False Coherence {__version__}, Python {sys.version.split()[0]} on {sys.platform}\n"
    details += f"Arguments: {sys.argv[1:]}\n\n" + "".join(traceback.format_exception(error))
    for folder in (places.saves().parent / "errors", Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix="false-coherence-", suffix=".txt", dir=folder)
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(details)
        except OSError:
            continue
        return Path(name)
    return None


def close_output() -> None:
    """After a reader has gone, keep Python from failing once more when it flushes at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
