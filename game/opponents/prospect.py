"""What a text would come to: its worth on paper, and what it will be worth once it is carried out.

Experience knows that a yes is cheap: a term goes as fast as half the least and half the mean effort of those who carry
it (R7.1), effort follows what the whole is worth to each of them (R7.2), and what not signing was worth is gone all the
same. So a gain that hangs on somebody who was made to sign is worth little, and a loss not much.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from game.opponents.board import board_of
from game.opponents.estimate import others_of
from game.opponents.ledger import ledger, read_terms
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.mind.belief import Numbers
from game.opponents.recall import Recall
from game.rules.ids import AgencyId, RedLineId, TextId
from game.rules.texts import Term, Text
from game.rules.view import View

HALF_WORK = 11.0
"""Margin of a text about everything, in points, at which a party is expected to give half its effort; less for less."""
WORK_SPAN = 7.0
"""Points over which that expectation goes from little to much."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """In points above not signing. `margin` is what the text says, `delivered` what is expected of it, `judged` what
    the seat goes by: between the two as far as its foresight goes, and off by its slips."""

    margin: float
    delivered: float
    judged: float
    crossed: tuple[RedLineId, ...]


_slips: Recall[Numbers] = Recall(64)


def prospect(view: View, manner: Manner, luck: Luck, text: Text) -> Prospect:
    """Say what the latest version of a text would come to for the seat."""
    return prospect_of(view, manner, luck, text.latest.terms, text.latest.parties, text.id)


def prospect_of(
    view: View,
    manner: Manner,
    luck: Luck,
    terms: tuple[Term, ...],
    parties: tuple[AgencyId, ...],
    text: TextId | None = None,
) -> Prospect:
    """Say what terms between parties would come to for the seat; `text` brings in what was pledged for it."""
    reading = read_terms(view, terms, parties, text)
    board, foresight = board_of(view.scene), manner.level.foresight
    lost = lost_in_the_year(view, manner, terms) if foresight > 0 else 0.0
    slip = float(slips(view, manner, luck) @ board.marks(terms))
    delivered = reading.margin - lost
    return Prospect(reading.margin, delivered, reading.margin - foresight * lost + slip, reading.crossed)


def slips(view: View, manner: Manner, luck: Luck) -> Numbers:
    """Say by how much the seat misjudges what each option brings it, all game long (cells,)."""
    board, most = board_of(view.scene), manner.level.slips
    if most <= 0:
        return _slips.of((board,), lambda: np.zeros(len(board.cells)))
    return np.array([most * (2.0 * luck.draw("slip", issue, option) - 1.0) for issue, option in board.cells])


def lost_in_the_year(view: View, manner: Manner, terms: Iterable[Term]) -> float:
    """Say how much of what terms promise the seat will not come about, in points."""
    terms = tuple(terms)
    work = expected_work(view, manner, terms)
    gains = ledger(view).gains
    return sum(gains[term.issue][term.option] * (1.0 - _pace(view, term, work)) for term in terms)


def expected_work(view: View, manner: Manner, terms: tuple[Term, ...]) -> dict[AgencyId, float]:
    """Say what effort, 0..1, each of the others is expected to give to terms if it signs them."""
    others = others_of(view, manner)
    marks = others.board.marks(terms)
    half = HALF_WORK * len(terms) / len(view.scene.issues)
    chances = others.margins.chance(marks, half, WORK_SPAN)
    return dict(zip(others.seats, (float(chance) for chance in chances), strict=True))


def _pace(view: View, term: Term, work: dict[AgencyId, float]) -> float:
    """Say how far a term gets by such efforts, 0..1, if the seat does its own part (R7.1)."""
    carriers = view.scene.option(term.issue, term.option).carriers
    if not carriers:
        return 1.0
    efforts = [work.get(carrier, 1.0) for carrier in carriers]
    return 0.5 * min(efforts) + 0.5 * sum(efforts) / len(efforts)
