"""What would open a way that is closed. Every change that is advised was tried first, on all packages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from game.analysis.space.deals import find_lanes, find_sincere, find_tempting
from game.analysis.space.domain import GRAIN, believed_at_first, believed_at_truth, domain_of
from game.analysis.space.grid import Grid
from game.analysis.space.study import Study
from game.record.sentences.narrator import listed, points
from game.rules.case import Agency, Case, Leverage
from game.rules.ids import AgencyId, IssueId, OptionId, RedLineId
from game.rules.judging.power import favourites, is_contested, strongest
from game.rules.ruleset import STANDARD
from game.rules.vocabulary import ForumVerdict, LeverageKind

MOST_STRENGTH = 3
"""The most that a scenario may give a lever."""

T = TypeVar("T")
Line = tuple[AgencyId, RedLineId]
Place = tuple[IssueId, OptionId]


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change that opens a way, in a sentence with the keys of the file in backticks; `key` is the first."""

    says: str
    key: str


def find_remedies(case: Case, space: Study) -> Mapping[ForumVerdict, Remedy]:
    """Find for each of the three ways that is closed what would open it."""
    found = {}
    if not space.sincere:
        found[ForumVerdict.SINCERE_AGREEMENT] = _let_one_be_meant(case)
    if not space.tempting:
        found[ForumVerdict.FALSE_COHERENCE] = _let_one_tempt(case)
    if space.lanes.weight < STANDARD.forum_complementarity:
        found[ForumVerdict.SIDE_BY_SIDE] = _let_lanes_go_far(case)
    return found


def _let_one_be_meant(case: Case) -> Remedy:
    lifted = _lift(case, _can_be_meant, "the deals that all could mean")
    if lifted is not None:
        return lifted
    modest = replace(case, agencies=tuple(replace(agency, walk_away=0) for agency in case.agencies))
    if _can_be_meant(modest):
        return Remedy("Lower `walk_away` of those who lose most, or add an option that joins them.", "walk_away")
    return Remedy("Add an option that joins those who lose most with the others.", "options")


def _let_lanes_go_far(case: Case) -> Remedy:
    lifted = _lift(case, _can_part, "the lanes that would gladly be kept to")
    return lifted or Remedy("Add options with one or two `carriers` who like them.", "carriers")


def _let_one_tempt(case: Case) -> Remedy:
    """Find the least change: red lines, leverage, carriers, or several."""
    lifted = _lift(case, _can_tempt, "the deals that would tempt")
    if lifted is not None:
        return lifted
    for power in strongest(case, case.agency_ids):
        for seek in (_raise, _hand, _grant, _lift_and_grant):
            remedy = seek(case, power)
            if remedy is not None:
                return remedy
    return _say_what_it_takes(case, strongest(case, case.agency_ids)[0])


def _can_tempt(case: Case) -> bool:
    return next(find_tempting(case, _at_first(case)), None) is not None


def _can_be_meant(case: Case) -> bool:
    return len(find_sincere(_at_first(case), _at_truth(case))) > 0


def _can_part(case: Case) -> bool:
    return find_lanes(case, _at_first(case), _at_truth(case)).weight >= STANDARD.forum_complementarity


def _at_first(case: Case) -> Grid:
    return Grid(domain_of(case, believed_at_first(case)))


def _at_truth(case: Case) -> Grid:
    return Grid(domain_of(case, believed_at_truth(case)))


def _lift(case: Case, is_open: Callable[[Case], bool], which: str) -> Remedy | None:
    """Find the red lines that close a way by themselves."""
    found = _least([*_lines(case)], lambda lines: is_open(_without(case, lines)))
    if found is None:
        return None
    lines, is_each_enough = found
    if len(lines) == 1:
        forbid, what = "forbids", "take it out or narrow its `when`"
    else:
        forbid = "forbid"
        what = "take one out or narrow its `when`" if is_each_enough else "take them all out, or narrow their `when`"
    return Remedy(f"{_named(lines)} {forbid} {which}; {what}.", "red_lines")


