"""Conditions that hidden mandates and red lines are written in, and the world they are held against."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from game.rules.ids import AgencyId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class OptionAgreed:
    """Hold if the option is a term of an accord."""

    issue: IssueId
    option: OptionId
    kind: Literal["agreed"] = "agreed"


@dataclass(frozen=True, slots=True)
class IsParty:
    """Hold if the agency is a party to an accord."""

    agency: AgencyId
    kind: Literal["party"] = "party"


@dataclass(frozen=True, slots=True)
class IsChair:
    """Hold if the agency chairs the forum."""

    agency: AgencyId
    kind: Literal["chairs"] = "chairs"


@dataclass(frozen=True, slots=True)
class IsCarrier:
    """Hold if the agency carries an agreed term (of this issue, where one is named)."""

    agency: AgencyId
    issue: IssueId | None = None
    kind: Literal["carries"] = "carries"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Hold if every part holds."""

    of: "tuple[Condition, ...]"
    kind: Literal["all"] = "all"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Hold if at least one part holds."""

    of: "tuple[Condition, ...]"
    kind: Literal["any"] = "any"


@dataclass(frozen=True, slots=True)
class NotOf:
    """Hold if the part does not."""

    of: "Condition"
    kind: Literal["not"] = "not"


Atom = OptionAgreed | IsParty | IsChair | IsCarrier
Condition = Atom | AllOf | AnyOf | NotOf


@dataclass(frozen=True, slots=True)
class World:
    """What is agreed, by whom, under which chair: all that a condition can ask about."""

    agreed: Mapping[IssueId, OptionId]
    parties: frozenset[AgencyId]
    chair: AgencyId | None
    carriers: Mapping[IssueId, tuple[AgencyId, ...]]
    """Who carries each agreed term."""


def holds(condition: Condition, world: World) -> bool:
    """Say whether the condition holds in the world."""
    match condition:
        case OptionAgreed(issue, option):
            return world.agreed.get(issue) == option
        case IsParty(agency):
            return agency in world.parties
        case IsChair(agency):
            return agency == world.chair
        case IsCarrier(agency, None):
            return any(agency in carriers for carriers in world.carriers.values())
        case IsCarrier(agency, issue):
            return issue is not None and agency in world.carriers.get(issue, ())
        case AllOf(parts):
            return all(holds(part, world) for part in parts)
        case AnyOf(parts):
            return any(holds(part, world) for part in parts)
        case NotOf(part):
            return not holds(part, world)
        case _:
            assert_never(condition)


def atoms_in(condition: Condition) -> Iterator[Atom]:
    """Go through what a condition is made of, `all`, `any` and `not` taken apart."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from atoms_in(part)
        case NotOf(part):
            yield from atoms_in(part)
        case _:
            yield condition


def issues_in(condition: Condition) -> frozenset[IssueId]:
    """Name the issues on whose settlement the condition turns (for carrying anything at all, see below)."""
    named = (atom.issue for atom in atoms_in(condition) if isinstance(atom, OptionAgreed | IsCarrier))
    return frozenset(issue for issue in named if issue is not None)


def depends_on_carrying(condition: Condition) -> bool:
    """Say whether the condition asks if somebody carries any term at all."""
    return any(isinstance(atom, IsCarrier) and atom.issue is None for atom in atoms_in(condition))


def depends_on_parties(condition: Condition) -> bool:
    """Say whether the condition asks who is a party."""
    return any(isinstance(atom, IsParty) for atom in atoms_in(condition))
