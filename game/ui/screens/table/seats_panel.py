"""The left column: who is here, how far I trust them, how they stand on the text in view."""

from game.ui.layout import Column, Row, grow, sized
from game.ui.screens.table.seats import SeatRow
from game.ui.space import S4, S8
from game.ui.theme import TINY, Tone
from game.ui.widget import Widget
from game.ui.widgets.frame import panel
from game.ui.widgets.marks import STANCES, AgencyTile, Icon, Meter, Stance
from game.ui.widgets.press import Press, Skin
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Text, name, note


def seats_panel(rows: tuple[SeatRow, ...], remark: str) -> Widget:
    """Draw the column; every agency can be opened."""
    seats = Column((*(_seat(row) for row in rows), note(remark)), gap=2)
    return panel("Around the table", Scroll("seats", seats))


def _seat(row: SeatRow) -> Press:
    """Draw one agency as something to open."""
    tone = Tone.INK if row.is_here else Tone.SOFT
    about: Widget = note(row.note)
    if (mark := _mark(row)) is not None:
        about = Row((grow(about), mark), gap=S4)
    lines: list[Widget] = [name(row.name, tone), about]
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
        y=3,
        words=row.name,
    )


def _mark(row: SeatRow) -> Widget | None:
    if row.signed:
        is_signed = row.signed != "Declined"
        return _sign("pencil" if is_signed else "x", row.signed, Tone.GOOD if is_signed else Tone.BAD)
    if row.mark is None:
        return None
    icon, word, tone = STANCES[row.mark]
    return _sign(icon, "Reserved" if row.mark is Stance.RESERVE else word, tone)


def _sign(icon: str, word: str, tone: Tone) -> Widget:
    """Put a word behind its icon."""
    return Row((Icon(icon, 14, tone), Text(word, size=TINY, tone=tone, leading=1.25)), gap=3)
