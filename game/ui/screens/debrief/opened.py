"""A score, opened: formula, inputs, and the commands behind them."""

from game.debrief import perspective_words, score_rows
from game.debrief.scores import Line, line_points
from game.debrief.words import points
from game.rules.ids import AgencyId
from game.ui import (
    S8,
    S12,
    Column,
    Modal,
    Row,
    Rule,
    Run,
    Scroll,
    Size,
    Tone,
    Widget,
    button,
    dialog,
    figure,
    grow,
    heading,
    note,
    sized,
    small,
)
from game.ui.screens.debrief.shell import Sight, command_mark


def score_dialog(sight: Sight, seat: AgencyId, size: Size, played: str = "") -> Modal:
    """Open one agency's score, and say who played it."""
    row = next(row for row in score_rows(sight.story) if row.agency == seat)
    parts: list[Widget] = [small((Run(played),), Tone.SOFT)] if played else []
    parts += [small((Run(row.formula, 600),)), heading("Mandate")]
    parts += [_line(sight, line, f"mandate {place}") for place, line in enumerate(row.mandate)]
    parts += [_sum("Mandate", row.score.mandate), heading("Standing")]
    parts += [_line(sight, line, f"standing {place}") for place, line in enumerate(row.standing)]
    parts += [] if row.standing else [small("Nothing was won or lost.", Tone.SOFT)]
    parts += [
        heading("Impact"),
        small(
            f"{points(row.score.impact)} of 100: what came about does for the population, between the worst and "
            "the best "
            "that could have come about. It is the same for all.",
        ),
        heading("Foresight"),
        small((Run(perspective_words(sight.story, seat)),)),
    ]
    inner = Scroll("score lines", Column(tuple(parts), gap=S8), h=min(540.0, size.h - 196))
    close = button("shut", "Close", primary=True, hint="Esc")
    return dialog("score", f"What {sight.story.agency(seat).name} took home", inner, (close,), w=680, first="shut")


def _line(sight: Sight, line: Line, where: str) -> Widget:
    mark = (command_mark(sight, line.at, where),) if line.at is not None else ()
    return Row((grow(small((Run(line.words),))), *mark, sized(figure(line_points(line)), w=56)), gap=S12, align="start")


def _sum(words: str, value: float) -> Widget:
    return Column((Rule(), Row((grow(note(words)), sized(figure(points(value)), w=56)), gap=S12)), gap=4)
