"""Who is strongest, and what the strongest captured (R6.1)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from game.rules.case import Agency, Case
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.texts import Accord


def strongest(case: Case, among: Collection[AgencyId]) -> tuple[AgencyId, ...]:
    """Name those of highest power, then of greatest total leverage over the others here; several where still tied."""
    if not among:
        return ()

    def weight(agency: AgencyId) -> tuple[int, int]:
        lever = sum(one.strength for one in case.agency(agency).leverage if one.over in among)
        return case.agency(agency).power, lever

    top = max(weight(agency) for agency in among)
    return tuple(agency for agency in sorted(among) if weight(agency) == top)


def favourites(agency: Agency, issue: IssueId) -> frozenset[OptionId]:
    """Name all top-scoring options."""
    points = agency.points[issue]
    top = max(points.values())
    return frozenset(option for option, worth in points.items() if worth == top)


@dataclass(frozen=True, slots=True)
class Capture:
    """The share (0..1) of contested terms that went to the strongest, and who lost them."""

    share: float
    losers: tuple[AgencyId, ...]


def capture(case: Case, accord: Accord) -> Capture:
    """Find the capture of an accord; where parties tie for strongest, the larger one (R6.1), or all as large."""
    found = [_captured_by(case, accord, agency) for agency in strongest(case, accord.parties)]
    share = max(one.share for one in found)
    losers = {loser for one in found if one.share == share for loser in one.losers}
    return Capture(share, tuple(sorted(losers)))


def _captured_by(case: Case, accord: Accord, agency: AgencyId) -> Capture:
    others = [case.agency(party) for party in accord.parties if party != agency]
    contested = [term for term in accord.terms if is_contested(case.agency(agency), others, term.issue)]
    captured = [term for term in contested if term.option in favourites(case.agency(agency), term.issue)]
    losers = {
        other.id
        for term in captured
        for other in others
        if not favourites(other, term.issue) & favourites(case.agency(agency), term.issue)
    }
    return Capture(
        share=len(captured) / len(contested) if len(contested) >= 2 else 0.0,
        losers=tuple(sorted(losers)),
    )


def is_contested(strongest: Agency, others: Sequence[Agency], issue: IssueId) -> bool:
    """Say whether more than half of the others share none of the strongest's favourites (R6.1)."""
    wanted = favourites(strongest, issue)
    against = sum(1 for other in others if not favourites(other, issue) & wanted)
    return 2 * against > len(others)
