"""My role on screen: as a drawer, or below the text where there is room."""

from game.desk.role import (
    BeliefRow,
    PointsRow,
    RoleLine,
    belief_rows,
    carried_options,
    leverage_rows,
    mandate_rows,
    means_rows,
    points_rows,
    red_line_rows,
)
from game.desk.words import points
from game.record.sentences.narrator import percent
from game.rules.view import View
from game.ui.layout import Column, Flow, Grid, Row, Share, grow
from game.ui.screens.table.drawers import drawer
from game.ui.screens.table.paper_panel import TONES
from game.ui.space import S4, S8, S12, S24, Size
from game.ui.text import Run
from game.ui.theme import SEMIBOLD, SMALL, TINY, Tone
from game.ui.tiles import tile
from game.ui.widget import Widget
from game.ui.widgets.frame import Frame, panel
from game.ui.widgets.marks import Icon, Meter
from game.ui.widgets.modal import Modal
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Text, Tip, heading, name, note, small, subtitle

_BRIEF = 10
"""Signs up to which a remark takes no more room than it needs."""


def role_drawer(view: View, size: Size) -> Modal:
    """Open my whole role."""
    agency = view.role.agency
    title = Row((tile(agency, view.scene.agencies, 40), grow(subtitle(f"{agency.name}: your role"))), gap=S12)
    left = (_points(view), _carried(view))
    right = (_forbidden(view), _facts(view), _means(view))
    columns = Grid((Share(), Share()), ((Column(left, gap=S12), Column(right, gap=S12)),), gap=S24, align="start")
    body = Column((small(agency.brief), columns), gap=S12)
    return drawer(size, title, body, w=min(1040.0, size.w - 120))


def role_below(view: View) -> Widget:
    """Show what I need of my role under the text."""
    cells = (_points(view), Column((_forbidden(view), _means(view)), gap=S12), _facts(view))
    return panel(
        "My role",
        Scroll("role below", Grid((Share(), Share(), Share()), (cells,), gap=S24, align="start")),
        note("R: all of it"),
    )


def _points(view: View) -> Widget:
    return _part("What the options are worth to you", tuple(_points_row(row) for row in points_rows(view)))


def _points_row(row: PointsRow) -> Widget:
    options = Flow(tuple(_option(words, worth, tip) for words, worth, tip in row.options), gap=S8, line_gap=3)
    return Column((name(row.name), options), gap=3)


def _option(words: str, worth: float, tip: str) -> Widget:
    runs = (Run(f"{words} "), Run(points(worth), SEMIBOLD, Tone.INK))
    label = Text(runs, size=12, tone=Tone.SOFT, leading=1.25, tabular=True)
    return Tip(Frame(label, fill=Tone.CARD, edge=Tone.LINE, x=6, y=2, radius=5), tip)


def _forbidden(view: View) -> Widget:
    mandates = tuple(_line(row) for row in mandate_rows(view)) or (note("None."),)
    lines = tuple(_line(row) for row in red_line_rows(view)) or (note("None."),)
    return Column((_part("Secret mandates", mandates), _part("Red lines", lines)), gap=S12)


def _facts(view: View) -> Widget:
    return _part("What you know and believe", tuple(_belief(row) for row in belief_rows(view)))


def _belief(row: BeliefRow) -> Widget:
    words = Column((name(row.name), note(row.words)), gap=1)
    if row.is_known:
        mark: Widget = Row((Icon("circle-check", 16, Tone.GOOD), note(row.why, Tone.GOOD)), gap=5)
        return Column((words, mark), gap=3)
    mark = Row(
        (note("likely"), grow(Meter(row.share, h=5)), Text(percent(row.share), size=TINY, weight=SEMIBOLD)), gap=S8
    )
    return Column((words, mark, note(row.why)), gap=3)


def _means(view: View) -> Widget:
    levers = tuple(_line(row) for row in leverage_rows(view)) or (note("Nobody depends on you, nor you on anybody."),)
    return Column(
        (_part("Leverage", levers), _part("What you have", tuple(_line(r) for r in means_rows(view)))), gap=S12
    )


def _carried(view: View) -> Widget:
    rows = tuple(_line(row) for row in carried_options(view)) or (note("Nothing on your own."),)
    return _part("What you would have to carry", rows)


def _line(row: RoleLine) -> Widget:
    remark = Text(row.remark, size=TINY, weight=SEMIBOLD, tone=TONES[row.tint], align="right", leading=1.3)
    aside = remark if len(row.remark) <= _BRIEF else grow(remark, 2)
    line = Row((grow(Text(row.words, size=SMALL, leading=1.35), 3), aside), gap=S8, align="start")
    return Tip(line, row.tip) if row.tip else line


def _part(words: str, rows: tuple[Widget, ...]) -> Widget:
    return Column((heading(words), Column(rows, gap=S4 + 3)), gap=S8)
