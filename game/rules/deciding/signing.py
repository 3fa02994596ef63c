"""How a text that was called comes into force, or does not (R3.4)."""

from game.rules import commands as do
from game.rules import events as was
from game.rules.course import voters
from game.rules.deciding.minutes import Minutes
from game.rules.deciding.situation import apply_effect
from game.rules.ids import AgencyId
from game.rules.judging.judge import judge
from game.rules.legality.ground import refuse_conflict
from game.rules.room import Room
from game.rules.texts import Accord, Term, Text
from game.rules.view import view
from game.rules.vocabulary import DecisionRule, Stance


def give_signature(minutes: Minutes, command: do.Sign | do.SignWithReservation | do.Decline) -> None:
    """Write down a party's answer to the call."""
    is_signed = not isinstance(command, do.Decline)
    reserved = command.issue if isinstance(command, do.SignWithReservation) else None
    minutes.tell_room(was.SignatureGiven(command.seat, command.text, is_signed, reserved, minutes.at))


def open_call(minutes: Minutes) -> None:
    """Drop the call at hand if its version is no longer on the table, or if an accord has settled its issues since."""
    text_id, version = minutes.room.called[0]
    text = minutes.room.texts[text_id]
    sponsor_view = view(minutes.state, text.sponsors[0])
    if text.is_closed or len(text.versions) != version:
        minutes.tell_room(was.FellThrough(text_id, "amended_since", (text.latest.author,)))
        minutes.tell_room(was.CallClosed(text_id))
    elif refuse_conflict(sponsor_view, text.latest.issues, text.latest.parties) is not None:
        minutes.tell_room(was.FellThrough(text_id, "settled_since", ()))
        minutes.tell_room(was.CallClosed(text_id))


def close_call(minutes: Minutes) -> None:
    """End a signing: bring the text into force between those who signed, or let it fall."""
    text = minutes.room.texts[minutes.room.called[0][0]]
    signed = {seat: given for seat, given in text.signatures.items() if given.is_signed}
    terms = tuple(term for term in text.latest.terms if _is_carried(minutes, term, text))
    why, through = _obstacle(minutes, text, terms)
    if why:
        minutes.tell_room(was.FellThrough(text.id, why, through))
    else:
        reserved = {seat: given.reserved for seat, given in signed.items() if given.reserved is not None}
        parties = tuple(party for party in text.latest.parties if party in signed)
        _bring_into_force(minutes, Accord(text.id, terms, parties, reserved, minutes.room.round, minutes.at))
    minutes.tell_room(was.CallClosed(text.id))


def _is_carried(minutes: Minutes, term: Term, text: Text) -> bool:
    """Say whether every carrier of a term has signed it."""
    for carrier in minutes.state.case.option(term.issue, term.option).carriers:
        given = text.signatures.get(carrier)
        if given is None or not given.is_signed or given.reserved == term.issue:
            return False
    return True


def _obstacle(minutes: Minutes, text: Text, terms: tuple[Term, ...]) -> tuple[str, tuple[AgencyId, ...]]:
    """Say why the text cannot come into force (a code, "" if it can), and through whom."""
    room, case = minutes.room, minutes.state.case
    signed = {seat for seat, given in text.signatures.items() if given.is_signed}
    match room.forum.rule:
        case DecisionRule.CONSENSUS:
            unsigned = [p for p in text.latest.parties if p in room.present and p not in signed]
            blocking = [s for s in sorted(voters(room)) if text.latest.stances.get(s) is Stance.BLOCK]
            if blocking:
                return "blocked", tuple(blocking)
        case DecisionRule.CARRIERS:
            needed = {c for t in text.latest.terms for c in case.option(t.issue, t.option).carriers}
            unsigned = sorted((needed & room.present) - signed)
    unsigned = unsigned or _left_behind(minutes, terms, signed)
    if unsigned:
        return "not_signed", tuple(unsigned)
    if len(signed) < 2:
        return "too_few", ()
    return ("", ()) if terms else ("nothing_carried", ())


def _replaced(room: Room, terms: tuple[Term, ...]) -> tuple[Accord, ...]:
    """Return the accords in force that settle what these terms settle anew."""
    return tuple(old for old in room.in_force if any(term.issue in old.settles for term in terms))


def _left_behind(minutes: Minutes, terms: tuple[Term, ...], signed: set[AgencyId]) -> list[AgencyId]:
    """Name the parties, here, to accords that would be replaced without their signature (R3.3)."""
    room = minutes.room
    parties = {party for old in _replaced(room, terms) for party in old.parties}
    return sorted((parties & room.present) - signed)


def _bring_into_force(minutes: Minutes, accord: Accord) -> None:
    replaced = _replaced(minutes.room, accord.terms)
    judgement = judge(minutes.state, accord)
    minutes.tell_room(was.CameIntoForce(accord, tuple(old.text for old in replaced)))
    minutes.tell_nobody(was.AccordJudged(judgement))
    agreed_before = {term for old in replaced for term in old.terms}
    for term in accord.terms:
        if term in agreed_before:
            continue
        for effect in minutes.state.case.option(term.issue, term.option).effects:
            apply_effect(minutes, effect, is_now=False)
