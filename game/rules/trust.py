"""How trust moves (R4.4): pure arithmetic on shares."""

from game.rules.ruleset import Ruleset


def risen(trust: float, scar: float, ruleset: Ruleset, *, times: float = 1.0) -> float:
    """Raise trust by a share of the room left under its ceiling, 1 - scar."""
    ceiling = 1.0 - scar
    return min(ceiling, trust + ruleset.trust_gain * times * max(0.0, ceiling - trust))


def fallen(trust: float, scar: float, ruleset: Ruleset, *, is_scarring: bool) -> tuple[float, float]:
    """Lower trust by a share of itself; a scar takes a share of what the ceiling left. Return (trust, scar)."""
    if is_scarring:
        scar += ruleset.scar * (1.0 - scar)
    return min(1.0 - scar, trust * (1.0 - ruleset.trust_loss)), scar
