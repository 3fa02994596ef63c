"""What a question is: a little scene at a meeting of agencies, four answers, and which of them sees most."""

from dataclasses import dataclass
from enum import Enum

ANSWERS = 4


class Kind(Enum):
    """What a question asks for."""

    PERSPECTIVE = "perspective"
    FORCED_YES = "forced_yes"


class Form(Enum):
    """Two sets of questions that ask the same of other scenes."""

    A = "A"
    B = "B"


class Time(Enum):
    """When they are answered."""

    BEFORE = "before"
    AFTER = "after"


KINDS: dict[Kind, str] = {
    Kind.PERSPECTIVE: "Seeing it from another chair",
    Kind.FORCED_YES: "Recognising a forced yes",
}
"""How a kind is called."""


@dataclass(frozen=True, slots=True)
class Question:
    """A scene and what is asked about it. `best` is the number of the answer that sees most, from 0; `why` says why."""

    id: str
    kind: Kind
    scene: tuple[str, ...]
    asks: str
    answers: tuple[str, str, str, str]
    best: int
    why: str
