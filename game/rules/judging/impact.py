"""What came about for the population, under the facts as they are (R9.2)."""

from collections.abc import Mapping

from game.rules.ids import IssueId, OptionId
from game.rules.judging.realized import realized
from game.rules.state import State
from game.rules.vocabulary import Dimension

Impacts = Mapping[tuple[IssueId, OptionId], Mapping[Dimension, int]]
"""What each option does for the population if it comes about in full."""


def impact_of(state: State) -> float:
    """Scale what came about to 0..100 between the worst and the best possible world."""
    return _scaled(state, _impacts(state), tuple(Dimension))


def impact_by_dimension(state: State) -> Mapping[Dimension, float]:
    """Scale each dimension by itself."""
    impacts = _impacts(state)
    return {dimension: _scaled(state, impacts, (dimension,)) for dimension in Dimension}


def _scaled(state: State, impacts: Impacts, dimensions: tuple[Dimension, ...]) -> float:
    world = realized(state)
    came = worst = best = 0.0
    for issue in state.case.issues:
        by_option = {o.id: sum(impacts[issue.id, o.id].get(d, 0) for d in dimensions) for o in issue.options}
        option, share = world[issue.id]
        came += (1.0 - share) * by_option[issue.status_quo] + share * by_option[option]
        worst += min(by_option.values())
        best += max(by_option.values())
    return 100.0 * (came - worst) / (best - worst) if best > worst else 100.0


def _impacts(state: State) -> Impacts:
    """Add what the true facts change to what the file says."""
    impacts = {(i.id, o.id): dict(o.impact) for i in state.case.issues for o in i.options}
    for fact in state.case.facts:
        if state.sealed.facts[fact.id]:
            for issue, options in fact.impact.items():
                for option, shifts in options.items():
                    impact = impacts[issue, option]
                    for dimension, shift in shifts.items():
                        impact[dimension] = impact.get(dimension, 0) + shift
    return impacts
