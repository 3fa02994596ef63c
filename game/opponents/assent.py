"""Stances and signatures: what the seat shows of what it thinks, and what it puts its name to."""

from collections.abc import Iterator

from game.opponents.corridor import is_last_round
from game.opponents.draft import WORTH_SIGNING, chance_of_all
from game.opponents.ledger import ledger, read_text
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.prospect import Prospect, prospect, prospect_of
from game.rules.commands import Command, Decline, Sign, SignWithReservation, TakeStance
from game.rules.course import open_texts, signing_now
from game.rules.ids import IssueId
from game.rules.texts import Term, Text
from game.rules.view import View
from game.rules.vocabulary import Stance

NEARLY = 0.45
"""Share of what its own text would bring that a seat wants of another, while its own still stands."""
LEFT_OF_IT = 0.4
"""Share of its terms that must still be possible for a text to be worth a signature."""
MUCH_FEAR = 8.0
"""Points of threat that make a seat sign across its own red line."""
GIVES_WAY = 0.5
"""Share of its ambition that a seat without patience has let go of by the last round."""
SLIGHTED, EARNED = 20.0, 6.0
"""Points more that a seat wants of somebody who lost its trust, and fewer of somebody who won it, for all of it."""
LAST_CHANCE = 1.0
"""Points that are worth signing for where nothing better can come; pride may say otherwise."""
MOST_GRUDGE, MOST_FAVOUR = 8.0, 2.0
OWN_NAME, NO_NAME = 3.0, 6.0
"""Points that its name on a text is worth to whoever lives for prestige, and that a text of others must bring more."""


