"""What an agency stands for as everybody sees it: its community's concern, measured by what options do for people."""

from collections.abc import Mapping

from game.rules.case import Option
from game.rules.texts import Term
from game.rules.view import View
from game.rules.vocabulary import Community, Dimension

CONCERNS: Mapping[Community, tuple[Dimension, ...]] = {
    Community.MILITARY: (Dimension.SECURITY,),
    Community.POLITICAL: (Dimension.LEGITIMACY, Dimension.SECURITY),
    Community.DONOR: (Dimension.DEVELOPMENT, Dimension.LEGITIMACY),
    Community.HOST_GOVERNMENT: (Dimension.LEGITIMACY, Dimension.DEVELOPMENT),
    Community.HUMANITARIAN: (Dimension.RELIEF,),
    Community.DEVELOPMENT: (Dimension.DEVELOPMENT,),
    Community.CIVIL_SOCIETY: (Dimension.LEGITIMACY, Dimension.RELIEF),
}
BLURRED = 3
"""How much it counts against an option that a neutral agency would carry it side by side with soldiers."""


def best_term(view: View, terms: tuple[Term, ...]) -> Term | None:
    """Find the term that does most for what the seat stands for in public; None if none does anything."""
    fits = {term: _fit(view, view.scene.option(term.issue, term.option)) for term in terms}
    best = max(fits, key=lambda term: fits[term], default=None)
    return best if best is not None and fits[best] > 0 else None


def worst_term(view: View, terms: tuple[Term, ...]) -> Term | None:
    """Find the term that falls furthest behind what the seat stands for in public; None if none falls behind."""
    gaps = {term: _gap(view, term) for term in terms}
    worst = max(gaps, key=lambda term: gaps[term], default=None)
    return worst if worst is not None and gaps[worst] > 0 else None


def _gap(view: View, term: Term) -> int:
    issue = view.scene.issue(term.issue)
    return max(_fit(view, option) for option in issue.options) - _fit(view, issue.option(term.option))


def _fit(view: View, option: Option) -> int:
    """Say what an option does for the seat's concern, as everybody can read in the case."""
    me = view.scene.face(view.seat)
    beside = (view.scene.face(other).community for other in option.carriers if other != view.seat)
    is_blurred = (
        me.is_neutral and view.seat in option.carriers and option.intermediary is None and Community.MILITARY in beside
    )
    return sum(option.impact.get(concern, 0) for concern in CONCERNS[me.community]) - (BLURRED if is_blurred else 0)
