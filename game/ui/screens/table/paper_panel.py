"""The middle: one text at a time as issues by options, who carries, what it is worth, and what not signing is."""

from game.desk.balance import Balance, Force
from game.desk.paper import IssueRow, OptionChip, Remark, Tab
from game.desk.signs import Tint
from game.desk.words import Course, points
from game.rules.ids import AgencyId, TextId
from game.rules.scene import Scene
from game.ui.layout import Column, Flow, Pad, Row, Rule, Space, grow, sized
from game.ui.space import S4, S8, S12, S16
from game.ui.text import Run
from game.ui.theme import LARGE, REGULAR, SEMIBOLD, SMALL, TINY, Tone
from game.ui.tiles import tile
from game.ui.widget import Widget
from game.ui.widgets.frame import Frame, Mood, notice
from game.ui.widgets.marks import TINTS, Icon, Position
from game.ui.widgets.press import Press, Skin, chip_label
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Text, Tip, figure, name, note, small

TONES: dict[Tint, Tone] = {**TINTS, "plain": Tone.SOFT}
COURSES = {
    Course.CALLED: ("pencil", Tone.ACCENT),
    Course.FELL: ("circle-x", Tone.BAD),
    Course.IN_FORCE: ("circle-check", Tone.GOOD),
}
_SHORT_SUM = 18
"""A sum of more signs goes over two lines, so that the bar beside it stays long enough to read."""
_NAMES, _OPTIONS = 3, 7
"""How issues and their options share what the other columns leave."""
_CARRIERS, _MANY_CARRIERS, _WORTH, _TILE = 64.0, 84.0, 40.0, 18.0
"""Three tiles stand beside each other, or four where there is room."""


def tab_row(tabs: tuple[Tab, ...], chosen: TextId) -> Widget:
    """Draw the tabs; where there are many, only the chosen one says more than its name."""
    few = len(tabs) <= 3
    found = []
    for tab in tabs:
        is_chosen = tab.text == chosen
        runs = [Run(tab.name, SEMIBOLD, Tone.INK if is_chosen else Tone.SOFT)]
        if tab.note and (is_chosen or few):
            runs.append(Run(f"  {tab.note}", REGULAR, Tone.INK if is_chosen else Tone.SOFT))
        words: Widget = Text(tuple(runs), size=SMALL, leading=1.25)
        if sign := COURSES.get(tab.course):
            words = Row((Icon(sign[0], 15, sign[1]), words), gap=5)
        said = dict.fromkeys(part for part in (tab.note, tab.course.value) if part)
        tip = f"{tab.name}: {'; '.join(said)}" if said else ""
        found.append(
            Press(
                f"tab:{tab.text}", words, Skin.TAB, group="tabs", chosen=is_chosen, tip=tip, value=tab.text,
                sends="tab", x=12, y=9, words=tab.name,
            )
        )  # fmt: skip
    return Flow(tuple(found), gap=S4, line_gap=0)


def paper_panel(
    scene: Scene,
    tabs: Widget,
    rows: tuple[IssueRow, ...],
    notes: tuple[tuple[str, Mood], ...],
    told: Widget,
    below: Widget,
    second: str = "In this text",
    *,
    with_worth: bool = True,
    is_wide: bool = False,
) -> Widget:
    """Draw tabs, what needs attention, the issues, what was said, and the foot."""
    parts: list[Widget] = [_loud(words, tint) for words, tint in notes]
    w = _MANY_CARRIERS if is_wide else _CARRIERS
    parts.append(_header(second, w, with_worth=with_worth))
    for row in rows:
        parts += [Rule(), _issue(scene, row, w, with_worth=with_worth)]
    parts += [Rule(), told]
    body = Scroll("paper", Pad(Column(tuple(parts), gap=0), S4, 0))
    top = Column((Pad(tabs, S12, 0), Rule()), gap=0)
    return Frame(Column((Pad(top, 0, S4), grow(Pad(body, S8, 0)), below), gap=0), x=0, y=0)


def _loud(words: str, tint: Mood) -> Widget:
    return Pad(notice(words, tint), 0, 3)


def _header(second: str, w: float, *, with_worth: bool) -> Widget:
    cells: tuple[Widget, ...] = (
        grow(note("Issue"), _NAMES),
        grow(note(second), _OPTIONS),
        sized(note("Carried by"), w=w),
    )
    if with_worth:
        cells = (*cells, sized(note("Points", align="right"), w=_WORTH))
    return Pad(Row(cells, gap=S12), S8, S4)


