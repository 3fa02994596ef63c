"""Stances and signatures: what the seat shows of what it thinks, and what it puts its name to."""

from collections.abc import Iterator

from game.opponents.draft import WORTH_SIGNING
from game.opponents.ledger import Reading, ledger, read_terms, read_text
from game.opponents.manner import Manner
from game.rules.commands import Command, Decline, Sign, SignWithReservation, TakeStance
from game.rules.course import open_texts, signing_now
from game.rules.ids import IssueId
from game.rules.texts import Text
from game.rules.view import View
from game.rules.vocabulary import Stance

NEARLY = 0.45
"""Share of what its own text would bring that a seat wants of another, while its own still stands."""
MUCH_FEAR = 8.0
"""Points of threat that make a seat sign across its own red line."""


def stances(view: View, manner: Manner) -> Iterator[Command]:
    """Show a stance on each open text."""
    for text in open_texts(view.room):
        if text.id not in view.own.cast:
            yield TakeStance(view.seat, text.id, stance_on(view, manner, text))


def stance_on(view: View, manner: Manner, text: Text) -> Stance:
    """Choose the stance to show: what the seat thinks, bent by threats, and by manner."""
    reading = read_text(view, text)
    fear = threatened(view, text) * manner.pliancy
    if reading.crossed and fear < MUCH_FEAR:
        return Stance.BLOCK
    margin = reading.margin + fear
    if manner.commitment < 0.5:
        if is_harmless(view, manner, text):
            return Stance.RESERVATIONS
        return Stance.ABSTAIN if margin > -6.0 else Stance.OBJECT
    if reading.margin >= _asks(view, manner, text, is_afraid=fear > 0) - fear:
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


def signing(view: View, manner: Manner) -> Iterator[Command]:
    """Answer a call for signature."""
    now = signing_now(view.room)
    if now is None:
        return
    text = view.room.texts[now]
    if manner.commitment < 0.5:
        yield from _harmless(view, manner, text)
        yield Decline(view.seat, now)
        return
    reading = read_text(view, text)
    fear = threatened(view, text) * manner.pliancy
    asks = _asks(view, manner, text, is_afraid=fear > 0) - fear
    if not reading.crossed and reading.margin >= asks:
        yield Sign(view.seat, now)
    spared = _reservation(view, text)
    bold = _asks(view, manner, text, is_afraid=False) - fear
    if spared is not None and _without(view, text, spared).margin >= bold:
        yield SignWithReservation(view.seat, now, spared)
    if reading.crossed and fear >= MUCH_FEAR and reading.margin >= asks:
        yield Sign(view.seat, now)
    yield Decline(view.seat, now)


def _asks(view: View, manner: Manner, text: Text, *, is_afraid: bool) -> float:
    """Say what a text must bring above not signing: what ambition asks, but less for a text of one's own; those who are
    not frank with others are not frank with themselves, and sign what they are made to sign."""
    if manner.candour >= 0.5:
        return manner.ambition
    if is_afraid:
        return 0.0
    if view.seat in text.sponsors:
        return min(WORTH_SIGNING, manner.ambition)
    own = [read_text(view, other).margin for other in open_texts(view.room) if view.seat in other.sponsors]
    return max(manner.ambition, *(NEARLY * margin for margin in own), 0.0)


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


def _reservation(view: View, text: Text) -> IssueId | None:
    """Find the one carried term without which the text would be worth signing, if there is one."""
    carried = [t for t in text.latest.terms if view.seat in view.scene.option(t.issue, t.option).carriers]
    best: tuple[float, IssueId] | None = None
    for term in carried:
        reading = _without(view, text, term.issue)
        if not reading.crossed and (best is None or reading.margin > best[0]):
            best = (reading.margin, term.issue)
    return best[1] if best is not None else None


def _without(view: View, text: Text, issue: IssueId) -> Reading:
    left = tuple(term for term in text.latest.terms if term.issue != issue)
    return read_terms(view, left, text.latest.parties, text.id)
