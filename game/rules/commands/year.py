"""What is done once the meetings are over: the ballot and the year after."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.rules.ids import AgencyId, IssueId, PledgeId, TextId, ThreatId
from game.rules.texts import LANES


@dataclass(frozen=True, slots=True)
class AnswerBallot:
    """Say in secret how far I will carry an accord out (0..4; None: I am no party), and what the parties will say."""

    seat: AgencyId
    accord: TextId
    own: int | None
    predictions: Mapping[AgencyId, int] = field(default_factory=dict)
    kind: Literal["answer_ballot"] = "answer_ballot"


@dataclass(frozen=True, slots=True)
class KeepPledge:
    seat: AgencyId
    pledge: PledgeId
    kind: Literal["keep_pledge"] = "keep_pledge"


@dataclass(frozen=True, slots=True)
class BreakPledge:
    seat: AgencyId
    pledge: PledgeId
    kind: Literal["break_pledge"] = "break_pledge"


@dataclass(frozen=True, slots=True)
class CarryOutThreat:
    seat: AgencyId
    threat: ThreatId
    kind: Literal["carry_out_threat"] = "carry_out_threat"


@dataclass(frozen=True, slots=True)
class DropThreat:
    seat: AgencyId
    threat: ThreatId
    kind: Literal["drop_threat"] = "drop_threat"


@dataclass(frozen=True, slots=True)
class SetEffort:
    """Set how much of our effort (0..1) goes into an accord, or into our declared lanes (`LANES`)."""

    seat: AgencyId
    accord: TextId = LANES
    effort: float = 1.0
    by_issue: Mapping[IssueId, float] = field(default_factory=dict)
    """Where a term gets another effort than the rest."""
    kind: Literal["set_effort"] = "set_effort"
