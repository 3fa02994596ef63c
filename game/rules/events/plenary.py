"""Events at the table: before the room, but for stances until they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.rules.ids import AgencyId, FactId, IssueId, TextId
from game.rules.judgement import Judgement
from game.rules.room import Conclave, Motion
from game.rules.texts import Accord, Version
from game.rules.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Tabled:
    text: TextId
    sponsors: tuple[AgencyId, ...]
    invited: tuple[AgencyId, ...]
    version: Version
    kind: Literal["tabled"] = "tabled"


@dataclass(frozen=True, slots=True)
class Amended:
    text: TextId
    version: Version
    kind: Literal["amended"] = "amended"


@dataclass(frozen=True, slots=True)
class StanceTaken:
    """A stance not yet shown. For the seat alone."""

    seat: AgencyId
    text: TextId
    stance: Stance
    kind: Literal["stance_taken"] = "stance_taken"


@dataclass(frozen=True, slots=True)
class StancesReady:
    """A seat has taken all its stances."""

    seat: AgencyId
    kind: Literal["stances_ready"] = "stances_ready"


@dataclass(frozen=True, slots=True)
class StancesShown:
    text: TextId
    stances: Mapping[AgencyId, Stance]
    changed: tuple[AgencyId, ...]
    """Who showed another stance on this text before."""
    at: int
    kind: Literal["stances_shown"] = "stances_shown"


@dataclass(frozen=True, slots=True)
class Challenged:
    """A claim is challenged before the room. `was_spun` says how it came out; if so, the fact is opened next."""

    seat: AgencyId
    whom: AgencyId
    fact: FactId
    was_spun: bool
    at: int
    kind: Literal["challenged"] = "challenged"


@dataclass(frozen=True, slots=True)
class PointConceded:
    seat: AgencyId
    whom: AgencyId
    is_about_power: bool
    kind: Literal["point_conceded"] = "point_conceded"


@dataclass(frozen=True, slots=True)
class PowerNamed:
    """A weaker seat said aloud who holds the power."""

    seat: AgencyId
    strongest: tuple[AgencyId, ...]
    kind: Literal["power_named"] = "power_named"


@dataclass(frozen=True, slots=True)
class MotionOpened:
    motion: Motion
    kind: Literal["motion_opened"] = "motion_opened"


@dataclass(frozen=True, slots=True)
class MotionAnswered:
    seat: AgencyId
    is_aye: bool
    kind: Literal["motion_answered"] = "motion_answered"


@dataclass(frozen=True, slots=True)
class MotionClosed:
    """A vote is over; `forum` is the forum as it now is."""

    motion: Motion
    is_carried: bool
    forum: Conclave
    kind: Literal["motion_closed"] = "motion_closed"


@dataclass(frozen=True, slots=True)
class DoubtRaised:
    """A seat said how far it really supports a text, -1..1."""

    seat: AgencyId
    text: TextId
    support: float
    stance: Stance
    """The stance that fits that support, shown from now on."""
    kind: Literal["doubt_raised"] = "doubt_raised"


@dataclass(frozen=True, slots=True)
class DoubtAnswered:
    """A party lets a doubt stand without joining it."""

    seat: AgencyId
    kind: Literal["doubt_answered"] = "doubt_answered"


@dataclass(frozen=True, slots=True)
class DoubtClosed:
    text: TextId
    kind: Literal["doubt_closed"] = "doubt_closed"


@dataclass(frozen=True, slots=True)
class SignatureCalled:
    seat: AgencyId
    text: TextId
    version: int
    kind: Literal["signature_called"] = "signature_called"


@dataclass(frozen=True, slots=True)
class CallClosed:
    """A call for signature is dealt with: see `CameIntoForce` or `FellThrough` before it."""

    text: TextId
    kind: Literal["call_closed"] = "call_closed"


@dataclass(frozen=True, slots=True)
class SignatureGiven:
    """A party signed, signed but for one term, or declined."""

    seat: AgencyId
    text: TextId
    is_signed: bool
    reserved: IssueId | None
    at: int
    kind: Literal["signature_given"] = "signature_given"


@dataclass(frozen=True, slots=True)
class CameIntoForce:
    accord: Accord
    replaces: tuple[TextId, ...]
    kind: Literal["came_into_force"] = "came_into_force"


@dataclass(frozen=True, slots=True)
class FellThrough:
    """A text was called and did not come into force: why (a code), and through whom."""

    text: TextId
    why: str
    through: tuple[AgencyId, ...]
    kind: Literal["fell_through"] = "fell_through"


@dataclass(frozen=True, slots=True)
class AccordJudged:
    """What the engine finds in an accord as signed (for nobody's eyes before the debrief)."""

    judgement: Judgement
    kind: Literal["accord_judged"] = "accord_judged"
