"""How far a class came between before and after; only who answered both times counts.

The normalised gain is what was gained of what could be gained, by R. Hake, American Journal of Physics 66 (1998).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from game.debrief.learning.answers import Answers, score
from game.debrief.learning.questions import KINDS, Kind
from game.debrief.words import count

Pair = tuple[Answers, Answers]
"""The answers of one person: before, and after."""
LEAST = 3
"""Pairs under which no mean is given, so that nobody can be picked out."""
FEW, MANY = 10, 30
"""Pairs from which a mean is more than a hint, and from which it is more than a tendency (◇)."""


@dataclass(frozen=True, slots=True)
class Gain:
    """The means of a class, each 0 to 1."""

    before: float
    after: float

    @property
    def difference(self) -> float:
        """Say how far it came."""
        return self.after - self.before

    @property
    def normalised(self) -> float | None:
        """Say how far it came of as far as it could come; None where nothing was left to gain."""
        room = 1 - self.before
        return None if room <= 0 else self.difference / room


@dataclass(frozen=True, slots=True)
class Measure:
    """The gain of a class in one kind of question, or (None) in all together."""

    kind: Kind | None
    name: str
    gain: Gain


def class_gain(pairs: Sequence[Pair]) -> tuple[Measure, ...]:
    """Measure the gain in each kind and in all; nothing under `LEAST` pairs."""
    if len(pairs) < LEAST:
        return ()
    named = (*KINDS.items(), (None, "All six"))
    return tuple(Measure(kind, name, _gain(pairs, kind)) for kind, name in named)


def _gain(pairs: Sequence[Pair], kind: Kind | None) -> Gain:
    before, after = zip(*pairs, strict=True)
    return Gain(fmean(score(one, kind) for one in before), fmean(score(one, kind) for one in after))


def caution(pairs: int) -> str:
    """Say what so many pairs can tell."""
    if pairs < LEAST:
        least = count(LEAST).lower()
        return f"Means are shown once {least} people have answered both times, so that nobody can be picked out."
    people = count(pairs)
    if pairs < FEW:
        return f"{people} people: a hint, no more."
    if pairs < MANY:
        return f"{people} people: a tendency. One game, and nobody to compare with."
    return f"{people} people, and no class beside it that played nothing: it shows what changed, not why."
