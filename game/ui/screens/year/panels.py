"""The parts of the efforts screen."""

from typing import Protocol

from game.desk.dues import settled
from game.desk.plan import Load, burdened, forecast, forecast_words, loads, missing_words, price_words
from game.desk.quarters import QuarterNews, TrackRow, track_name, track_rows
from game.record.sentences.phrases import LEVELS
from game.rules.dealings import EffortPlan
from game.rules.ids import TextId
from game.rules.scene import QUARTERS
from game.rules.texts import LANES
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    TINY,
    Column,
    Frame,
    LevelTile,
    Row,
    Rule,
    Run,
    Scroll,
    Slider,
    Space,
    Text,
    Tip,
    Tone,
    Widget,
    button,
    figure,
    grow,
    heading,
    note,
    panel,
    sized,
    small,
    toggle,
)
from game.ui.screens.year.page import foot_line, opened_words, record_line, tiles, to_the_debrief, waiting_foot
from game.ui.sitting import Sitting


class Year(Protocol):
    """What the parts need to know of the screen."""

    sitting: Sitting
    shown: int
    opened: set[TextId]

    @property
    def quarters(self) -> tuple[QuarterNews, ...]:
        """Tell the year so far."""
        ...

    @property
    def is_filling(self) -> bool:
        """Say whether quarters are still to be shown."""
        ...

    @property
    def is_setting(self) -> bool:
        """Say whether effort may be set now."""
        ...

    @property
    def is_over(self) -> bool:
        """Say whether the year has been shown."""
        ...

    def plan(self, text: TextId) -> EffortPlan:
        """Return the effort as it stands on the screen."""
        ...


def efforts_panel(year: Year) -> Widget:
    """Ask how much effort goes into each accord, and say what it costs and may bring."""
    texts = burdened(year.sitting.view)
    half = "first" if year.shown == 0 else "second"
    parts: list[Widget] = []
    for text in texts:
        parts += [_accord(year, text), Rule()]
    return panel(f"Your effort in the {half} half of the year", Scroll("efforts", Column(tuple(parts[:-1]), gap=S12)))


def _accord(year: Year, text: TextId) -> Widget:
    view, plan = year.sitting.view, year.plan(text)
    carried = loads(view, text)
    is_open = text in year.opened
    found = forecast(view, carried, plan.effort, plan.by_issue)
    title = "Your lanes" if text == LANES else f"Text {text}"
    head = Row(
        (grow(Text(title, weight=SEMIBOLD)), figure(f"{found.effort:.0%}".replace("%", " %"), 18)),
        gap=S8,
    )
    rows: list[Widget] = [head]
    if is_open:
        rows += [_term(year, text, load, plan) for load in carried]
    else:
        rows.append(Slider(f"effort:{text}", plan.effort, words=f"Effort in {title}"))
        rows += [_quiet(year, load) for load in carried]
    if len(carried) > 1:
        rows.append(toggle(f"each:{text}", "Another effort for each term", on=is_open))
    rows.append(_forecast(forecast_words(found)))
    return Column(tuple(rows), gap=S8)


def _quiet(year: Year, load: Load) -> Widget:
    words: Widget = small((Run(f"{load.name}: "), Run(load.option, SEMIBOLD)), Tone.SOFT)
    if missing := missing_words(year.sitting.view, load):
        words = Column((words, note((Run(missing),), Tone.WARN)), gap=0)
    return Row((grow(words), _price(load)), gap=S8, align="start")


def _price(load: Load) -> Widget:
    words = note(f"{load.price:.1f} a quarter", align="right")
    return Tip(sized(words, w=84), price_words(load))


def _term(year: Year, text: TextId, load: Load, plan: EffortPlan) -> Widget:
    effort = plan.on(load.issue)
    value = Text(f"{effort:.0%}".replace("%", " %"), size=SMALL, tabular=True, align="right")
    slider = Slider(f"effort:{text}:{load.issue}", effort, words=f"Effort on {load.name}")
    return Column((_quiet(year, load), Row((grow(slider), sized(value, w=48)), gap=S8)), gap=2)


def _forecast(rows: tuple[tuple[str, str, str], ...]) -> Widget:
    parts = tuple(
        Tip(Column((note(words), figure(value, 18, align="left", tone=_tone(value))), gap=0), tip)
        for words, value, tip in rows
    )
    words = note("In points for this half-year, if the others who said they carry it give as much as you.")
    return Frame(Column((Row(parts, gap=24), words), gap=4), fill=Tone.SUNK, x=S12, y=S8)


