"""A finished game beside the lines it is judged by: as tables for people, and as plain values for machines."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from game.cli.tables import beside, name, say
from game.debrief import (
    LINES,
    Chronicle,
    FlipRow,
    Reason,
    flip_rows,
    forum_flip_rows,
    headline,
    marked_words,
    moved_lines,
    reasons_of,
    root_flip_rows,
    signature_rows,
)
from game.debrief.words import KINDS, LIVED, VERDICTS, share, text_name
from game.rules.ids import TextId

PLAYED, AGAIN = "as played", "by the other lines"
CHANGED = "changed"
UNMOVED = "The ruleset draws every line where it was drawn when the game was played, so nothing changes."


def show_both(console: Console, played: Chronicle, again: Chronicle) -> None:
    """Show a game as it was judged beside what other lines make of it."""
    say(console, f"{played.case.title}, seed {played.end.seed}")
    say(console, marked_words(again) or UNMOVED)
    say(console, "")
    verdicts = beside("verdict", PLAYED, AGAIN, "")
    _row(verdicts, "the forum", VERDICTS[played.outcome.verdict], VERDICTS[again.outcome.verdict])
    for lived in played.lived:
        text, other = lived.accord, again.lived_as(lived.accord)
        _row(verdicts, f"{text_name(text)}, as signed", KINDS[lived.signed], KINDS[other.signed])
        _row(verdicts, f"{text_name(text)}, as lived", LIVED[lived.lived], LIVED[other.lived])
    console.print(verdicts)
    for text in (lived.accord for lived in played.lived):
        say(console, "")
        say(console, f"{text_name(text)}: how each yes is called, with its sincerity")
        console.print(_signatures(played, again, text))
    for title, story in ((PLAYED, played), (AGAIN, again)):
        say(console, "")
        say(console, f"What decided, {title}")
        for reason in _reasons(story):
            say(console, f"- {reason}")


def _row(table: Table, what: str | Text, before: str, after: str) -> None:
    table.add_row(what, before, after, CHANGED if before != after else "")


def _signatures(played: Chronicle, again: Chronicle, text: TextId) -> Table:
    table = beside("party", PLAYED, AGAIN, "")
    for before, after in zip(signature_rows(played, text), signature_rows(again, text), strict=True):
        was, now = (f"{row.label} {share(row.sincerity)}" for row in (before, after))
        _row(table, name(played.case, before.agency), was, now)
    return table


def _reasons(story: Chronicle) -> Iterator[str]:
    """Say what decided: for each accord, and for the forum where no accord decided."""
    top = headline(story)
    if top.accord is None:
        yield from (_reason("The forum", reason) for reason in top.reasons)
    for lived in story.lived:
        yield from (_reason(text_name(lived.accord), reason) for reason in reasons_of(story, lived.accord))


def _reason(what: str, reason: Reason) -> str:
    return f"{what}: {reason.words} ({reason.measured})"


def show_lines(console: Console, story: Chronicle) -> None:
    """Show every line that a game was judged by: where it is drawn, what was held against it, what a move turns."""
    say(console, f"{story.case.title}, seed {story.end.seed}: {VERDICTS[story.outcome.verdict]}")
    say(console, "A line moves alone here: the others stay. Lines of one's own go into a file for `--ruleset`.")
    shown = set()
    for title, rows in _rows(story):
        say(console, "")
        say(console, title)
        console.print(_lines(story, rows))
        shown |= {row.line.name for row in rows}
    left = [line for line in LINES if line.name not in shown]
    if left:
        say(console, "")
        say(console, "These lines had nothing to decide in this game")
        for line in left:
            value = line.written(getattr(story.ruleset, line.name))
            say(console, f"- {line.name} ({line.source}): {line.heading} {value}")


def _rows(story: Chronicle) -> Iterator[tuple[str, tuple[FlipRow, ...]]]:
    """Group the lines by the verdict they can turn, each group with its title."""
    yield f"The forum: {VERDICTS[story.outcome.verdict]}", forum_flip_rows(story)
    for lived in story.lived:
        text = lived.accord
        said = f"{text_name(text)}: signed {KINDS[lived.signed]}, lived as {LIVED[lived.lived]}"
        yield said, (*root_flip_rows(story, text), *flip_rows(story, text))


def _lines(story: Chronicle, rows: Iterable[FlipRow]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("name", no_wrap=True)
    for title in ("rule", "line", "held against it", "moved alone"):
        table.add_column(title, overflow="fold")
    for row in rows:
        held = row.held_words if row.whose is None else f"{story.agency(row.whose).short}: {row.held_words}"
        line = f"{row.line.heading} {row.line.written(row.now)}"
        table.add_row(*(Text(cell) for cell in (row.line.name, row.line.source, line, held, row.words)))
    return table


def both_for_machines(played: Chronicle, again: Chronicle) -> dict[str, Any]:
    """List what `show_both` shows."""
    before, after = _verdicts(played), _verdicts(again)
    return {
        "seed": played.end.seed,
        "mark": marked_words(again),
        "moved": [{"name": line.name, "was": line.was, "now": line.now} for line in moved_lines(again)],
        "is_changed": before != after,
        "played": before,
        "again": after,
    }


def lines_for_machines(story: Chronicle) -> dict[str, Any]:
    """List what `show_lines` shows, with the verdicts."""
    flips: Mapping[TextId, list[dict[str, Any]]] = {
        lived.accord: [_flip(row) for row in (*root_flip_rows(story, lived.accord), *flip_rows(story, lived.accord))]
        for lived in story.lived
    }
    return {
        "seed": story.end.seed,
        **_verdicts(story),
        "lines": [
            {
                "name": line.name,
                "rule": line.source,
                "heading": line.heading,
                "value": getattr(story.ruleset, line.name),
                "least": line.least,
                "most": line.most,
                "step": line.step,
            }
            for line in LINES
        ],
        "flips": {"forum": [_flip(row) for row in forum_flip_rows(story)], "accords": flips},
    }


def _flip(row: FlipRow) -> dict[str, Any]:
    return {
        "name": row.line.name,
        "of": row.of,
        "value": row.now,
        "held": row.held,
        "whose": row.whose,
        "move": row.move,
        "to": row.to,
        "would_be": row.would_be,
    }


def _verdicts(story: Chronicle) -> dict[str, Any]:
    return {
        "verdict": story.outcome.verdict.value,
        "accords": [
            {
                "text": lived.accord,
                "signed": lived.signed.value,
                "lived": lived.lived.value,
                "fired": [
                    {"test": one.test, "value": one.value, "threshold": one.threshold, "seats": [*one.seats]}
                    for one in story.judged[lived.accord].verdict.findings
                ],
                "signatures": {
                    row.agency: {"label": row.label, "sincerity": row.sincerity}
                    for row in signature_rows(story, lived.accord)
                },
            }
            for lived in story.lived
        ],
    }
