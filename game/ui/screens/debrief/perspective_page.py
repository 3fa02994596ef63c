"""Step 4, opened further: how well each saw the others coming, by the minutes alone and by what it predicted."""

from game.debrief import Perspective, Sighting, perspective_summary, perspectives
from game.rules.legality.year import BALLOT_TOP
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    Column,
    Dot,
    Icon,
    Row,
    Rule,
    Run,
    Scroll,
    Text,
    Tone,
    Widget,
    figure,
    grow,
    note,
    panel,
    sized,
    small,
)
from game.ui.screens.debrief.foresight_line import ForesightLine
from game.ui.screens.debrief.shell import Sight, agency, pressed

HEADS = ("before", "after", "gained")
NUMBER = 62.0
BASIS = "Before: taking every signature at its word. After: by what it predicted on the secret ballot. 100 is exact."


def perspective_page(sight: Sight) -> Widget:
    """Describe everybody's sight, and one opened party by party."""
    found = perspectives(sight.story)
    asked = next((one for one in found if one.seat == sight.pick("seer")), None)
    chosen = asked or next((one for one in found if one.seat == sight.me and one.sightings), None)
    chosen = chosen or next((one for one in found if one.sightings), found[0])
    heads = tuple(sized(note(words, align="right"), w=NUMBER) for words in HEADS)
    rows: list[Widget] = [Text((Run(perspective_summary(sight.story)),), weight=SEMIBOLD, leading=1.35), note(BASIS)]
    rows.append(Row((grow(note("Agency")), *heads), gap=S4))
    rows += [_seer(sight, one, is_chosen=one is chosen) for one in found]
    left = panel("Who saw whom coming", Scroll("seers", Column(tuple(rows), gap=S4)))
    return Row((grow(left, 6), grow(_opened(sight, chosen), 7)), gap=S12, align="stretch")


def _seer(sight: Sight, one: Perspective, *, is_chosen: bool) -> Widget:
    values = ("–" if value is None else f"{value:.0f}" for value in (one.before, one.after))
    gained = "–" if one.gain is None else f"{one.gain:+.0f}".replace("-", "−").replace("+0", "0").replace("−0", "0")
    tone = Tone.SOFT if one.gain is None or round(one.gain) == 0 else Tone.GOOD if one.gain > 0 else Tone.BAD
    cells = [sized(figure(value), w=NUMBER) for value in values] + [sized(figure(gained, tone=tone), w=NUMBER)]
    line = Row((grow(agency(sight, one.seat, is_short=True)), *cells), gap=S4)
    return pressed(
        f"seer:{one.seat}",
        line,
        sends="seer",
        value=one.seat,
        group="seers",
        chosen=is_chosen,
        tip="See party by party",
        words=one.words,
        y=S4,
    )


def _opened(sight: Sight, one: Perspective) -> Widget:
    rows: list[Widget] = [small((Run(one.words),))]
    if one.sightings:
        rows += [_legend(), *(part for each in one.sightings for part in (_sighting(sight, each), Rule()))]
    return panel(f"What {sight.story.agency(one.seat).short} saw", Scroll("sightings", Column(tuple(rows), gap=S8)))


def _legend() -> Widget:
    parts: tuple[Widget, ...] = (Icon("file-text", 14, Tone.SOFT), note("the minutes"))
    parts += (Dot(full=False, size=11), note("predicted"), Dot(size=10), note("answered"))
    parts += (Icon("flag", 13, Tone.ACCENT), grow(note("gave; from none (0) to all of it (4)")))
    return Row(parts, gap=6)


def _sighting(sight: Sight, one: Sighting) -> Widget:
    gave = None if one.given is None else one.given * BALLOT_TOP
    off = _steps(one.off)
    if one.off != one.off_by_minutes:
        off = f"{off}; by the minutes {_steps(one.off_by_minutes)}"
    tone = Tone.GOOD if one.off < one.off_by_minutes else Tone.BAD if one.off > one.off_by_minutes else Tone.SOFT
    line = ForesightLine(one.by_minutes, one.predicted, one.answer, gave)
    top = Row(
        (
            grow(agency(sight, one.whom, size=20, is_short=True), 4),
            grow(line, 5),
            sized(note(off, tone, align="right"), w=176),
        ),
        gap=S12,
    )
    return Column((top, note((Run(one.words),))), gap=2)


def _steps(off: int) -> str:
    return f"{off} off" if off else "just so"
