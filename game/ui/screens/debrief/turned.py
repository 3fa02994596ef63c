"""Step 3, what would have turned it: changes, turning points, the deal never tabled, a try of one's own, the lines."""

from game.debrief import LIMITS, Turn, headline, reasons_of, turns
from game.debrief.turning import CAVEAT
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Flow,
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
    tabs,
)
from game.ui.screens.debrief.change_rows import change_rows, near_rows, undoing_words
from game.ui.screens.debrief.deal_page import deal_page
from game.ui.screens.debrief.lines_page import lines_page
from game.ui.screens.debrief.points_page import points_page
from game.ui.screens.debrief.shell import TONES, Sight, accord_tabs, capital, command_mark, tile, verdict_card
from game.ui.screens.debrief.try_page import try_page
from game.whatif import TurnWords, scan_words
from game.whatif.words import HELD

MOST_MARKS = 4
"""Commands named beside a test."""
PAGES = (
    ("changes", "What turns it"),
    ("points", "Turning points"),
    ("deal", "The deal you never tabled"),
    ("try", "Try it yourself"),
    ("lines", "Move the lines"),
)
WORKING = "Every command is being left out or done otherwise, one by one. Until then, what can be read off:"
NEAREST = "What moved it most, and turned nothing"
MOODS = {"good": "arrow-up", "bad": "arrow-down", "plain": "minus"}
BETTER = {"good": "for the better", "bad": "for the worse", "plain": "neither better nor worse"}


def turned(sight: Sight, size: Size) -> Widget:
    """Describe the step."""
    page = sight.pick("turned", "changes")
    views = tabs("turned", PAGES, page)
    match page:
        case "points":
            body = points_page(sight)
        case "deal":
            body = deal_page(sight, size)
        case "try":
            body = try_page(sight)
        case "lines":
            body = lines_page(sight)
        case _:
            parts = (grow(_changes(sight), 6), grow(_tests(sight), 5))
            body = Row(parts, gap=S12, align="stretch")
    return Column((verdict_card(sight, is_short=True), views, grow(body)), gap=S8)


def _changes(sight: Sight) -> Widget:
    """List what would have turned it, by running the game again; until that is worked out, what can be read off."""
    if sight.reckoning is None:
        return _turns(sight)
    found = sight.reckoning.scan
    rows: list[Widget] = [small((Run(scan_words(found), SEMIBOLD),))]
    for place, one in enumerate(change_rows(sight.story, found)):
        rows += [Rule(), _change(sight, one, f"change {place}", is_turning=True)]
    if near := near_rows(sight.story, found):
        rows += [Rule(), heading(NEAREST)]
        for place, one in enumerate(near):
            rows += [Rule(), _change(sight, one, f"near {place}", is_turning=False)]
    if undoing := undoing_words(sight.story, found):
        rows += [Rule(), small((Run(undoing),))]
    rows += [Rule(), note((Run(HELD),))]
    return panel("What would have turned it", Scroll("changes", Column(tuple(rows), gap=S8)))


def _change(sight: Sight, one: TurnWords, where: str, *, is_turning: bool) -> Widget:
    """Tell one change, with a sign for which way it goes."""
    tone = TONES[one.mood] if one.mood != "plain" else Tone.SOFT
    words = Text((Run(f"{one.lead} ", SEMIBOLD), Run(one.words)), size=SMALL, leading=1.35)
    which_way = (note(BETTER[one.mood], tone),) if is_turning else ()
    marks = (*which_way, *(command_mark(sight, at, where) for at in one.at))
    return Row(
        (
            Icon(MOODS[one.mood] if is_turning else "point", 18, tone),
            grow(Column((words, Flow(marks, gap=S12)), gap=2)),
        ),
        gap=S8,
        align="start",
    )


def _turns(sight: Sight) -> Widget:
    """List what can be read off."""
    found = turns(sight.story, sight.text)
    if sight.text is not None and headline(sight.story).accord is None:
        found = (*turns(sight.story, None), *found)
    told = sight.reckoning_problem or WORKING
    rows: list[Widget] = [Row((Icon("hourglass", 14, Tone.SOFT), grow(note((Run(told),)))), gap=6)]
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
    inner = Scroll("tests", Column(tuple(parts), gap=S8 + S4))
    return panel("The tests that decided", Column((*_tests_tabs(sight), grow(inner)), gap=S8))


def _tests_tabs(sight: Sight) -> tuple[Widget, ...]:
    """Let the accord be chosen here, where the changes tell of the one that decided."""
    return accord_tabs(sight) if sight.reckoning is not None else ()
