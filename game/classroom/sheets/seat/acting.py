"""What a seat can do in the corridor and on the floor: eight headings, their kinds, and what each has to be told."""

from game.classroom.sheets.seat.rows import PASS, Row, command_row
from game.classroom.sheets.seat.sight import Sight
from game.desk.actions import SAYINGS, cards, heading_rows, usual_heading
from game.desk.labels import Label, label, warning
from game.desk.left import unused_words
from game.desk.slots import SLOTS, Slot
from game.record.codec import plain
from game.rules import commands as do
from game.rules.menu import Choice
from game.rules.vocabulary import Phase

WRITTEN = frozenset({"table", "amend"})
"""Kinds whose contents are written on a page of their own; for these no command is listed."""
WEIGHED = frozenset({"assess_jointly", "pledge", "move_procedure"})
"""Kinds in which what is listed can be put together otherwise; such a command is weighed before it is given."""


def acting(sight: Sight) -> Row:
    """Set out the headings, the one that stands open at first, and how to be done."""
    view, choices = sight.view, sight.choices
    rows: list[Row] = []
    for row, is_alive in heading_rows(choices):
        found = cards(view, choices, row.heading)
        rows.append(
            {
                "heading": str(row.heading),
                "name": row.name,
                "icon": row.icon,
                "number": row.key,
                "tip": row.tip if is_alive else f"{row.tip} Nothing of it can be done now.",
                "is_alive": is_alive,
                "cards": [
                    {
                        "kind": card.kind,
                        "name": card.name,
                        "does": card.does,
                        "verb": card.verb,
                        "cost": card.cost,
                        "refusal": card.refusal,
                        **_composing(sight, card.kind, is_possible=not card.refusal),
                    }
                    for card in found
                ],
            }
        )
    is_corridor = sight.room.phase is Phase.CORRIDOR
    return {
        "kind": "act",
        "headings": rows,
        "open": str(usual_heading(view, choices)),
        "done": {
            "words": "Done in the corridor" if is_corridor else "Pass",
            "sure": unused_words(view),
            "command": dict(PASS),
        },
    }


def _composing(sight: Sight, kind: str, *, is_possible: bool) -> Row:
    """Set out how a command of a kind is put together: what is asked for, in which order, and what is legal."""
    choice = sight.choice(kind)
    if not is_possible or choice is None or kind not in SAYINGS:
        return {"compose": "", "slots": [], "commands": [], "warnings": []}
    warnings: list[str] = []
    rows: list[Row] = []
    for command in () if kind in WRITTEN else choice.commands:
        words = warning(sight.view, command)
        if words and words not in warnings:
            warnings.append(words)
        rows.append({"command": command_row(command), "warning": warnings.index(words) if words else None})
    if kind == "amend":
        texts = dict.fromkeys(command.text for command in choice.commands if isinstance(command, do.Amend))
        rows = [{"command": {"kind": "amend", "text": text}, "warning": None} for text in texts]
    return {
        "compose": "draft" if kind in WRITTEN else "weigh" if kind in WEIGHED else "match",
        "slots": [_slot(sight, choice, slot) for slot in SLOTS.get(kind, ())],
        "commands": rows,
        "warnings": warnings,
    }


def _slot(sight: Sight, choice: Choice, slot: Slot) -> Row:
    """Set out one thing to choose, with every answer that any legal command gives to it."""
    row: Row = {
        "field": slot.field,
        "asks": slot.asks,
        "mode": slot.mode,
        "is_optional": slot.is_optional,
        "is_deliberate": slot.is_deliberate,
    }
    if slot.mode == "number":
        most = max(1, sight.view.own.pledge_left)
        return {**row, "least": 1, "most": most, "remark": f"of {most} left"}
    if slot.field == "option":
        return {**row, "picks": _lanes(sight, choice)}
    values: dict[object, None] = {}
    for command in choice.commands:
        value = getattr(command, slot.field)
        values.update(dict.fromkeys(value if isinstance(value, tuple) else (value,)))
    found = [value for value in values if not (slot.is_optional and value is None)]
    return {**row, "picks": [_pick(value, label(sight.view, slot.field, value, choice.commands)) for value in found]}


def _lanes(sight: Sight, choice: Choice) -> list[Row]:
    """Set out what can be declared, each for its own issue."""
    return [
        {
            **_pick(command.option, label(sight.view, "option", command.option, (command,))),
            "when": {"issue": command.issue},
        }
        for command in choice.commands
        if isinstance(command, do.DeclareLane)
    ]


def _pick(value: object, said: Label) -> Row:
    row: Row = {"value": plain(value), "words": said.words, "tip": said.tip}
    if said.community:
        row["agency"] = plain(value)
    return row
