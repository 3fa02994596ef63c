"""The ruleset: every number the rules leave open (◇), in one place, with a version."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All constants of the game. Unless said otherwise: shares of 1. A journal carries the ruleset it was played by."""

    version: str = "1"

    # The course of a game (section 2)
    floor_moves: int = 1

    # Corridor and chance (section 3)
    consult_gain: float = 0.20
    caucus_gain: float = 0.15
    cable_fact_bonus: float = 0.15
    cable_again_bonus: float = 0.15
    micro_management_chance: float = 0.25

    # Trust (R4.4)
    trust_start: float = 0.50
    trust_gain: float = 0.10
    trust_loss: float = 0.30
    scar: float = 0.30

    # Threats, in points per step of strength (R4.6)
    threat_pain: float = 4.0
    threat_price: float = 1.0
    bluff_price: float = 2.0

    # The five roots (section 5)
    worth_slope: float = 1.5
    pressure_step: float = 0.20
    chair_step: float = 0.10
    informed_span: float = 20.0
    heard_points: float = 3.0
    purpose_step: float = 0.10
    undeclared_steps: int = 2
    hollow_sincerity: float = 0.45
    hollow_root: float = 0.20

    # The verdict on an accord (section 6)
    voice_stake: float = 15.0
    party_stake: float = 10.0
    false_falsification: float = 0.30
    false_capture: float = 0.60
    false_heard: float = 0.50
    sincere_root: float = 0.50
    sincere_mean: float = 0.65

    # The year after (section 7)
    level_speed: float = 0.75
    lasting_quarters: float = 8.0
    effort_cost: float = 0.5
    exposure_share: float = 0.80
    exposure_price: float = 10.0
    blurring_price: float = 5.0
    fact_comes_out: float = 0.25

    # The verdict on the forum (section 8)
    lived_rate: float = 50.0
    lived_root: float = 0.50
    lived_effort: float = 0.50
    forum_weight: float = 0.50
    forum_complementarity: float = 0.50


STANDARD = Ruleset()
