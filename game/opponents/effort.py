"""How far a seat carries out what it signed: from its own incentives only (R7.2), never from how sincere it was.

For a term i with n carriers, `gain_i` is what its option is worth to the seat over the status quo, by what it now
believes; `cost_i` what full effort for a year takes, blurring included; `H = 1 + patience * lasting_quarters / 4`
counts how long what is reached will last. A term goes as fast as half the least and half the mean effort of those who
carry it (R7.1), so the seat's own work moves `h_i = c_i / 2 + 1 / 2n` of a term it carries with others (the first half
only if they work too), all of one it carries alone, and nothing of others' terms. What it does not move, moves if
others work, and they are expected to answer work with work and shirking with shirking as far as the seat trusts them:

    c_i      = min(1, (trust_i / SURE) ** STEEPNESS)
    direct_i = H * h_i * gain_i - cost_i
    repaid   = follow_through * (H * sum over all terms j of c_j * others_j * gain_j + pledges)
    stake_i  = direct_i + repaid / (number of terms the seat carries)
    whole    = sum of all stake_i - H * outside * share
    effort_i = clamp((1 - WHOLE) * stake_i / SPAN + WHOLE * whole / (WHOLE_SPAN * share))

`others_j` is what others' work moves of a term: all of it where the seat carries nothing, else `1/2 - 1/2n`; `share` is
how much of what matters to the seat lies in the accord's issues, and `outside` what its people could bring without any
accord. `trust_j` is the seat's mean trust in the other carriers of term j; from the third quarter on it is moved by
what has been seen of the term: toward 1 if it has got somewhere, toward 0 if not. A threat is worth nothing here: it
has faded. So a fair logroll is carried out, because the whole is worth it, and a text that was forced is not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.opponents.ledger import Cells
from game.opponents.manner import Manner
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.ruleset import Ruleset
from game.rules.texts import LANES, Accord, Term
from game.rules.view import View
from game.rules.vocabulary import Phase
from game.rules.worth import option_worth, share_of

SPAN = 15.0
"""Points of stake in a term that make a seat give everything to it, if it looks at the term alone; at 0 nothing."""
WHOLE = 0.9
"""How far a seat judges its effort on the accord as a whole, not term by term."""
WHOLE_SPAN = 26.0
"""The same as `SPAN` for the whole, if all that matters to the seat is in it; less for a text about less."""
LEAST_SHARE = 0.1
"""The least that counts as a share, so that next to nothing at stake does not make a seat give everything."""
SURE = 0.65
"""Trust at which work is taken for certain to be repaid."""
STEEPNESS = 2.0
"""How much faster than trust that certainty falls."""
SEEN = 0.3
"""How far what a term has come to replaces the trust in those who carry it."""
USUAL_TRUST = 0.5
USUAL_PATIENCE = 0.5


@dataclass(frozen=True, slots=True)
class Incentives:
    """What one party has in an accord, as known or guessed; points a year."""

    seat: AgencyId
    horizon: float
    """H."""
    gain: Callable[[Term], float]
    cost: Callable[[Term], float]
    trust: Callable[[Term], float]
    pledged: float
    share: Callable[[tuple[Term, ...]], float]
    """How much of what matters to the party (0..1) lies in the issues of these terms."""
    outside: float
    """What the same people could bring without any accord, in points."""
    follow_through: float

    def efforts(
        self, terms: tuple[Term, ...], carriers: Mapping[IssueId, tuple[AgencyId, ...]]
    ) -> dict[IssueId, float]:
        """Say the effort, 0..1, on each term that the party carries; empty if it carries none."""
        mine = [term for term in terms if self.seat in carriers[term.issue]]
        if not mine:
            return {}
        repaid = self.pledged
        reach: dict[IssueId, float] = {}
        for term in terms:
            those, sure = carriers[term.issue], _certainty(self.trust(term))
            left = 1.0
            if self.seat in those:
                left = 0.5 - 0.5 / len(those)
                reach[term.issue] = 1.0 if len(those) == 1 else 0.5 * sure + 0.5 / len(those)
            repaid += self.horizon * sure * left * self.gain(term)
        each = self.follow_through * repaid / len(mine)
        stakes = {
            term.issue: self.horizon * reach[term.issue] * self.gain(term) - self.cost(term) + each for term in mine
        }
        share = max(LEAST_SHARE, self.share(terms))
        whole = WHOLE * (sum(stakes.values()) - self.horizon * self.outside * share) / (WHOLE_SPAN * share)
        return {issue: _clamped((1.0 - WHOLE) * stake / SPAN + whole) for issue, stake in stakes.items()}


def _certainty(trust: float) -> float:
    return min(1.0, float((trust / SURE) ** STEEPNESS))


def _clamped(effort: float) -> float:
    return round(max(0.0, min(1.0, effort)), 2)


def plan(view: View, manner: Manner, accord: Accord) -> dict[IssueId, float]:
    """Plan the seat's effort on each term of an accord that it carries."""
    return _mine(view, manner, accord.text).efforts(accord.terms, _carriers(view, accord.terms))


