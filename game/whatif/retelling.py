"""Tell a game that went otherwise as a whole, so that everything said of a game can be said of it, too (R11.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.debrief import Chronicle, Holding, chronicle
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

    ImpossibleChange if there is no such command, or what should be done in its place was not possible.
    """
    for change in changes:
        if not any(entry.at == change.at for entry in story.entries):
            raise ImpossibleChange(f"There is no command {change.at}; the game has commands 1 to {len(story.entries)}.")
    minds = None
    if holdings is not None:
        minds = Minds(holdings, min(change.at for change in changes), _recorded(story, changes))
    rerun = Rerun(tape_of(story), Variation({change.at: change.act for change in changes}), minds).finish()
    for change in changes:
        refused = next((dropped for dropped in rerun.dropped if dropped.at == change.at), None)
        if refused is not None and change.act is not None:
            raise ImpossibleChange(f"In place of command {change.at} that was not possible: {refused.sentence}")
    if not rerun.is_over:
        raise ImpossibleChange("Without that, the game came to a point where nobody could move.")
    end = rerun.state
    retold = chronicle(story.case, story.ruleset, end.seed, end.room.seated, story.opening, tuple(rerun.entries))
    return Retold(tuple(changes), retold, tuple(rerun.dropped), minds is not None)


def _recorded(story: Chronicle, changes: Sequence[Change]) -> tuple[Act, ...]:
    """Name what was done in the record, and is not done in the game that goes otherwise."""
    return tuple(command for change in changes if (command := story.command(change.at)) is not None)
