"""What is done between the meetings: talk, find out, call home, lean, our lane."""

from dataclasses import dataclass
from typing import Literal

from game.rules.ids import AgencyId, FactId, IssueId, NetworkId, OptionId, RedLineId, TextId, ThreatId


@dataclass(frozen=True, slots=True)
class Meet:
    """Talk face to face. One time."""

    seat: AgencyId
    whom: AgencyId
    kind: Literal["meet"] = "meet"


@dataclass(frozen=True, slots=True)
class Disclose:
    """Tell somebody I met this round what the options of an issue are worth to me; shaded: two options reversed."""

    seat: AgencyId
    whom: AgencyId
    issue: IssueId
    is_shaded: bool = False
    kind: Literal["disclose"] = "disclose"


@dataclass(frozen=True, slots=True)
class Share:
    """Tell somebody, or the room (None), a fact; spun: say the opposite of what I know."""

    seat: AgencyId
    fact: FactId
    whom: AgencyId | None
    is_spun: bool = False
    kind: Literal["share"] = "share"


@dataclass(frozen=True, slots=True)
class Investigate:
    """Find out a fact by myself. Its difficulty in time."""

    seat: AgencyId
    fact: FactId
    kind: Literal["investigate"] = "investigate"


@dataclass(frozen=True, slots=True)
class AssessJointly:
    """Find out a fact with partners; it happens once all of them have said the same. One time, set aside at once."""

    seat: AgencyId
    fact: FactId
    partners: tuple[AgencyId, ...]
    """The others, without me."""
    kind: Literal["assess_jointly"] = "assess_jointly"


@dataclass(frozen=True, slots=True)
class CableHome:
    """Ask headquarters to waive a red line from the next round on. One time."""

    seat: AgencyId
    red_line: RedLineId
    kind: Literal["cable_home"] = "cable_home"


@dataclass(frozen=True, slots=True)
class ConsultHome:
    """Bring my own house along. One time."""

    seat: AgencyId
    kind: Literal["consult_home"] = "consult_home"


@dataclass(frozen=True, slots=True)
class Caucus:
    """Sit down with my network; it is held once a second member joins. One time, set aside at once."""

    seat: AgencyId
    network: NetworkId
    issue: IssueId
    kind: Literal["caucus"] = "caucus"


@dataclass(frozen=True, slots=True)
class Press:
    """Threaten somebody I have leverage over, for a text. One time."""

    seat: AgencyId
    whom: AgencyId
    text: TextId
    kind: Literal["press"] = "press"


@dataclass(frozen=True, slots=True)
class WithdrawPressure:
    seat: AgencyId
    threat: ThreatId
    kind: Literal["withdraw_pressure"] = "withdraw_pressure"


@dataclass(frozen=True, slots=True)
class Pledge:
    """Promise somebody points of my budget if a text comes into force."""

    seat: AgencyId
    whom: AgencyId
    text: TextId
    points: int
    kind: Literal["pledge"] = "pledge"


@dataclass(frozen=True, slots=True)
class DeclareLane:
    """Say in public what we will do anyway, beside the others, whatever is signed."""

    seat: AgencyId
    issue: IssueId
    option: OptionId
    kind: Literal["declare_lane"] = "declare_lane"
