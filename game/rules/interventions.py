"""What comes from whoever runs the game: no seat can give it, and it stands in no menu."""

from dataclasses import dataclass
from typing import Literal

from game.rules.commands import Command
from game.rules.effects import Effect
from game.rules.ids import EventId


@dataclass(frozen=True, slots=True)
class Inject:
    """Let something come from outside now: an occurrence of the case, before those who are to see it, or (None) what
    is written on the spot, before the room.
    """

    occurrence: EventId | None
    text: str = ""
    effects: tuple[Effect, ...] = ()
    """What is written on the spot; an occurrence of the case brings its own."""
    kind: Literal["inject"] = "inject"


@dataclass(frozen=True, slots=True)
class SetRounds:
    """Give the forum fewer rounds than the case has, or some of those back."""

    rounds: int
    kind: Literal["set_rounds"] = "set_rounds"


Intervention = Inject | SetRounds
Act = Command | Intervention
"""Whatever moves a game on."""
