"""Who sits on a seat, as the journal keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.rules.ids import AgencyId


class HolderKind(StrEnum):
    PERSON = "person"
    COMPUTER = "computer"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Holder:
    """A person by name, a computer with its manner and level, or nobody.

    A `token` lets a person take the seat again; a level of "" is a practitioner's.
    """

    kind: HolderKind
    name: str = ""
    manner: str = ""
    token: str = ""
    level: str = ""

    @property
    def is_person(self) -> bool:
        """Say whether a person plays the seat."""
        return self.kind is HolderKind.PERSON

    @property
    def is_computer(self) -> bool:
        """Say whether a computer plays the seat."""
        return self.kind is HolderKind.COMPUTER

    @property
    def is_absent(self) -> bool:
        """Say whether nobody plays the seat."""
        return self.kind is HolderKind.ABSENT


ABSENT = Holder(HolderKind.ABSENT)

Roster = Mapping[AgencyId, Holder]
"""Every seat of the case, in the order of the file."""


def person(name: str = "", token: str = "") -> Holder:
    """Seat a person."""
    return Holder(HolderKind.PERSON, name=name, token=token)


def computer(manner: str, level: str = "") -> Holder:
    """Seat a computer that plays in this manner, at this level."""
    return Holder(HolderKind.COMPUTER, manner=manner, level=level)
