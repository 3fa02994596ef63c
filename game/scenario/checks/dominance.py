"""Options that nobody could want: another one is at least as good for everybody, whatever the facts."""

from collections.abc import Iterator, Mapping
from itertools import permutations

from game.rules.case import Agency, Case, Fact, Issue, Option
from game.rules.conditions import IsCarrier, OptionAgreed, atoms_in
from game.rules.ids import AgencyId, OptionId
from game.rules.ruleset import STANDARD
from game.rules.scene import Role, role_of
from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node


def find_dominated_options(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of options that another beats: for every agency at least as good, effort counted, and better for one.

    Silent where anything else could speak for the option: a hidden mandate or red line that tells the two apart,
    effects, what it does for people, or how fast it can be carried out.
    """
    roles = {agency.id: role_of(case, STANDARD, agency.id) for agency in case.agencies}
    for issue in case.issues:
        options = root.get("issues").get(issue.id).get("options")
        told: set[OptionId] = set()
        for option, other in permutations(issue.options, 2):
            if option.id in (issue.status_quo, *told) or _has_other_merits(case, issue, option, other):
                continue
            if _is_dominated(case, roles, issue, option, other):
                told.add(option.id)
                message = f"The option {quote(option.id)} is no better than {quote(other.id)} for any agency and worse \
for some, whatever the facts; change points, or take it out."
                yield Finding(options.key(option.id), message, is_error=False)


def _is_dominated(case: Case, roles: Mapping[AgencyId, Role], issue: Issue, option: Option, other: Option) -> bool:
    """Say whether the other option is never worse for anybody, and better for somebody."""
    leads = [_leads(case.facts, role, issue, option, other) for role in roles.values()]
    return all(worst >= 0 for worst, _ in leads) and any(best > 0 for _, best in leads)


def _leads(facts: tuple[Fact, ...], role: Role, issue: Issue, option: Option, other: Option) -> tuple[float, float]:
    """Say by how many points the other option is ahead for an agency, at the worst and at the best state of facts."""
    points = role.agency.points[issue.id]
    ahead = float(points[other.id] - points[option.id])
    ahead -= role.burdens.get((issue.id, other.id), 0.0) - role.burdens.get((issue.id, option.id), 0.0)
    shifts = [_shift(fact, role.agency, issue, other) - _shift(fact, role.agency, issue, option) for fact in facts]
    return ahead + sum(min(0, shift) for shift in shifts), ahead + sum(max(0, shift) for shift in shifts)


def _shift(fact: Fact, agency: Agency, issue: Issue, option: Option) -> int:
    return fact.shifts.get(issue.id, {}).get(option.id, {}).get(agency.id, 0)


def _has_other_merits(case: Case, issue: Issue, option: Option, other: Option) -> bool:
    """Say whether something besides points, facts and effort may speak for the option."""
    return (
        bool(option.effects or other.effects)
        or _good_for_people(case.facts, issue, option, best=True)
        > _good_for_people(case.facts, issue, other, best=False)
        or any(other.id in fact.capacity.get(issue.id, {}) for fact in case.facts)
        or _are_told_apart(case, issue, option, other)
    )


def _good_for_people(facts: tuple[Fact, ...], issue: Issue, option: Option, *, best: bool) -> int:
    """Say what an option does for people at the best or the worst state of facts (R9.2)."""
    by_fact = (sum(fact.impact.get(issue.id, {}).get(option.id, {}).values()) for fact in facts)
    return sum(option.impact.values()) + sum(max(0, more) if best else min(0, more) for more in by_fact)


def _are_told_apart(case: Case, issue: Issue, option: Option, other: Option) -> bool:
    """Say whether a hidden mandate or a red line asks for one of the two, or for a carrier of only one."""
    only_one = set(option.carriers) ^ set(other.carriers)
    conditions = [one.condition for agency in case.agencies for one in agency.hidden]
    conditions += [one.condition for agency in case.agencies for one in agency.red_lines]
    for atom in (atom for condition in conditions for atom in atoms_in(condition)):
        match atom:
            case OptionAgreed(where, which) if where == issue.id and which in (option.id, other.id):
                return True
            case IsCarrier(agency, where) if where in (None, issue.id) and agency in only_one:
                return True
    return False


CHECKS = (find_dominated_options,)
