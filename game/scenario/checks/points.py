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
        bests = [_best(points.get(issue), list(options)) for issue, options in _options(root)]
        if not bests or set(points.entries) != set(root.get("issues").entries) or None in bests:
            continue  # the gap is told already
        total = sum(best for best in bests if best is not None)
        if total != BEST_TOTAL:
            message = f"The best options of {quote(agency_id)} add up to {total} points; make it {BEST_TOTAL}."
            yield Finding(agency.key("points"), message)


def _options(root: Node) -> Iterator[tuple[str, list[str]]]:
    for id_, issue in root.get("issues").pairs():
        yield id_, list(issue.get("options").entries)


def _best(points: Node, options: list[str]) -> int | None:
    """Say the best points, or None where they are not complete."""
    numbers = [node.whole() for _, node in points.pairs()]
    if set(points.entries) != set(options) or not numbers:
        return None
    known = [number for number in numbers if number is not None]
    return max(known) if len(known) == len(numbers) else None


CHECKS = (find_missing_points, find_wrong_totals)
