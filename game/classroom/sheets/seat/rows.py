"""How values of the rules become rows of a sheet."""

from collections.abc import Iterable, Mapping

from game.desk.balance import Balance
from game.desk.words import points
from game.desk.worths import Line
from game.record.codec import plain
from game.record.sentences import Sentence
from game.record.sentences.letters import Named, letters
from game.rules.commands import Command
from game.rules.ids import AgencyId

Row = dict[str, object]
PASS: Mapping[str, object] = {"kind": "pass"}


def command_row(command: Command) -> Row:
    """Write a command as the page gives it back: all but the seat, which the host fills in."""
    return {field: value for field, value in plain(command).items() if field != "seat"}


def faces(agencies: Iterable[Named]) -> dict[str, Row]:
    """Say how each agency is shown, wherever it is named by its id."""
    known = tuple(agencies)
    apart = letters(known)
    return {
        one.id: {
            "name": one.name,
            "short": one.short,
            "community": str(one.community),
            "letter": apart.get(AgencyId(one.id), ""),
        }
        for one in known
    }


def told_row(sentence: Sentence) -> Row:
    """Write a sentence of the record: whose tile, its words in runs (text, is bold), quiet or loud."""
    row: Row = {"about": sentence.about, "runs": [list(run) for run in sentence.runs]}
    if sentence.is_secondary:
        row["quiet"] = True
    if sentence.is_words:
        row["words"] = True
    return row


def balance_row(found: Balance) -> Row:
    """Write what signing and not signing a text come to."""
    tint = "good" if found.is_better else "bad" if found.is_worse else "soft"
    return {
        "worth": points(found.worth),
        "reservation": points(found.reservation),
        "at": round(found.at, 3),
        "mark": round(found.mark, 3),
        "verdict": found.verdict,
        "tint": tint,
        "made_of": found.made_of,
        "crossed": list(found.crossed),
    }


def sum_rows(lines: Iterable[Line]) -> list[Row]:
    """Write a sum, summand by summand."""
    return [
        {"words": line.words, "points": points(line.points), "note": line.note, "is_sum": line.is_sum} for line in lines
    ]