def _tone(value: str) -> Tone:
    return Tone.BAD if value.startswith("−") and value != "−0.0" else Tone.GOOD if value.startswith("+") else Tone.INK


def track_panel(year: Year, *, is_tall: bool = False) -> Widget:
    """Show how far every term and lane has come, quarter by quarter; where there is room, with what it is."""
    view = year.sitting.view
    rows = track_rows(view, year.quarters, year.shown)
    heads = tuple(sized(note(f"Q{q}", align="center"), w=30) for q in range(1, QUARTERS + 1))
    head = Row((grow(note("Term and who carries it")), *heads, sized(note(""), w=84)), gap=S8)
    parts: list[Widget] = [head]
    before: TextId | None = None
    for row in rows:
        if row.text != before:
            parts.append(Row((heading(track_name(row.text)), grow(Rule())), gap=S8))
            before = row.text
        parts.append(_track(year, row, is_tall=is_tall))
    if not rows:
        parts.append(small("Nothing was agreed and no lane was declared. The year goes by."))
    legend = note("A tile fills from not started over minimal and intermediate to complete; everybody sees this much.")
    return panel("How far it has come", Column((grow(Scroll("track", Column(tuple(parts), gap=10))), legend), gap=S8))


def _track(year: Year, row: TrackRow, *, is_tall: bool) -> Widget:
    cells: list[Widget] = []
    for quarter in range(1, QUARTERS + 1):
        is_shown = quarter <= len(row.levels)
        mark: Widget = LevelTile(row.levels[quarter - 1], 22) if is_shown else _blank(is_next=quarter == year.shown + 1)
        cells.append(sized(Row((mark,)), w=30))
    level = row.levels[-1] if row.levels else None
    words = "" if level is None else LEVELS[min(3, level)]
    tone = Tone.BAD if level == 0 else Tone.GOOD if level == 3 else Tone.INK
    who = Row((tiles(year.sitting.view.scene, row.carriers, 18),), gap=S4)
    said = (note((Run(row.words),)),) if is_tall else ()
    name = Column((small((Run(f"{row.name}: "), Run(row.option, SEMIBOLD))), *said, who), gap=2)
    return Row((grow(name), *cells, sized(Text(words, size=TINY, tone=tone, weight=SEMIBOLD), w=84)), gap=S8)


def _blank(*, is_next: bool) -> Widget:
    return Frame(Space(20, 20), fill=Tone.SUNK, edge=Tone.NEUTRAL if is_next else Tone.TRACK, x=0, y=0, radius=3)


def news_panel(year: Year) -> Widget:
    """Tell what came out, quarter by quarter."""
    scene = year.sitting.table.scene
    parts = before_the_year(year)
    for quarter in year.quarters:
        if quarter.shown.quarter > year.shown:
            break
        parts.append(heading(f"Quarter {quarter.shown.quarter}"))
        parts += [record_line(scene, one) for one in quarter.told] or [small("Nothing came out.", Tone.SOFT)]
    if not parts:
        parts.append(small("Facts come out as the quarters go by, and with them what was spun.", Tone.SOFT))
    return panel("What came out", Scroll("news", Column(tuple(parts), gap=S8), from_end=True))


def before_the_year(year: Year) -> list[Widget]:
    """Tell what was settled between me and others before the first quarter, if anything was."""
    lines = () if year.sitting.is_watching else settled(year.sitting.view)
    return [heading("Before quarter 1"), *(small(line) for line in lines)] if lines else []


def foot(year: Year) -> Widget:
    """Offer to set effort, to skip, or to go on to the debrief."""
    if year.is_filling:
        skip = button("skip", "Show at once", icon="player-skip-forward", hint="Return")
        return foot_line("hourglass", "The quarters go by.", skip)
    if year.is_over:
        return foot_line("flag", f"The year is over. {opened_words(year.sitting)}", to_the_debrief())
    if not year.is_setting:
        return waiting_foot(year.sitting, _idle(year))
    words = "Nobody sees your effort, only what becomes of it. You may change it once, at mid-year."
    if year.shown:
        words = "This holds to the end of the year."
    if not burdened(year.sitting.view):
        words = "You carry nothing. You can only watch."
    return foot_line("gavel", words, button("set", "Set it", primary=True, hint="Return"))


def _idle(year: Year) -> str:
    if year.sitting.is_watching:
        return ""
    return "Your effort is set." if burdened(year.sitting.view) else "You carry nothing and watch."