def _raise(case: Case, power: AgencyId) -> Remedy | None:
    weak = [lever.over for lever in case.agency(power).leverage if lever.strength < MOST_STRENGTH]
    found = _least(weak, lambda over: _can_tempt(_leaning(case, power, over)))
    if found is None:
        return None
    over, is_each_enough = found
    whom = listed(_quoted(over)) if not is_each_enough else " or ".join(_quoted(over))
    return Remedy(f"Raise the `strength` of the `leverage` of `{power}` over {whom} to {MOST_STRENGTH}.", "leverage")


def _grant(case: Case, power: AgencyId) -> Remedy | None:
    found = _least([*_not_held(case, power)], lambda over: _can_tempt(_leaning(case, power, over)))
    if found is None:
        return None
    over, is_each_enough = found
    whom = listed(_quoted(over)) if not is_each_enough else " or ".join(_quoted(over))
    return Remedy(f"Give `{power}` `leverage` of `strength` {MOST_STRENGTH} over {whom}.", "leverage")


def _hand(case: Case, power: AgencyId) -> Remedy | None:
    """Let those whom the strongest leans on carry what it wants."""
    leaned_on = [lever.over for lever in case.agency(power).leverage]
    wanted = [*_wanted(case, power)]
    hands = _least(leaned_on, lambda some: _can_tempt(_carried(case, wanted, some)))
    if hands is None:
        return None
    whom = hands[0][:1] if hands[1] else hands[0]
    options = _least(wanted, lambda some: _can_tempt(_carried(case, some, whom)))
    places = wanted if options is None else options[0][:1] if options[1] else options[0]
    carriers = {carrier for place in wanted for carrier in case.option(*place).carriers}
    why = f"Nobody that `{power}` leans on carries what it wants"
    if carriers & {*leaned_on}:
        why = f"Of those that `{power}` leans on, too few carry what it wants"
    named = listed(f"`{option}` on `{issue}`" for issue, option in places)
    return Remedy(f"{why}: name {listed(_quoted(whom))} among the `carriers` of {named}.", "carriers")


def _lift_and_grant(case: Case, power: AgencyId) -> Remedy | None:
    """Change both, where neither is enough."""
    everybody = [*_not_held(case, power)]
    found = _least([*_lines(case)], lambda lines: _can_tempt(_leaning(_without(case, lines), power, everybody)))
    if found is None:
        return None
    lines = found[0][:1] if found[1] else found[0]
    free = _without(case, lines)
    held = _least(everybody, lambda over: _can_tempt(_leaning(free, power, over)))
    over = everybody if held is None else held[0][:1] if held[1] else held[0]
    return Remedy(
        f"Two things together would let one tempt: give `{power}` `leverage` of `strength` {MOST_STRENGTH} over \
{listed(_quoted(over))}, and take out {_named(lines)}, or narrow what is forbidden there.",
        "leverage",
    )


def _say_what_it_takes(case: Case, power: AgencyId) -> Remedy:
    """Say what is missing where neither red lines nor leverage nor carriers alone are."""
    wanted = [*_wanted(case, power)]
    fought = listed(f"`{issue}`" for issue in dict.fromkeys(issue for issue, _ in wanted))
    if len({issue for issue, _ in wanted}) < 2:
        only, more = (f"only on {fought}", "on one more") if fought else ("nowhere", "on two issues")
        return Remedy(
            f"A trap takes two issues on which `{power}` wants something new that most others do not want, and it does \
{only}: {more}, give its highest `points` to such an option, not the `status_quo`.",
            "points",
        )
    dearest = STANDARD.threat_pain * MOST_STRENGTH
    costs = [f"`{agency}` {points(cost)}" for agency, cost in _costs(case, power).items() if cost > 0]
    return Remedy(
        f"What `{power}` wants on {fought} costs {listed(costs) or 'nobody anything'}, against walking away. Change \
`points` or `walk_away` so that it costs two or more something, each less than the {dearest:.0f} `points` that \
`leverage` can take; they should be among its `carriers`.",
        "points",
    )


