"""How far a seat carries out what it signed: from its own incentives only (R7.2), never from how sincere it was.

For a term i with n carriers, `gain_i` is what its option is worth to the seat over the status quo, by what it now
believes; `cost_i` what full effort for a year takes, blurring included; `H = 1 + patience * lasting_quarters / 4`
counts how long what is reached will last, against a cost that is paid once. `share` is how much of what matters to the
seat lies in the accord's issues, and `outside` what its people could bring without any accord. A term goes as fast as
half the least and half the mean effort of those who carry it (R7.1), so looked at alone a term is worth

    alone_i  = (c_i / 2 + 1 / 2n) * gain_i - cost_i / H

The accord as a whole brings what it brings only if others do their part. They are expected to answer work with work and
shirking with shirking as far as the seat trusts them, so that share of a gain is at risk; a loss is not:

    c_i      = min(1, (trust_i / SURE) ** STEEPNESS)
    surplus  = sum of gain over all terms - outside * share - sum of own cost / H
    whole    = surplus * follow_through * (1 - RELIANCE * (1 - mean c)) if surplus > 0 else surplus;  + pledges / H
    grudge   = product over those who leaned on the seat for this text of its trust in them now / at the beginning
    will     = grudge * clamp((backing - RELUCTANT) / (WILLING - RELUCTANT))
    effort_i = clamp(will * ((1 - WHOLE) * alone_i / SPAN + WHOLE * whole / (WHOLE_SPAN * share)))

`trust_i` is the seat's mean trust in the other carriers of term i; from the third quarter on it is moved by what has
been seen of the term: toward 1 if it has got somewhere, toward 0 if not. A threat is worth nothing here: it has faded,
and what is left is the trust that it cost: who was leaned on does not go out of its way for what it was leaned on for.
And a house that is not behind its people slows them down. So a fair logroll is carried out, because the whole is
worth it and the others are trusted, and a text that was forced is not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import prod

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
WHOLE_SPAN = 7.0
"""The same as `SPAN` for the whole, if all that matters to the seat is in it; less for a text about less."""
LEAST_SHARE = 0.1
"""The least that counts as a share, so that next to nothing at stake does not make a seat give everything."""
RELIANCE = 0.9
"""Share of a surplus that hangs on others."""
SURE = 0.9
"""Trust at which work is taken for certain to be repaid."""
STEEPNESS = 2.0
"""How much faster than trust that certainty falls."""
SEEN = 0.05
"""How far what a term has come to replaces the trust in those who carry it."""
RELUCTANT, WILLING = 0.5, 0.9
"""Backing at home at which a house does nothing of what its people in the field signed, and at which it does it all."""
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
    will: float = 1.0
    """How far it goes along with what pays: what being leaned on has left of its good will, and its house, 0..1."""

    def efforts(
        self, terms: tuple[Term, ...], carriers: Mapping[IssueId, tuple[AgencyId, ...]]
    ) -> dict[IssueId, float]:
        """Say the effort, 0..1, on each term that the party carries; empty if it carries none."""
        mine = [term for term in terms if self.seat in carriers[term.issue]]
        if not mine:
            return {}
        share = max(LEAST_SHARE, self.share(terms))
        whole = self._surplus(terms, mine, share) / (self.horizon * WHOLE_SPAN * share)
        return {
            term.issue: _clamped(self.will * (self._of_term(term, carriers[term.issue]) + WHOLE * whole))
            for term in mine
        }

    def _surplus(self, terms: tuple[Term, ...], mine: list[Term], share: float) -> float:
        """Say what the whole brings over what the same people could do elsewhere, as far as others can be relied on."""
        gained = sum(self.gain(term) for term in terms) - self.outside * share
        surplus = self.horizon * gained - sum(self.cost(term) for term in mine)
        if surplus > 0:
            sure = sum(_certainty(self.trust(term)) for term in mine) / len(mine)
            surplus *= self.follow_through * (1.0 - RELIANCE * (1.0 - sure))
        return surplus + self.pledged

    def _of_term(self, term: Term, carriers: tuple[AgencyId, ...]) -> float:
        """Say the effort that a term is worth if the seat looks at it alone."""
        sure = _certainty(self.trust(term)) if len(carriers) > 1 else 1.0
        reach = 0.5 * sure + 0.5 / len(carriers)
        return (1.0 - WHOLE) * (reach * self.gain(term) - self.cost(term) / self.horizon) / SPAN


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
        share=lambda terms: share_of(role, (term.issue for term in terms)),
        outside=role.outside + view.own.walk_away - role.agency.walk_away,
        follow_through=manner.follow_through,
        will=_grudge(view, text) * _clamped((view.own.backing - RELUCTANT) / (WILLING - RELUCTANT)),
    )


def _grudge(view: View, text: TextId) -> float:
    """Say what being leaned on for a text has left of the seat's good will: as much as of its trust."""
    usual, start = view.role.agency.trust, view.ruleset.trust_start
    threats = view.own.threats.values()
    pressers = {t.presser for t in threats if t.pressed == view.seat and t.text == text and not t.is_withdrawn}
    left = (view.own.trust.get(p, start) / max(usual.get(p, start), view.ruleset.trust_gain) for p in sorted(pressers))
    return prod(min(1.0, share) for share in left)


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
