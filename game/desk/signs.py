"""The signs of stances and answers: which icon, which word, how they are tinted. The first picture waits for this."""

from enum import StrEnum
from typing import Literal

Tint = Literal["plain", "soft", "good", "warn", "bad"]
"""How a word is coloured; never the only sign of what it says."""


class Mark(StrEnum):
    """Name the five stances, none yet, and one that is not shown yet."""

    ENDORSE = "endorse"
    RESERVE = "with reservations"
    ABSTAIN = "abstain"
    OBJECT = "object"
    BLOCK = "block"
    NONE = "not yet"
    DECIDED = "decided"


SIGNS: dict[Mark, tuple[str, str, Tint]] = {
    Mark.ENDORSE: ("check", "Endorses", "good"),
    Mark.RESERVE: ("circle-half-2", "With reservations", "warn"),
    Mark.ABSTAIN: ("minus", "Abstains", "soft"),
    Mark.OBJECT: ("x", "Objects", "bad"),
    Mark.BLOCK: ("hand-stop", "Blocks", "bad"),
    Mark.NONE: ("clock", "Not yet", "soft"),
    Mark.DECIDED: ("lock", "Decided", "soft"),
}
"""Icon, word and tint of each."""
