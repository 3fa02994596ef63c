"""How a computer plays a seat, as the scenario has it: names and shares only; the opponents make a manner of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Temper:
    """Like a manner by name, with shares of its own, 0..1, in place of the manner's; None leaves them as they are."""

    like: str
    trust: float | None = None
    pride: float | None = None
    patience: float | None = None
    candour: float | None = None
