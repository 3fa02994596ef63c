"""What nobody sees, after an event."""

from game.rules import events as was
from game.rules.replacing import replace
from game.rules.sealed import Sealed


def evolve_sealed(sealed: Sealed, what: was.Happening) -> Sealed:
    """Store what an event says about what nobody sees."""
    match what:
        case was.OccurrenceSpent(occurrence):
            return replace(sealed, spent=sealed.spent | {occurrence})
        case was.FactTurned(fact, to):
            return replace(sealed, facts={**sealed.facts, fact: to})
        case was.CapacityMoved(issue, option, shift):
            return replace(sealed, capacity={**sealed.capacity, (issue, option): shift})
        case was.AccordJudged(judgement):
            return replace(sealed, judgements={**sealed.judgements, judgement.accord: judgement})
        case was.QuarterWorked(_, levels, lane_levels, efforts):
            return replace(sealed, levels=levels, lane_levels=lane_levels, efforts=(*sealed.efforts, efforts))
        case was.GameClosed(outcome):
            return replace(sealed, outcome=outcome)
        case _:
            return sealed
