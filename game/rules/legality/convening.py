"""May I convene so, or say this?"""

from game.rules.commands import Convene, SendMessage
from game.rules.legality.ground import refuse_agency
from game.rules.legality.plenary import refuse_purpose
from game.rules.refusal import Refusal
from game.rules.view import View

MESSAGE_LENGTH = 2000
"""Characters."""


def refuse_convene(view: View, command: Convene) -> Refusal | None:
    for agency in command.invited:
        if not view.scene.has_agency(agency):
            return Refusal("unknown_agency", f"There is no agency “{agency}” in this case to invite.", agency)
    if len(set(command.invited) | {view.seat}) < 2:
        return Refusal("nobody_invited", "Invite at least one other agency.")
    return refuse_purpose(command.forum, command.purpose)


def refuse_message(view: View, command: SendMessage) -> Refusal | None:
    if not command.text.strip() or len(command.text) > MESSAGE_LENGTH:
        return Refusal("no_message", f"Write between 1 and {MESSAGE_LENGTH} characters.")
    return refuse_agency(view, command.to) if command.to is not None else None
