"""The deals worth naming: the best that everybody would have preferred, the nearest that everybody could have meant."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.space.deals import Lanes, Terms, find_lanes, find_sincere, terms_at
from game.analysis.space.domain import GRAIN, Flags, believed_at_first, believed_at_truth, domain_of, grains
from game.analysis.space.grid import Grid, Places
from game.analysis.space.untabled.cloud import Cloud, cloud_of, laid_down
from game.analysis.space.untabled.ground import Ground, Placed
from game.analysis.space.untabled.steps import Step, Stood
from game.debrief import Chronicle
from game.rules.case import Case
from game.rules.ids import AgencyId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Side:
    """One issue at which two deals differ. None: left as found."""

    issue: IssueId
    instead_of: OptionId | None
    option: OptionId | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A deal between everybody, held against what there was. `away` lists every issue at which it differs."""

    placed: Placed
    away: tuple[Side, ...]
    more: Mapping[AgencyId, float]
    """What each gains by it over what there was, in points; a loss is below 0."""
    more_than_lived: Mapping[AgencyId, float]
    """The same over what came about; where nothing was signed that is what there was."""
    is_meant: bool
    """Well worth it to everybody, by what each believed at first and at the truth."""
    tabled: Step | None
    """The last version that had exactly these terms, if any had."""

    @property
    def better_for(self) -> tuple[AgencyId, ...]:
        """Name those who gain by it."""
        return tuple(agency for agency, points in self.more.items() if points > 0)

    @property
    def worse_for(self) -> tuple[AgencyId, ...]:
        """Name those who lose by it."""
        return tuple(agency for agency, points in self.more.items() if points < 0)


@dataclass(frozen=True, slots=True)
class Space:
    """What the space of deals between everybody holds. Counts are of packages that settle something."""

    deals: int
    permitted: int
    """Crossing nobody's red line."""
    zone: int
    """Permitted, and nobody likes them less than walking away."""
    sincere: int
    """Well worth it to everybody, by what each believed at first and at the truth."""
    most: float
    """The most that all can gain together by a permitted deal, in points; 0 at least, for there need be none."""
    liked: int
    """Permitted, at least as good for everybody as what there was, and better for somebody."""
    better: int
    """Those better for everybody."""
    told: Choice | None
    """The one to tell of, if any: the nearest that all could have meant and is better for all, or else one liked.

    Where none is better for all than what was promised, and that could not be meant by all, one that could and is
    better for all than what came of it.
    """
    best: Choice | None
    """Of those liked the best: better for all, where there is; by the product of gains."""
    nearest: Choice | None
    """Of those that all could have meant the one with the fewest terms changed; of these the best."""
    lanes: Lanes
    """What could have been done gladly side by side."""
    cloud: Cloud


@dataclass(frozen=True, slots=True)
class _Search:
    """Everything that choosing needs: what there was, what came about, and marks by package."""

    case: Case
    truth: Grid
    steps: tuple[Step, ...]
    stood: Stood
    lived: Placed
    is_open: Flags
    is_meant: Flags

    def best(self, places: Places) -> Choice | None:
        """Choose the best of some packages."""
        return self._choice(int(best_first(self.truth, places)[0])) if len(places) else None

    def nearest(self, places: Places) -> Choice | None:
        """Choose, of those with the fewest terms changed, the best."""
        away = _distances(self.case, places, self.stood.reference)
        return self.best(places[away == away.min(initial=len(self.case.issues))])

    def liked(self, had: Placed) -> tuple[Flags, Flags]:
        """Mark the permitted deals that nobody likes less and somebody more, and those that all like better."""
        liked, better, is_more = self.is_open.copy(), self.is_open.copy(), np.zeros(len(self.is_open), bool)
        for agency, gains in zip(self.case.agency_ids, self.truth.gains, strict=True):
            before = int(grains(had.gains[agency]))
            liked &= gains >= before
            better &= gains > before
            is_more |= gains > before
        return liked & is_more, better

    def _choice(self, place: int) -> Choice:
        terms, reference = terms_at(self.case, place), self.stood.reference
        gains = {
            agency: round(int(by_place[place]) * GRAIN, 6)
            for agency, by_place in zip(self.case.agency_ids, self.truth.gains, strict=True)
        }
        return Choice(
            placed=Placed(terms, gains),
            away=tuple(
                Side(issue.id, reference.get(issue.id), terms.get(issue.id))
                for issue in self.case.issues
                if reference.get(issue.id) != terms.get(issue.id)
            ),
            more=_over(gains, self.stood.placed),
            more_than_lived=_over(gains, self.lived),
            is_meant=bool(self.is_meant[place]),
            tabled=next((step for step in reversed(self.steps) if step.placed.terms == terms), None),
        )


