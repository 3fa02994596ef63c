"""Step 4, what to carry over: questions made from this very game, each tied to a finding of the brief."""

from dataclasses import replace

from game.debrief import Carry, carry_over
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
    Middle,
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
    subtitle,
)
from game.ui.screens.debrief.shell import Sight, command_mark, verdict_card


def carried(sight: Sight, size: Size) -> Widget:
    """Describe the step."""
    cards = tuple(_card(sight, place, carry) for place, carry in enumerate(carry_over(sight.story), 1))
    words = small("Made from this game, about places you know. Talk about them before you leave.", Tone.SOFT)
    leave = replace(button("leave now", "Leave to the title", icon="door-exit"), sends="leave")
    intro = Row((grow(Column((subtitle("What to carry over"), words), gap=2)), leave), gap=S12)
    inner = Scroll("carry", Middle(Column((intro, *cards), gap=S12), min(1040.0, size.w - 2 * S24)))
    return Column((verdict_card(sight, is_short=True), grow(inner)), gap=S12)


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
