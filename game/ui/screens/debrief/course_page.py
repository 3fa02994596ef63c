"""Step 1, opened further: the course of the game, with what was hidden then."""

from game.debrief import course
from game.ui import (
    S4,
    S8,
    SEMIBOLD,
    Column,
    Icon,
    Row,
    Run,
    Scroll,
    Space,
    Tip,
    Tone,
    Widget,
    grow,
    heading,
    note,
    panel,
    sized,
    small,
    spring,
)
from game.ui.screens.debrief.shell import Sight, pressed, tile

BACK = "Back to where you were"


def course_page(sight: Sight, views: tuple[Widget, ...]) -> Widget:
    """Tell the course, with what was hidden then."""
    rows: list[Widget] = []
    is_found = False
    for move in course(sight.story):
        if move.is_heading:
            rows.append(heading(move.text))
            continue
        words = tuple(Run(text, SEMIBOLD if is_bold else None) for text, is_bold in move.runs)
        mark: Widget = (
            Tip(Icon("lock-open", 14, Tone.WARN), "Not everybody saw this then.") if move.is_opened else Space(w=14)
        )
        tail = note(str(move.at), align="right") if move.at is not None else Space()
        parts = (tile(sight, move.about, 20), grow(small(words)), mark, sized(tail, w=24))
        row = Row(parts, gap=S8, align="start")
        if move.at is None or move.at != sight.sought or is_found:
            rows.append(row)
            continue
        is_found = True
        rows.append(
            pressed("sought", row, sends="sought", value=None, group="", chosen=True, tip=BACK, words=BACK, y=S4)
        )
    legend = Row(
        (Icon("lock-open", 14, Tone.WARN), note("not seen by all at the time"), spring(), note("command")), gap=6
    )
    return panel(
        "" if views else "The course of it",
        Column((*views, grow(Scroll("course", Column(tuple(rows), gap=6))), legend), gap=S8),
    )