def space_of(story: Chronicle, ground: Ground, stood: Stood, steps: tuple[Step, ...], lived: Placed) -> Space:
    """Lay out all deals and choose."""
    case = ground.case
    truth = Grid(domain_of(case, believed_at_truth(case), ruleset=ground.ruleset))
    first = Grid(domain_of(case, believed_at_first(story.case), ruleset=ground.ruleset))
    is_open, meant = truth.domain.crossed == 0, np.zeros(truth.domain.packages, bool)
    is_open[truth.domain.nothing] = False
    sincere = find_sincere(first, truth)
    meant[sincere] = True
    search = _Search(case, truth, steps, stood, lived, is_open, meant)
    (liked, better), zone, nearest = search.liked(stood.placed), truth.zone, search.nearest(sincere)
    together, _ = laid_down(truth)
    dots = [(one.together, one.least) for one in (*(step.placed for step in steps), stood.placed, lived)]
    return Space(
        deals=truth.domain.packages - 1,
        permitted=int(np.count_nonzero(is_open)),
        zone=int(np.count_nonzero(zone)),
        sincere=len(sincere),
        most=round(float(together[is_open].max(initial=0)) * GRAIN, 6),
        liked=int(np.count_nonzero(liked)),
        better=int(np.count_nonzero(better)),
        told=_told(search, liked, better, nearest),
        best=search.best(_first_of(better & zone, better, liked & zone, liked)),
        nearest=nearest,
        lanes=find_lanes(case, first, truth),
        cloud=cloud_of(truth, sincere, dots),
    )


def _told(search: _Search, liked: Flags, better: Flags, nearest: Choice | None) -> Choice | None:
    zone = search.truth.zone
    tiers = [better & search.is_meant, better & zone, better]
    if nearest is not None and nearest.away:
        tiers.append(search.liked(search.lived)[1] & search.is_meant)
    places = _first_of(*tiers, liked & zone, liked)
    # from nothing on the table the nearest would only be the smallest
    return search.nearest(places) if search.stood.texts else search.best(places)


def best_first(truth: Grid, places: Places) -> Places:
    """Put packages in order: fewest below walking away, most who gain, the largest product of what these gain."""
    below, above = np.zeros(len(places), np.int64), np.zeros(len(places), np.int64)
    product = np.ones(len(places))
    for by_place in truth.gains:
        gains = by_place[places]
        below += gains < 0
        above += gains > 0
        product *= np.where(gains > 0, gains * GRAIN, 1.0)
    return places[np.lexsort((-product, -above, below))]


def _first_of(*tiers: Flags) -> Places:
    """Take the first tier that has any package."""
    return np.flatnonzero(next((tier for tier in tiers if tier.any()), tiers[-1]))


def _distances(case: Case, places: Places, reference: Terms) -> NDArray[np.int64]:
    """Count the issues at which packages differ from a reference (packages,)."""
    sizes = tuple(len(issue.options) for issue in case.issues)
    distances = np.zeros(len(places), np.int64)
    for issue, numbers in zip(case.issues, np.unravel_index(places, sizes), strict=True):
        ids = [option.id for option in issue.options]
        distances += numbers != ids.index(reference.get(issue.id, issue.status_quo))
    return distances


def _over(gains: Mapping[AgencyId, float], had: Placed) -> Mapping[AgencyId, float]:
    return {agency: round(gain - had.gains[agency], 6) for agency, gain in gains.items()}
