"""The secret ballot: how far each accord will be carried out if nobody watches, and what the others will say (R2.3)."""

from collections.abc import Mapping

from game.rules.commands import AnswerBallot, Pass
from game.rules.ids import AgencyId, TextId
from game.rules.view import View


def commands_for(
    view: View, own: Mapping[TextId, int], guesses: Mapping[tuple[TextId, AgencyId], int]
) -> tuple[AnswerBallot | Pass, ...]:
    """Word the whole ballot: an answer for each accord in force, then the pass that ends it."""
    answers = tuple(
        AnswerBallot(
            view.seat,
            accord.text,
            own.get(accord.text) if view.seat in accord.parties else None,
            {seat: guess for (text, seat), guess in guesses.items() if text == accord.text},
        )
        for accord in view.room.in_force
    )
    return (*answers, Pass(view.seat))


def missing_words(view: View, own: Mapping[TextId, int]) -> str:
    """Say which answer of one's own is still missing, if any."""
    missing = [a.text for a in view.room.in_force if view.seat in a.parties and a.text not in own]
    if not missing:
        return ""
    return f"Answer for yourself on {' and '.join(f'Text {text}' for text in missing)} first"


def predicted_words(view: View, guesses: Mapping[tuple[TextId, AgencyId], int]) -> str:
    """Say how many of the others have been predicted."""
    whole = sum(seat != view.seat for accord in view.room.in_force for seat in accord.parties)
    return f"{len(guesses)} of {whole} others predicted. What you leave out does not count."
