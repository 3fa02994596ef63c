"""The answers to a call for signature: what each is called, what it means, and how it is given."""

from game.desk.balance import balance_of
from game.desk.fate import fallen, if_declined
from game.desk.signs import Tint
from game.desk.words import points
from game.rules.appraisal import Appraisal
from game.rules.commands import Command, Decline, Pass, RaiseDoubt, Sign, SignWithReservation
from game.rules.course import signing_now
from game.rules.ids import AgencyId, IssueId, TextId
from game.rules.legality import verify
from game.rules.room import Doubt
from game.rules.texts import Text as Paper
from game.rules.view import View

CARDS = ("sign", "reserve", "decline", "doubt")
GIVE = {"sign": "Sign it", "reserve": "Sign the rest", "decline": "Decline", "doubt": "Say it", "follow": "Say it"}
NAMES = {
    "sign": "Sign",
    "reserve": "Sign but for one term",
    "decline": "Decline",
    "doubt": "Raise a doubt",
    "follow": "Say so too",
    "stand": "Let it stand",
}


def command_for(view: View, card: str, reserved: IssueId | None) -> Command | None:
    """Word the answer for a chosen card; None while it is not complete."""
    text = signing_now(view.room)
    match card:
        case "sign" if text is not None:
            return Sign(view.seat, text)
        case "reserve" if text is not None and reserved is not None:
            return SignWithReservation(view.seat, text, reserved)
        case "decline" if text is not None:
            return Decline(view.seat, text)
        case "doubt" | "follow" if text is not None:
            return RaiseDoubt(view.seat, text)
        case "stand":
            return Pass(view.seat)
    return None


def cards_of(view: View) -> tuple[str, ...]:
    """Name the answers that can come into question now."""
    return ("follow", "stand") if isinstance(view.room.interlude, Doubt) else CARDS


def refusal_words(view: View, card: str, paper: Paper) -> str:
    """Say why an answer cannot be given, if it cannot."""
    command = command_for(view, card, paper.latest.terms[0].issue)
    refusal = verify(view, command) if command is not None else None
    return refusal.sentence if refusal is not None else ""


def card_words(view: View, card: str, text: TextId) -> str:
    """Say what an answer means for me."""
    paper = view.room.texts[text]
    has_fallen = bool(fallen(view, paper))
    match card:
        case "sign" if has_fallen:
            return f"It cannot come into force any more. All see that you were for it.{_freed(view, text)}"
        case "sign":
            effort = balance_of(view, text).effort
            cost = f"delivering it costs you about {points(effort)} points of effort"
            return f"A yes is cheap today; {cost if effort else 'you carry none of it'}."
        case "reserve" if has_fallen:
            return f"All see that you were for it, but for one term.{_freed(view, text)}"
        case "reserve":
            return (
                "You name one term and are not bound by it. If you carry it, it will not come into force. All see it."
            )
        case "decline":
            fate = "All see that you were not for it." if has_fallen else if_declined(view, paper)
            return f"{fate}{_threatened(view, text)}"
        case "doubt":
            return "Shows all how far you really support it. Others may say so too; then you still sign or decline."
        case "follow":
            return "Shows all how far you really support it as well. You still sign or decline afterwards."
        case _:
            return "You say nothing. The signing goes on."


def beyond_terms(found: Appraisal, *, is_whole: bool) -> tuple[tuple[str, float], ...]:
    """Say what goes into a worth beside its terms, in words and points, so that the rows add up to it as written."""
    other = found.worth - sum(found.by_issue.values()) + found.effort - found.pledges
    if points(other) != "0":
        told = (*found.by_issue.values(), -found.effort, found.pledges)
        other = round(found.worth, 1) - sum(round(value, 1) for value in told)
    lines = (
        ("Secret mandates" if is_whole else "Other issues as they stand, and secret mandates", other),
        ("Effort for a year on what you carry", -found.effort),
        ("Pledged to you, as far as you trust it", found.pledges),
    )
    return tuple((words, value) for words, value in lines if points(value) != "0")


def _threatened(view: View, text: TextId) -> str:
    """Say what declining could cost by threats made to me."""
    pain = _pain(view, text)
    return f" Threats made to you could cost {points(pain)} points." if pain else ""


def _freed(view: View, text: TextId) -> str:
    """Say that signing meets threats made to me, also where the text has fallen (R4.6)."""
    return " It meets the threats made to you." if _pain(view, text) else ""


def _pain(view: View, text: TextId) -> float:
    """Add up what threats about a text can cost me."""
    return sum(
        view.ruleset.threat_pain * threat.strength
        for threat in view.own.threats.values()
        if threat.pressed == view.seat and threat.text == text and not threat.is_withdrawn
    )


def doubt_words(support: float) -> str:
    """Say what a raised doubt showed."""
    how = (
        "for it"
        if support >= 0.5
        else "barely for it"
        if support > 0
        else "not for it"
        if support > -0.5
        else "against it"
    )
    return f"raised a doubt: really {how} ({support:+.2f})".replace("-", "−")


def answer_words(view: View, paper: Paper, seat: AgencyId) -> tuple[str, str, Tint]:
    """Say how a party answered: icon, words and tone."""
    given = paper.signatures.get(seat)
    if seat not in view.room.seated:
        return "minus", "no seat", "soft"
    if seat in view.room.out:
        return "door-exit", "left", "soft"
    if given is None:
        return "clock", "not yet", "soft"
    if not given.is_signed:
        return "x", "declined", "bad"
    if given.reserved is not None:
        return "circle-half-2", f"but for: {view.scene.issue(given.reserved).name}", "warn"
    return "check", "signed", "good"


def state_words(view: View, paper: Paper) -> str:
    """Say where I stand myself, while I wait."""
    if view.seat not in paper.latest.parties:
        return "You are no party to this text."
    given = paper.signatures.get(view.seat)
    if given is None:
        return ""
    return "You signed." if given.is_signed else "You declined."
