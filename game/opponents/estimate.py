"""What a seat makes of the others: guesses from what everybody sees and what it was told, never more.

A guess starts from what an agency of that community usually wants, is replaced by what the agency disclosed, and moves
with the texts it wrote, the lanes it declared, the stances it took and the signatures it refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.opponents.ledger import Cells
from game.opponents.recall import Recall
from game.rules.case import Issue, Option
from game.rules.ids import AgencyId, IssueId, OptionId
from game.rules.scene import Face
from game.rules.texts import Text
from game.rules.view import View
from game.rules.vocabulary import Community, Dimension, Stance

USUAL_WALK_AWAY = 45.0
"""What an agency is taken to get without any accord, in points."""
LIKES_TO_CARRY = 0.8
"""How much an agency is taken to like an option for carrying it, in steps of impact."""
FELT_ALIKE = 0.5
"""How far what a fact means to me is taken to hold for others."""
WANTS: Mapping[Community, Mapping[Dimension, float]] = {
    Community.MILITARY: {Dimension.SECURITY: 1.0, Dimension.LEGITIMACY: 0.3},
    Community.POLITICAL: {Dimension.LEGITIMACY: 1.0, Dimension.SECURITY: 0.5, Dimension.DEVELOPMENT: 0.3},
    Community.DONOR: {Dimension.DEVELOPMENT: 0.8, Dimension.SECURITY: 0.4, Dimension.LEGITIMACY: 0.4},
    Community.HOST_GOVERNMENT: {Dimension.LEGITIMACY: 1.0, Dimension.SECURITY: 0.5, Dimension.DEVELOPMENT: 0.3},
    Community.HUMANITARIAN: {Dimension.RELIEF: 1.0, Dimension.DEVELOPMENT: 0.3},
    Community.DEVELOPMENT: {Dimension.DEVELOPMENT: 1.0, Dimension.RELIEF: 0.4, Dimension.LEGITIMACY: 0.2},
    Community.CIVIL_SOCIETY: {Dimension.LEGITIMACY: 0.6, Dimension.RELIEF: 0.6, Dimension.DEVELOPMENT: 0.6},
}
MEANS: Mapping[Stance, tuple[float, float]] = {
    Stance.ENDORSE: (3.0, 1000.0),
    Stance.RESERVATIONS: (0.0, 6.0),
    Stance.ABSTAIN: (-3.0, 3.0),
    Stance.OBJECT: (-1000.0, -3.0),
    Stance.BLOCK: (-1000.0, -12.0),
}
"""Between which margins, in points, a text is taken to lie for whoever takes a stance."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What one other agency is taken to want. `margins` as in `Ledger`; `told`: the issues it opened up about."""

    margins: Cells
    told: frozenset[IssueId]

    def margin(self, text: Text) -> float:
        """Say what the latest version of a text is taken to be worth to it above not signing."""
        return sum(self.margins[term.issue][term.option] for term in text.latest.terms)


_priors: Recall[Mapping[AgencyId, Cells]] = Recall(16)
_points: Recall[Mapping[AgencyId, tuple[Cells, frozenset[IssueId]]]] = Recall(64)
_margins: Recall[Mapping[AgencyId, Cells]] = Recall(64)
_guesses: Recall[Mapping[AgencyId, Guess]] = Recall(128)


def guesses(view: View) -> Mapping[AgencyId, Guess]:
    """Guess what every other agency wants."""
    room, own = view.room, view.own
    parts = (view.scene, view.role, own.disclosures, own.found_out, own.beliefs, room.texts, room.accords, room.lanes)
    return _guesses.of(parts, lambda: _all(view))


def points_told(view: View) -> Mapping[AgencyId, tuple[Cells, frozenset[IssueId]]]:
    """Guess every other agency's points, with the issues that it disclosed; nothing it did in public counts here."""
    parts = (view.scene, view.role, view.own.disclosures, view.own.found_out)
    return _points.of(parts, lambda: _told(view))


def _all(view: View) -> Mapping[AgencyId, Guess]:
    own, told = view.own, points_told(view)
    unmoved = _margins.of((told, own.beliefs, view.room.accords), lambda: _unmoved(view, told))
    return {
        agency: Guess(_moved(view, agency, unmoved[agency], issues), issues) for agency, (_, issues) in told.items()
    }


def _unmoved(view: View, told: Mapping[AgencyId, tuple[Cells, frozenset[IssueId]]]) -> Mapping[AgencyId, Cells]:
    """Turn points into margins, as they would be if nothing had been done in public."""
    stands = {term.issue: term.option for accord in view.room.in_force for term in accord.terms}
    felt = _felt(view)
    return {agency: _margins_of(view, agency, points, stands, felt) for agency, (points, _) in told.items()}