def _costs(case: Case, power: AgencyId) -> Mapping[AgencyId, float]:
    """Say what others would lose, in points as they believe at first, where the strongest gets all it wants."""
    terms = dict(reversed([*_wanted(case, power)]))
    chosen = [terms.get(issue.id, issue.status_quo) for issue in case.issues]
    numbers = [[o.id for o in issue.options].index(o) for issue, o in zip(case.issues, chosen, strict=True)]
    grid = _at_first(case)
    place = int(np.ravel_multi_index(numbers, grid.domain.sizes))
    return {agency: -int(gains[place]) * GRAIN for agency, gains in zip(case.agency_ids, grid.gains, strict=True)}


def _least(parts: Sequence[T], is_enough: Callable[[Sequence[T]], bool]) -> tuple[Sequence[T], bool] | None:
    """Find all parts each of which is enough (True), or else some that are enough together (False), none too many."""
    if not parts or not is_enough(parts):
        return None
    alone = [part for part in parts if is_enough([part])]
    if alone:
        return alone, True
    needed = [*parts]
    for part in parts:
        fewer = [one for one in needed if one != part]
        if is_enough(fewer):
            needed = fewer
    return needed, False


def _lines(case: Case) -> Iterator[Line]:
    for agency in case.agencies:
        for line in agency.red_lines:
            yield agency.id, line.id


def _not_held(case: Case, power: AgencyId) -> Iterator[AgencyId]:
    """Name the others over whom the strongest has less leverage than it could have."""
    held = {lever.over for lever in case.agency(power).leverage if lever.strength >= MOST_STRENGTH}
    yield from (agency for agency in case.agency_ids if agency not in held | {power})


def _wanted(case: Case, power: AgencyId) -> Iterator[Place]:
    """Name what the strongest wants and most others do not (R6.1), short of what is there anyway."""
    mine = case.agency(power)
    others = [agency for agency in case.agencies if agency.id != power]
    for issue in case.issues:
        if is_contested(mine, others, issue.id):
            yield from (
                (issue.id, o.id) for o in issue.options if o.id in favourites(mine, issue.id) - {issue.status_quo}
            )


def _without(case: Case, lines: Sequence[Line]) -> Case:
    def freed(agency: Agency) -> Agency:
        return replace(agency, red_lines=tuple(line for line in agency.red_lines if (agency.id, line.id) not in lines))

    return replace(case, agencies=tuple(freed(agency) for agency in case.agencies))


def _leaning(case: Case, power: AgencyId, over: Sequence[AgencyId]) -> Case:
    """Give the strongest all the leverage there can be over some others."""

    def armed(agency: Agency) -> Agency:
        kept = tuple(lever for lever in agency.leverage if lever.over not in over)
        new = tuple(Leverage(other, LeverageKind.FUNDING, MOST_STRENGTH, "") for other in over)
        return replace(agency, leverage=(*kept, *new)) if agency.id == power else agency

    return replace(case, agencies=tuple(armed(agency) for agency in case.agencies))


def _carried(case: Case, places: Sequence[Place], by: Sequence[AgencyId]) -> Case:
    """Let some carry these options too."""
    issues = tuple(
        replace(
            issue,
            options=tuple(
                replace(option, carriers=tuple(dict.fromkeys((*option.carriers, *by))))
                if (issue.id, option.id) in places
                else option
                for option in issue.options
            ),
        )
        for issue in case.issues
    )
    return replace(case, issues=issues)


def _quoted(names: Sequence[str]) -> list[str]:
    return [f"`{name}`" for name in names]


def _named(lines: Sequence[Line]) -> str:
    return listed(f"`{line}` of `{agency}`" for agency, line in lines)
