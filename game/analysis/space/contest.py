"""How contested each issue is."""

from dataclasses import dataclass

from game.analysis.space.domain import Domain
from game.rules.case import Case
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.judging.outcome import weight_of
from game.rules.judging.power import favourites


@dataclass(frozen=True, slots=True)
class Contest:
    """One issue: its weight (R8.2, 0..1), how contested it is (from 0, below 1), who has which favourites.

    Contested is the share of what all could win together that the option which suits them best still loses: 0 where one
    option is best for everybody, 0.5 where two want as much and get it at each other's cost.
    """

    issue: IssueId
    weight: float
    contested: float
    favourites: dict[AgencyId, tuple[OptionId, ...]]


def find_contests(case: Case, domain: Domain) -> tuple[Contest, ...]:
    """Judge every issue by what its options bring: 1 − the most that one gives all / the sum of the most for each.

    Both counted over each agency's worst option, effort paid.
    """
    found = []
    for axis, issue in enumerate(case.issues):
        worth = domain.net[axis].astype(float)
        most, least = worth.max(axis=1), worth.min(axis=1)
        stake = float((most - least).sum())
        kept = float((worth - least[:, None]).sum(axis=0).max())
        wanted = {
            agency.id: tuple(option.id for option in issue.options if option.id in favourites(agency, issue.id))
            for agency in case.agencies
        }
        weight = weight_of(case, (issue.id,))
        found.append(Contest(issue.id, weight, 1 - kept / stake if stake else 0.0, wanted))
    return tuple(found)
