"""The left column: who is here, how far I trust them, how they stand on the text in view."""

from game.desk.seats import SeatRow
from game.desk.signs import Mark
from game.ui.layout import Column, Roomy, Row, grow, sized
from game.ui.space import S4, S8
from game.ui.theme import TINY, Tone
from game.ui.widget import Widget
from game.ui.widgets.frame import panel
from game.ui.widgets.marks import STANCES, AgencyTile, Icon, Meter
from game.ui.widgets.press import Press, Skin
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Either, Text, name, note


def seats_panel(rows: tuple[SeatRow, ...], remark: str) -> Widget:
    """Draw the column, closer and at last with short names where it would not fit; every agency can be opened."""
    fits = (
        _seats(rows, remark, 3, 2), _seats(rows, remark, 1.5, 1), _seats(rows, remark, 1.5, 1, is_short=True),
    )  # fmt: skip
    return panel("Around the table", Roomy(fits))


def _seats(rows: tuple[SeatRow, ...], remark: str, y: float, gap: float, *, is_short: bool = False) -> Scroll:
    """Put the agencies below each other, with `y` above and below each and `gap` between."""
    return Scroll("seats", Column((*(_seat(row, y, is_short=is_short) for row in rows), note(remark)), gap=gap))


def _seat(row: SeatRow, y: float, *, is_short: bool) -> Press:
    """Draw one agency as something to open; by its short name if the full one takes two lines and that is asked."""
    tone = Tone.INK if row.is_here else Tone.SOFT
    about: Widget = note(row.note)
    if (mark := _mark(row)) is not None:
        about = Row((grow(about), mark), gap=S4)
    called = name(row.name, tone)
    lines: list[Widget] = [Either((called, name(row.short, tone))) if is_short else called, about]
    if row.trust is not None:
        lines.append(sized(Meter(row.trust), h=6))
    parts = (AgencyTile(row.community, 30, row.letter), grow(Column(tuple(lines), gap=1)))
    return Press(
        f"agency:{row.agency}",
        Row(parts, gap=S8),
        Skin.BARE,
        group="agencies",
        chosen=row.is_me,
        tip=row.tip,
        value=row.agency,
        sends="agency",
        x=S4,
        y=y,
        words=row.name,
    )


def _mark(row: SeatRow) -> Widget | None:
    if row.signed:
        is_signed = row.signed != "Declined"
        return _sign("pencil" if is_signed else "x", row.signed, Tone.GOOD if is_signed else Tone.BAD)
    if row.mark is None:
        return None
    icon, word, tone = STANCES[row.mark]
    return _sign(icon, "Reserved" if row.mark is Mark.RESERVE else word, tone)


def _sign(icon: str, word: str, tone: Tone) -> Widget:
    """Put a word behind its icon."""
    return Row((Icon(icon, 14, tone), Text(word, size=TINY, tone=tone, leading=1.25)), gap=3)
