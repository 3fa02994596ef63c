"""The right column: the record in sentences, newest at the bottom."""

from functools import lru_cache

from game.desk.record import RecordRow
from game.ui.layout import Column, Row, Rule, Space, grow, sized
from game.ui.space import S8, S12
from game.ui.text import Run
from game.ui.theme import REGULAR, SEMIBOLD, SMALL, Tone
from game.ui.widget import Widget
from game.ui.widgets.frame import badge, panel
from game.ui.widgets.marks import AgencyTile, Icon
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Text, note


def record_panel(rows: tuple[RecordRow, ...], fresh: int) -> Widget:
    """Draw the record, with a line above what is new."""
    parts: list[Widget] = []
    first_new = next((place for place, row in enumerate(rows) if row.is_new), 0)
    for place, row in enumerate(rows):
        is_first_new = 0 < place == first_new
        if place and (is_first_new or not row.is_words):
            parts.append(_new_line() if is_first_new else Rule())
        parts.append(_words(row) if row.is_words else _line(row))
    body: Widget = Column(tuple(parts), gap=S8) if parts else note("Nothing has happened yet.")
    happened = fresh - sum(row.is_new and row.is_words for row in rows)
    aside = badge(f"{happened} new") if happened > 0 else None
    return panel("Record", Scroll("record", body, from_end=True), aside)


@lru_cache(maxsize=2048)
def _line(row: RecordRow) -> Widget:
    """Draw one sentence with its tile; the same row gives the same widget, so it is measured once."""
    tone = Tone.SOFT if row.is_quiet else Tone.INK
    runs = tuple(Run(words, SEMIBOLD if is_bold else REGULAR, tone) for words, is_bold in row.runs)
    tile: Widget = AgencyTile(row.community, 22, row.letter) if row.community else Icon("point", 22, Tone.SOFT)
    if row.is_quiet and row.community:
        tile = Row((AgencyTile(row.community, 16, row.letter),))
    words = Text(runs, size=12 if row.is_quiet else SMALL, tone=tone, leading=1.35)
    return Row((sized(tile, w=22, align="start"), grow(words)), gap=S12 - 2, align="start")


@lru_cache(maxsize=2048)
def _words(row: RecordRow) -> Widget:
    """Set what somebody said under the move that it is about, without a tile of its own."""
    said = Text(
        tuple(Run(words, REGULAR, Tone.SOFT) for words, _ in row.runs), size=SMALL, tone=Tone.SOFT, leading=1.35
    )
    return Row((Space(w=22), grow(said)), gap=S12 - 2, align="start")


def _new_line() -> Widget:
    return Row((grow(Rule(Tone.ACCENT)), note("new", Tone.ACCENT), grow(Rule(Tone.ACCENT))), gap=S8)
