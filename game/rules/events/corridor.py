"""Events of the corridor: each is for those whom it concerns."""

from dataclasses import dataclass
from typing import Literal

from game.rules.dealings import CaucusOpen, Claim, Disclosure, JointOffer, PledgeMade, Threat
from game.rules.ids import AgencyId, ClaimId, FactId, IssueId, OptionId, RedLineId, ThreatId


@dataclass(frozen=True, slots=True)
class Met:
    seat: AgencyId
    whom: AgencyId
    at: int
    kind: Literal["met"] = "met"


@dataclass(frozen=True, slots=True)
class Consulted:
    """Members worked on something together: it counts as consulting each other (R5.4)."""

    members: tuple[AgencyId, ...]
    at: int
    kind: Literal["consulted"] = "consulted"


@dataclass(frozen=True, slots=True)
class TrustMoved:
    """One seat's trust in another, and the scar on it, after a change (R4.4). For the truster alone."""

    truster: AgencyId
    trusted: AgencyId
    trust: float
    scar: float
    kind: Literal["trust_moved"] = "trust_moved"


@dataclass(frozen=True, slots=True)
class BeliefMoved:
    """What a seat's staff now make of a fact, 0..1 (R4.3)."""

    agency: AgencyId
    fact: FactId
    belief: float
    kind: Literal["belief_moved"] = "belief_moved"


@dataclass(frozen=True, slots=True)
class FactLearned:
    """A seat has made sure of a fact, or (truth None) no longer knows how it stands."""

    agency: AgencyId
    fact: FactId
    truth: bool | None
    kind: Literal["fact_learned"] = "fact_learned"


@dataclass(frozen=True, slots=True)
class Disclosed:
    disclosure: Disclosure
    kind: Literal["disclosed"] = "disclosed"


@dataclass(frozen=True, slots=True)
class Claimed:
    claim: Claim
    kind: Literal["claimed"] = "claimed"


@dataclass(frozen=True, slots=True)
class Coloured:
    """What was just said is not straight. For the speaker alone."""

    seat: AgencyId
    claim: ClaimId
    kind: Literal["coloured"] = "coloured"


@dataclass(frozen=True, slots=True)
class SpinFoundOut:
    """A claim or a disclosure turned out not to be straight. `at` is the claim, or the command that found it out."""

    speaker: AgencyId
    claim: ClaimId
    at: int
    kind: Literal["spin_found_out"] = "spin_found_out"


@dataclass(frozen=True, slots=True)
class JointOffered:
    """An assessment is offered or joined; it is held once all members have joined."""

    offer: JointOffer
    kind: Literal["joint_offered"] = "joint_offered"


@dataclass(frozen=True, slots=True)
class JointlyAssessed:
    fact: FactId
    members: tuple[AgencyId, ...]
    truth: bool
    at: int
    kind: Literal["jointly_assessed"] = "jointly_assessed"


@dataclass(frozen=True, slots=True)
class CableAnswered:
    """Headquarters' answer to a cable; a waiver counts from `from_round`."""

    agency: AgencyId
    red_line: RedLineId
    is_granted: bool
    cables: int
    from_round: int
    kind: Literal["cable_answered"] = "cable_answered"


@dataclass(frozen=True, slots=True)
class HomeConsulted:
    agency: AgencyId
    kind: Literal["home_consulted"] = "home_consulted"


@dataclass(frozen=True, slots=True)
class CaucusJoined:
    """A network's caucus is opened or joined. For its members."""

    seat: AgencyId
    caucus: CaucusOpen
    kind: Literal["caucus_joined"] = "caucus_joined"


@dataclass(frozen=True, slots=True)
class Pressed:
    threat: Threat
    kind: Literal["pressed"] = "pressed"


@dataclass(frozen=True, slots=True)
class PressureWithdrawn:
    """A threat is taken back; `weight` of it still presses (R5.2)."""

    threat: ThreatId
    presser: AgencyId
    pressed: AgencyId
    weight: float
    kind: Literal["pressure_withdrawn"] = "pressure_withdrawn"


@dataclass(frozen=True, slots=True)
class Pledged:
    pledge: PledgeMade
    kind: Literal["pledged"] = "pledged"


@dataclass(frozen=True, slots=True)
class LaneDeclared:
    seat: AgencyId
    issue: IssueId
    option: OptionId
    kind: Literal["lane_declared"] = "lane_declared"
