"""Step 3, what would have turned it: how near the verdict was to another, and what stood behind each test."""

from game.debrief import LIMITS, Turn, headline, reasons_of, turns
from game.debrief.turning import CAVEAT
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Icon,
    Row,
    Rule,
    Run,
    Scroll,
    Size,
    Text,
    Tone,
    Widget,
    grow,
    heading,
    note,
    panel,
    small,
)
from game.ui.screens.debrief.shell import Sight, accord_tabs, capital, command_mark, tile, verdict_card

MOST_MARKS = 4
"""Commands named beside a test."""


def turned(sight: Sight, size: Size) -> Widget:
    """Describe the step."""
    body = Row((grow(_turns(sight), 6), grow(_tests(sight), 5)), gap=S12, align="stretch")
    return Column((verdict_card(sight, is_short=True), grow(body)), gap=S12)


def _turns(sight: Sight) -> Widget:
    """List what would have made a difference."""
    found = turns(sight.story, sight.text)
    if sight.text is not None and headline(sight.story).accord is None:
        found = (*turns(sight.story, None), *found)
    rows: list[Widget] = []
    for turn in found:
        rows += [_turn(sight, turn), Rule()]
    rows.append(note(CAVEAT))
    inner = Scroll("turns", Column(tuple(rows), gap=10))
    return panel("What would have turned it", Column((*accord_tabs(sight), grow(inner)), gap=S8))


def _turn(sight: Sight, turn: Turn) -> Widget:
    words = Text((Run(f"{turn.lead} ", SEMIBOLD), Run(capital(turn.words))), leading=1.35)
    return Row((tile(sight, turn.whom, 22), grow(words)), gap=10, align="start")


def _tests(sight: Sight) -> Widget:
    """Open the tests that decided, and say what is measured and what is a choice."""
    reasons = reasons_of(sight.story, sight.text) if sight.text is not None else headline(sight.story).reasons
    parts: list[Widget] = []
    for place, one in enumerate(reasons):
        mark = Icon("x" if one.is_against else "check", 16, Tone.BAD if one.is_against else Tone.GOOD)
        lines: list[Widget] = [Text((Run(capital(one.words)),), size=SMALL, weight=SEMIBOLD, leading=1.3)]
        lines.append(small((Run(f"{capital(one.measured)}."),), Tone.SOFT))
        if one.commands:
            found = tuple(dict.fromkeys(one.commands))[:MOST_MARKS]
            marks = tuple(command_mark(sight, at, f"test {place}") for at in found)
            lines.append(Row(marks, gap=S8))
        parts.append(Row((mark, grow(Column(tuple(lines), gap=2))), gap=S8, align="start"))
    parts += [Rule(), heading("What is measured, and what is a choice")]
    for limit in LIMITS:
        parts.append(small((Run(f"{limit.heading}. ", SEMIBOLD), Run(limit.words))))
    return panel("The tests that decided", Scroll("tests", Column(tuple(parts), gap=S8 + S4)))
