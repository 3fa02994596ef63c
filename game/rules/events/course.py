"""Events of the course of a game: phases, what comes from outside, who is here, messages."""

from dataclasses import dataclass
from typing import Literal

from game.rules.ids import AgencyId, EventId, FactId, IssueId, OptionId
from game.rules.vocabulary import DecisionRule, ForumKind, Phase, Purpose


@dataclass(frozen=True, slots=True)
class Convened:
    chair: AgencyId
    forum: ForumKind
    invited: tuple[AgencyId, ...]
    purpose: Purpose | None
    rule: DecisionRule
    kind: Literal["convened"] = "convened"


@dataclass(frozen=True, slots=True)
class RoundBegan:
    """A round begins: meetings of the last are over; each seat's time is told to it alone by `TimeSet`."""

    round: int
    kind: Literal["round_began"] = "round_began"


@dataclass(frozen=True, slots=True)
class RoundsSet:
    """The forum is to have another number of rounds than before."""

    rounds: int
    before: int
    kind: Literal["rounds_set"] = "rounds_set"


@dataclass(frozen=True, slots=True)
class PhaseBegan:
    phase: Phase
    speakers: tuple[AgencyId, ...] = ()
    floor_left: int = 0
    kind: Literal["phase_began"] = "phase_began"


@dataclass(frozen=True, slots=True)
class FloorMoved:
    """Who has the floor now, the present speaker first, with its floor moves left."""

    speakers: tuple[AgencyId, ...]
    floor_left: int
    kind: Literal["floor_moved"] = "floor_moved"


@dataclass(frozen=True, slots=True)
class Passed:
    seat: AgencyId
    kind: Literal["passed"] = "passed"


@dataclass(frozen=True, slots=True)
class Occurred:
    """Something came from outside; its audience is the room, or those who see it.

    What was written on the spot is no occurrence of the case: its name is "".
    """

    occurrence: EventId
    text: str
    kind: Literal["occurred"] = "occurred"


@dataclass(frozen=True, slots=True)
class OccurrenceSpent:
    """Remember that an occurrence has happened (for nobody's eyes)."""

    occurrence: EventId
    kind: Literal["occurrence_spent"] = "occurrence_spent"


@dataclass(frozen=True, slots=True)
class FloorTaken:
    """Headquarters took back the floor move of this round."""

    agency: AgencyId
    kind: Literal["floor_taken"] = "floor_taken"


@dataclass(frozen=True, slots=True)
class FactTurned:
    """A fact changed on the ground (for nobody's eyes)."""

    fact: FactId
    to: bool
    kind: Literal["fact_turned"] = "fact_turned"


@dataclass(frozen=True, slots=True)
class FactOpened:
    """The room learns how a fact stands."""

    fact: FactId
    truth: bool
    kind: Literal["fact_opened"] = "fact_opened"


@dataclass(frozen=True, slots=True)
class CapacityMoved:
    """An option can be carried out at another speed, 0..1 before facts (for nobody's eyes)."""

    issue: IssueId
    option: OptionId
    shift: float
    kind: Literal["capacity_moved"] = "capacity_moved"


@dataclass(frozen=True, slots=True)
class TimeSet:
    """A seat has this much time left in this round."""

    agency: AgencyId
    time: int
    kind: Literal["time_set"] = "time_set"


@dataclass(frozen=True, slots=True)
class TimeGiven:
    """In the middle of a round something from outside gives a seat more time, or takes some; `time` is what is left."""

    agency: AgencyId
    by: int
    time: int
    kind: Literal["time_given"] = "time_given"


@dataclass(frozen=True, slots=True)
class MeansMoved:
    """A seat's own numbers after a change; None where unchanged. `next_time` is time for rounds to come."""

    agency: AgencyId
    backing: float | None = None
    flexibility: float | None = None
    walk_away: float | None = None
    next_time: int | None = None
    pledge_left: int | None = None
    kind: Literal["means_moved"] = "means_moved"


@dataclass(frozen=True, slots=True)
class WalkedOut:
    seat: AgencyId
    kind: Literal["walked_out"] = "walked_out"


@dataclass(frozen=True, slots=True)
class CameBack:
    seat: AgencyId
    kind: Literal["came_back"] = "came_back"


@dataclass(frozen=True, slots=True)
class MessageSent:
    seat: AgencyId
    to: AgencyId | None
    text: str
    kind: Literal["message_sent"] = "message_sent"
