"""Step 3, opened further: the moments that moved sincerity most, in the order of time or by theme."""

from game.debrief.words import signed
from game.ui import (
    S8,
    S12,
    SEMIBOLD,
    Column,
    Icon,
    Press,
    Row,
    Rule,
    Run,
    Scroll,
    Skin,
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
    tabs,
)
from game.ui.screens.debrief.shell import Sight, command_mark, narrow, tile
from game.whatif import TurningPoint, by_theme

ORDERS = (("by_time", "In the order of time"), ("by_theme", "By theme"))
WORKING = "The moments that moved most are being found, by running the game again without each command …"
WHAT = "By how much each moment raised (+) or lowered (−) how far those concerned were with it, from 0 to 1."
BESIDE = "By how much each moment raised (+) or lowered (−) how far the work fitted side by side, from 0 to 1."
WIDEST = 900.0
NONE = "No single moment moved it: it came of many small ones."


def points_page(sight: Sight) -> Widget:
    """Describe the turning points."""
    rows = _rows(sight)
    order = tabs("order", ORDERS, sight.pick("order", "by_time"))
    inner = Scroll("points", narrow(rows, WIDEST))
    return panel("", Column((order, grow(inner)), gap=S8))


def _rows(sight: Sight) -> tuple[Widget, ...]:
    if sight.reckoning is None:
        told = sight.reckoning_problem or WORKING
        return (Row((Icon("hourglass", 14, Tone.SOFT), grow(note((Run(told),)))), gap=6),)
    found = sight.reckoning.points
    if not found:
        return (small(NONE, Tone.SOFT),)
    rows: list[Widget] = [note(BESIDE if sight.reckoning.scan.played.consent is None else WHAT)]
    if sight.pick("order", "by_time") == "by_time":
        for one in found:
            rows += [_point(sight, one), Rule()]
        return tuple(rows[:-1])
    for theme, points in by_theme(found):
        rows.append(heading(theme.value))
        rows += [_point(sight, one) for one in points]
    return tuple(rows)


def _point(sight: Sight, one: TurningPoint) -> Widget:
    tone, icon = (Tone.GOOD, "arrow-up") if one.mood == "good" else (Tone.BAD, "arrow-down")
    when = f"round {one.round}" if one.round else "at the convening"
    words = Column(
        (
            Text((Run(one.happened),), weight=SEMIBOLD, leading=1.35),
            small((Run(one.effect),)),
            Row((note(f"{when} · {one.theme.value}"), command_mark(sight, one.at, "point"), _try(one.at)), gap=S8),
        ),
        gap=2,
    )
    moved = Row((Icon(icon, 16, tone), figure(signed(one.moved), 15, tone)), gap=4)
    return Row((sized(moved, w=76), tile(sight, one.who, 24), grow(words)), gap=S12, align="start")


def _try(at: int) -> Widget:
    """Lead to the game without this command."""
    label = note((Run("leave it out yourself", tone=Tone.ACCENT),))
    return Press(
        f"leave out:{at}",
        label,
        Skin.LINK,
        value=at,
        sends="leave out",
        x=2,
        y=0,
        radius=4,
        words=f"Leave command {at} out yourself",
    )
