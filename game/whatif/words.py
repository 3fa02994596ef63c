"""What a game run again shows, in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.debrief import Chronicle
from game.debrief.words import (
    KINDS,
    VERDICTS,
    count,
    deed,
    done,
    listed,
    out_of_100,
    percent,
    share,
    signed,
    text_name,
    when,
)
from game.rules import commands as do
from game.rules.interventions import Intervention
from game.rules.vocabulary import ForumVerdict, Kind
from game.whatif.scan import Change, Scan, Trial
from game.whatif.shares import Share, Shares

RANKS: dict[ForumVerdict, int] = {
    ForumVerdict.BREAKDOWN: 0,
    ForumVerdict.FALSE_COHERENCE: 1,
    ForumVerdict.NOTHING: 2,
    ForumVerdict.OVERTAKEN: 3,
    ForumVerdict.INFORMATION_SHARING: 3,
    ForumVerdict.SIDE_BY_SIDE: 4,
    ForumVerdict.SINCERE_AGREEMENT: 5,
}
"""From what the brief warns of to what it hopes for: a design choice, used for nothing but tones."""
KIND_RANKS: dict[Kind, int] = {Kind.FALSE: 0, Kind.FRAGILE: 1, Kind.SINCERE: 2}
MOST_FOLLOWED = 4
WEIGHTY = (
    do.Press, do.WithdrawPressure, do.Table, do.Amend, do.NamePower, do.ConcedePoint, do.RaiseDoubt, do.WalkOut,
    do.SignWithReservation, do.Decline, do.Sign,
)  # fmt: skip
"""What is worth telling of a game that went otherwise."""
HELD = "All else is as it was played: the same luck, and everybody does what they did where they still can."
ANEW = "People do what they did where they still can; computer seats decide anew by what they now see."


@dataclass(frozen=True, slots=True)
class TurnWords:
    """A change in words: what is otherwise, what it then comes to, and whether that is "good", "bad" or "plain"."""

    lead: str
    words: str
    mood: str
    at: tuple[int, ...]


def trial_words(story: Chronicle, found: Scan, trial: Trial) -> TurnWords:
    """Say what a trial changed, and what the game came to by it."""
    at = tuple(change.at for change in trial.changes)
    return TurnWords(changes_words(story, trial.changes), _came_to(found, trial), mood_of(found, trial), at)


def changes_words(story: Chronicle, changes: Sequence[Change]) -> str:
    """Say what is otherwise: "Without command 41 (…):"."""
    return f"{' and '.join(_change_words(story, change, is_first=change is changes[0]) for change in changes)}:"


def _change_words(story: Chronicle, change: Change, *, is_first: bool) -> str:
    act = change.act
    recorded = f"command {change.at} ({deed_words(story, change.at)})"
    if act is None or isinstance(act, Intervention):
        return f"{'Without' if is_first else 'without'} {recorded}"
    instead = f"{story.agency(act.seat).name} {done(story.case, act)}"
    return f"{instead} instead of {recorded}" if is_first else f"had {instead} instead of {recorded}"


def deed_words(story: Chronicle, at: int) -> str:
    """Say who did what when, as a part of a sentence."""
    command = story.command(at)
    if command is None:
        return f"the instructor stepped in, {when(story, at)}"
    return f"{story.agency(command.seat).name} {done(story.case, command)}, {when(story, at)}"


def _came_to(found: Scan, trial: Trial) -> str:
    """Say what it came to."""
    played, now = found.played, trial.ending
    verdict = verdict_words(now.verdict)
    if found.undoes(trial) and found.text is not None:
        return f"{text_name(found.text)} does not come into force, and the verdict is {verdict}."
    parts = []
    if now.signed is not None and now.signed is not played.signed:
        was = "" if played.signed is None else f" instead of {KINDS[played.signed]}"
        parts.append(f"as signed it is {KINDS[now.signed]}{was}")
    if now.verdict is not played.verdict:
        rate = "" if now.signed is None else f": {out_of_100(now.rate)} carried out"
        parts.append(f"the verdict is {verdict}{rate}")
    else:
        parts.append(f"the verdict stays {verdict}")
    moved = found.moved(trial)
    if now.consent is not None and abs(moved) >= 0.005:
        parts.append(f"those concerned are with it to {share(now.consent)} ({signed(moved)})")
    joined = ", ".join(parts)
    return f"{joined[:1].upper()}{joined[1:]}."


def verdict_words(verdict: ForumVerdict) -> str:
    """Name a verdict within a sentence."""
    return "nothing" if verdict is ForumVerdict.NOTHING else VERDICTS[verdict].lower()


def what_followed(story: Chronicle, other: Chronicle, *, most: int = MOST_FOLLOWED) -> tuple[str, ...]:
    """Say what seats did in another game that they had not done in this one, where it weighs most; in order of time."""
    before = {entry.command for entry in story.entries if isinstance(entry.command, WEIGHTY)}
    new = [entry.at for entry in other.entries if isinstance(entry.command, WEIGHTY) and entry.command not in before]
    return tuple(deed(other, at) for at in new[:most])


def mood_of(found: Scan, trial: Trial) -> str:
    """Say whether a change is for the better: "good", "bad", or "plain" where it is neither."""
    played, now = found.played, trial.ending
    step = RANKS[now.verdict] - RANKS[played.verdict]
    if step == 0 and now.signed is not None and played.signed is not None:
        step = KIND_RANKS[now.signed] - KIND_RANKS[played.signed]
    return "good" if step > 0 else "bad" if step < 0 else "plain"


def scan_words(found: Scan) -> str:
    """Say in one sentence what the scan came to."""
    number = len({trial.changes[0].at for trial in found.trials})
    tried = f"{number} commands were left out or done otherwise, one by one"
    if found.standing:
        return f"{tried}: {_counted(len(found.standing), 'turns', 'turn')} it."
    undoing = f", but for {_counted(len(found.undoing), 'undoes', 'undo')} the accord" if found.undoing else ""
    if found.pairs:
        return f"{tried}: no single one turns it{undoing}. Two together do."
    if found.paired:
        return (
            f"{tried}: no single one turns it{undoing}; nor do any two of the {found.paired} changes that moved most. "
            "It was no single move that made it so."
        )
    return f"{tried}: no single one turns it{undoing}."


def spans(numbers: Sequence[int]) -> str:
    """Write numbers in order, and those that follow each other as a span: "58 and 66–72"."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return listed(str(group[0]) if len(group) == 1 else f"{group[0]}–{group[-1]}" for group in groups)


