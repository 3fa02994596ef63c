"""Can a condition come true at all? Answered by trying every world that makes a difference to it."""

from collections.abc import Iterator, Mapping
from itertools import islice, product

from game.rules.case import Case, Option
from game.rules.conditions import (
    AllOf,
    AnyOf,
    Condition,
    IsCarrier,
    IsChair,
    IsParty,
    NotOf,
    OptionAgreed,
    World,
    holds,
)
from game.rules.ids import AgencyId, IssueId, OptionId

MOST_WORLDS = 4096
"""Beyond so many worlds a condition is given the benefit of the doubt."""

_Atom = OptionAgreed | IsParty | IsChair | IsCarrier


def can_hold(condition: Condition, case: Case, *, is_wanted: bool = True) -> bool:
    """Say whether some world makes the condition true (or, not wanted, false)."""
    tried = 0
    for world in islice(_worlds(condition, case), MOST_WORLDS):
        if holds(condition, world) == is_wanted:
            return True
        tried += 1
    return tried == MOST_WORLDS


def _worlds(condition: Condition, case: Case) -> Iterator[World]:
    """Go through the worlds that the condition can tell apart."""
    atoms = tuple(_atoms(condition))
    settlements: list[tuple[Option | None, ...]] = [_tellable(case, issue.id, atoms) for issue in case.issues]
    chairs = [*dict.fromkeys(atom.agency for atom in atoms if isinstance(atom, IsChair)), None]
    members = list(dict.fromkeys(atom.agency for atom in atoms if isinstance(atom, IsParty)))
    for chair in chairs:
        for joined in product((True, False), repeat=len(members)):
            parties = frozenset(member for member, is_in in zip(members, joined, strict=True) if is_in)
            for chosen in product(*settlements):
                agreed = {issue.id: option for issue, option in zip(case.issues, chosen, strict=True) if option}
                yield _world(agreed, parties, chair)


def _world(agreed: Mapping[IssueId, Option], parties: frozenset[AgencyId], chair: AgencyId | None) -> World:
    terms: dict[IssueId, OptionId] = {issue: option.id for issue, option in agreed.items()}
    return World(terms, parties, chair, {issue: option.carriers for issue, option in agreed.items()})


def _tellable(case: Case, issue: IssueId, atoms: tuple[_Atom, ...]) -> tuple[Option | None, ...]:
    """Choose one option for each way in which the atoms can tell the issue's options apart; None is no term."""
    kinds: dict[tuple[bool, ...], Option | None] = {tuple(False for _ in atoms): None}
    for option in case.issue(issue).options:
        kinds.setdefault(tuple(_is_met(atom, issue, option) for atom in atoms), option)
    return tuple(kinds.values())


def _is_met(atom: _Atom, issue: IssueId, option: Option) -> bool:
    match atom:
        case OptionAgreed(where, what):
            return where == issue and what == option.id
        case IsCarrier(agency, where):
            return where in (None, issue) and agency in option.carriers
    return False


def _atoms(condition: Condition) -> Iterator[_Atom]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _atoms(part)
        case NotOf(part):
            yield from _atoms(part)
        case _:
            yield condition
