"""Texts that YAML ends sooner than their author does."""

import re
from collections.abc import Iterator, Sequence

from game.scenario.nearness import quote
from game.scenario.problems import Finding, Place
from game.scenario.translations import Slot
from game.scenario.tree import Node, Plain

_REMARK = re.compile(r"[ \t](#[^\s#].*)")
"""Most who mean a remark leave a space after `#`."""


def find_cut_texts(slots: Sequence[Slot], text: str) -> Iterator[Finding]:
    """Warn of texts that a ` #` cuts short, where it does not look like a remark."""
    lines = text.splitlines()
    for slot in slots:
        for node in (slot.written, *(held for _, held in slot.written.pairs())):
            if (found := _find_remark(node, lines)) is not None:
                place, remark = found
                message = f"The text ends before {quote(remark)}, for ` #` begins a remark; put the text in quotes if \
that belongs to it."
                yield Finding(place, message, is_error=False)


def _find_remark(node: Node, lines: Sequence[str]) -> tuple[Place, str] | None:
    """Find what follows the last word of a plain text on its line, and might be more of it."""
    if not isinstance(node.value, Plain):
        return None
    text, read, skipped = str(node.value), 0, node.place.column - 1
    for number in range(node.place.line, len(lines) + 1):
        line = lines[number - 1][skipped:]
        skipped += len(line) - len(line.lstrip())
        written, left = line.strip(), len(text) - read
        if left <= len(written) and written.startswith(text[read:]):
            remark = _REMARK.match(written, left)
            return (Place(number, skipped + remark.start(1) + 1), remark[1]) if remark else None
        if not text.startswith(written, read):
            return None
        read, skipped = read + len(written), 0
        while text[read : read + 1].isspace():
            read += 1
    return None
