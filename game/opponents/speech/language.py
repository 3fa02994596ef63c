"""What a language needs so that computer seats can speak it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from game.rules.vocabulary import Community, ForumKind, LeverageKind, Purpose

FIRST_LETTER = re.compile(r"(?:^|[.?] )[a-z]")
ANY = "any"
"""The tone that fits everybody."""

Phrases = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Phrases by what is done and by tone: the name of a manner, or `ANY`. Names stand in braces, see `names`."""
Reasons = Mapping[str, Mapping[Community, tuple[str, ...]]]
"""Reasons by what they speak for and by who gives them."""


def capitals(words: str) -> str:
    """Begin every sentence with a capital, whatever name it begins with."""
    return FIRST_LETTER.sub(lambda first: first[0].upper(), words)


@dataclass(frozen=True, slots=True)
class Language:
    """Phrases, reasons that can follow them, and the words for closed vocabularies."""

    phrases: Phrases
    reasons: Reasons
    purposes: Mapping[Purpose, str]
    forums: Mapping[ForumKind, str]
    levers: Mapping[LeverageKind, str]
    row: Callable[[Sequence[str]], str]
    """Sets names in a row: "a, b and c"."""
    called: Callable[[str], str]
    """Calls an agency or a network by its name within a sentence."""
    quoted: Callable[[str], str]
    """Sets a name between the marks that are used inside a quotation."""
