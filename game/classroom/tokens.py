"""What this computer keeps of the classes it was in: a token for each name, so that a window comes back to its seat."""

import contextlib
import json
import os
from pathlib import Path

MOST = 40
"""Tokens that are kept; the oldest give way."""


class Tokens:
    """The tokens of one host, in a file that windows share; if anything is wrong with it, one only joins anew."""

    def __init__(self, address: str, path: Path | None = None) -> None:
        """Keep the tokens of a host in a file; without one, nothing is kept."""
        self._address = address
        self._path = path

    def find(self, code: str, name: str) -> str:
        """Find the token with which somebody comes back; "" if there is none."""
        return self._read().get(self._key(code, name), "")

    def keep(self, code: str, name: str, token: str) -> None:
        """Keep a token; "" forgets it."""
        if self._path is None:
            return
        key = self._key(code, name)
        kept = {other: mine for other, mine in self._read().items() if other != key}
        if token:
            kept[key] = token
        text = json.dumps(dict(list(kept.items())[-MOST:]))
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_name(f"{self._path.name}.{os.getpid()}")
            handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with open(handle, "w", encoding="utf-8") as file:
                file.write(text)
            part.replace(self._path)

    def _key(self, code: str, name: str) -> str:
        return " ".join((self._address, "".join(code.split()).upper(), " ".join(name.split()).casefold()))

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8")) if self._path is not None else {}
        except (OSError, ValueError, RecursionError):
            return {}
        return {key: str(token) for key, token in found.items()} if isinstance(found, dict) else {}
