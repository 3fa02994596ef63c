"""What is done at the table: floor moves, stances and signatures."""

from dataclasses import dataclass
from typing import Literal

from game.rules.ids import AgencyId, FactId, IssueId, NetworkId, TextId
from game.rules.texts import Term
from game.rules.vocabulary import Purpose, Stance


@dataclass(frozen=True, slots=True)
class Table:
    """Put a text on the table; `network` where a caucus tables as one."""

    seat: AgencyId
    terms: tuple[Term, ...]
    parties: tuple[AgencyId, ...]
    network: NetworkId | None = None
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Amend:
    """Replace a text by a new version; stances and signatures lapse."""

    seat: AgencyId
    text: TextId
    terms: tuple[Term, ...]
    parties: tuple[AgencyId, ...]
    kind: Literal["amend"] = "amend"


@dataclass(frozen=True, slots=True)
class TakeStance:
    seat: AgencyId
    text: TextId
    stance: Stance
    kind: Literal["take_stance"] = "take_stance"


@dataclass(frozen=True, slots=True)
class Challenge:
    """Say before the room that what somebody told me about a fact is not so."""

    seat: AgencyId
    whom: AgencyId
    fact: FactId
    kind: Literal["challenge"] = "challenge"


@dataclass(frozen=True, slots=True)
class ConcedePoint:
    """Grant somebody who challenged me, objected to my text or named power that they have a point."""

    seat: AgencyId
    whom: AgencyId
    kind: Literal["concede_point"] = "concede_point"


@dataclass(frozen=True, slots=True)
class NamePower:
    """Say aloud who holds the power in this room."""

    seat: AgencyId
    kind: Literal["name_power"] = "name_power"


@dataclass(frozen=True, slots=True)
class MoveProcedure:
    """Move that the chair, the invited or the purpose change; the same command by another seat votes for it."""

    seat: AgencyId
    chair: AgencyId | None = None
    invite: tuple[AgencyId, ...] = ()
    purpose: Purpose | None = None
    kind: Literal["move_procedure"] = "move_procedure"


@dataclass(frozen=True, slots=True)
class RaiseDoubt:
    """Say the quiet part aloud: how far I really support a text."""

    seat: AgencyId
    text: TextId
    kind: Literal["raise_doubt"] = "raise_doubt"


@dataclass(frozen=True, slots=True)
class CallSignature:
    seat: AgencyId
    text: TextId
    kind: Literal["call_signature"] = "call_signature"


@dataclass(frozen=True, slots=True)
class WalkOut:
    seat: AgencyId
    kind: Literal["walk_out"] = "walk_out"


@dataclass(frozen=True, slots=True)
class ComeBack:
    seat: AgencyId
    kind: Literal["come_back"] = "come_back"


@dataclass(frozen=True, slots=True)
class Sign:
    seat: AgencyId
    text: TextId
    kind: Literal["sign"] = "sign"


@dataclass(frozen=True, slots=True)
class SignWithReservation:
    """Sign all of a text but one named term."""

    seat: AgencyId
    text: TextId
    issue: IssueId
    kind: Literal["sign_with_reservation"] = "sign_with_reservation"


@dataclass(frozen=True, slots=True)
class Decline:
    seat: AgencyId
    text: TextId
    kind: Literal["decline"] = "decline"
