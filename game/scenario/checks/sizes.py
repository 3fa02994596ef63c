"""How many there may be of what, and how long a role sheet is."""

from collections.abc import Iterator

from game.scenario.forms import LONGEST_SHORT
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
LONGEST_SHEET = 250
"""Words."""


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


def find_long_sheets(root: Node) -> Iterator[Finding]:
    """Report role sheets nobody would read before a game."""
    for id_, agency in root.get("agencies").pairs():
        texts = [agency.get("mandate"), agency.get("brief")]
        for key in ("hidden", "red_lines"):
            texts += [one.get("text") for _, one in agency.get(key).pairs()]
        words = sum(len((text.word or "").split()) for text in texts)
        if words > LONGEST_SHEET:
            message = (
                f"The role sheet of {quote(id_)} has {words} words; shorten it to {LONGEST_SHEET} (mandate, brief, \
hidden mandates and red lines together)."
            )
            yield Finding(root.get("agencies").key(id_), message)


def find_long_names(root: Node) -> Iterator[Finding]:
    """Report names that are too long for narrow columns and have no short form."""
    for id_, agency in root.get("agencies").pairs():
        name = (agency.get("name").word or "").strip()
        if len(name) > LONGEST_SHORT and "short" not in agency.entries:
            message = f"The name of {quote(id_)} has {len(name)} characters; add `short` with at most {LONGEST_SHORT}."
            yield Finding(agency.key("name"), message, "short")


CHECKS = (find_wrong_counts, find_long_sheets, find_long_names)
