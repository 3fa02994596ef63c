"""Fewer options: values that are worth nearly the same to everybody become one."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from game.scenario.domains.negotiation import DomainIssue, Negotiation, Value, scale_to_one

Worths = npt.NDArray[np.float64]
_MOST_NAMED = 3


def merge_values(negotiation: Negotiation, most: int) -> Negotiation:
    """Merge the values of every issue until there are at most so many options, the added status quo counted in."""
    issues, columns, notes = [], [], list(negotiation.domain.notes)
    for number, issue in enumerate(negotiation.domain.issues):
        room = most if issue.has_status_quo else most - 1
        worths = np.array([profile.worths[number] for profile in negotiation.profiles]).T
        groups = _group(worths, issue, room)
        merged = np.array([worths[group].mean(axis=0) for group in groups])
        if len(groups) < len(issue.values):
            off = max(float(np.abs(worths[group] - merged[at]).max()) for at, group in enumerate(groups))
            notes.append(
                f"{issue.name}: {len(issue.values)} values became {room} options; a merged option is worth the mean of \
its values, at most {100 * off:.2g} points away from any"
            )
        issues.append(replace(issue, values=tuple(_merge(issue, group) for group in groups)))
        columns.append(merged)
    profiles = tuple(
        scale_to_one(replace(one, worths=tuple(tuple(float(w) for w in column[:, at]) for column in columns)))
        for at, one in enumerate(negotiation.profiles)
    )
    return Negotiation(replace(negotiation.domain, issues=tuple(issues), notes=tuple(notes)), profiles)


def _group(worths: Worths, issue: DomainIssue, room: int) -> list[list[int]]:
    """Join the two groups that lie closest (by the farthest of their values) until few enough are left.

    `worths` is values by parties. The status quo is never joined.
    """
    groups: dict[int, list[int]] = {at: [at] for at in range(len(worths))}
    apart: Worths = np.max(np.abs(worths[:, None, :] - worths[None, :, :]), axis=2)
    np.fill_diagonal(apart, np.inf)
    for at, value in enumerate(issue.values):
        if value.is_status_quo:
            apart[at, :] = apart[:, at] = np.inf
    while len(groups) > room:
        one, other = sorted(int(at) for at in np.unravel_index(int(np.argmin(apart)), apart.shape))
        groups[one] = sorted(groups[one] + groups.pop(other))
        farthest = np.maximum(apart[one], apart[other])
        apart[one, :] = apart[:, one] = farthest
        apart[other, :] = apart[:, other] = np.inf
        apart[one, one] = np.inf
    return [groups[at] for at in sorted(groups)]


def _merge(issue: DomainIssue, group: list[int]) -> Value:
    values = [issue.values[at] for at in group]
    if len(values) == 1:
        return values[0]
    names = [value.name for value in values]
    named = names if len(names) <= _MOST_NAMED else [names[0], "…", names[-1]]
    return Value(" / ".join(named))
