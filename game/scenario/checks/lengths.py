"""How long texts may be: what is read on a role sheet, and what fits in the window and on a card."""

from collections.abc import Iterator

from game.scenario.forms import LONGEST_SHORT
from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node

LONGEST_SHEET = 250
"""Words."""

_EACH = "*"
_CHARACTERS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("title",), 60),
    (("agencies", _EACH, "name"), 34),
    (("agencies", _EACH, "leverage", _EACH, "text"), 60),
    (("issues", _EACH, "name"), 30),
    (("issues", _EACH, "options", _EACH, "name"), 27),
    (("facts", _EACH, "name"), 30),
)
_WORDS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("summary",), 50),
    (("briefing",), 180),
    (("issues", _EACH, "text"), 40),
    (("issues", _EACH, "options", _EACH, "text"), 40),
    (("facts", _EACH, "question"), 20),
    (("facts", _EACH, "if_true"), 40),
    (("facts", _EACH, "if_false"), 40),
    (("events", _EACH, "text"), 50),
    (("tips", _EACH), 50),
)


def find_long_sheets(root: Node) -> Iterator[Finding]:
    """Report role sheets nobody would read before a game."""
    for id_, agency in root.get("agencies").pairs():
        texts = [agency.get("mandate"), agency.get("brief")]
        for key in ("hidden", "red_lines"):
            texts += [one.get("text") for _, one in agency.get(key).pairs()]
        words = sum(_count_words(text) for text in texts)
        if words > LONGEST_SHEET:
            message = f"The role sheet of {quote(id_)} has {words} words; shorten it to {LONGEST_SHEET} (mandate, \
brief, hidden mandates and red lines together)."
            yield Finding(root.get("agencies").key(id_), message)


def find_long_names(root: Node) -> Iterator[Finding]:
    """Report names that are too long for narrow columns and have no short form, and short forms that are none."""
    for id_, agency in root.get("agencies").pairs():
        name, short = _measure(agency.get("name")), _measure(agency.get("short"))
        if name > LONGEST_SHORT and "short" not in agency.entries:
            message = f"The name of {quote(id_)} has {name} characters; add `short` with at most {LONGEST_SHORT}."
            yield Finding(agency.key("name"), message, "short")
        if short > LONGEST_SHORT:
            message = f"`short` has {short} characters; shorten it to {LONGEST_SHORT}."
            yield Finding(agency.get("short").place, message)


def find_wide_names(root: Node) -> Iterator[Finding]:
    """Warn of names that do not fit where they stand in the window and on paper."""
    for path, most in _CHARACTERS:
        for key, node in _at(root, path):
            if (length := _measure(node)) > most:
                message = f"{quote(key)} has {length} characters and will not fit; shorten it to {most}."
                yield Finding(node.place, message, is_error=False)


def find_wordy_texts(root: Node) -> Iterator[Finding]:
    """Warn of texts that take too long to read at the table."""
    for path, most in _WORDS:
        for key, node in _at(root, path):
            if (count := _count_words(node)) > most:
                message = f"{quote(key)} has {count} words, more than people read at the table; shorten it to {most}."
                yield Finding(node.place, message, is_error=False)


def _at(node: Node, path: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
    """Go through what a path leads to, each with the last key."""
    first, *rest = path
    for key in node.entries if first == _EACH else (first,):
        if rest:
            yield from _at(node.get(key), tuple(rest))
        else:
            yield key, node.get(key)


def _measure(node: Node) -> int:
    return len((node.word or "").strip())


def _count_words(node: Node) -> int:
    return len((node.word or "").split())


ERRORS = (find_long_sheets, find_long_names)
WARNINGS = (find_wide_names, find_wordy_texts)
