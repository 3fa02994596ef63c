"""What everybody sees: the minutes of the forum, which go round to every agency, in the room or not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.dealings import Claim
from game.rules.ids import AgencyId, ClaimId, FactId, IssueId, OptionId, TextId
from game.rules.texts import Accord, Text
from game.rules.vocabulary import DecisionRule, ForumKind, Phase, Purpose


@dataclass(frozen=True, slots=True)
class Motion:
    """A move of procedure under vote (R2.1)."""

    mover: AgencyId
    chair: AgencyId | None
    invite: tuple[AgencyId, ...]
    purpose: Purpose | None
    ayes: tuple[AgencyId, ...]
    noes: tuple[AgencyId, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt raised on a text: the other parties may follow at once, or let it stand."""

    text: TextId
    raisers: tuple[AgencyId, ...]
    answered: tuple[AgencyId, ...]


@dataclass(frozen=True, slots=True)
class Conclave:
    """The forum as it now is."""

    kind: ForumKind
    chair: AgencyId
    invited: frozenset[AgencyId]
    purpose: Purpose | None
    rule: DecisionRule
    power_named: tuple[AgencyId, ...] = ()
    """Who named the power in the room."""
    is_power_conceded: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """The year after, as everybody sees it: quarters gone by, and each term's level (its floor, 0..3)."""

    quarter: int = 0
    levels: Mapping[TextId, Mapping[IssueId, int]] = field(default_factory=dict)
    lane_levels: Mapping[IssueId, Mapping[OptionId, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Room:
    phase: Phase
    round: int
    forum: Conclave
    seated: frozenset[AgencyId]
    """Seats that somebody plays; the rest abstain all along."""
    out: frozenset[AgencyId] = frozenset()
    """Seats that walked out and have not come back."""
    passed: frozenset[AgencyId] = frozenset()
    """Who has passed in this phase."""
    speakers: tuple[AgencyId, ...] = ()
    """Who still has the floor this round, the next speaker first."""
    floor_taken: frozenset[AgencyId] = frozenset()
    """Whose floor move headquarters took back this round."""
    floor_left: int = 0
    """Floor moves left to the present speaker."""
    interlude: Motion | Doubt | None = None
    texts: Mapping[TextId, Text] = field(default_factory=dict)
    called: tuple[tuple[TextId, int], ...] = ()
    """Texts called for signature this round, each with the number of its version."""
    stanced: frozenset[AgencyId] = frozenset()
    """Who has shown all stances, or passed, while the others still think."""
    accords: Mapping[TextId, Accord] = field(default_factory=dict)
    lanes: Mapping[AgencyId, Mapping[IssueId, OptionId]] = field(default_factory=dict)
    claims: Mapping[ClaimId, Claim] = field(default_factory=dict)
    """Claims made before the room."""
    open_facts: Mapping[FactId, bool] = field(default_factory=dict)
    """Facts that everybody knows."""
    challenged: frozenset[tuple[AgencyId, AgencyId]] = frozenset()
    """(challenger, challenged) not yet conceded."""
    conceded: frozenset[tuple[AgencyId, AgencyId]] = frozenset()
    year: Year = Year()

    @property
    def present(self) -> frozenset[AgencyId]:
        """Name the seats that are here: played, and not walked out."""
        return self.seated - self.out

    @property
    def in_force(self) -> tuple[Accord, ...]:
        """Return the accords in force, oldest first."""
        return tuple(accord for accord in self.accords.values() if accord.replaced_by is None)

    def settled_by(self, issue: IssueId) -> Accord | None:
        """Find the accord in force that settles an issue."""
        return next((accord for accord in self.in_force if issue in accord.settles), None)
