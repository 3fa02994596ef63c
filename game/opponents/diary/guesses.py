"""What a seat takes the others to want, as its belief has it."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.opponents.estimate import others_of
from game.opponents.manner import Manner
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.view import View


@dataclass(frozen=True, slots=True)
class Guess:
    """What one other agency is taken to want, in points. `margins` are those of the texts on the table, above not
    signing."""

    agency: AgencyId
    points: Mapping[IssueId, Mapping[OptionId, float]]
    walk_away: float
    margins: Mapping[TextId, float]
    told: frozenset[IssueId]
    """What it opened up about."""


def guesses_of(view: View, manner: Manner) -> tuple[Guess, ...]:
    """Say what a seat of this manner takes each of the others to want, in the order of the case."""
    others = others_of(view, manner)
    return tuple(
        Guess(
            agency,
            others.points_of(agency),
            others.walk_away(agency),
            {text.id: others.margin(agency, text.latest.terms) for text in view.room.texts.values()},
            others.told.get(agency, frozenset()),
        )
        for agency in others.seats
    )
