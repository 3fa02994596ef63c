"""May I sign this, so?"""

from game.rules.commands import Decline, Sign, SignWithReservation
from game.rules.course import signing_now
from game.rules.refusal import Refusal
from game.rules.view import View


def refuse_signature(view: View, command: Sign | SignWithReservation | Decline) -> Refusal | None:
    """Refuse what is not under signature, or not mine to sign."""
    now = signing_now(view.room)
    if now is None or command.text != now:
        return Refusal("not_called", f"Text {now} is being signed now." if now else "No text is being signed.")
    text = view.room.texts[now]
    if view.seat not in text.latest.parties:
        return Refusal("not_party", f"You are no party to Text {now}.", now)
    if view.seat in text.signatures:
        return Refusal("answered_already", f"You have answered the call on Text {now}.", now)
    if isinstance(command, SignWithReservation) and command.issue not in text.latest.settles:
        return Refusal("unknown_term", "Reserve one of the terms of this text.", command.issue)
    return None
