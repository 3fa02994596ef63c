"""The closed list of what an occurrence or an agreed option can bring about."""

from dataclasses import dataclass
from typing import Literal

from game.rules.ids import AgencyId, FactId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class TurnFact:
    """A fact changes on the ground; whoever is not named in `known_to` no longer knows."""

    fact: FactId
    to: bool
    known_to: tuple[AgencyId, ...] = ()
    kind: Literal["turn_fact"] = "turn_fact"


@dataclass(frozen=True, slots=True)
class RevealFact:
    """A fact becomes known to everybody."""

    fact: FactId
    kind: Literal["reveal_fact"] = "reveal_fact"


@dataclass(frozen=True, slots=True)
class GainTime:
    """An agency has more (or less) time: in this round if it comes with the situation, else from the next."""

    agency: AgencyId
    by: int
    kind: Literal["gain_time"] = "gain_time"


@dataclass(frozen=True, slots=True)
class ShiftFlexibility:
    """A headquarters becomes more or less flexible."""

    agency: AgencyId
    by: float
    kind: Literal["shift_flexibility"] = "shift_flexibility"


@dataclass(frozen=True, slots=True)
class ShiftBacking:
    """An agency's own house becomes more or less agreed."""

    agency: AgencyId
    by: float
    kind: Literal["shift_backing"] = "shift_backing"


@dataclass(frozen=True, slots=True)
class ShiftWalkAway:
    """What no accord at all is worth to an agency changes, in points."""

    agency: AgencyId
    by: int
    kind: Literal["shift_walk_away"] = "shift_walk_away"


@dataclass(frozen=True, slots=True)
class HurtTrust:
    """One agency's trust in another falls as for pressure (R4.4), without a scar."""

    truster: AgencyId
    trusted: AgencyId
    kind: Literal["hurt_trust"] = "hurt_trust"


@dataclass(frozen=True, slots=True)
class TakeFloorMove:
    """Headquarters takes back this round's floor move: what "comes down from above"."""

    agency: AgencyId
    kind: Literal["take_floor_move"] = "take_floor_move"


@dataclass(frozen=True, slots=True)
class ShiftCapacity:
    """An option can be carried out faster or slower in the year after; the sum is kept within 0..1."""

    issue: IssueId
    option: OptionId
    by: float
    kind: Literal["shift_capacity"] = "shift_capacity"


Effect = (
    TurnFact
    | RevealFact
    | GainTime
    | ShiftFlexibility
    | ShiftBacking
    | ShiftWalkAway
    | HurtTrust
    | TakeFloorMove
    | ShiftCapacity
)
