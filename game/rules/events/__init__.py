"""What happened, as values. An event names its audience when it is made; `evolve` stores what it says."""

from dataclasses import dataclass
from typing import Literal

from game.rules.events.corridor import (
    BeliefMoved,
    CableAnswered,
    CaucusJoined,
    Claimed,
    Coloured,
    Consulted,
    Disclosed,
    FactLearned,
    HomeConsulted,
    JointlyAssessed,
    JointOffered,
    LaneDeclared,
    Met,
    Pledged,
    Pressed,
    PressureWithdrawn,
    SpinFoundOut,
    TrustMoved,
)
from game.rules.events.course import (
    CameBack,
    CapacityMoved,
    Convened,
    FactOpened,
    FactTurned,
    FloorMoved,
    FloorTaken,
    MeansMoved,
    MessageSent,
    Occurred,
    OccurrenceSpent,
    Passed,
    PhaseBegan,
    RoundBegan,
    RoundsSet,
    TimeGiven,
    TimeSet,
    WalkedOut,
)
from game.rules.events.plenary import (
    AccordJudged,
    Amended,
    CallClosed,
    CameIntoForce,
    Challenged,
    DoubtAnswered,
    DoubtClosed,
    DoubtRaised,
    FellThrough,
    MotionAnswered,
    MotionClosed,
    MotionOpened,
    PointConceded,
    PowerNamed,
    SignatureCalled,
    SignatureGiven,
    StancesReady,
    StancesShown,
    StanceTaken,
    Tabled,
)
from game.rules.events.year import (
    BallotAnswered,
    EffortSet,
    Exposed,
    GameClosed,
    PledgeSettled,
    PointsMoved,
    QuarterShown,
    QuarterWorked,
    ThreatSettled,
)
from game.rules.ids import AgencyId

Happening = (
    Met
    | Consulted
    | TrustMoved
    | BeliefMoved
    | FactLearned
    | Disclosed
    | Claimed
    | Coloured
    | SpinFoundOut
    | JointOffered
    | JointlyAssessed
    | CableAnswered
    | HomeConsulted
    | CaucusJoined
    | Pressed
    | PressureWithdrawn
    | Pledged
    | LaneDeclared
    | Convened
    | RoundBegan
    | RoundsSet
    | PhaseBegan
    | FloorMoved
    | Passed
    | Occurred
    | OccurrenceSpent
    | FloorTaken
    | FactTurned
    | FactOpened
    | CapacityMoved
    | TimeSet
    | TimeGiven
    | MeansMoved
    | WalkedOut
    | CameBack
    | MessageSent
    | Tabled
    | Amended
    | StanceTaken
    | StancesReady
    | StancesShown
    | Challenged
    | PointConceded
    | PowerNamed
    | MotionOpened
    | MotionAnswered
    | MotionClosed
    | DoubtRaised
    | DoubtAnswered
    | DoubtClosed
    | SignatureCalled
    | CallClosed
    | SignatureGiven
    | CameIntoForce
    | FellThrough
    | AccordJudged
    | BallotAnswered
    | PledgeSettled
    | ThreatSettled
    | PointsMoved
    | EffortSet
    | QuarterWorked
    | QuarterShown
    | Exposed
    | GameClosed
)

Audience = tuple[AgencyId, ...] | Literal["room"]
ROOM: Literal["room"] = "room"
NOBODY: tuple[AgencyId, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, and who is told: the room, some seats, or nobody before the debrief."""

    to: Audience
    what: Happening


__all__ = [
    "NOBODY",
    "ROOM",
    "AccordJudged",
    "Amended",
    "Audience",
    "BallotAnswered",
    "BeliefMoved",
    "CableAnswered",
    "CallClosed",
    "CameBack",
    "CameIntoForce",
    "CapacityMoved",
    "CaucusJoined",
    "Challenged",
    "Claimed",
    "Coloured",
    "Consulted",
    "Convened",
    "Disclosed",
    "DoubtAnswered",
    "DoubtClosed",
    "DoubtRaised",
    "EffortSet",
    "Event",
    "Exposed",
    "FactLearned",
    "FactOpened",
    "FactTurned",
    "FellThrough",
    "FloorMoved",
    "FloorTaken",
    "GameClosed",
    "Happening",
    "HomeConsulted",
    "JointOffered",
    "JointlyAssessed",
    "LaneDeclared",
    "MeansMoved",
    "MessageSent",
    "Met",
    "MotionAnswered",
    "MotionClosed",
    "MotionOpened",
    "Occurred",
    "OccurrenceSpent",
    "Passed",
    "PhaseBegan",
    "PledgeSettled",
    "Pledged",
    "PointConceded",
    "PointsMoved",
    "PowerNamed",
    "Pressed",
    "PressureWithdrawn",
    "QuarterShown",
    "QuarterWorked",
    "RoundBegan",
    "RoundsSet",
    "SignatureCalled",
    "SignatureGiven",
    "SpinFoundOut",
    "StanceTaken",
    "StancesReady",
    "StancesShown",
    "Tabled",
    "ThreatSettled",
    "TimeGiven",
    "TimeSet",
    "TrustMoved",
    "WalkedOut",
]
