"""Is there a reason to come, and one to sign? Sought deal by deal with bounds (`stakes`), never by listing them."""

from collections.abc import Iterator

from game.rules.case import Case
from game.rules.ids import AgencyId
from game.scenario.checks.possibility import Effort
from game.scenario.checks.stakes import Stakes, stakes_of
from game.scenario.nearness import quote
from game.scenario.problems import Finding
from game.scenario.tree import Node


def find_pointless_tables(case: Case, root: Node) -> Iterator[Finding]:
    """Warn of agencies that no package suits, and of those that no package suits which nobody else would refuse."""
    effort = Effort()
    stakes = stakes_of(case)
    content = [agency for agency in case.agency_ids if stakes.seek((agency,), agency, effort) is None]
    for agency in content:
        walk_away = case.agency(agency).walk_away
        message = f"No package that {quote(agency)} may sign is worth more to it than walking away ({walk_away}); \
lower `walk_away` or change its points."
        yield Finding(root.get("agencies").get(agency).key("walk_away"), message, is_error=False)
    if content:
        return
    unmoved = _find_unmoved(stakes, case.agency_ids, effort)
    if len(unmoved) == len(case.agencies):
        yield _tell_of_nothing(stakes, case, root, effort)
        return
    for agency in unmoved:
        message = f"Every package that is better than walking away for {quote(agency)} is worse for somebody else, so \
it has no reason to sign with all others; lower its `walk_away` or change points."
        yield Finding(root.get("agencies").get(agency).key("walk_away"), message, is_error=False)


def _tell_of_nothing(stakes: Stakes, case: Case, root: Node, effort: Effort) -> Finding:
    """Say that no package suits all, and whose walking away it is that stands in the way, if one alone does."""
    message = "No package is better than walking away for anybody without being worse for somebody else, so there is \
nothing that all could sign"
    without = {agency: tuple(other for other in case.agency_ids if other != agency) for agency in case.agency_ids}
    blockers = [
        agency
        for agency, others in without.items()
        if any(stakes.seek(others, other, effort) is not None for other in others)
    ]
    if len(blockers) != 1:
        return Finding(root.key("agencies"), f"{message}; lower some `walk_away` or change points.", is_error=False)
    place = root.get("agencies").get(blockers[0]).key("walk_away")
    return Finding(
        place, f"{message}; lower this `walk_away`, or change what {quote(blockers[0])} wants.", is_error=False
    )


def _find_unmoved(stakes: Stakes, agencies: tuple[AgencyId, ...], effort: Effort) -> list[AgencyId]:
    """Name the agencies that gain by none of the packages at which nobody loses."""
    unmoved: list[AgencyId] = []
    moved: set[AgencyId] = set()
    for agency in agencies:
        if agency not in moved:
            deal = stakes.seek(agencies, agency, effort)
            if deal is None:
                unmoved.append(agency)
            else:
                moved |= {agency, *(other for other, gain in deal.items() if gain > 0)}
    return unmoved


CHECKS = (find_pointless_tables,)
