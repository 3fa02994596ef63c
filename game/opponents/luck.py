"""Chance as a computer seat gets it: keyed draws of its own, and no way to those of others (R10.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.rules.ids import AgencyId
from game.rules.luck import draw

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Luck:
    """Draws bound to one seat of one game."""

    seed: int
    seat: AgencyId

    def draw(self, *key: str | int) -> float:
        """Draw in [0, 1) for a purpose; the same key always draws the same."""
        return draw(self.seed, "seat", self.seat, *key)

    def shared(self, *key: str | int) -> float:
        """Draw in [0, 1) as every seat of this game does: for what is dealt out among them, and for nothing else."""
        return draw(self.seed, "all seats", *key)

    def has(self, chance: float, *key: str | int) -> bool:
        """Say whether something of this chance happens."""
        return chance > 0 and (chance >= 1 or self.draw(*key) < chance)

    def pick(self, choices: Sequence[T], *key: str | int) -> T:
        """Pick one of some choices, all alike; IndexError if there are none."""
        return choices[int(self.draw(*key) * len(choices))]
