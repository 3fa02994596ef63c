"""What goes wrong, as one sentence on standard error and an exit code."""

import contextlib
import errno
import os
import sys

FAILED = 1
MISUSED = 2
SURPRISED = 70
STOPPED = 130
UNWRITTEN = frozenset({errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG})
"""What the system says when an output that is open takes nothing more."""


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


def prepare_output() -> None:
    """Let output show what it can, and go nowhere where it was closed."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it stays open to the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def close_output() -> None:
    """After a reader has gone, keep Python from failing once more when it flushes at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
