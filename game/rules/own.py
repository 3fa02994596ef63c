"""What one seat alone sees: its means, its beliefs, its memory of what passed between it and others."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.dealings import (
    Ballot,
    CaucusOpen,
    Claim,
    Disclosure,
    EffortPlan,
    JointOffer,
    PledgeMade,
    Threat,
)
from game.rules.ids import AgencyId, ClaimId, FactId, NetworkId, PledgeId, RedLineId, TextId, ThreatId
from game.rules.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Points won or lost outside the worth of the world, with what brought it about (R9.1)."""

    is_standing: bool
    """Standing; else mandate."""
    reason: str
    points: float
    about: str
    at: int


@dataclass(frozen=True, slots=True)
class Own:
    """Numbers as in `Agency`, where they have moved since; `trust` and `scars` are mine toward others."""

    time: int
    backing: float
    walk_away: float
    flexibility: float
    pledge_left: int
    trust: Mapping[AgencyId, float]
    beliefs: Mapping[FactId, float]
    scars: Mapping[AgencyId, float] = field(default_factory=dict)
    knows: Mapping[FactId, bool] = field(default_factory=dict)
    """Facts I have made sure of."""
    met_now: frozenset[AgencyId] = frozenset()
    """Whom I met this round."""
    consulted: Mapping[AgencyId, tuple[int, ...]] = field(default_factory=dict)
    """Whom I met, assessed or caucused with, and by which commands."""
    claims: Mapping[ClaimId, Claim] = field(default_factory=dict)
    """Claims made to me or by me in private."""
    spun: frozenset[ClaimId] = frozenset()
    """Which of my own claims and disclosures are not straight."""
    found_out: frozenset[ClaimId] = frozenset()
    """Which of the claims and disclosures made to me I found not to be straight."""
    disclosures: Mapping[ClaimId, Disclosure] = field(default_factory=dict)
    threats: Mapping[ThreatId, Threat] = field(default_factory=dict)
    pledges: Mapping[PledgeId, PledgeMade] = field(default_factory=dict)
    cables: Mapping[RedLineId, int] = field(default_factory=dict)
    """Cables already sent about a red line."""
    waivers: Mapping[RedLineId, int] = field(default_factory=dict)
    """Waived red lines, with the round from which it counts."""
    joint_offers: tuple[JointOffer, ...] = ()
    caucuses: Mapping[NetworkId, CaucusOpen] = field(default_factory=dict)
    next_time: int = 0
    """Time gained or lost for the rounds to come."""
    cast: Mapping[TextId, Stance] = field(default_factory=dict)
    """Stances taken and not yet shown."""
    ballots: Mapping[TextId, Ballot] = field(default_factory=dict)
    efforts: Mapping[TextId, EffortPlan] = field(default_factory=dict)
    adjustments: tuple[Adjustment, ...] = ()

    def has_waiver(self, red_line: RedLineId, game_round: int) -> bool:
        """Say whether headquarters has waived the red line by this round."""
        return red_line in self.waivers and self.waivers[red_line] <= game_round
