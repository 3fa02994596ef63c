"""Tell a game that went otherwise as a whole, so that everything said of a game can be said of it, too (R11.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.debrief import Chronicle, Holding, chronicle, judged_again
from game.rules.interventions import Act
from game.whatif.minds import Minds
from game.whatif.rerun import Dropped, Rerun, Variation
from game.whatif.scan import Change
from game.whatif.tape import tape_of


class ImpossibleChange(ValueError):  # noqa: N818 - it says what is not possible, like other refusals
    """Carry one sentence on why a change could not be made."""


@dataclass(frozen=True, slots=True)
class Retold:
    """A game that went otherwise: its story, what of the record was no longer possible, and who decided anew."""

    changes: tuple[Change, ...]
    story: Chronicle
    dropped: tuple[Dropped, ...]
    decided_anew: bool


def retell(story: Chronicle, changes: Sequence[Change], holdings: Iterable[Holding] | None = None) -> Retold:
    """Run a game again with these changes and tell it; with `holdings`, computer seats decide anew from the first on.

    Where the game was judged by other lines than it was played by, so is the other game. ImpossibleChange if there is
    no such command, or what should be done in its place was not possible.
    """
    for change in changes:
        if not any(entry.at == change.at for entry in story.entries):
            raise ImpossibleChange(no_such_command(story, change.at))
    minds = None
    if holdings is not None:
        minds = Minds(holdings, min(change.at for change in changes), _recorded(story, changes))
    played = judged_again(story, story.played_rules)
    rerun = Rerun(tape_of(played), Variation({change.at: change.act for change in changes}), minds).finish()
    for change in changes:
        refused = next((dropped for dropped in rerun.dropped if dropped.at == change.at), None)
        if refused is not None and change.act is not None:
            raise ImpossibleChange(f"In place of command {change.at} that was not possible: {refused.sentence}")
    if not rerun.is_over:
        raise ImpossibleChange("Without that, the game came to a point where nobody could move.")
    end = rerun.state
    retold = chronicle(story.case, story.played_rules, end.seed, end.room.seated, story.opening, tuple(rerun.entries))
    return Retold(tuple(changes), judged_again(retold, story.ruleset), tuple(rerun.dropped), minds is not None)


def no_such_command(story: Chronicle, at: int) -> str:
    """Say that no seat gave a command of that number, and which numbers there are."""
    if story.rounds.get(at) is not None:
        return f"Number {at} was not a seat's command; name one that a seat gave."
    return f"There is no command {at}; the game has commands 1 to {story.entries[-1].at if story.entries else 0}."


def _recorded(story: Chronicle, changes: Sequence[Change]) -> tuple[Act, ...]:
    """Name what was done in the record, and is not done in the game that goes otherwise."""
    return tuple(command for change in changes if (command := story.command(change.at)) is not None)
