"""Tell a text from everything else that can be in a file."""

import os
import re
from pathlib import Path

from game.scenario.nearness import quote
from game.scenario.problems import START, Finding, Place

ENDINGS = (".yaml", ".yml")
MOST_BYTES = 1_000_000
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FEW_NULS = 0.01
"""Below this share of all bytes they are a slip in a text; about a half, and it is UTF-16."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read_text(path: Path) -> str | Finding:
    """Read a file of bounded size as UTF-8, or say what it is instead."""
    try:
        if path.is_dir():
            return Finding(START, f"{path.name} is a folder; name a file in it.")
        if not path.exists():
            if path.is_symlink():
                return Finding(START, f"{path.name} is a link that leads nowhere; name the file itself.")
            return Finding(START, word_missing(path))
        if not path.is_file():
            return Finding(START, f"{path.name} is no ordinary file; save it as one and name that.")
        with path.open("rb") as file:
            return decode(file.read(MOST_BYTES + 1))
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or "its name is not a file name"
        return Finding(START, f"The file cannot be read ({reason}); check its name and permissions.")


def word_missing(path: Path) -> str:
    """Say in one sentence that a file is not there, and which one is that lacks only the ending."""
    where = "here" if path.parent == Path() else f"in {path.parent}"
    sentence = f"There is no file {quote(path.name, 200)} {where}"
    meant = with_ending(str(path))
    return f"{sentence}, but {quote(Path(meant).name, 200)}; write that." if meant else f"{sentence}; check the name."


def with_ending(name: str) -> str:
    """Find the file that is called so but for its ending; nothing if there is none."""
    return next((name + ending for ending in ENDINGS if os.path.isfile(name + ending)), "")


def decode(raw: bytes) -> str | Finding:
    """Decode UTF-8 (with or without its mark), or say what is wrong with the bytes."""
    if len(raw) > MOST_BYTES:
        return _too_large()
    if raw.startswith(_WIDE_MARKS) or _is_wide(raw):
        return Finding(START, "The file is saved as UTF-16; save it as UTF-8.")
    if raw.count(0) > _FEW_NULS * len(raw):
        return Finding(START, "This is a binary file, not a text; name a YAML file saved as UTF-8.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        before = raw[: trouble.start].decode("utf-8", "replace").removeprefix("\ufeff")
        byte = raw[trouble.start]
        return Finding(_end_of(before), f"The byte 0x{byte:02X} here is not UTF-8; save the file as UTF-8.")


def _is_wide(raw: bytes) -> bool:
    """Say whether every other byte is nothing, as in UTF-16 without its mark."""
    return len(raw) > 1 and any(raw[first::2].count(0) > 0.9 * (len(raw) // 2) for first in (0, 1))


def refuse_text(text: str) -> Finding | None:
    """Say what makes a text unfit to be read as YAML, if anything."""
    if len(text) > MOST_BYTES:
        return _too_large()
    if odd := _UNPRINTABLE.search(text):
        name = f"U+{ord(odd[0]):04X}"
        return Finding(_end_of(text[: odd.start()]), f"There is an invisible character ({name}) here; delete it.")
    return None


def _too_large() -> Finding:
    return Finding(START, f"The file is larger than {MOST_BYTES // 1_000_000} MB; a scenario is a few dozen KB.")


def _end_of(text: str) -> Place:
    """Say where the next character would stand."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(len(lines), len(lines[-1]) + 1)
