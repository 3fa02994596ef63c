"""How contested each issue is."""

from dataclasses import dataclass

from game.analysis.domain import Domain
from game.rules.case import Case
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.judging.outcome import weight_of
from game.rules.judging.power import favourites


@dataclass(frozen=True, slots=True)
class Contest:
    """One issue: its weight (R8.2, 0..1), how contested it is (0..1), who has which favourites.

    Contested 0: one option is best for everybody; 1: whatever is chosen, all is lost that could be lost.
    """

    issue: IssueId
    weight: float
    contested: float
    favourites: dict[AgencyId, tuple[OptionId, ...]]


def find_contests(case: Case, domain: Domain) -> tuple[Contest, ...]:
    """Judge every issue by what its options bring: 1 − what the best option gives all / what each favourite gives each.

    Both counted over each agency's worst option.
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