def _counted(number: int, one: str, several: str) -> str:
    return f"one {one}" if number == 1 else f"{count(number).lower()} {several}"


def share_words(shares: Shares, one: Share) -> str:
    """Say how much of what was lost a cause took, and what there would have been without it alone."""
    part = percent(shares.part(one))
    return (
        f"{part}: it took {share(one.taken)} of sincerity. Without it alone {share(one.alone)} instead of "
        f"{share(shares.sincerity)}."
    )


def shares_words(story: Chronicle, shares: Shares) -> str:
    """Say what all causes took together, and what even without them is missing."""
    if shares.seat is None:
        lead = f"Those concerned were with it to {share(shares.sincerity)}"
    else:
        lead = f"{story.agency(shares.seat).name} meant it to {share(shares.sincerity)}"
    if not shares.shares:
        return f"{lead}. Nothing that came from outside weakened it."
    left = 1.0 - shares.without
    rest = (
        f" The other {share(left)} lie in the text itself and in what is too small to be told." if left >= 0.005 else ""
    )
    return f"{lead}; without all of these it would have been {share(shares.without)}.{rest}"


FORMULA = (
    "Shares are exact Shapley values: for every set of these causes the game is run again without that set; a cause’s "
    "share is what it takes from sincerity on average over all orders in which they could have come. They add up."
)
