"""What the scan found, as rows: the first change of each command, and what merely undoes an accord in one sentence."""

from collections.abc import Iterable, Sequence

from game.debrief import Chronicle
from game.debrief.words import listed, text_name
from game.whatif import Scan, Trial, TurnWords, trial_words

MOST, MOST_NEAR = 12, 4
"""Changes told that turn it; and that moved it most without turning it."""
SLIGHT = 0.005
"""What moves it by less is not told."""


def change_rows(story: Chronicle, found: Scan) -> tuple[TurnWords, ...]:
    """Tell the single changes that turn it with the accord standing, one for a command; then pairs, if it took two."""
    standing = one_a_command(trial for trial in found.turned if not found.undoes(trial))
    return tuple(trial_words(story, found, trial) for trial in (*standing, *found.pairs)[:MOST])


def near_rows(story: Chronicle, found: Scan) -> tuple[TurnWords, ...]:
    """Tell the single changes that moved most how far those concerned were with it, and yet turned nothing."""
    moving = [trial for trial in found.trials if abs(found.moved(trial)) > SLIGHT and not found.turns(trial)]
    best = one_a_command(sorted(moving, key=lambda trial: -abs(found.moved(trial))))
    return tuple(trial_words(story, found, trial) for trial in best[:MOST_NEAR])


def undoing_words(story: Chronicle, found: Scan) -> str:
    """Say which commands, left out or done otherwise, would have kept the accord from coming into force."""
    undoing = sorted(trial.changes[0].at for trial in one_a_command(t for t in found.turned if found.undoes(t)))
    if not undoing or found.text is None:
        return ""
    which = "command" if len(undoing) == 1 else "commands"
    name = text_name(found.text)
    return f"Left out or done otherwise, these would have kept {name} from coming into force: {which} {spans(undoing)}."


def one_a_command(trials: Iterable[Trial]) -> list[Trial]:
    """Keep the first of several changes of one command."""
    kept: dict[int, Trial] = {}
    for trial in trials:
        kept.setdefault(trial.changes[0].at, trial)
    return [*kept.values()]


def spans(numbers: Sequence[int]) -> str:
    """Write numbers in order, and those that follow each other as a span: "58, 66–72"."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return listed(str(group[0]) if len(group) == 1 else f"{group[0]}–{group[-1]}" for group in groups)
