"""Stances: what each means, and on which texts one is still to be taken."""

from collections.abc import Mapping

from game.rules.course import open_texts
from game.rules.ids import TextId
from game.rules.view import View
from game.rules.vocabulary import Stance

STANCES_MEAN = {
    Stance.ENDORSE: "You stand behind all of it.",
    Stance.RESERVATIONS: "You stand behind it, but for something you have said.",
    Stance.ABSTAIN: "Neither for nor against.",
    Stance.OBJECT: "You are against it, and do not stop it.",
    Stance.BLOCK: "Under consensus it cannot come into force while you block.",
}


def to_stance(view: View) -> tuple[TextId, ...]:
    """Name the texts on which I have still to take a stance."""
    return tuple(text.id for text in open_texts(view.room) if text.id not in view.own.cast)


def unstanced(view: View, chosen: Mapping[TextId, Stance]) -> tuple[TextId, ...]:
    """Name those of them for which none is chosen either."""
    return tuple(text for text in to_stance(view) if text not in chosen)
