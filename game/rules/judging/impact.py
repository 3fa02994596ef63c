"""What came about for the population, under the facts as they are (R9.2)."""

from collections.abc import Mapping

from game.rules.ids import IssueId, OptionId
from game.rules.judging.realized import realized
from game.rules.state import State
from game.rules.vocabulary import Dimension


def impact_of(state: State) -> float:
    """Scale what came about to 0..100 between the worst and the best possible world."""
    return _scaled(state, tuple(Dimension))


def impact_by_dimension(state: State) -> Mapping[Dimension, float]:
    """Scale each dimension by itself."""
    return {dimension: _scaled(state, (dimension,)) for dimension in Dimension}


def _scaled(state: State, dimensions: tuple[Dimension, ...]) -> float:
    world = realized(state)
    came = worst = best = 0.0
    for issue in state.case.issues:
        by_option = {o.id: _sum(state, issue.id, o.id, dimensions) for o in issue.options}
        option, share = world[issue.id]
        came += (1.0 - share) * by_option[issue.status_quo] + share * by_option[option]
        worst += min(by_option.values())
        best += max(by_option.values())
    return 100.0 * (came - worst) / (best - worst) if best > worst else 100.0


def _sum(state: State, issue: IssueId, option: OptionId, dimensions: tuple[Dimension, ...]) -> float:
    by_dimension = state.case.option(issue, option).impact
    total = sum(by_dimension.get(d, 0) for d in dimensions)
    for fact in state.case.facts:
        if state.sealed.facts[fact.id]:
            shifted = fact.impact.get(issue, {}).get(option, {})
            total += sum(shifted.get(d, 0) for d in dimensions)
    return float(total)