def _felt(view: View) -> Mapping[tuple[IssueId, OptionId], float]:
    """Say what facts, as far as believed, make of options for me, taken in part to hold for others too, in points."""
    beliefs = view.own.beliefs
    return {
        cell: FELT_ALIKE * sum(beliefs[fact] * points for fact, points in shifts)
        for cell, shifts in view.role.shifts_on.items()
    }


def _told(view: View) -> Mapping[AgencyId, tuple[Cells, frozenset[IssueId]]]:
    priors = _priors.of((view.scene,), lambda: _prior(view))
    said: dict[AgencyId, dict[IssueId, Mapping[OptionId, float]]] = {}
    for disclosure in view.own.disclosures.values():
        if disclosure.speaker != view.seat and disclosure.id not in view.own.found_out:
            said.setdefault(disclosure.speaker, {})[disclosure.issue] = disclosure.points
    result: dict[AgencyId, tuple[Cells, frozenset[IssueId]]] = {}
    for agency, prior in priors.items():
        if agency == view.seat:
            continue
        known = said.get(agency, {})
        left = 100.0 - sum(max(options.values()) for options in known.values())
        each = max(0.0, left) / max(1, len(prior) - len(known))
        result[agency] = (
            {
                issue: known[issue] if issue in known else {o: share * each for o, share in options.items()}
                for issue, options in prior.items()
            },
            frozenset(known),
        )
    return result


def _prior(view: View) -> Mapping[AgencyId, Cells]:
    """Guess from community and impact alone, each issue's best option at 1 and its worst at 0."""
    return {face.id: {issue.id: _usual(face, issue) for issue in view.scene.issues} for face in view.scene.agencies}


def _usual(face: Face, issue: Issue) -> Mapping[OptionId, float]:
    raw = {option.id: _liking(face, option) for option in issue.options}
    low, high = min(raw.values()), max(raw.values())
    return {option: (liking - low) / (high - low) if high > low else 0.5 for option, liking in raw.items()}


def _liking(face: Face, option: Option) -> float:
    wants = WANTS[face.community]
    liking = sum(wants.get(dimension, 0.1) * impact for dimension, impact in option.impact.items())
    return liking + (LIKES_TO_CARRY if face.id in option.carriers else 0.0)


def _margins_of(
    view: View,
    agency: AgencyId,
    points: Cells,
    stands: Mapping[IssueId, OptionId],
    felt: Mapping[tuple[IssueId, OptionId], float],
) -> Cells:
    cost = view.ruleset.effort_cost * 4
    outside = USUAL_WALK_AWAY - sum(points[issue.id][issue.status_quo] for issue in view.scene.issues)
    result: dict[IssueId, dict[OptionId, float]] = {}
    for issue in view.scene.issues:
        options = points[issue.id]
        base = options[stands.get(issue.id, issue.status_quo)] + outside * max(options.values()) / 100.0
        result[issue.id] = {
            o.id: options[o.id] + felt.get((issue.id, o.id), 0.0) - base - (cost if agency in o.carriers else 0.0)
            for o in issue.options
        }
    return result


def _moved(view: View, agency: AgencyId, unmoved: Cells, told: frozenset[IssueId]) -> Cells:
    """Move a guess by what the agency did in public since."""
    lanes = view.room.lanes.get(agency)
    if not lanes and not view.room.texts:
        return unmoved
    margins = {issue: dict(options) for issue, options in unmoved.items()}
    for issue, option in (lanes or {}).items():
        if issue not in told:
            margins[issue][option] = max(*margins[issue].values(), 1.0)
    for text in view.room.texts.values():
        _learn_authorship(agency, text, margins, told)
        _learn_stances(agency, text, margins, told)
    return margins


def _learn_authorship(
    agency: AgencyId, text: Text, margins: dict[IssueId, dict[OptionId, float]], told: frozenset[IssueId]
) -> None:
    first = text.versions[0]
    if first.author != agency:
        return
    for term in first.terms:
        if term.issue not in told:
            options = margins[term.issue]
            options[term.option] = max(options.values())


def _learn_stances(
    agency: AgencyId, text: Text, margins: dict[IssueId, dict[OptionId, float]], told: frozenset[IssueId]
) -> None:
    for version in text.versions:
        stance = version.stances.get(agency)
        signature = text.signatures.get(agency)
        if version is text.latest and signature is not None and not signature.is_signed:
            stance = Stance.OBJECT
        if stance is None or (version.author == agency and stance is not Stance.ENDORSE):
            continue
        low, high = MEANS[stance]
        guess = sum(margins[term.issue][term.option] for term in version.terms)
        miss = low - guess if guess < low else high - guess if guess > high else 0.0
        if miss:
            open_terms = [term for term in version.terms if term.issue not in told] or list(version.terms)
            for term in open_terms:
                margins[term.issue][term.option] += miss / len(open_terms)
