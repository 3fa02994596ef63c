"""Step 2, why: said, meant, done; who bent whom; and one yes laid open down to its roots."""

from game.debrief import SignatureRow, lane_rows, signature_rows, stance_rows
from game.ui import (
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Row,
    Rule,
    Run,
    Scroll,
    Size,
    Text,
    Tip,
    Tone,
    Widget,
    grow,
    heading,
    panel,
    small,
    spring,
    tabs,
)
from game.ui.screens.debrief.bent_panel import bent_panel, leaned_panel
from game.ui.screens.debrief.diary import DIARY, diary_page
from game.ui.screens.debrief.roots_panel import roots_panel
from game.ui.screens.debrief.shell import Sight, accord_tabs, tile, verdict_card
from game.ui.screens.debrief.tables import ballot, legend, said_meant_done, stances

TALL = 860.0
"""From this height on rows stand further apart."""
TABLES = (("rows", "Said, meant, done"), ("stances", "Shown, meant, planned, done"), ("ballot", "Ballot opened"))
DIARIES = (DIARY, "Diaries")


def why(sight: Sight, size: Size) -> Widget:
    """Describe the step."""
    if sight.table == DIARY:
        return Column((verdict_card(sight, is_short=True), grow(diary_page(sight, _views(sight)))), gap=S12)
    if sight.text is None:
        return _without(sight)
    rows = signature_rows(sight.story, sight.text)
    chosen = _chosen(sight, rows)
    low = Row((grow(bent_panel(sight, chosen.agency)), grow(roots_panel(sight, chosen))), gap=S12, align="stretch")
    loose = 2 if size.h < TALL else 7
    is_marked = sight.story.played_by is not None and size.h < TALL
    card = verdict_card(
        sight, is_short=is_marked
    )  # the mark takes the room of the reasons, which "what turns it" tells
    return Column((card, _signatures(sight, rows, chosen, loose), grow(low)), gap=S12)


def _views(sight: Sight) -> Widget:
    """Lead to the tables about an accord, where there is one, and to the diaries, where computers played."""
    tables = TABLES if sight.text is not None else (("rows", "Issue by issue"),)
    chosen = sight.table if sight.text is not None or sight.table == DIARY else "rows"
    return tabs("table", (*tables, DIARIES) if sight.has_diaries else tables, chosen)


def _chosen(sight: Sight, rows: tuple[SignatureRow, ...]) -> SignatureRow:
    """Look at the signature that was chosen; at first the least sincere."""
    asked = next((row for row in rows if row.agency == sight.looked_at), None)
    return asked or min(rows, key=lambda row: row.sincerity)


def _signatures(sight: Sight, rows: tuple[SignatureRow, ...], chosen: SignatureRow, loose: float) -> Widget:
    """Show one of the tables about an accord."""
    aside = (legend(),) if sight.table == "rows" else ()
    top = Row((_views(sight), *accord_tabs(sight), spring(), *aside), gap=S12)
    body: tuple[Widget, ...]
    match sight.table:
        case "stances":
            body = stances(sight, loose)
        case "ballot":
            body = ballot(sight, loose)
        case _:
            body = said_meant_done(sight, rows, chosen, loose)
    return panel("", Column((top, *body), gap=2))


def _without(sight: Sight) -> Widget:
    """Say why, where nothing was signed."""
    lanes: list[Widget] = []
    for row in lane_rows(sight.story):
        line = Column((Text((Run(row.name),), size=SMALL, weight=SEMIBOLD), small((Run(row.words),), Tone.SOFT)), gap=0)
        lanes += [Tip(line, f"Level {row.level:.2f} of 3, fit {row.fit:g}."), Rule()]
    lanes += _stood(sight)
    inner = Scroll("lanes", Column(tuple(lanes), gap=S8))
    left = panel("Issue by issue", inner)
    if sight.has_diaries:
        left = panel("", Column((Row((_views(sight),)), grow(inner)), gap=S8))
    body = Row((grow(left), grow(leaned_panel(sight))), gap=S12, align="stretch")
    return Column((verdict_card(sight), grow(body)), gap=S12)


def _stood(sight: Sight) -> list[Widget]:
    """Say how everybody stood at last to the texts that did not come into force."""
    parts: list[Widget] = []
    for text in sight.story.end.room.texts:
        parts.append(heading(f"How they stood to Text {text}"))
        rows = [row for row in stance_rows(sight.story, text) if row.espoused is not None or row.answer]
        parts += [Row((tile(sight, row.agency, 20), grow(small((Run(row.words),)))), gap=S8) for row in rows]
        if not rows:
            parts.append(small("Nobody showed a stance on it.", Tone.SOFT))
    return parts
