"""Conditions: not too deep to follow; and red lines that are crossed as found, never or always."""

from collections.abc import Iterator

from pydantic import ValidationError

from game.rules.case import Case
from game.rules.conditions import Condition, World, holds
from game.rules.ids import AgencyId, IssueId, OptionId
from game.scenario.building import build_condition
from game.scenario.checks.possibility import Circumstances, Effort, can_hold
from game.scenario.forms import ConditionForm
from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node

DEEPEST = 5
"""How many of `all`, `any`, `not` may stand inside each other."""
MOST_PARTS = 30
_ON_PAPER = Circumstances(is_on_paper=True)


def find_deep_conditions(root: Node) -> Iterator[Finding]:
    """Report conditions nobody can follow."""
    for _, agency in root.get("agencies").pairs():
        for key in ("hidden", "red_lines"):
            for _, one in agency.get(key).pairs():
                depth = _depth(one.get("when"))
                if depth > DEEPEST:
                    message = f"This condition has {depth} levels of `all`, `any` and `not`; use at most {DEEPEST}."
                    yield Finding(one.key("when"), message)
                elif (parts := _parts(one.get("when"))) > MOST_PARTS:
                    message = f"This condition has {parts} parts; use at most {MOST_PARTS}."
                    yield Finding(one.key("when"), message)


def _depth(condition: Node) -> int:
    parts = _inside(condition)
    return 1 + max(map(_depth, parts)) if parts else 0


def _parts(condition: Node) -> int:
    return 1 + sum(map(_parts, _inside(condition)))


def _inside(condition: Node) -> list[Node]:
    parts = [part for key in ("all", "any") for part in condition.get(key).items]
    return [*parts, condition.get("not")] if condition.get("not").is_mapping else parts


def find_crossed_lines(root: Node) -> Iterator[Finding]:
    """Report red lines that are crossed as things stand."""
    worlds = _worlds_as_found(root)
    for _, agency in root.get("agencies").pairs():
        for id_, line in agency.get("red_lines").pairs():
            condition = read_condition(line.get("when"))
            if condition is not None and any(holds(condition, world) for world in worlds):
                message = f"The red line {quote(id_)} is crossed as things stand, without any accord; name in `when` \
what an accord would have to change."
                yield Finding(line.key("when"), message)


def read_condition(node: Node) -> Condition | None:
    """Build a condition; None where its shape is wrong, which is told already."""
    try:
        return build_condition(ConditionForm.model_validate(node.value))
    except ValidationError:
        return None


def _worlds_as_found(root: Node) -> tuple[World, World]:
    """Build the world with nothing agreed, and the same written down as a text that changes nothing."""
    chair = root.get("forum").get("chair").word
    seated = AgencyId(chair) if chair is not None else None
    found = {IssueId(id_): OptionId(issue.get("status_quo").word or "") for id_, issue in root.get("issues").pairs()}
    return World({}, frozenset(), seated, {}), World(found, frozenset(), seated, {})


def find_idle_lines(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of red lines that nothing can cross, and of those that every accord of the agency crosses."""
    effort = Effort()
    for agency in case.agencies:
        lines = root.get("agencies").get(agency.id).get("red_lines")
        signed = Circumstances(is_agreed=True, party=agency.id, is_on_paper=True)
        for line in agency.red_lines:
            if not can_hold(line.condition, case, effort, _ON_PAPER):
                message = f"Nothing can ever cross the red line {quote(line.id)}; check its `when`."
            elif not can_hold(line.condition, case, effort, signed, is_wanted=False):
                message = f"Every accord that {quote(agency.id)} could sign crosses its red line {quote(line.id)}; \
check its `when`."
            else:
                continue
            yield Finding(lines.key(line.id), message, is_error=False)


BREAKING = (find_deep_conditions,)
FLAWS = (find_crossed_lines,)
WARNINGS = (find_idle_lines,)