def stances(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Show a stance on each open text."""
    for text in open_texts(view.room):
        if text.id not in view.own.cast:
            yield TakeStance(view.seat, text.id, stance_on(view, manner, luck, text))


def stance_on(view: View, manner: Manner, luck: Luck, text: Text) -> Stance:
    """Choose the stance to show: what the seat thinks, bent by threats, and by manner."""
    seen = prospect(view, manner, luck, text)
    fear = threatened(view, text) * manner.pliancy
    if seen.crossed and fear < MUCH_FEAR:
        return Stance.BLOCK
    margin = seen.judged + fear
    if manner.commitment < 0.5:
        if is_harmless(view, manner, text):
            return Stance.RESERVATIONS
        return Stance.ABSTAIN if margin > -6.0 else Stance.OBJECT
    if margin >= asks(view, manner, luck, text, is_afraid=fear > 0):
        return Stance.ENDORSE
    if margin >= 0 and manner.candour >= 0.5:
        return Stance.RESERVATIONS
    if margin < -15.0 and manner.pride >= 0.5:
        return Stance.BLOCK
    return Stance.OBJECT if margin < 0 or manner.candour < 0.5 else Stance.RESERVATIONS


def threatened(view: View, text: Text) -> float:
    """Sum what not signing could cost the seat by the threats it is under, in points (R4.6)."""
    return sum(
        view.ruleset.threat_pain * threat.strength * threat.weight
        for threat in view.own.threats.values()
        if threat.pressed == view.seat and threat.text == text.id and not threat.is_withdrawn
    )


def signing(view: View, manner: Manner, luck: Luck) -> Iterator[Command]:
    """Answer a call for signature."""
    now = signing_now(view.room)
    if now is None:
        return
    text = view.room.texts[now]
    if manner.commitment < 0.5:
        yield from _harmless(view, manner, text)
        yield Decline(view.seat, now)
        return
    left = _still_possible(view, text)
    if len(left) < LEFT_OF_IT * len(text.latest.terms):
        yield Decline(view.seat, now)
        return
    seen = prospect_of(view, manner, luck, left, text.latest.parties, text.id)
    fear = threatened(view, text) * manner.pliancy
    wanted = asks(view, manner, luck, text, is_afraid=fear > 0) - fear
    if not seen.crossed and seen.judged >= wanted:
        yield Sign(view.seat, now)
    spared = _reservation(view, manner, luck, text)
    bold = asks(view, manner, luck, text, is_afraid=False) - fear
    if spared is not None and _without(view, manner, luck, text, spared).judged >= bold:
        yield SignWithReservation(view.seat, now, spared)
    if seen.crossed and fear >= MUCH_FEAR and seen.judged >= wanted:
        yield Sign(view.seat, now)
    yield Decline(view.seat, now)


def _still_possible(view: View, text: Text) -> tuple[Term, ...]:
    """Name the terms that can still come into force after the answers given so far (R3.4)."""
    answers = text.signatures

    def is_refused(term: Term) -> bool:
        carriers = view.scene.option(term.issue, term.option).carriers
        return any(c in answers and (not answers[c].is_signed or answers[c].reserved == term.issue) for c in carriers)

    return tuple(term for term in text.latest.terms if not is_refused(term))


def asks(view: View, manner: Manner, luck: Luck, text: Text, *, is_afraid: bool) -> float:
    """Say what a text must bring above not signing: what ambition asks, but less for a text of one's own; those who are
    not frank with others are not frank with themselves, and sign what they are made to sign."""
    if manner.ambition < 0:
        return manner.ambition
    wanted = manner.ambition * _held(view, manner) + _grudge(view, manner, text) + _name(view, manner, text)
    if is_last_round(view):
        wanted -= manner.level.foresight * max(0.0, wanted - LAST_CHANCE) * (1.0 - 0.5 * manner.pride)
    if manner.candour >= 0.5:
        return wanted
    if is_afraid:
        return 0.0
    if view.seat in text.sponsors:
        return min(WORTH_SIGNING, wanted)
    return max(wanted, *_own_hopes(view, manner, luck), 0.0)


def _own_hopes(view: View, manner: Manner, luck: Luck) -> Iterator[float]:
    """Say what the seat's own texts let it hope for, in points: a share of what they bring, or with experience that
    times the chance that they come about."""
    foresight = manner.level.foresight
    for text in open_texts(view.room):
        if view.seat in text.sponsors:
            chance = chance_of_all(view, manner, text.latest.terms, text.latest.parties)
            yield ((1.0 - foresight) * NEARLY + foresight * chance) * prospect(view, manner, luck, text).judged


def _held(view: View, manner: Manner) -> float:
    """Say how much of its ambition a seat still holds to: it gives way round by round, as far as it lacks patience."""
    progress = (view.room.round - 1) / max(1, view.scene.rounds - 1)
    return 1.0 - GIVES_WAY * (1.0 - manner.patience) * progress


def _grudge(view: View, manner: Manner, text: Text) -> float:
    """Say how much more a seat wants of a text by those who slighted it, and less of those who earned it, in points."""
    sponsors = [sponsor for sponsor in text.sponsors if sponsor != view.seat]
    if not sponsors:
        return 0.0
    usual, trust = view.role.agency.trust, view.own.trust
    start = view.ruleset.trust_start
    lost = sum(usual.get(s, start) - trust.get(s, start) for s in sponsors) / len(sponsors)
    if lost > 0:
        return min(MOST_GRUDGE, SLIGHTED * lost * (0.3 + 0.7 * manner.pride))
    return max(-MOST_FAVOUR, EARNED * lost)


def _name(view: View, manner: Manner, text: Text) -> float:
    """Say how much a seat that lives for prestige wants more of a text that others wrote, in points."""
    is_mine = view.seat in text.sponsors or any(version.author == view.seat for version in text.versions)
    return manner.prestige * (-OWN_NAME if is_mine else NO_NAME)


def _harmless(view: View, manner: Manner, text: Text) -> Iterator[Command]:
    """Sign even as a talker what costs nothing: good for the seat, and asking of it only what it would gladly do."""
    if is_harmless(view, manner, text):
        yield Sign(view.seat, text.id)


def is_harmless(view: View, manner: Manner, text: Text) -> bool:
    """Say whether a text is well worth it and each term that the seat carries is worth more to it than the effort."""
    reading = read_text(view, text)
    if reading.crossed or reading.margin < manner.ambition:
        return False
    burdens, gains = view.role.burdens, ledger(view).gains
    return all(gains[t.issue][t.option] > burdens.get((t.issue, t.option), -1000.0) for t in text.latest.terms)


def _reservation(view: View, manner: Manner, luck: Luck, text: Text) -> IssueId | None:
    """Find the one carried term without which the text would be worth signing, if there is one."""
    carried = [t for t in text.latest.terms if view.seat in view.scene.option(t.issue, t.option).carriers]
    best: tuple[float, IssueId] | None = None
    for term in carried:
        seen = _without(view, manner, luck, text, term.issue)
        if not seen.crossed and (best is None or seen.judged > best[0]):
            best = (seen.judged, term.issue)
    return best[1] if best is not None else None


def _without(view: View, manner: Manner, luck: Luck, text: Text, issue: IssueId) -> Prospect:
    left = tuple(term for term in text.latest.terms if term.issue != issue)
    return prospect_of(view, manner, luck, left, text.latest.parties, text.id)
