"""What texts are worth to the seat itself, term by term, so that many can be compared quickly.

The margin of a text is its worth less the reservation value (R4.1, R4.2), as `game.rules.appraisal` has it; most of it
adds up over terms, and what does not (hidden mandates, pledges) is added for the whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement

from game.opponents.recall import Recall
from game.rules.conditions import World, holds
from game.rules.ids import AgencyId, IssueId, OptionId, RedLineId, TextId
from game.rules.red_lines import crossed_by
from game.rules.texts import Term, Text
from game.rules.view import View
from game.rules.worth import option_worth, world_of

Cells = Mapping[IssueId, Mapping[OptionId, float]]


@dataclass(frozen=True, slots=True)
class Ledger:
    """In points. `gains`: what an option brings over the world as it stands; `margins`: the same less effort and the
    share of what not signing is worth."""

    gains: Cells
    margins: Cells
    span: float
    """The sum of the best margins: what the best text would be worth."""
    mandates: float
    """What the hidden mandates bring in the world as it stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text means to the seat: its margin in points, red lines crossed without a waiver, support -1..1 (R5.7)."""

    margin: float
    crossed: tuple[RedLineId, ...]
    support: float


_ledgers: Recall[Ledger] = Recall(64)
_readings: Recall[Reading] = Recall(512)
_pairs: Recall[tuple[tuple[Term, Term], ...]] = Recall(64)


def ledger(view: View) -> Ledger:
    """Work out the seat's own ledger by its present beliefs."""
    own, room = view.own, view.room
    parts = (view.scene, view.role, own.beliefs, own.walk_away, room.accords, room.forum.chair)
    return _ledgers.of(parts, lambda: _ledger(view))


def _ledger(view: View) -> Ledger:
    role, beliefs, room = view.role, view.own.beliefs, view.room
    outside = role.outside + view.own.walk_away - role.agency.walk_away
    stands = {term.issue: term.option for accord in room.in_force for term in accord.terms}
    gains: dict[IssueId, dict[OptionId, float]] = {}
    margins: dict[IssueId, dict[OptionId, float]] = {}
    for issue in view.scene.issues:
        now = option_worth(role, beliefs, issue.id, stands.get(issue.id, issue.status_quo))
        share = outside * max(role.agency.points[issue.id].values()) / 100.0
        gains[issue.id] = {o.id: option_worth(role, beliefs, issue.id, o.id) - now for o in issue.options}
        margins[issue.id] = {
            option: gain - role.burdens.get((issue.id, option), 0.0) - share for option, gain in gains[issue.id].items()
        }
    span = max(1.0, sum(max(0.0, *options.values()) for options in margins.values()))
    return Ledger(gains, margins, span, _mandates(view, world_of(view.scene, room, {}, (), without=True)))


def read_text(view: View, text: Text) -> Reading:
    """Read the latest version of a text for the seat."""
    own, room, version = view.own, view.room, text.latest
    mine = (view.role, own.beliefs, own.walk_away, own.pledges, own.trust, own.waivers)
    parts = (*mine, room.accords, room.forum.chair, version, room.round)
    return _readings.of(parts, lambda: read_terms(view, version.terms, version.parties, text.id))


def read_terms(
    view: View, terms: tuple[Term, ...], parties: tuple[AgencyId, ...], text: TextId | None = None
) -> Reading:
    """Read terms between parties for the seat; `text` brings in what was pledged for it."""
    book, agency = ledger(view), view.role.agency
    margin = sum(book.margins[term.issue][term.option] for term in terms) + _pledged(view, text)
    crossed: tuple[RedLineId, ...] = ()
    if view.room.accords:
        margin += _lost_with_replaced(view, {term.issue for term in terms})
    if agency.hidden or agency.red_lines:
        after = world_of(view.scene, view.room, {term.issue: term.option for term in terms}, parties)
        margin += _mandates(view, after) - book.mandates
        crossed = crossed_by(view, after)
    advantage = -1.0 if crossed else margin / (book.span if margin >= 0 else 50.0)
    return Reading(margin, crossed, max(-1.0, min(1.0, 3.0 * advantage)))


def _lost_with_replaced(view: View, settles: set[IssueId]) -> float:
    """Count what falls back to the status quo when accords in force are replaced only in part."""
    gains, lost = ledger(view).gains, 0.0
    for accord in view.room.in_force:
        if not accord.settles.isdisjoint(settles):
            left = accord.settles - settles
            lost += sum(gains[issue][view.scene.issue(issue).status_quo] for issue in left)
    return lost


def single_terms(view: View, parties: Iterable[AgencyId]) -> Cells:
    """Say what each option would mean on its own: its margin with the hidden mandates it meets; -1000 where it alone
    crosses a red line."""
    book, agency = ledger(view), view.role.agency
    if not (agency.hidden or agency.red_lines):
        return book.margins
    together = tuple(parties)
    cells: dict[IssueId, dict[OptionId, float]] = {}
    for issue, options in book.margins.items():
        cells[issue] = {}
        for option, margin in options.items():
            after = world_of(view.scene, view.room, {issue: option}, together)
            worth = margin + _mandates(view, after) - book.mandates
            cells[issue][option] = -1000.0 if crossed_by(view, after) else worth
    return cells


def forbidden_pairs(view: View) -> tuple[tuple[Term, Term], ...]:
    """Name the pairs of options (or an option twice) that would cross a red line of the seat's own, agreed together."""
    own, room = view.own, view.room
    parts = (view.role, own.waivers, room.accords, room.forum.chair, room.seated, room.out)
    return _pairs.of((*parts, room.round), lambda: tuple(_forbidden_pairs(view)))


def _forbidden_pairs(view: View) -> Iterator[tuple[Term, Term]]:
    terms = [Term(issue.id, option.id) for issue in view.scene.issues for option in issue.options]
    for one, other in combinations_with_replacement(terms, 2):
        if one == other or one.issue != other.issue:
            after = world_of(view.scene, view.room, {t.issue: t.option for t in (one, other)}, view.room.present)
            if crossed_by(view, after):
                yield one, other


def _mandates(view: View, world: World) -> float:
    return sum(mandate.points for mandate in view.role.agency.hidden if holds(mandate.condition, world))


def _pledged(view: View, text: TextId | None) -> float:
    if text is None:
        return 0.0
    return sum(
        pledge.points * view.own.trust.get(pledge.pledger, 0.5)
        for pledge in view.own.pledges.values()
        if pledge.to == view.seat and pledge.text == text and pledge.is_kept is not False
    )
