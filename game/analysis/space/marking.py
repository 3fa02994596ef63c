"""Conditions over all packages at once."""

from functools import reduce
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from game.rules.case import Case
from game.rules.conditions import AllOf, AnyOf, Condition, IsCarrier, IsChair, IsParty, NotOf, OptionAgreed
from game.rules.ids import AgencyId, IssueId

Flags = NDArray[np.bool_]


def mark(condition: Condition, case: Case, parties: frozenset[AgencyId]) -> Flags:
    """Mark the packages in which a condition holds, agreed between these parties under the chair as found.

    What settles nothing is marked as if it were agreed, too. The flags have an axis for each issue, of length 1 where
    the condition does not ask for it.
    """
    match condition:
        case OptionAgreed(issue, option):
            return _by_option(case, issue, [one.id == option for one in case.issue(issue).options])
        case IsParty(agency):
            return _always(case, agency in parties)
        case IsChair(agency):
            return _always(case, agency == case.forum.chair)
        case IsCarrier(agency, issue):
            asked = [one.id for one in case.issues if issue in (None, one.id)]
            return reduce(np.logical_or, (_carried(case, agency, one) for one in asked))
        case AllOf(parts):
            return reduce(np.logical_and, (mark(part, case, parties) for part in parts), _always(case, True))
        case AnyOf(parts):
            return reduce(np.logical_or, (mark(part, case, parties) for part in parts), _always(case, False))
        case NotOf(part):
            return ~mark(part, case, parties)
        case _:
            assert_never(condition)


def _always(case: Case, value: bool) -> Flags:
    return np.full([1] * len(case.issues), value)


def _carried(case: Case, agency: AgencyId, issue: IssueId) -> Flags:
    return _by_option(case, issue, [agency in option.carriers for option in case.issue(issue).options])


def _by_option(case: Case, issue: IssueId, flags: list[bool]) -> Flags:
    """Lay flags of an issue's options along its axis; its status quo is no term of anything."""
    axis = [one.id for one in case.issues].index(issue)
    found = case.issue(issue).status_quo
    shape = [1] * len(case.issues)
    shape[axis] = len(flags)
    settled = [flag and option.id != found for flag, option in zip(flags, case.issue(issue).options, strict=True)]
    return np.array(settled).reshape(shape)
