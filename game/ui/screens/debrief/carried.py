"""Step 4, what to carry over: questions to take home, the purpose, who saw whom coming, the talk, and the limits."""

from dataclasses import replace

from game.debrief import LIMITS, Carry, carry_over
from game.ui import (
    LARGE,
    S8,
    S12,
    S16,
    S24,
    SEMIBOLD,
    Column,
    Frame,
    Icon,
    Row,
    Rule,
    Run,
    Scroll,
    Size,
    Text,
    Tone,
    Widget,
    button,
    figure,
    grow,
    note,
    sized,
    small,
    spring,
    subtitle,
    tabs,
)
from game.ui.screens.debrief.perspective_page import perspective_page
from game.ui.screens.debrief.purpose_page import purpose_page
from game.ui.screens.debrief.script_page import script_page
from game.ui.screens.debrief.shell import Sight, command_mark, narrow, verdict_card

PAGES = (
    ("questions", "Questions"),
    ("purpose", "Did it serve its purpose?"),
    ("perspective", "Who saw whom coming"),
    ("script", "Leading the talk"),
    ("limits", "What is measured"),
)
WIDEST = 1040.0


def carried(sight: Sight, size: Size) -> Widget:
    """Describe the step; the script of the talk is for whoever leads it, so a seat in a class does not get it."""
    pages = tuple(page for page in PAGES if page[0] != "script" or not sight.is_of_class)
    page = sight.pick("carried", "questions")
    leave = replace(button("leave now", "Leave to the title", icon="door-exit"), sends="leave", least=0)
    top = Row((tabs("carried", pages, page), spring(), leave), gap=S12)
    wide = min(WIDEST, size.w - 2 * S24)
    match page:
        case "purpose":
            body = purpose_page(sight)
        case "perspective":
            body = perspective_page(sight)
        case "script" if not sight.is_of_class:
            body = script_page(sight, wide)
        case "limits":
            body = _limits(wide)
        case _:
            body = _questions(sight, wide)
    return Column((verdict_card(sight, is_short=True), top, grow(body)), gap=S8)


def _questions(sight: Sight, wide: float) -> Widget:
    cards = tuple(_card(sight, place, carry) for place, carry in enumerate(carry_over(sight.story), 1))
    words = small("Made from this game, about places you know. Talk about them before you leave.", Tone.SOFT)
    intro = Column((subtitle("What to carry over"), words), gap=2)
    return Scroll("carry", narrow((intro, *cards), wide))


def _limits(wide: float) -> Widget:
    rows: list[Widget] = [subtitle("What is measured, and what is a choice")]
    for limit in LIMITS:
        rows += [Text((Run(limit.heading),), weight=SEMIBOLD), small((Run(limit.words),)), Rule()]
    return Scroll("limits", narrow((Frame(Column(tuple(rows[:-1]), gap=S8), x=S16, y=S16),), wide))


def _card(sight: Sight, place: int, carry: Carry) -> Widget:
    source = Row((Icon("bulb", 16, Tone.ACCENT), grow(note((Run(carry.finding, tone=Tone.ACCENT),)))), gap=S8)
    happened: list[Widget] = [grow(small((Run(carry.happened),), Tone.SOFT))]
    if carry.at is not None:
        happened.append(command_mark(sight, carry.at, f"carry {place}"))
    body = Column(
        (
            Row(tuple(happened), gap=S12, align="start"),
            Rule(),
            Text((Run(carry.question),), size=LARGE, weight=SEMIBOLD, leading=1.35),
            source,
        ),
        gap=S8,
    )
    return Frame(
        Row((sized(figure(str(place), 24, Tone.ACCENT, align="left"), w=28), grow(body)), gap=S12, align="start"),
        x=S16,
        y=S16,
    )