def _issue(scene: Scene, row: IssueRow, w: float, *, with_worth: bool) -> Press:
    """Draw an issue as something to open."""
    left: list[Widget] = [name(row.name)]
    left += [remark_line(remark) for remark in row.remarks if remark.tint != "bad"]
    right: list[Widget] = [Flow(tuple(_option(chip) for chip in row.chips), line_gap=3)]
    right += [remark_line(remark) for remark in row.remarks if remark.tint == "bad"]
    tone = Tone.INK if row.is_settled else Tone.SOFT
    cells: tuple[Widget, ...] = (
        grow(Column(tuple(left), gap=0), _NAMES),
        grow(Column(tuple(right), gap=2), _OPTIONS),
        sized(tiles(scene, row.carriers, _TILE) if row.is_settled else Space(), w=w),
    )
    if with_worth:
        cells = (*cells, sized(figure(points(row.worth), tone=tone), w=_WORTH))
    return Press(
        f"issue:{row.issue}", Row(cells, gap=S12), Skin.BARE, group="issues",
        tip=row.reasons if with_worth else "", value=row.issue, sends="issue", x=S8, y=4, words=row.name,
    )  # fmt: skip


def remark_line(remark: Remark) -> Widget:
    """Draw a remark on an issue."""
    return note(remark.words, TONES[remark.tint])


def _option(chip: OptionChip) -> Widget:
    """Draw an option with what it means as its tip."""
    return Tip(chip_label(chip.name, chosen=chip.is_chosen), chip.tip)


def tiles(scene: Scene, agencies: tuple[AgencyId, ...], size: float = 22) -> Widget:
    """Draw agencies as tiles that say their names."""
    if not agencies:
        return note("nobody")
    faces = [scene.face(agency) for agency in agencies]
    return Flow(tuple(Tip(tile(face, scene.agencies, size), face.name) for face in faces), gap=3, line_gap=3)


def spoken_lines(lines: tuple[str, ...]) -> Widget:
    """Draw pledges, doubts and signatures below the issues."""
    return Pad(Column(tuple(small(line) for line in lines), gap=S4), S8, S8)


def foot(found: Balance, force: Force) -> Widget:
    """Draw what signing and not signing are worth, red lines, and what is missing; the numbers can be opened."""
    needed = _fact("To come into force", force.short, Tone.INK if force.is_possible else Tone.BAD)
    parts = (
        _figure("Worth to you", found.worth, found.made_of),
        _figure("If you do not sign", found.reservation),
        grow(_bar(found)),
        _fact("Red lines", *_red(found)),
        Tip(needed, force.full),
    )
    return _opening(parts)


def foot_watched(force: Force) -> Widget:
    """Say to whoever watches what the text takes to come into force."""
    needed = _fact("To come into force", force.short, Tone.INK if force.is_possible else Tone.BAD)
    row = Row((needed, grow(note(force.full))), gap=S16)
    return Column((Rule(), Pad(row, S16, S8)), gap=0)


def foot_today(found: Balance, nothing: str, left: float) -> Widget:
    """Draw what the world as it stands is worth, and what is `left` me if nothing more is signed."""
    told = note("Not signing can be the better choice. Each text shows what it adds or takes.")
    return _opening((_figure("As it stands", found.worth, found.made_of), _figure(nothing, left), grow(told)))


def _opening(parts: tuple[Widget, ...]) -> Widget:
    tip, words = "Open where these numbers come from.", "Where the worth comes from"
    row = Press("worth", Row(parts, gap=S16), Skin.BARE, tip=tip, x=S16, y=S8, radius=8, words=words)
    return Column((Rule(), row), gap=0)


def _figure(head: str, value: float, made_of: str = "") -> Widget:
    number: Widget = figure(points(value), LARGE, align="left")
    if made_of:
        words: Widget = note(made_of)
        number = Row((number, sized(words, w=92) if len(made_of) > _SHORT_SUM else words), gap=6)
    return Column((note(head), number), gap=0)


def _bar(found: Balance) -> Widget:
    tone = Tone.GOOD if found.is_better else Tone.BAD if found.is_worse else Tone.SOFT
    words = Text(found.verdict, size=TINY, weight=SEMIBOLD, tone=tone, align="center", leading=1.1)
    return Column((Position(found.at, found.mark), words), gap=0)


def _red(found: Balance) -> tuple[str, Tone]:
    if found.crossed:
        return f"{len(found.crossed)} crossed", Tone.BAD
    return "none crossed", Tone.GOOD


def _fact(words: str, value: str, tone: Tone) -> Widget:
    return Column((note(words), Text(value, size=SMALL, weight=SEMIBOLD, tone=tone, leading=1.25)), gap=2)
