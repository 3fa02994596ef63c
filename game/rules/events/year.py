"""Events of the ballot and the year after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.rules.dealings import Ballot, EffortPlan
from game.rules.ids import AgencyId, IssueId, OptionId, PledgeId, TextId, ThreatId
from game.rules.judgement import Outcome
from game.rules.own import Adjustment


@dataclass(frozen=True, slots=True)
class BallotAnswered:
    """A secret answer. For the seat alone."""

    seat: AgencyId
    accord: TextId
    ballot: Ballot
    kind: Literal["ballot_answered"] = "ballot_answered"


@dataclass(frozen=True, slots=True)
class PledgeSettled:
    pledge: PledgeId
    pledger: AgencyId
    to: AgencyId
    is_kept: bool
    kind: Literal["pledge_settled"] = "pledge_settled"


@dataclass(frozen=True, slots=True)
class ThreatSettled:
    """A defied threat is carried out or dropped."""

    threat: ThreatId
    presser: AgencyId
    pressed: AgencyId
    is_carried_out: bool
    kind: Literal["threat_settled"] = "threat_settled"


@dataclass(frozen=True, slots=True)
class PointsMoved:
    """A seat wins or loses points outside the worth of the world. For the seat alone."""

    agency: AgencyId
    adjustment: Adjustment
    kind: Literal["points_moved"] = "points_moved"


@dataclass(frozen=True, slots=True)
class EffortSet:
    """A seat's effort. For the seat alone."""

    seat: AgencyId
    accord: TextId
    plan: EffortPlan
    kind: Literal["effort_set"] = "effort_set"


@dataclass(frozen=True, slots=True)
class QuarterWorked:
    """A quarter's true levels and efforts (for nobody's eyes)."""

    quarter: int
    levels: Mapping[TextId, Mapping[IssueId, float]]
    lane_levels: Mapping[IssueId, Mapping[OptionId, float]]
    efforts: Mapping[TextId, Mapping[AgencyId, float]]
    """Each carrier's mean effort over its terms; under `LANES` over its declared lanes."""
    kind: Literal["quarter_worked"] = "quarter_worked"


@dataclass(frozen=True, slots=True)
class QuarterShown:
    """What a quarter brought, for everybody to see: the floor of each level."""

    quarter: int
    levels: Mapping[TextId, Mapping[IssueId, int]]
    lane_levels: Mapping[IssueId, Mapping[OptionId, int]]
    kind: Literal["quarter_shown"] = "quarter_shown"


@dataclass(frozen=True, slots=True)
class Exposed:
    """It shows who delivered far below promise: shares of full effort, 0..1 (R7.6)."""

    seat: AgencyId
    accord: TextId
    delivered: float
    quarter: int
    kind: Literal["exposed"] = "exposed"


@dataclass(frozen=True, slots=True)
class GameClosed:
    """The year is over and everything is opened (R2.5)."""

    outcome: Outcome
    kind: Literal["game_closed"] = "game_closed"
