"""How many there may be of what."""

from collections.abc import Iterator

from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node

AGENCIES = (3, 8)
ISSUES = (2, 12)
OPTIONS = (2, 6)
FACTS = (0, 30)
EVENTS = (0, 30)
SECRETS = (0, 8)
"""Hidden mandates, and red lines, of one agency."""


def find_wrong_counts(root: Node) -> Iterator[Finding]:
    """Report too few or too many agencies, issues, or options of an issue."""
    yield from _count(root, "agencies", AGENCIES, "A scenario")
    yield from _count(root, "issues", ISSUES, "A scenario")
    yield from _count(root, "facts", FACTS, "A scenario")
    yield from _count(root, "events", EVENTS, "A scenario")
    for id_, issue in root.get("issues").pairs():
        yield from _count(issue, "options", OPTIONS, f"The issue {quote(id_)}")
    for id_, agency in root.get("agencies").pairs():
        yield from _count(agency, "hidden", SECRETS, quote(id_))
        yield from _count(agency, "red_lines", SECRETS, quote(id_))


def _count(owner: Node, key: str, bounds: tuple[int, int], who: str) -> Iterator[Finding]:
    node = owner.get(key)
    count = len(node.entries)
    if node.is_mapping and not bounds[0] <= count <= bounds[1]:
        what = key.replace("_", " ") if key != "hidden" else "hidden mandates"
        verb = "add some" if count < bounds[0] else "take some out"
        yield Finding(owner.key(key), f"{who} must have {bounds[0]} to {bounds[1]} {what}, not {count}; {verb}.")


CHECKS = (find_wrong_counts,)
