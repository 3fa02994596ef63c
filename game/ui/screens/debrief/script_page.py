"""Step 4, opened further: the script for whoever leads the talk, in the order of time or by theme."""

from game.debrief import SHOWN_BESIDE, THEMES, Order, Question, ScriptPart, Theme, script
from game.debrief.scripting import USUAL
from game.ui import (
    S8,
    S12,
    S16,
    SEMIBOLD,
    Column,
    Flow,
    Frame,
    Icon,
    Row,
    Run,
    Scroll,
    Text,
    Tone,
    Widget,
    badge,
    figure,
    grow,
    heading,
    note,
    sized,
    small,
    spring,
    subtitle,
    tabs,
)
from game.ui.screens.debrief.change_rows import change_rows
from game.ui.screens.debrief.shell import Sight, command_mark, narrow, tile

ORDERS = ((Order.BY_TIME.value, "In the order of time"), (Order.BY_THEME.value, "By theme"))
LENGTHS = (20, 30, USUAL, 60, 90)
FINDINGS = 2
"""Sentences on what else could have been that are talked about."""
FOR_WHOM = "For whoever leads the talk: what stands under an ear may name what a seat never told."


def script_page(sight: Sight, wide: float) -> Widget:
    """Describe the talk, part by part."""
    order = Order(sight.pick("script", Order.BY_TIME.value))
    minutes = chosen_minutes(sight)
    written = script(sight.story, order=order, minutes=minutes, findings=findings(sight))
    lengths = tuple((str(length), f"{length} min") for length in LENGTHS)
    top = Row((tabs("script", ORDERS, order.value), spring(), tabs("minutes", lengths, str(minutes))), gap=S12)
    rows: list[Widget] = [
        note(FOR_WHOM),
        *(_part(sight, place, part, order) for place, part in enumerate(written.parts)),
    ]
    return Column((top, grow(Scroll("talk", narrow(tuple(rows), wide)))), gap=S8)


def chosen_minutes(sight: Sight) -> int:
    """Say how long the talk is to be."""
    asked = sight.pick("minutes")
    return int(asked) if asked.isdigit() and int(asked) in LENGTHS else USUAL


def findings(sight: Sight) -> tuple[str, ...]:
    """Choose what else could have been, once that is worked out."""
    if sight.reckoning is None:
        return ()
    rows = change_rows(sight.story, sight.reckoning.scan)[:FINDINGS]
    return tuple(f"{one.lead} {one.words}" for one in rows)


def _part(sight: Sight, place: int, part: ScriptPart, order: Order) -> Widget:
    head = Row((grow(subtitle((Run(part.heading),))), badge(f"{part.minutes} minutes")), gap=S12)
    rows: list[Widget] = [head, note((Run(part.aim),))]
    rows += [Row((Icon("speakerphone", 14, Tone.ACCENT), grow(small((Run(words),)))), gap=S8) for words in part.say]
    theme: Theme | None = None
    for number, one in enumerate(part.questions, 1):
        if order is Order.BY_THEME and one.theme is not None and one.theme is not theme:
            rows.append(heading(THEMES[one.theme]))
        theme = one.theme
        rows.append(_question(sight, f"talk {place} {number}", number, one))
    return Frame(Column(tuple(rows), gap=S8), x=S16, y=S12)


def _question(sight: Sight, where: str, number: int, one: Question) -> Widget:
    lines: list[Widget] = [Text((Run(one.words),), weight=SEMIBOLD, leading=1.35)]
    if one.about:
        lines.append(small((Run(one.about),)))
    if one.listen:
        lines.append(Row((Icon("ear", 14, Tone.SOFT), grow(note((Run(one.listen),)))), gap=6, align="start"))
    said = [SHOWN_BESIDE[one.beside], *(["may pass"] if one.may_pass else [])]
    marks: list[Widget] = [note(f"Beside it: {said[0].lower()}", Tone.SOFT), *(note(words) for words in said[1:])]
    marks += [tile(sight, seat, 18) for seat in one.seats]
    marks += [command_mark(sight, at, where) for at in dict.fromkeys(one.commands)]
    lines.append(Flow(tuple(marks), gap=S12))
    return Row(
        (sized(figure(str(number), tone=Tone.ACCENT), w=22), grow(Column(tuple(lines), gap=3))), gap=S12, align="start"
    )
