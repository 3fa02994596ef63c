"""What is said before, beside and at the end of every phase."""

from dataclasses import dataclass
from typing import Literal

from game.rules.ids import AgencyId
from game.rules.vocabulary import DecisionRule, ForumKind, Purpose


@dataclass(frozen=True, slots=True)
class Convene:
    """Set what the forum is (R2.1). Convening, chair only."""

    seat: AgencyId
    forum: ForumKind
    invited: tuple[AgencyId, ...]
    purpose: Purpose | None
    rule: DecisionRule
    kind: Literal["convene"] = "convene"


@dataclass(frozen=True, slots=True)
class SendMessage:
    """Write to somebody, or to the room (None). Carries no rule."""

    seat: AgencyId
    to: AgencyId | None
    text: str
    kind: Literal["send_message"] = "send_message"


@dataclass(frozen=True, slots=True)
class Pass:
    """Do no more in this phase; in a vote or a doubt: do not join."""

    seat: AgencyId
    kind: Literal["pass"] = "pass"
