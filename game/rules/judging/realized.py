"""The world as it came about: per issue, which option came how far (R9.1)."""

from game.rules.deciding.delivery import TOP_LEVEL
from game.rules.ids import IssueId, OptionId
from game.rules.state import State


def realized(state: State) -> dict[IssueId, tuple[OptionId, float]]:
    """Say for each issue what came about beside the status quo, and to which share (0..1).

    Where lanes name several options, the one that came furthest counts.
    """
    world: dict[IssueId, tuple[OptionId, float]] = {}
    for issue in state.case.issues:
        accord = state.room.settled_by(issue.id)
        if accord is not None:
            option = next(term.option for term in accord.terms if term.issue == issue.id)
            level = state.sealed.levels.get(accord.text, {}).get(issue.id, 0.0)
        else:
            lanes = state.sealed.lane_levels.get(issue.id, {})
            option = max(lanes, key=lambda one: (lanes[one], one), default=issue.status_quo)
            level = lanes.get(option, 0.0)
        world[issue.id] = (option, level / TOP_LEVEL)
    return world
