"""What a text is worth to a seat by what it believes, and what not signing is (R4.1, R4.2, R4.5, R5.7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.ids import AgencyId, IssueId, RedLineId, TextId
from game.rules.red_lines import crossed_by
from game.rules.texts import Term
from game.rules.view import View
from game.rules.worth import best_worth, option_worth, share_of, world_of, world_worth


@dataclass(frozen=True, slots=True)
class Appraisal:
    """All in points but `advantage` and `support` (-1..1). `worth` is net of `effort` and counts `pledges`."""

    worth: float
    reservation: float
    best: float
    advantage: float
    support: float
    by_issue: Mapping[IssueId, float]
    """What each term is worth, before effort."""
    crossed: tuple[RedLineId, ...]
    """Red lines that it crosses without a waiver."""
    effort: float
    pledges: float


def appraise(
    view: View, terms: tuple[Term, ...], parties: tuple[AgencyId, ...], text: TextId | None = None
) -> Appraisal:
    """Appraise terms between parties for the viewing seat; `text` brings in what was pledged to it for that text."""
    scene, room, role, beliefs = view.scene, view.room, view.role, view.own.beliefs
    settled = {term.issue: term.option for term in terms}
    world = world_of(scene, room, settled, parties)
    effort = sum(role.burdens.get((term.issue, term.option), 0.0) for term in terms)
    pledges = _believed_pledges(view, text)
    worth = world_worth(role, beliefs, scene, world) - effort + pledges
    reservation = _reservation(view, frozenset(settled))
    best = best_worth(role, beliefs, scene, room, frozenset(settled), parties)
    crossed = crossed_by(view, world)
    advantage = -1.0 if crossed else advantage_of(worth, reservation, best)
    return Appraisal(
        worth=worth,
        reservation=reservation,
        best=best,
        advantage=advantage,
        support=max(-1.0, min(1.0, 3.0 * advantage)),
        by_issue={term.issue: option_worth(role, beliefs, term.issue, term.option) for term in terms},
        crossed=crossed,
        effort=effort,
        pledges=pledges,
    )


def advantage_of(worth: float, reservation: float, best: float) -> float:
    """Say how far (-1..1) a worth lies above its reservation value on the way to the best, or below it (R4.2)."""
    span = best - reservation if worth >= reservation else reservation
    return max(-1.0, min(1.0, (worth - reservation) / span)) if span > 0 else 0.0


def _reservation(view: View, issues: frozenset[IssueId]) -> float:
    role = view.role
    as_it_stands = world_worth(
        role, view.own.beliefs, view.scene, world_of(view.scene, view.room, {}, (), without=True)
    )
    outside = role.outside + view.own.walk_away - role.agency.walk_away
    return as_it_stands + outside * share_of(role, issues)


def _believed_pledges(view: View, text: TextId | None) -> float:
    if text is None:
        return 0.0
    return sum(
        pledge.points * view.own.trust[pledge.pledger]
        for pledge in view.own.pledges.values()
        if pledge.to == view.seat and pledge.text == text and pledge.is_kept is not False
    )
