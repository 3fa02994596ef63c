"""What passes between seats in the corridor, as those it concerns remember it. `at` is the number of the command."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.ids import AgencyId, ClaimId, FactId, IssueId, NetworkId, OptionId, PledgeId, TextId, ThreatId
from game.rules.vocabulary import LeverageKind


@dataclass(frozen=True, slots=True)
class Claim:
    """What a speaker said about a fact; nothing here tells whether it was straight."""

    id: ClaimId
    speaker: AgencyId
    hearers: tuple[AgencyId, ...]
    is_before_room: bool
    fact: FactId
    says: bool
    round: int


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What a speaker said the options of an issue are worth to it, in points."""

    id: ClaimId
    speaker: AgencyId
    hearer: AgencyId
    issue: IssueId
    points: Mapping[OptionId, int]


@dataclass(frozen=True, slots=True)
class Threat:
    """One presser, one seat, one text (R4.6). `weight` is how much of it still presses: 1, or what withdrawal left."""

    id: ThreatId
    presser: AgencyId
    pressed: AgencyId
    text: TextId
    leverage: LeverageKind
    strength: int
    round: int
    weight: float = 1.0
    is_withdrawn: bool = False
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class PledgeMade:
    """Points promised if a text comes into force (R4.5). `is_kept` is None until the year after."""

    id: PledgeId
    pledger: AgencyId
    to: AgencyId
    text: TextId
    points: int
    round: int
    is_kept: bool | None = None


@dataclass(frozen=True, slots=True)
class JointOffer:
    """An assessment under way: who is asked to join, who has."""

    fact: FactId
    members: tuple[AgencyId, ...]
    joined: tuple[AgencyId, ...]
    at: int


@dataclass(frozen=True, slots=True)
class CaucusOpen:
    """A network's caucus of this round: about what, and who sits in it."""

    network: NetworkId
    issue: IssueId
    joined: tuple[AgencyId, ...]
    at: int


@dataclass(frozen=True, slots=True)
class EffortPlan:
    """How far (0..1) a seat carries out an accord, and the terms where it gives another effort."""

    effort: float
    by_issue: Mapping[IssueId, float] = field(default_factory=dict)

    def on(self, issue: IssueId) -> float:
        """Say the effort on one term, 0..1."""
        return self.by_issue.get(issue, self.effort)


@dataclass(frozen=True, slots=True)
class Ballot:
    """A seat's secret answer on one accord, 0..4, and what it expects the parties to answer."""

    own: int | None
    predictions: Mapping[AgencyId, int]