def lane_plan(view: View, manner: Manner) -> dict[IssueId, float]:
    """Plan the seat's effort on the lanes it declared outside accords."""
    lanes = view.room.lanes.get(view.seat, {})
    terms = tuple(Term(issue, lanes[issue]) for issue in sorted(lanes) if view.room.settled_by(issue) is None)
    return _mine(view, manner, LANES).efforts(terms, _carriers(view, terms))


def predicted(view: View, points: Cells, agency: AgencyId, accord: Accord) -> float:
    """Predict another party's mean effort, 0..1, from what its points are taken to be."""

    def gain(term: Term) -> float:
        return points[term.issue][term.option] - points[term.issue][view.scene.issue(term.issue).status_quo]

    incentives = Incentives(
        seat=agency,
        horizon=_horizon(view.ruleset, USUAL_PATIENCE),
        gain=gain,
        cost=lambda _: 4.0 * view.ruleset.effort_cost,
        trust=lambda _: USUAL_TRUST,
        pledged=0.0,
        share=lambda terms: sum(max(points[term.issue].values()) for term in terms) / 100.0,
        outside=0.0,
        follow_through=1.0,
    )
    return mean(incentives.efforts(accord.terms, _carriers(view, accord.terms)))


def mean(efforts: Mapping[IssueId, float]) -> float:
    """Average efforts; a party that carries nothing does all that was asked of it."""
    return sum(efforts.values()) / len(efforts) if efforts else 1.0


def _mine(view: View, manner: Manner, text: TextId) -> Incentives:
    role, beliefs, scene = view.role, view.own.beliefs, view.scene

    def gain(term: Term) -> float:
        status_quo = scene.issue(term.issue).status_quo
        return option_worth(role, beliefs, term.issue, term.option) - option_worth(
            role, beliefs, term.issue, status_quo
        )

    return Incentives(
        seat=view.seat,
        horizon=_horizon(view.ruleset, role.agency.patience),
        gain=gain,
        cost=lambda term: role.burdens.get((term.issue, term.option), 0.0),
        trust=lambda term: _trust(view, text, term),
        pledged=_pledged(view, text),
        share=lambda terms: share_of(role, scene, (term.issue for term in terms)),
        outside=role.outside + view.own.walk_away - role.agency.walk_away,
        follow_through=manner.follow_through,
    )


def _horizon(ruleset: Ruleset, patience: float) -> float:
    return 1.0 + patience * ruleset.lasting_quarters / 4.0


def _trust(view: View, text: TextId, term: Term) -> float:
    """Trust the other carriers to do their part; once something can be seen of it, by that too."""
    others = [c for c in view.scene.option(term.issue, term.option).carriers if c != view.seat]
    trust = sum(view.own.trust.get(c, USUAL_TRUST) for c in others) / len(others) if others else 0.0
    if view.room.phase is not Phase.SECOND_EFFORTS or text == LANES or not others:
        return trust
    level = view.room.year.levels.get(text, {}).get(term.issue, 0)
    return trust + SEEN * (1.0 - trust) if level >= 1 else trust * (1.0 - SEEN)


def _pledged(view: View, text: TextId) -> float:
    """Sum the pledges to the seat for an accord, unless they were broken, by how far each pledger is trusted."""
    return sum(
        pledge.points * (1.0 if pledge.is_kept else view.own.trust.get(pledge.pledger, USUAL_TRUST))
        for pledge in view.own.pledges.values()
        if pledge.to == view.seat and pledge.text == text and pledge.is_kept is not False
    )


def _carriers(view: View, terms: tuple[Term, ...]) -> Mapping[IssueId, tuple[AgencyId, ...]]:
    return {term.issue: view.scene.option(term.issue, term.option).carriers for term in terms}
