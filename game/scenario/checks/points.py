"""The points of every agency: complete, and 100 for getting the best of everything."""

from collections.abc import Iterator

from game.scenario.nearness import nearest, quote
from game.scenario.problems import Finding
from game.scenario.tree import Node

BEST_TOTAL = 100


def find_missing_points(root: Node) -> Iterator[Finding]:
    """Report issues and options an agency has no points for."""
    for agency_id, agency in root.get("agencies").pairs():
        points = agency.get("points")
        if not points.is_mapping:
            continue
        for issue_id, issue in root.get("issues").pairs():
            given = points.get(issue_id)
            if issue_id not in points.entries:
                if not _is_meant(issue_id, points, root.get("issues")):
                    message = f"{quote(agency_id)} has no points for issue {quote(issue_id)}; add them."
                    yield Finding(agency.key("points"), message, issue_id)
            elif given.is_mapping:
                for option_id in issue.get("options").entries:
                    if option_id not in given.entries and not _is_meant(option_id, given, issue.get("options")):
                        message = f"{quote(agency_id)} has no points for option {quote(option_id)} of issue \
{quote(issue_id)}; add them."
                        yield Finding(points.key(issue_id), message, option_id)


def _is_meant(missing: str, given: Node, known: Node) -> bool:
    """Say whether an unknown key is a misspelling of the missing one, which is told already."""
    choices = list(known.entries)
    return any(nearest(key, choices) == missing for key in given.entries if key not in known.entries)


def find_wrong_totals(root: Node) -> Iterator[Finding]:
    """Report agencies whose best options do not add up to 100."""
    for agency_id, agency in root.get("agencies").pairs():
        points = agency.get("points")
        if not points.entries or points.entries.keys() != root.get("issues").entries.keys():
            continue  # the gap is told already
        bests = [_best(points.get(id_), issue.get("options")) for id_, issue in root.get("issues").pairs()]
        total = sum(best for best in bests if best is not None)
        if None not in bests and total != BEST_TOTAL:
            message = f"The best options of {quote(agency_id)} add up to {total} points; make it {BEST_TOTAL}."
            yield Finding(agency.key("points"), message)


def _best(points: Node, options: Node) -> int | None:
    """Say the best points, or None where they are not complete."""
    numbers = [node.whole() for _, node in points.pairs()]
    known = [number for number in numbers if number is not None]
    is_complete = points.entries.keys() == options.entries.keys() and len(known) == len(numbers)
    return max(known, default=None) if is_complete else None


BREAKING = (find_missing_points,)
FLAWS = (find_wrong_totals,)
