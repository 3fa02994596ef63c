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
from math import exp, prod

import numpy as np
from numpy.typing import NDArray

from game.opponents.board import Board, board_of
from game.opponents.estimate import others_of
from game.opponents.ledger import forbidden_pairs, single_terms
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.mind.agenda import OPEN
from game.opponents.mind.bargaining import promise
from game.opponents.mind.belief import Numbers
from game.opponents.mind.search import DIGITS, Ground
from game.opponents.prospect import prospect_of, slips
from game.rules.case import Issue
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
FORBIDDEN = 15.0
"""Points that an option is taken to cost somebody to whom it is forbidden for certain."""
OPENING = 1.0
"""How much less a seat with foresight minds a refusal at the very beginning than at the end."""
STRESSES = (1.0, 0.25, 0.06, 0.015, 4.0)
"""How much more or less than usual the others weigh in further drafts."""
NEVER = 1000.0
"""Points that crossing its own red line costs a seat in its search."""


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
    found = _found(view, manner, luck, start, left_out, force)
    made = (_made(view, manner, luck, terms, left_out, force) for terms in found)
    return max((one for one in made if one is not None), key=lambda one: round(one.promise, DIGITS), default=None)


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
    return Draft(terms, parties, prospect.judged, chance, promise_of(view, manner, prospect.judged, chance))


def promise_of(view: View, manner: Manner, judged: float, chance: float) -> float:
    """Weigh what a text comes to against the chance that it does. Who has no regard takes that for granted; who is
    experienced knows that a first word is not the last, and asks for more while there is time."""
    left = 1.0 - view.room.round / view.scene.rounds
    care = manner.regard * (1.0 - OPENING * manner.level.foresight * left)
    weighed = max(chance, 1e-9) ** max(care, LEAST_WEIGHT)
    return float(promise(np.array(judged), np.array(weighed)))


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


def _found(
    view: View,
    manner: Manner,
    luck: Luck,
    start: tuple[Term, ...],
    without: frozenset[AgencyId],
    force: Mapping[AgencyId, float],
) -> Iterator[tuple[Term, ...]]:
    """Find texts, each once, none empty: as many searches as the seat's level has it."""
    board, here = board_of(view.scene), [agency for agency in _here(view) if agency != view.seat]
    ground = _ground(view, manner, luck, here, without)
    regard = LEAST_WEIGHT + (1.0 - LEAST_WEIGHT) * manner.regard
    usual = np.array([0.0 if a in without else regard * exp(-force.get(a, 0.0) / SPREAD) for a in here])
    places = _places(ground, board, start)
    plan = [(place, stress) for stress in STRESSES for place in places][: manner.level.drafts]
    weights = np.array([[1.0, *(stress * usual)] for _, stress in plan])
    packages = ground.descend(np.array([place for place, _ in plan], np.intp), weights)
    yield from dict.fromkeys(terms for package in packages if (terms := board.terms(package)))


def _ground(view: View, manner: Manner, luck: Luck, here: list[AgencyId], without: frozenset[AgencyId]) -> Ground:
    """Set out what each option brings the seat and those here, and which can be had at all."""
    board, others = board_of(view.scene), others_of(view, manner)
    rows = [others.row(agency) for agency in here]
    mine = board.spread_out(single_terms(view, _here(view))) + slips(view, manner, luck)
    losses = np.concatenate((_own_losses(view, board)[None], FORBIDDEN * others.bans[rows]))
    widths = np.array([SPREAD * (1.0 + GREED * (1.0 - manner.regard)), *(SPREAD for _ in here)])
    columns = tuple(_column(view, issue, without) for issue in view.scene.issues)
    breadth = tuple(
        np.array(
            [1.0 if option == OPEN or issue.options[option].id == issue.status_quo else BREADTH for option in column]
        )
        for issue, column in zip(view.scene.issues, columns, strict=True)
    )
    return Ground(board.agenda, np.vstack((mine, others.margins.means[rows])), widths, losses, columns, breadth)


def _own_losses(view: View, board: Board) -> Numbers:
    """Keep clear of the seat's own red lines (cells, cells)."""
    losses = np.zeros((len(board.cells), len(board.cells)))
    for one, other in forbidden_pairs(view):
        here, there = board.place[one.issue, one.option], board.place[other.issue, other.option]
        losses[here, there] = losses[there, here] = NEVER
    return losses


def _column(view: View, issue: Issue, without: frozenset[AgencyId]) -> NDArray[np.intp]:
    """List the options of an issue that those here can carry, leaving it open first."""
    reachable = view.room.present - without
    is_free = view.room.settled_by(issue.id) is None
    options = [n for n, option in enumerate(issue.options) if is_free and reachable.issuperset(option.carriers)]
    return np.array([OPEN, *options], np.intp)


def _places(ground: Ground, board: Board, start: tuple[Term, ...]) -> tuple[list[int], ...]:
    """Begin at the text at hand, at what is best for the seat and at nothing."""
    chosen = {term.issue: board.place[term.issue, term.option] for term in start}
    given, best = [], []
    for column, first in zip(ground.columns, board.agenda.starts, strict=True):
        wanted = chosen.get(board.cells[first][0], first + OPEN) - first
        given.append(wanted if wanted in column else OPEN)
        worth = [0.0 if option == OPEN else ground.margins[0, first + option] for option in column]
        best.append(int(column[int(np.argmax(worth))]))
    return given, best, [OPEN] * len(given)


def _here(view: View) -> tuple[AgencyId, ...]:
    return tuple(agency for agency in view.scene.agency_ids if agency in view.room.present)


def _parties(view: View, manner: Manner, terms: tuple[Term, ...], without: frozenset[AgencyId]) -> tuple[AgencyId, ...]:
    """Name who is asked to sign: everybody here for a manner with regard, else no more than must."""
    carriers = {c for term in terms for c in view.scene.option(term.issue, term.option).carriers}
    if manner.regard >= 0.5:
        return tuple(a for a in _here(view) if a not in without or a in carriers)
    return tuple(a for a in _here(view) if a in carriers or a == view.seat)
