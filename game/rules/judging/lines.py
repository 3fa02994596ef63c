"""The lines by which a game is judged, and by which it could be judged again; the other numbers it is played by."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from game.rules.replacing import replace
from game.rules.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between what a line may be drawn, in which steps it is moved by hand, and by which rule it judges."""

    rule: str
    least: float = 0.0
    most: float = 1.0
    step: float = 0.05
    is_whole: bool = False


MOVABLE: Mapping[str, Bounds] = {
    "worth_slope": Bounds("R5.1", 0.0, 5.0, 0.1),
    "pressure_step": Bounds("R5.2"),
    "chair_step": Bounds("R5.2"),
    "informed_span": Bounds("R5.3", 1.0, 100.0, 1.0),
    "heard_points": Bounds("R5.4", 0.5, 50.0, 0.5),
    "purpose_step": Bounds("R5.5"),
    "undeclared_steps": Bounds("R5.5", 0.0, 3.0, 1.0, is_whole=True),
    "hollow_sincerity": Bounds("R5.6"),
    "hollow_root": Bounds("R5.6"),
    "voice_stake": Bounds("R6.2", 0.0, 100.0, 1.0),
    "party_stake": Bounds("R6.3", 0.0, 100.0, 1.0),
    "false_falsification": Bounds("R6.3"),
    "false_capture": Bounds("R6.3"),
    "false_heard": Bounds("R6.3"),
    "sincere_root": Bounds("R6.3"),
    "sincere_mean": Bounds("R6.3"),
    "lived_rate": Bounds("R8.1", 0.0, 100.0, 1.0),
    "lived_root": Bounds("R8.1"),
    "lived_effort": Bounds("R8.1"),
    "forum_weight": Bounds("R8.2"),
    "forum_complementarity": Bounds("R8.2"),
}
"""In the order of the rules."""
PLAYED: tuple[str, ...] = tuple(
    field.name for field in fields(Ruleset) if field.name not in MOVABLE and field.name != "version"
)
"""The numbers that had their effect while the game was played: to move them is to play another game."""


def moved_to(ruleset: Ruleset, values: Mapping[str, float]) -> Ruleset:
    """Draw some lines elsewhere; ValueError, with one sentence, for what is no line or lies beyond its bounds."""
    for name, value in values.items():
        bounds = MOVABLE.get(name)
        if bounds is None:
            raise ValueError(f"{name} is no line by which a game is judged.")
        if not bounds.least <= value <= bounds.most or (bounds.is_whole and value != int(value)):
            whole = "a whole number" if bounds.is_whole else "a number"
            raise ValueError(f"{name} must be {whole} from {bounds.least:g} to {bounds.most:g}, not {value:g}.")
    return _changed(ruleset, values)


def redrawn(ruleset: Ruleset, by: Ruleset) -> Ruleset:
    """Judge by the lines of another ruleset, and keep the numbers that the game was played by."""
    return _changed(ruleset, {name: getattr(by, name) for name in MOVABLE})


def _changed(ruleset: Ruleset, values: Mapping[str, float]) -> Ruleset:
    typed: dict[str, Any] = {
        name: int(value) if MOVABLE[name].is_whole else float(value) for name, value in values.items()
    }
    return replace(ruleset, **typed)
