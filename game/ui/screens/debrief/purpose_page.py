"""Step 4, opened further: what coordination was for, what each had come for, what it came to; side by side, too."""

from game.debrief import Expectation, Reach, review_purpose
from game.debrief.words import PURPOSES, percent
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Flow,
    Icon,
    Meter,
    Row,
    Rule,
    Run,
    Scroll,
    Text,
    Tone,
    Widget,
    figure,
    grow,
    heading,
    note,
    panel,
    sized,
    small,
)
from game.ui.screens.debrief.shell import Sight, agency, capital, command_mark

FIT = "How well the work side by side fitted together; from {} on that decides the verdict."
MOST_MARKS = 4


def purpose_page(sight: Sight) -> Widget:
    """Describe both halves: the forum, and each agency."""
    review = review_purpose(sight.story)
    rows: list[Widget] = [Text((Run(review.words),), weight=SEMIBOLD, leading=1.35)]
    if review.declared_at is not None:
        rows.append(Row((note("Declared by"), command_mark(sight, review.declared_at, "declared")), gap=S8))
    rows.append(heading("From the least to the most"))
    for reach in review.reaches:
        is_declared = reach.purpose is review.declared
        rows += [_reach(sight, reach, is_declared=is_declared), Rule()]
    beside = review.side_by_side
    rows += [heading("Side by side"), small((Run(beside.words),))]
    rows += [_bar("Came about side by side", beside.by_lanes), _bar("Came about under accords", beside.by_accords)]
    rows += [_bar("Fitted together", beside.fit), note(FIT.format(percent(beside.needed)))]
    left = panel("Did coordination serve its purpose?", Scroll("purpose", Column(tuple(rows), gap=S8)))
    expected = tuple(_expected(sight, one) for one in review.expectations)
    right = panel("What each had come for", Scroll("expected", Column(expected, gap=S8)))
    return Row((grow(left, 7), grow(right, 6)), gap=S12, align="stretch")


def _reach(sight: Sight, reach: Reach, *, is_declared: bool) -> Widget:
    sign = Icon("check", 16, Tone.GOOD) if reach.is_reached else Icon("x", 16, Tone.SOFT)
    name = capital(PURPOSES[reach.purpose])
    runs = (Run(name), Run(" · what it was declared for", 400, Tone.ACCENT)) if is_declared else (Run(name),)
    marks = tuple(
        command_mark(sight, at, f"reach {reach.purpose}") for at in dict.fromkeys(reach.commands[:MOST_MARKS])
    )
    said = Text((Run("Reached. " if reach.is_reached else "Not reached. ", SEMIBOLD), Run(reach.words)), size=SMALL)
    lines: list[Widget] = [Text(runs, weight=SEMIBOLD, leading=1.3), said]
    if marks:
        lines.append(Flow(marks, gap=S8))
    return Row((sign, grow(Column(tuple(lines), gap=2))), gap=S8, align="start")


def _expected(sight: Sight, one: Expectation) -> Widget:
    return Column((agency(sight, one.agency), small((Run(one.words),), Tone.SOFT), Rule()), gap=S4)


def _bar(words: str, value: float) -> Widget:
    return Row(
        (sized(small(words), w=180), grow(Meter(value, Tone.ACCENT, h=8)), sized(figure(percent(value)), w=52)), gap=S12
    )
