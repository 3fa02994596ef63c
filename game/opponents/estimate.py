"""What a seat makes of the others: a belief from what everybody sees and what it was told, never more.

It starts from what an agency of that community usually wants, takes in what the agency disclosed as far as it is
trusted, and then what it did in public: the texts it wrote and amended, the stances it took, what it signed or refused,
the doubts it raised, the lanes it declared.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.opponents.board import Board, board_of
from game.opponents.evidence import after_lanes, after_text
from game.opponents.manner import Manner
from game.opponents.mind.agenda import Marks
from game.opponents.mind.belief import Belief, Numbers
from game.opponents.recall import Recall
from game.opponents.red_lines import allowed
from game.rules.case import Issue, Option
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.scene import Face
from game.rules.texts import Term
from game.rules.view import View
from game.rules.vocabulary import Community, Dimension

USUAL_WALK_AWAY = 42.0
"""What an agency is taken to get without any accord, in points."""
LIKES_TO_CARRY = 0.8
"""How much an agency is taken to like an option for carrying it, in steps of impact."""
FELT_ALIKE = 0.5
"""How far what a fact means to me is taken to hold for others."""
UNSURE = 0.55
"""Doubt about the points of an option nothing is known of, as a share of what an issue usually weighs."""
UNSURE_WALK_AWAY = 8.0
"""Doubt about what no accord is worth to somebody, in points."""
PLAIN_WORD, DOUBTFUL_WORD = 1.0, 12.0
"""How far, in points, what somebody says of its own points may be off: fully trusted, and not trusted at all."""
RED_LINES = 0.9
"""How many red lines an agency is taken to have, before anything is known: what two options together cross."""
FORBIDDEN_ALONE = 8.0
"""How much likelier one option alone crosses a red line than two options together, before anything is known."""
WANTS: Mapping[Community, Mapping[Dimension, float]] = {
    Community.MILITARY: {Dimension.SECURITY: 1.0, Dimension.LEGITIMACY: 0.3},
    Community.POLITICAL: {Dimension.LEGITIMACY: 1.0, Dimension.SECURITY: 0.5, Dimension.DEVELOPMENT: 0.3},
    Community.DONOR: {Dimension.DEVELOPMENT: 0.8, Dimension.SECURITY: 0.4, Dimension.LEGITIMACY: 0.4},
    Community.HOST_GOVERNMENT: {Dimension.LEGITIMACY: 1.0, Dimension.SECURITY: 0.5, Dimension.DEVELOPMENT: 0.3},
    Community.HUMANITARIAN: {Dimension.RELIEF: 1.0, Dimension.DEVELOPMENT: 0.3},
    Community.DEVELOPMENT: {Dimension.DEVELOPMENT: 1.0, Dimension.RELIEF: 0.4, Dimension.LEGITIMACY: 0.2},
    Community.CIVIL_SOCIETY: {Dimension.LEGITIMACY: 0.6, Dimension.RELIEF: 0.6, Dimension.DEVELOPMENT: 0.6},
}


@dataclass(frozen=True, slots=True, eq=False)
class Others:
    """What the other agencies are taken to want, in the order of `seats`; in points."""

    seats: tuple[AgencyId, ...]
    board: Board
    points: Belief
    """What each option is worth to each of them, and in the last cell what walking away is."""
    margins: Belief
    """What each option would bring each of them over not settling the issue, effort paid."""
    bans: Numbers
    """Chance that two options together are forbidden to them, on the diagonal one option alone (others, cells,
    cells)."""
    told: Mapping[AgencyId, frozenset[IssueId]]
    """What they opened up about."""

    def row(self, agency: AgencyId) -> int:
        """Give the row of an agency; ValueError for the seat itself."""
        return self.seats.index(agency)

    def margin(self, agency: AgencyId, terms: tuple[Term, ...]) -> float:
        """Say what terms are taken to be worth to an agency above not signing."""
        return float(self.margins.means[self.row(agency)] @ self.board.marks(terms))

    def chances(self, marks: Marks, least: Numbers | float = 0.0) -> Numbers:
        """Say how likely each of them could sign a package and mean it (others,), or (others, packages)."""
        return self.margins.chance(marks, least, MISJUDGED) * allowed(self.bans, marks)

    def chance(self, agency: AgencyId, terms: tuple[Term, ...]) -> float:
        """Say how likely an agency could sign terms and mean it."""
        return float(self.chances(self.board.marks(terms))[self.row(agency)])

    def points_of(self, agency: AgencyId) -> Mapping[IssueId, Mapping[OptionId, float]]:
        """Say what the options are taken to be worth to an agency, in points."""
        means: dict[IssueId, dict[OptionId, float]] = {}
        for (issue, option), points in zip(self.board.cells, self.points.means[self.row(agency)], strict=False):
            means.setdefault(issue, {})[option] = float(points)
        return means

    def walk_away(self, agency: AgencyId) -> float:
        """Say what no accord at all is taken to be worth to an agency."""
        return float(self.points.means[self.row(agency), -1])


MISJUDGED = 3.0
"""How far others may themselves misjudge what a text is worth to them, in points."""

_first: Recall[tuple[NDArray[np.float64], NDArray[np.float64]]] = Recall(256)
_told: Recall[Belief] = Recall(128)
_lenses: Recall[tuple["Lens", Numbers]] = Recall(128)
_others: Recall[Others] = Recall(256)


def others_of(view: View, manner: Manner) -> Others:
    """Say what a seat of this manner makes of every other agency."""
    room, own = view.room, view.own
    heard = (view.scene, view.role, own.disclosures, own.found_out, own.trust, manner)
    parts = (*heard, own.beliefs, room.texts, room.accords, room.lanes)
    return _others.of(parts, lambda: _made_of(view, manner, _told.of(heard, lambda: _after_talk(view, manner))))


def _made_of(view: View, manner: Manner, talked: Belief) -> Others:
    board, seats = board_of(view.scene), _seats(view)
    parts = (talked, view.own.beliefs, view.room.accords, view.role)
    lens, bans = _lenses.of(parts, lambda: (Lens(view, board, seats, talked), _usual_bans(board, seats)))
    points, reading = talked, manner.level.reading
    if reading > 0:
        points = after_lanes(points, view.room.lanes, board, seats, reading)
        for text in view.room.texts.values():
            points, bans = after_text(points, bans, text, lens, reading)
    return Others(seats, board, points, lens.margins(points), bans, _opened(view))


class Lens:
    """How points turn into margins, by what is settled now: `maps` (others, cells, cells + 1) and `fixed` (others,
    cells)."""

    def __init__(self, view: View, board: Board, seats: tuple[AgencyId, ...], talked: Belief) -> None:
        """Look from a view; shares of what matters are taken from what was known before anything was done in public."""
        self.board, self.seats = board, seats
        cells, starts = len(board.cells), board.agenda.starts
        best = np.maximum.reduceat(talked.means[:, :-1], starts, axis=1)[:, board.agenda.issue_of]
        stands = {issue.id: issue.status_quo for issue in view.scene.issues}
        stands |= {term.issue: term.option for accord in view.room.in_force for term in accord.terms}
        base = np.array([board.place[issue, stands[issue]] for issue, _ in board.cells])
        one = np.zeros((cells, cells + 1))
        one[np.arange(cells), np.arange(cells)] += 1.0
        one[np.arange(cells), base] -= 1.0
        self.maps = np.repeat(one[None], len(seats), axis=0)
        self.maps[:, :, board.status_quo] += best[:, :, None] / 100.0
        self.maps[:, :, -1] = -best / 100.0
        cost = 4.0 * view.ruleset.effort_cost
        carried = np.array([board.carries[agency] for agency in seats])
        self.fixed = _felt(view, board)[None, :] - cost * carried

    def row(self, marks: Marks) -> Numbers:
        """Say which points make the margin of a package (others, cells + 1)."""
        return np.asarray(np.einsum("acd,c->ad", self.maps, marks))

    def margins(self, points: Belief) -> Belief:
        """Turn a belief about points into one about margins."""
        means = np.einsum("acd,ad->ac", self.maps, points.means) + self.fixed
        return Belief(means, self.maps @ points.covariances @ self.maps.transpose(0, 2, 1))


def _usual_bans(board: Board, seats: tuple[AgencyId, ...]) -> Numbers:
    """Guess what may be forbidden: anything but the status quo, two options together or one alone."""
    issue_of = board.agenda.issue_of
    is_open = np.ones(len(board.cells), np.bool_)
    is_open[board.status_quo] = False
    usual = (issue_of[:, None] != issue_of[None, :]) * 1.0 + FORBIDDEN_ALONE * np.eye(len(board.cells))
    usual *= is_open[:, None] & is_open[None, :]
    return np.tile(usual * RED_LINES / np.triu(usual).sum(), (len(seats), 1, 1))


def _seats(view: View) -> tuple[AgencyId, ...]:
    return tuple(agency for agency in view.scene.agency_ids if agency != view.seat)


def _felt(view: View, board: Board) -> Numbers:
    """Say what facts, as far as believed, make of options for me, taken in part to hold for others too, in points."""
    felt, beliefs = np.zeros(len(board.cells)), view.own.beliefs
    for cell, shifts in view.role.shifts_on.items():
        felt[board.place[cell]] = FELT_ALIKE * sum(beliefs[fact] * points for fact, points in shifts)
    return felt


# What they said


def _opened(view: View) -> Mapping[AgencyId, frozenset[IssueId]]:
    said: dict[AgencyId, set[IssueId]] = {}
    for disclosure in view.own.disclosures.values():
        if disclosure.speaker != view.seat and disclosure.id not in view.own.found_out:
            said.setdefault(disclosure.speaker, set()).add(disclosure.issue)
    return {agency: frozenset(issues) for agency, issues in said.items()}


def _after_talk(view: View, manner: Manner) -> Belief:
    """Start from the usual, and take what each said of its own points as far as it is trusted."""
    board, seats, opened = board_of(view.scene), _seats(view), _opened(view)
    said = [
        disclosure
        for _, disclosure in sorted(view.own.disclosures.items())
        if disclosure.speaker != view.seat and disclosure.id not in view.own.found_out
    ]
    heard: dict[AgencyId, float] = {}
    for disclosure in said:
        heard[disclosure.speaker] = heard.get(disclosure.speaker, 0.0) + max(disclosure.points.values())
    priors = [_prior(view, seat, 100.0 - heard.get(seat, 0.0), len(opened.get(seat, ()))) for seat in seats]
    belief = Belief(np.array([means for means, _ in priors]), np.array([spread for _, spread in priors]))
    for disclosure in said:
        trust = min(1.0, 2.0 * view.own.trust.get(disclosure.speaker, 0.5) * manner.trust)
        cells = np.array([board.place[disclosure.issue, option] for option in disclosure.points], np.intp)
        noise = PLAIN_WORD + (DOUBTFUL_WORD - PLAIN_WORD) * (1.0 - trust)
        belief = belief.told(seats.index(disclosure.speaker), cells, np.array([*disclosure.points.values()]), noise)
    return belief


def _prior(view: View, agency: AgencyId, left: float, known: int) -> tuple[Numbers, Numbers]:
    """Guess from community and impact alone; what an agency did not open up about shares what is left of 100."""
    means, spread = _first.of((view.scene, view.scene.face(agency)), lambda: _usual_points(view, agency))
    issues = len(view.scene.issues)
    scale = max(0.0, left) / max(1, issues - known) / (100.0 / issues) if known < issues else 1.0
    means, spread = means.copy(), spread.copy()
    means[:-1] *= scale
    spread[:-1, :-1] *= max(0.1, scale) ** 2
    return means, spread


def _usual_points(view: View, agency: AgencyId) -> tuple[Numbers, Numbers]:
    board, issues = board_of(view.scene), view.scene.issues
    each = 100.0 / len(issues)
    shares = {issue.id: _usual(view.scene.face(agency), issue) for issue in issues}
    means = np.append(each * board.spread_out(shares), USUAL_WALK_AWAY)
    spread = np.diag(np.append(np.full(len(board.cells), (UNSURE * each) ** 2), UNSURE_WALK_AWAY**2))
    return means, spread


def _usual(face: Face, issue: Issue) -> dict[OptionId, float]:
    """Guess how an agency likes the options of an issue, the best at 1 and the worst at 0."""
    raw = {option.id: _liking(face, option) for option in issue.options}
    low, high = min(raw.values()), max(raw.values())
    return {option: (liking - low) / (high - low) if high > low else 0.5 for option, liking in raw.items()}


def _liking(face: Face, option: Option) -> float:
    wants = WANTS[face.community]
    liking = sum(wants.get(dimension, 0.1) * impact for dimension, impact in option.impact.items())
    return liking + (LIKES_TO_CARRY if face.id in option.carriers else 0.0)
