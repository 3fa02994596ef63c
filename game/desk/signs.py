"""The signs of stances, answers and verdicts: which icon, which word, how they are tinted."""

from enum import StrEnum
from typing import Literal

from game.rules.vocabulary import ForumVerdict

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
VERDICTS: dict[ForumVerdict, str] = {
    ForumVerdict.SINCERE_AGREEMENT: "circle-check",
    ForumVerdict.OVERTAKEN: "hourglass",
    ForumVerdict.FALSE_COHERENCE: "circle-dashed-x",
    ForumVerdict.SIDE_BY_SIDE: "arrows-exchange",
    ForumVerdict.INFORMATION_SHARING: "messages",
    ForumVerdict.BREAKDOWN: "unlink",
    ForumVerdict.NOTHING: "circle-dashed",
}
"""The icon of each."""
