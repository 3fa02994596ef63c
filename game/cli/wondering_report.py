"""A game run again: in sentences for people, and as plain values for machines."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console

from game.cli.tables import beside, say
from game.debrief import Chronicle, headline, marked_words
from game.debrief.words import KINDS, LIVED, VERDICTS, out_of_100, text_name
from game.record import plain, summary
from game.rules.ids import TextId
from game.whatif import Change, Dropped, Retold, Scan, Trial, scan_words, trial_words, turning_points
from game.whatif.scan import one_a_command
from game.whatif.words import ANEW, HELD, changes_words, deed_words, what_followed

MOST_TOLD = 12
MOST_DROPPED = 8


def show_scan(console: Console, story: Chronicle, tried: Scan, *, is_anew: bool) -> None:
    """Show what would have turned a game, and which moments moved it."""
    say(console, f"{story.case.title}, seed {story.end.seed}: {VERDICTS[tried.played.verdict]}")
    if mark := marked_words(story):
        say(console, mark)
    say(console, f"\n{scan_words(tried)} {ANEW if is_anew else HELD}")
    for trial in (*tried.standing[:MOST_TOLD], *tried.pairs[:MOST_TOLD]):
        words = trial_words(story, tried, trial)
        say(console, f"- {words.lead} {words.words}")
    undoing = one_a_command(trial for trial in tried.turned if tried.undoes(trial))
    if undoing and tried.text is not None:
        say(console, f"\n{text_name(tried.text)} would not have come into force")
        for trial in undoing[:MOST_TOLD]:
            say(console, f"- {trial_words(story, tried, trial).lead.rstrip(':')}")
        if len(undoing) > MOST_TOLD:
            say(console, f"- and {len(undoing) - MOST_TOLD} more")
    points = turning_points(story, tried)
    if points:
        say(console, "\nThe moments that moved it most")
        for point in points:
            say(console, f"- {point.at}. {point.happened} {point.effect}")


def show_retold(console: Console, story: Chronicle, retold: Retold) -> None:
    """Show a game that went otherwise beside the one that was played."""
    say(console, f"{story.case.title}, seed {story.end.seed}")
    if mark := marked_words(story):
        say(console, mark)
    say(console, f"{changes_words(story, retold.changes)} {headline(retold.story).sentence}")
    say(console, ANEW if retold.decided_anew else HELD)
    console.print()
    table = beside("", "as played", "otherwise")
    for what, before, after in _held_against(story, retold.story):
        table.add_row(what, before, after)
    console.print(table)
    if retold.decided_anew and (followed := what_followed(story, retold.story)):
        say(console, "\nWhat followed")
        for words in followed:
            say(console, f"- {words}")
    if retold.dropped:
        say(console, "\nNo longer possible, and so not done")
        for dropped in retold.dropped[:MOST_DROPPED]:
            say(console, f"- {dropped.at}. {deed_words(story, dropped.at)}. {dropped.sentence}")
        if len(retold.dropped) > MOST_DROPPED:
            say(console, f"- and {len(retold.dropped) - MOST_DROPPED} more")


def _held_against(played: Chronicle, other: Chronicle) -> Iterator[tuple[str, str, str]]:
    yield "the forum", VERDICTS[played.outcome.verdict], VERDICTS[other.outcome.verdict]
    texts = [*dict.fromkeys(accord.accord for story in (played, other) for accord in story.outcome.accords)]
    for text in texts:
        yield text_name(text), _accord(played, text), _accord(other, text)


def _accord(story: Chronicle, text: TextId) -> str:
    lived = next((accord for accord in story.outcome.accords if accord.accord == text), None)
    if lived is None:
        return "not in force"
    return f"signed {KINDS[lived.signed]}, {LIVED[lived.lived]}, {out_of_100(lived.rate)} carried out"


def scan_for_machines(tried: Scan) -> dict[str, Any]:
    """Turn a scan into what JSON holds; `turned` are places in `trials`."""
    return {
        "played": plain(tried.played),
        "text": tried.text,
        "trials": [_trial(tried, trial) for trial in tried.trials],
        "turned": [tried.trials.index(trial) for trial in tried.turned],
        "pairs": [_trial(tried, trial) for trial in tried.pairs],
        "paired": tried.paired,
    }


def _trial(tried: Scan, trial: Trial) -> dict[str, Any]:
    return {
        "changes": _changes(trial.changes),
        "ending": plain(trial.ending),
        "moved": round(tried.moved(trial), 6) + 0.0,
        "turns": tried.turns(trial),
        "undoes": tried.undoes(trial),
        "dropped": [dropped.at for dropped in trial.dropped],
    }


def retold_for_machines(story: Chronicle, retold: Retold) -> dict[str, Any]:
    """Turn a game that went otherwise into what JSON holds, beside the one that was played."""
    return {
        "changes": _changes(retold.changes),
        "anew": retold.decided_anew,
        "played": summary(story.end, ""),
        "otherwise": summary(retold.story.end, ""),
        "is_turned": story.outcome.verdict is not retold.story.outcome.verdict,
        "dropped": [_dropped(dropped) for dropped in retold.dropped],
    }


def _changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    return [{"at": change.at, "command": None if change.act is None else plain(change.act)} for change in changes]


def _dropped(dropped: Dropped) -> dict[str, Any]:
    return {"at": dropped.at, "why": dropped.sentence}
