"""Whether a phase asks anything of a seat, or leaves it nothing to do but pass."""

from game.rules.menu import menu
from game.rules.view import View
from game.rules.vocabulary import Phase

_ASKING = {
    Phase.BALLOT: frozenset({"answer_ballot"}),
    Phase.SETTLING: frozenset({"keep_pledge", "break_pledge", "carry_out_threat", "drop_threat"}),
}


def asks_nothing(sight: View) -> bool:
    """Say whether there is nothing here for a seat: no accord to vote on, no pledge or threat to settle."""
    asking = _ASKING.get(sight.room.phase)
    return asking is not None and not any(choice.commands for choice in menu(sight) if choice.kind in asking)
