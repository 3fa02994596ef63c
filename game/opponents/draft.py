"""Writing texts: the terms that are good for the seat and that those who must sign can live with.

Each candidate text has a cost, the sum over those whose consent it needs of `weight * exp(-margin / SPREAD)`: a text
far below what somebody gets without it costs much, one far above costs next to nothing, so the search, issue by issue,
looks for what lifts the lowest first. A manner without regard gives the others little weight, which is
as good as taking for granted that they will swallow some points; leverage works the same way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from game.opponents.estimate import guesses
from game.opponents.ledger import read_terms, single_terms
from game.opponents.manner import Manner
from game.rules.ids import AgencyId, IssueId, OptionId
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A text not yet tabled; `margin` is the seat's own, `cost` as above, for comparing drafts of one seat."""

    terms: tuple[Term, ...]
    parties: tuple[AgencyId, ...]
    margin: float
    cost: float


Column = tuple[OptionId | None, tuple[float, ...], float]
"""One way to settle an issue: the option (None: leave it open), each one's factor of cost, the factor for all."""


def draft(
    view: View,
    manner: Manner,
    *,
    start: tuple[Term, ...] = (),
    without: Iterable[AgencyId] = (),
    force: Mapping[AgencyId, float] | None = None,
) -> Draft | None:
    """Write the best text from `start`, not counting on those `without`; `force`: points that leverage makes up for.

    None if there is nothing worth proposing to the seat.
    """
    here = tuple(agency for agency in view.scene.agency_ids if agency in view.room.present)
    without = frozenset(without)
    tables = _columns(view, manner, here, without)
    weights = _weights(view, manner, here, without, force or {})
    chosen = {term.issue: term.option for term in start}
    picks = [next((k for k, c in enumerate(t) if c[0] == chosen.get(i)), 0) for i, t in tables.items()]
    columns = list(tables.values())
    cost = _descend(columns, picks, weights)
    found = zip(tables, (columns[n][k][0] for n, k in enumerate(picks)), strict=True)
    terms = tuple(Term(issue, option) for issue, option in found if option is not None)
    if not terms:
        return None
    parties = _parties(view, manner, here, terms, without)
    reading = read_terms(view, terms, parties)
    if reading.crossed or reading.margin < WORTH_SIGNING:
        return None
    return Draft(terms, parties, reading.margin, cost)


def _columns(
    view: View, manner: Manner, here: tuple[AgencyId, ...], without: frozenset[AgencyId]
) -> dict[IssueId, list[Column]]:
    mine = single_terms(view, here)
    own_spread = 1.0 + GREED * (1.0 - manner.regard)
    others = guesses(view)
    margins = [mine if agency == view.seat else others[agency].margins for agency in here]
    widths = [SPREAD * own_spread if agency == view.seat else SPREAD for agency in here]
    reachable = view.room.present - without
    result: dict[IssueId, list[Column]] = {}
    for issue in view.scene.issues:
        column: list[Column] = [(None, (1.0,) * len(here), 1.0)]
        for option in issue.options if view.room.settled_by(issue.id) is None else ():
            if mine[issue.id][option.id] > -500.0 and reachable.issuperset(option.carriers):
                factors = [exp(-m[issue.id][option.id] / w) for m, w in zip(margins, widths, strict=True)]
                column.append((option.id, tuple(factors), 1.0 if option.id == issue.status_quo else BREADTH))
        result[issue.id] = column
    return result


def _weights(
    view: View,
    manner: Manner,
    here: tuple[AgencyId, ...],
    without: frozenset[AgencyId],
    force: Mapping[AgencyId, float],
) -> list[float]:
    regard = LEAST_WEIGHT + (1.0 - LEAST_WEIGHT) * manner.regard
    return [1.0 if a == view.seat else 0.0 if a in without else regard * exp(-force.get(a, 0.0) / SPREAD) for a in here]


def _descend(columns: list[list[Column]], picks: list[int], weights: list[float]) -> float:
    """Lower the cost issue by issue until nothing helps, in at most four rounds; change `picks`, return the cost."""
    at = list(weights)
    breadth = 1.0
    for column, pick in zip(columns, picks, strict=True):
        at = [a * f for a, f in zip(at, column[pick][1], strict=True)]
        breadth *= column[pick][2]
    cost = sum(at) * breadth
    for _ in range(4):
        before = cost
        for n, column in enumerate(columns):
            _, factors, wide = column[picks[n]]
            base = [a / f for a, f in zip(at, factors, strict=True)]
            rest = breadth / wide
            for k, (_, candidate, width) in enumerate(column):
                trial = sum([b * f for b, f in zip(base, candidate, strict=True)]) * rest * width
                if trial < cost - 1e-9:
                    cost, picks[n] = trial, k
            at = [b * f for b, f in zip(base, column[picks[n]][1], strict=True)]
            breadth = rest * column[picks[n]][2]
        if cost > before - 1e-6:
            break
    return cost


def _parties(
    view: View, manner: Manner, here: tuple[AgencyId, ...], terms: tuple[Term, ...], without: frozenset[AgencyId]
) -> tuple[AgencyId, ...]:
    """Name who is asked to sign: everybody here for a manner with regard, else no more than must."""
    carriers = {c for term in terms for c in view.scene.option(term.issue, term.option).carriers}
    if manner.regard >= 0.5:
        return tuple(a for a in here if a not in without or a in carriers)
    return tuple(a for a in here if a in carriers or a == view.seat)
