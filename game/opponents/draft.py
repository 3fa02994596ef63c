"""Writing texts: the terms that are good for the seat and that those who must sign can live with.

Each candidate text has a cost, the sum over those whose consent it needs of `weight * exp(-margin / SPREAD)`: a text
far below what somebody gets without it costs much, one far above costs next to nothing, so the search, issue by issue,
looks for what lifts the lowest first. A manner without regard gives the others little weight, which is
as good as taking for granted that they will swallow some points; leverage works the same way. Whoever compares several
drafts searches from several places with the others weighed more or less, and takes the draft that promises most: what
it is judged to come to, times the chance that everybody needed could mean it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from game.opponents.board import board_of
from game.opponents.estimate import others_of
from game.opponents.ledger import single_terms
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.mind.belief import Numbers
from game.opponents.prospect import prospect_of, slips
from game.rules.ids import AgencyId
from game.rules.texts import Term
from game.rules.view import View

SPREAD = 6.0
"""Points over which consent goes from doubtful to likely."""
BREADTH = 0.97
"""What each further issue settled makes of the cost of a text."""
WORTH_SIGNING = 4.0
"""Points above not signing below which nobody tables a text."""
LEAST_WEIGHT = 0.003
"""How much others weigh for a manner without any regard."""
GREED = 2.0
"""How much wider the spread of its own margin is for such a manner: it goes on wanting more."""
STRESSES = (1.0, 0.25, 0.06, 4.0)
"""How much more or less than usual the others weigh in further drafts."""
ROUNDS = 4
"""How often a search goes over all issues."""
MOST_FACTOR = 80.0
"""Largest exponent of a cost, so that nothing overflows."""

Picks = NDArray[np.intp]
"""The option of each issue, or its number of options where it is left open (drafts, issues)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text not yet tabled. `margin` is what the seat judges that it would bring it, `chance` how likely it takes it
    that all others who must sign could mean it."""

    terms: tuple[Term, ...]
    parties: tuple[AgencyId, ...]
    margin: float
    chance: float
    promise: float


def draft(
    view: View,
    manner: Manner,
    luck: Luck,
    *,
    start: tuple[Term, ...] = (),
    without: Iterable[AgencyId] = (),
    force: Mapping[AgencyId, float] | None = None,
) -> Draft | None:
    """Write the best text from `start`, not counting on those `without`; `force`: points that leverage makes up for.

    None if there is nothing worth proposing to the seat.
    """
    left_out, force = frozenset(without), force or {}
    search = _Search(view, manner, luck, left_out, force)
    made = (_made(view, manner, luck, terms, left_out, force) for terms in search.found(start))
    return max((one for one in made if one is not None), key=lambda one: one.promise, default=None)


def _made(
    view: View,
    manner: Manner,
    luck: Luck,
    terms: tuple[Term, ...],
    without: frozenset[AgencyId],
    force: Mapping[AgencyId, float],
) -> Draft | None:
    """Make a draft of terms; None if it is not worth proposing."""
    parties = _parties(view, manner, terms, without)
    prospect = prospect_of(view, manner, luck, terms, parties)
    if prospect.crossed or prospect.judged < WORTH_SIGNING:
        return None
    chance = chance_of_all(view, manner, terms, parties, force)
    return Draft(terms, parties, prospect.judged, chance, promise_of(manner, prospect.judged, chance))


def promise_of(manner: Manner, judged: float, chance: float) -> float:
    """Weigh what a text comes to against the chance that it does; who has no regard takes that for granted."""
    return float(judged * max(chance, 1e-9) ** max(manner.regard, LEAST_WEIGHT))


def chance_of_all(
    view: View,
    manner: Manner,
    terms: tuple[Term, ...],
    parties: tuple[AgencyId, ...],
    force: Mapping[AgencyId, float] | None = None,
) -> float:
    """Say how likely all other parties could sign terms and mean it, less what leverage makes up for."""
    others = others_of(view, manner)
    least = np.array([-(force or {}).get(agency, 0.0) for agency in others.seats])
    chances = others.chances(others.board.marks(terms), least)
    return prod(float(chances[others.row(party)]) for party in parties if party != view.seat)


class _Search:
    """Search for cheap texts from several places at once."""

    def __init__(
        self,
        view: View,
        manner: Manner,
        luck: Luck,
        without: frozenset[AgencyId],
        force: Mapping[AgencyId, float],
    ) -> None:
        """Set out what each option costs whom, and which can be had at all."""
        self.board = board_of(view.scene)
        self.drafts = manner.level.drafts
        mine = self.board.spread_out(single_terms(view, _here(view))) + slips(view, manner, luck)
        here = [agency for agency in view.scene.agency_ids if agency in view.room.present and agency != view.seat]
        others = others_of(view, manner)
        margins = np.vstack((mine, *(others.margins.means[others.row(agency)] for agency in here)))
        widths = np.full((len(here) + 1, 1), SPREAD)
        widths[0] *= 1.0 + GREED * (1.0 - manner.regard)
        self.factors: Numbers = np.exp(np.clip(-margins / widths, -MOST_FACTOR, MOST_FACTOR))
        regard = LEAST_WEIGHT + (1.0 - LEAST_WEIGHT) * manner.regard
        self.weights: Numbers = np.array(
            [1.0, *(0.0 if a in without else regard * np.exp(-force.get(a, 0.0) / SPREAD) for a in here)]
        )
        self.mine = mine
        self.columns = [self._column(view, number, mine, without) for number in range(len(view.scene.issues))]

    def _column(self, view: View, number: int, mine: Numbers, without: frozenset[AgencyId]) -> tuple[Picks, Numbers]:
        """List which options of an issue can be had, and what each makes of the cost of a text by its breadth."""
        issue, size = view.scene.issues[number], self.board.agenda.sizes[number]
        first = self.board.agenda.starts[number]
        reachable = view.room.present - without
        allowed = [
            place
            for place, option in enumerate(issue.options)
            if view.room.settled_by(issue.id) is None
            and mine[first + place] > -500.0
            and reachable.issuperset(option.carriers)
        ]
        breadth = [1.0 if issue.options[place].id == issue.status_quo else BREADTH for place in allowed]
        return np.array([size, *allowed], np.intp), np.array([1.0, *breadth])

    def found(self, start: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
        """Find texts, each once, none empty."""
        picks, stresses = self._starts(start)
        weights = np.tile(self.weights, (len(picks), 1))
        weights[:, 1:] *= stresses[:, None]
        seen = set()
        for package in self._descended(picks, weights):
            terms = self.board.terms(
                [-1 if o == n else o for o, n in zip(package, self.board.agenda.sizes, strict=True)]
            )
            if terms and terms not in seen:
                seen.add(terms)
                yield terms

    def _starts(self, start: tuple[Term, ...]) -> tuple[Picks, Numbers]:
        """Begin at the text at hand, at what is best for the seat and at nothing, the others weighed as usual first."""
        chosen = {term.issue: self.board.place[term.issue, term.option] for term in start}
        given, best = [], []
        for number, (options, _) in enumerate(self.columns):
            first, size = self.board.agenda.starts[number], self.board.agenda.sizes[number]
            issue = self.board.cells[first][0]
            wanted = chosen[issue] - first if issue in chosen else size
            given.append(wanted if wanted in options else size)
            worth = [0.0 if option == size else self.mine[first + option] for option in options]
            best.append(options[int(np.argmax(worth))])
        places = (given, best, list(self.board.agenda.sizes))
        plan = [(place, stress) for stress in STRESSES for place in places][: self.drafts]
        return np.array([place for place, _ in plan], np.intp), np.array([stress for _, stress in plan])

    def _descended(self, picks: Picks, weights: Numbers) -> Picks:
        """Lower the cost of each draft issue by issue until nothing helps (drafts, issues)."""
        at, breadth = weights.copy(), np.ones(len(picks))
        for number in range(picks.shape[1]):
            factors, wide = self._of(number, picks[:, number])
            at, breadth = at * factors, breadth * wide
        for _ in range(ROUNDS):
            before = picks.copy()
            for number, (options, wide) in enumerate(self.columns):
                now, now_wide = self._of(number, picks[:, number])
                base, rest = at / now, breadth / now_wide
                costs = base @ self._factors(number, options) * (rest[:, None] * wide[None, :])
                current = np.argmax(options[None, :] == picks[:, number, None], axis=1)
                lines = np.arange(len(picks))
                cheapest = np.argmin(costs, axis=1)
                is_better = costs[lines, cheapest] < costs[lines, current] * (1.0 - 1e-9)
                picks[:, number] = options[np.where(is_better, cheapest, current)]
                now, now_wide = self._of(number, picks[:, number])
                at, breadth = base * now, rest * now_wide
            if np.array_equal(before, picks):
                break
        return picks

    def _factors(self, number: int, options: Picks) -> Numbers:
        """Say what options of an issue make of everybody's cost (seats, options); leaving it open makes nothing."""
        first, size = self.board.agenda.starts[number], self.board.agenda.sizes[number]
        columns = np.hstack((self.factors[:, first : first + size], np.ones((len(self.factors), 1))))
        return columns[:, options]

    def _of(self, number: int, picked: Picks) -> tuple[Numbers, Numbers]:
        """Say what the picked options make of everybody's cost (drafts, seats), and of all by breadth (drafts,)."""
        options, wide = self.columns[number]
        places = np.argmax(options[None, :] == picked[:, None], axis=1)
        return self._factors(number, picked).T, wide[places]


def _here(view: View) -> tuple[AgencyId, ...]:
    return tuple(agency for agency in view.scene.agency_ids if agency in view.room.present)


def _parties(view: View, manner: Manner, terms: tuple[Term, ...], without: frozenset[AgencyId]) -> tuple[AgencyId, ...]:
    """Name who is asked to sign: everybody here for a manner with regard, else no more than must."""
    carriers = {c for term in terms for c in view.scene.option(term.issue, term.option).carriers}
    if manner.regard >= 0.5:
        return tuple(a for a in _here(view) if a not in without or a in carriers)
    return tuple(a for a in _here(view) if a in carriers or a == view.seat)
