"""What the scan found, as rows: the first change of each command, and what merely undoes an accord in one sentence."""

from game.debrief import Chronicle
from game.debrief.words import text_name
from game.whatif import Scan, TurnWords, trial_words
from game.whatif.scan import one_a_command
from game.whatif.words import spans

MOST, MOST_NEAR = 12, 4
"""Changes told that turn it; and that moved it most without turning it."""
SLIGHT = 0.005
"""What moves it by less is not told."""


def change_rows(story: Chronicle, found: Scan) -> tuple[TurnWords, ...]:
    """Tell the single changes that turn it with the accord standing, one for a command; then pairs, if it took two."""
    return tuple(trial_words(story, found, trial) for trial in (*found.standing, *found.pairs)[:MOST])


def near_rows(story: Chronicle, found: Scan) -> tuple[TurnWords, ...]:
    """Tell the single changes that moved most how far those concerned were with it, and yet turned nothing."""
    moving = [trial for trial in found.trials if abs(found.moved(trial)) > SLIGHT and not found.turns(trial)]
    best = one_a_command(sorted(moving, key=lambda trial: -abs(found.moved(trial))))
    return tuple(trial_words(story, found, trial) for trial in best[:MOST_NEAR])


def undoing_words(story: Chronicle, found: Scan) -> str:
    """Say which commands, left out or done otherwise, would have kept the accord from coming into force."""
    if not found.undoing or found.text is None:
        return ""
    which = f"{'command' if len(found.undoing) == 1 else 'commands'} {spans(found.undoing)}"
    return f"Left out or done otherwise, these would have kept {text_name(found.text)} from coming into force: {which}."
