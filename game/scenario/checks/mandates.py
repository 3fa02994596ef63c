"""Hidden mandates that cannot matter."""

from collections.abc import Iterator

from game.rules.case import Case, HiddenMandate
from game.scenario.checks.possibility import Circumstances, Effort, can_hold
from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node

_AGREED = Circumstances(is_agreed=True)


def find_idle_mandates(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of hidden mandates that come true never, always or alike in every accord, or are worth nothing."""
    effort = Effort()
    for agency in case.agencies:
        mandates = root.get("agencies").get(agency.id).get("hidden")
        for mandate in agency.hidden:
            if why := _idleness(mandate, case, effort):
                message = f"The hidden mandate {quote(mandate.id)} {why}."
                yield Finding(mandates.key(mandate.id), message, is_error=False)


def _idleness(mandate: HiddenMandate, case: Case, effort: Effort) -> str:
    """Say why a mandate cannot matter; nothing if it can."""
    when = mandate.condition
    if mandate.points == 0:
        return "is worth no points; give it some"
    if not can_hold(when, case, effort):
        return "can never come true; check its `when`"
    if not can_hold(when, case, effort, is_wanted=False):
        return "always comes true; check its `when`"
    if not can_hold(when, case, effort, _AGREED, is_wanted=False):
        return "comes true with every accord, whatever is in it; check its `when`, or lower `walk_away` instead"
    if not can_hold(when, case, effort, _AGREED):
        return "comes true only where nothing is agreed; check its `when`, or raise `walk_away` instead"
    return ""


CHECKS = (find_idle_mandates,)
