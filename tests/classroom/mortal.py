"""A host that is killed while it writes down certain words: `python mortal.py MOMENT host …`; MOMENT may be never."""

import os
import signal
import sys
from typing import NoReturn

WORDS = b"Until the lights go out."
MOMENTS = ("half written", "written", "on the disk")
_write, _fsync = os.write, os.fsync


def main() -> None:
    """Run the program, mortally."""
    moment, *arguments = sys.argv[1:]
    _Mortal(moment).bind()
    from game.cli import main as run

    sys.argv = ["false-coherence", *arguments]
    run()


class _Mortal:
    def __init__(self, moment: str) -> None:
        self._moment = moment
        self._is_last = False

    def bind(self) -> None:
        os.write, os.fsync = self.write, self.fsync

    def write(self, handle: int, data: bytes | memoryview) -> int:
        raw = bytes(data)
        if WORDS in raw and self._moment != "never":
            self._is_last = True
            if self._moment == "half written":
                _write(handle, raw[: len(raw) // 2])
                die()
        return _write(handle, raw)

    def fsync(self, handle: int) -> None:
        if self._is_last and self._moment == "written":
            die()
        _fsync(handle)
        if self._is_last:
            die()


def die() -> NoReturn:
    """Be gone at once, as from `kill -9` or a power cut."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    raise AssertionError("still here")


if __name__ == "__main__":
    main()
