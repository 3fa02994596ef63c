"""What the same reader was told before: it gives later words their sense."""

from dataclasses import dataclass, field
from enum import Enum, auto

from game.rules import events as was
from game.rules.case import Forum
from game.rules.dealings import PledgeMade, Threat
from game.rules.ids import AgencyId, ClaimId, FactId, IssueId, PledgeId, TextId, ThreatId
from game.rules.texts import Version
from game.rules.vocabulary import Phase


class Means(Enum):
    """A number of its own that a seat is told of."""

    BACKING = auto()
    FLEXIBILITY = auto()
    WALK_AWAY = auto()


@dataclass(slots=True)
class Past:
    """Gathers what one reader is told, event by event. Lives as long as one telling; nothing else goes in."""

    found: Forum | None = None
    """The forum as found, which everybody sees before it is convened."""
    phase: Phase = Phase.CONVENING
    round: int = 0
    rounds: int = 0
    """How many rounds the forum is to have; 0 while that is as the scene says."""
    is_outside: bool = False
    """Whether a round has begun and not yet come to the corridor: what happens now comes from outside."""
    is_after_news: bool = False
    """Whether what follows may come of something from outside that the reader was told of."""
    accord: TextId | None = None
    """The text that has just come into force, if what follows may come of it."""
    time: dict[AgencyId, int] = field(default_factory=dict)
    texts: dict[TextId, Version] = field(default_factory=dict)
    """Each text that can still be discussed, as last worded."""
    trust: dict[tuple[AgencyId, AgencyId], float] = field(default_factory=dict)
    means: dict[tuple[AgencyId, Means], float] = field(default_factory=dict)
    claims: dict[ClaimId, FactId] = field(default_factory=dict)
    disclosures: dict[ClaimId, IssueId] = field(default_factory=dict)
    threats: dict[ThreatId, Threat] = field(default_factory=dict)
    pledges: dict[PledgeId, PledgeMade] = field(default_factory=dict)
    assessed: set[tuple[AgencyId, FactId]] = field(default_factory=set)
    """Who has just been told of a fact by looking into it together."""
    unmasked: set[tuple[AgencyId, FactId]] = field(default_factory=set)
    """Who was shown before the room to have spun a fact."""
    quarter: was.QuarterShown | None = None

    def remember(self, what: was.Happening) -> None:
        """Keep what later sentences may lean on."""
        match what:
            case was.RoundBegan(number):
                self.round, self.is_outside, self.is_after_news = number, True, False
                self.time = {}
            case was.PhaseBegan(phase):
                self.phase, self.is_outside, self.is_after_news = phase, False, False
            case was.RoundsSet(number):
                self.rounds = number
            case was.Occurred():
                self.is_after_news = self.is_outside
            case was.CameIntoForce(accord):
                self.accord = accord.text
                self.texts.pop(accord.text, None)
            case was.CallClosed():
                self.accord = None
            case was.Tabled(text, _, _, version) | was.Amended(text, version):
                self.texts[text] = version
            case was.QuarterShown():
                self.quarter = what
            case _:
                self._remember_dealings(what)

    def _remember_dealings(self, what: was.Happening) -> None:
        match what:
            case was.TimeSet(agency, time):
                self.time[agency] = time
            case was.TrustMoved(truster, trusted, trust):
                self.trust[truster, trusted] = trust
            case was.MeansMoved(agency, backing, flexibility, walk_away):
                said = {Means.BACKING: backing, Means.FLEXIBILITY: flexibility, Means.WALK_AWAY: walk_away}
                self.means |= {(agency, name): number for name, number in said.items() if number is not None}
            case was.Claimed(claim):
                self.claims[claim.id] = claim.fact
            case was.Disclosed(disclosure):
                self.disclosures[disclosure.id] = disclosure.issue
            case was.Pressed(threat):
                self.threats[threat.id] = threat
            case was.Pledged(pledge):
                self.pledges[pledge.id] = pledge
            case was.JointlyAssessed(fact, members):
                self.assessed |= {(member, fact) for member in members}
            case was.Challenged(_, whom, fact, True):
                self.unmasked.add((whom, fact))
            case was.FactLearned(agency, fact):
                self.assessed.discard((agency, fact))
