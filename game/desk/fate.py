"""What can still become of a text while it is being signed, from what everybody sees (R3.4)."""

from collections.abc import Collection

from game.desk.balance import must_carry
from game.desk.words import calls
from game.record.sentences.narrator import listed
from game.rules.course import voters
from game.rules.ids import AgencyId
from game.rules.texts import Term
from game.rules.texts import Text as Paper
from game.rules.view import View
from game.rules.vocabulary import DecisionRule, Stance


def fallen(view: View, paper: Paper) -> str:
    """Say through whom a text has already fallen, whatever the others answer; empty while it can come into force."""
    room, now = view.room, paper.latest
    blocking = [seat for seat in voters(room) if now.stances.get(seat) is Stance.BLOCK]
    if blocking and room.forum.rule is DecisionRule.CONSENSUS:
        return f"{calls(view.scene, blocking, view.seat)} {_verb(view, blocking, 'blocks', 'block')}."
    declined = {seat for seat, given in paper.signatures.items() if not given.is_signed}
    lost = room.present & _needed(view, paper) & (declined | room.present.difference(now.parties))
    if lost:
        rule = "all who are named" if room.forum.rule is DecisionRule.CONSENSUS else "all who carry a term"
        return f"{calls(view.scene, lost, view.seat)} did not sign, and {rule} must."
    left = room.present & set(now.parties) - declined
    if len(left) < 2:
        return "fewer than two can still sign it."
    if not any(_can_be_carried(view, paper, term, left) for term in now.terms):
        return "no term of it can be signed by all who would carry it."
    return ""


def _verb(view: View, seats: Collection[AgencyId], one: str, many: str) -> str:
    return many if len(seats) > 1 or view.seat in seats else one


def _needed(view: View, paper: Paper) -> frozenset[AgencyId]:
    """Name without whose signature the text falls, if they are here: also all parties to accords it would replace."""
    now = paper.latest
    replaced = {party for old in view.room.in_force if old.settles & now.settles for party in old.parties}
    asked = now.parties if view.room.forum.rule is DecisionRule.CONSENSUS else must_carry(view, now.terms)
    return frozenset(asked) | replaced


def _can_be_carried(view: View, paper: Paper, term: Term, left: Collection[AgencyId]) -> bool:
    """Say whether everybody who would carry a term has signed it, or still can."""
    for carrier in view.scene.option(term.issue, term.option).carriers:
        given = paper.signatures.get(carrier)
        if carrier not in left or (given is not None and given.reserved == term.issue):
            return False
    return True


def if_declined(view: View, paper: Paper) -> str:
    """Say what becomes of the text, and of the terms I carry, if I decline."""
    if view.seat not in _needed(view, paper):
        return "You carry none of it, so it may still come into force without you."
    if view.room.forum.rule is DecisionRule.CONSENSUS:
        return "Then the text falls: all who are named must sign."
    mine = [term for term in paper.latest.terms if view.seat in view.scene.option(term.issue, term.option).carriers]
    if not mine:
        return "Then the text falls: it would replace an accord of yours."
    named = listed(f"“{view.scene.issue(term.issue).name}”" for term in mine)
    what = named if len(mine) < 3 else f"{len(mine)} of its terms"
    return f"Then the text falls, for you carry {what}."
