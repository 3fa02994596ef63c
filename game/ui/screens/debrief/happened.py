"""Step 1, what happened: the verdict, what was signed and how far it came, and what each took home."""

from game.debrief import (
    LaneRow,
    ScoreRow,
    TermRow,
    accord_words,
    lane_rows,
    lanes_words,
    score_rows,
    score_sentence,
    term_rows,
)
from game.debrief.terms import level_words
from game.debrief.verdicts import impact_words
from game.debrief.words import percent, points
from game.rules.ids import TextId
from game.rules.scene import QUARTERS
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    TINY,
    Column,
    Frame,
    LevelTile,
    Meter,
    Roomy,
    Row,
    Rule,
    Run,
    Scroll,
    Size,
    Space,
    Text,
    Tip,
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
from game.ui.screens.debrief.course_page import course_page
from game.ui.screens.debrief.public_private import public_private
from game.ui.screens.debrief.shell import Sight, accord_tabs, agency, pressed, tile, verdict_card
from game.ui.screens.debrief.term_page import term_page

WIDE = 1600.0
"""From this width on the course stands beside the outcome."""
TALL = 860.0
"""From this height on each term is shown with what its option says."""
OUTCOME = "What was agreed, and how far it came"
NUMBERS = (56.0, 56.0, 64.0, 56.0, 76.0)


def happened(sight: Sight, size: Size) -> Widget:
    """Describe the step."""
    is_wide = size.w >= WIDE
    page = _page(sight, is_wide=is_wide)
    views = tabs("page", _pages(sight, is_wide=is_wide), page)
    match page:
        case "shown":
            left = public_private(sight, views, size)
        case "terms":
            left = term_page(sight, views)
        case "course":
            left = course_page(sight, (views,))
        case _:
            left = _outcome(sight, views, is_tall=size.h >= TALL)
    parts: tuple[Widget, ...] = (grow(left, 11), grow(_scores(sight), 9))
    if is_wide:
        parts = (grow(left, 11), grow(course_page(sight, ()), 8), grow(_scores(sight), 9))
    body = Row(parts, gap=S12, align="stretch")
    return Column((verdict_card(sight, with_remark=True), grow(body)), gap=S12)


def _pages(sight: Sight, *, is_wide: bool) -> tuple[tuple[str, str], ...]:
    """Name what can be looked at; where there is room the course stands beside it anyway."""
    pages = [("outcome", "What was agreed"), ("shown", "Public and private")]
    if sight.text is not None:
        pages.append(("terms", "Term by term"))
    if not is_wide:
        pages.append(("course", "The course"))
    return tuple(pages)


def _page(sight: Sight, *, is_wide: bool) -> str:
    return next((key for key, _ in _pages(sight, is_wide=is_wide) if key == sight.page), "outcome")


def _outcome(sight: Sight, views: Widget, *, is_tall: bool = False) -> Widget:
    """Show the accords with their terms, and what lay outside them."""
    parts: list[Widget] = []
    for accord in accord_words(sight.story):
        if accord.accord == sight.text:
            seats = tuple(tile(sight, seat, 20) for seat in accord.parties)
            parts.append(Row((heading(f"Text {accord.accord}"), *seats), gap=S4))
            kind = (
                f"Signed: **{accord.signed}**. Lived: **{accord.lived}**. It holds {percent(accord.weight)} of "
                "the weight."
            )
            told = (small((Run(accord.sentence),), Tone.SOFT),) if len(sight.story.lived) > 1 else ()
            parts += [small(kind), *told, *_terms(sight, accord.accord, is_tall=is_tall)]
    lanes = lane_rows(sight.story)
    if lanes:
        title = "Outside any accord" if parts else "Nothing was signed: lanes"
        parts += [Tip(heading(title), lanes_words(sight.story)), *(_lane(sight, row) for row in lanes)]
    inner = Scroll("outcome", Column(tuple(parts), gap=10))
    return panel("", Column((views, *accord_tabs(sight), heading(OUTCOME), grow(inner)), gap=S8))


def _terms(sight: Sight, text: TextId, *, is_tall: bool) -> list[Widget]:
    heads = tuple(sized(note(f"Q{q}", align="center"), w=26) for q in range(1, QUARTERS + 1))
    rows: list[Widget] = [Row((grow(note("Term and who carries it")), *heads, sized(note(""), w=78)), gap=6)]
    for row in term_rows(sight.story, text):
        rows += [Rule(), _term(sight, row)]
        if is_tall:
            rows.append(note((Run(row.text),)))
    return rows


def _term(sight: Sight, row: TermRow) -> Widget:
    marks = tuple(sized(Row((LevelTile(level, 20),)), w=26) for level in row.shown)
    blanks = tuple(sized(Space(), w=26) for _ in range(QUARTERS - len(row.shown)))
    seats = Row(tuple(tile(sight, seat, 18) for seat in row.carriers), gap=3)
    words = Row((grow(small((Run(f"{row.name}: "), Run(row.option, SEMIBOLD)))), seats), gap=S8)
    return Tip(
        Row((grow(words), *marks, *blanks, sized(_level(row.level), w=78)), gap=6),
        f"{row.words} Exactly: {row.level:.2f} of 3.",
    )


def _level(level: float) -> Widget:
    tone = Tone.BAD if level < 1 else Tone.GOOD if level >= 3 else Tone.INK
    return Text(level_words(level), size=TINY, weight=SEMIBOLD, tone=tone)


def _lane(sight: Sight, row: LaneRow) -> Widget:
    seats = tuple(tile(sight, seat, 18) for seat, _ in row.declared)
    lines: list[Widget] = [Text((Run(row.name),), size=13, weight=SEMIBOLD), small((Run(row.words),), Tone.SOFT)]
    tip = f"Level {row.level:.2f} of 3, fit {row.fit:g}, weight {percent(row.weight)}."
    mark: Widget = LevelTile(min(3, int(row.level + 1e-9)), 20) if row.declared else Space(20, 20)
    return Tip(Row((mark, grow(Column(tuple(lines), gap=0)), *seats), gap=S8), tip)


def _scores(sight: Sight) -> Widget:
    """Show the scores; each opens."""
    heads = ("Mandate", "Impact", "Standing", "Total", "Foresight")
    cells = tuple(sized(note(words, align="right"), w=w) for words, w in zip(heads, NUMBERS, strict=True))
    rows: list[Widget] = [
        Frame(Row((Space(), grow(note("Agency")), *cells), gap=S4), fill=Tone.CARD, edge=None, x=S8, y=0)
    ]
    rows += [_score(sight, row) for row in score_rows(sight.story)]
    rows.append(note(f"{score_sentence(sight.story)} Choose a line to open its numbers."))
    rows += [heading("For the people there"), small((Run(impact_words(sight.story)),)), _impact(sight)]
    fits = tuple(Scroll("scores", Column(tuple(rows), gap=gap)) for gap in (6, 2))
    return panel("What each took home", Roomy(fits))


def _score(sight: Sight, row: ScoreRow) -> Widget:
    score = row.score
    seen = "–" if score.perspective is None else f"{score.perspective:.0f}"
    values = (points(score.mandate), points(score.impact), points(score.standing), points(score.total), seen)
    cells = tuple(
        sized(figure(value, size=14 if place == 3 else 13, tone=Tone.INK if place == 3 else Tone.SOFT), w=w)
        for place, (value, w) in enumerate(zip(values, NUMBERS, strict=True))
    )
    line = Row((grow(agency(sight, row.agency, is_short=True)), *cells), gap=S4)
    return pressed(
        f"score:{row.agency}",
        line,
        sends="score",
        value=row.agency,
        chosen=False,
        group="",
        tip="Open these numbers",
        words=sight.story.agency(row.agency).name,
    )


def _impact(sight: Sight) -> Widget:
    """Show what came about in each dimension, of what could have."""
    rows = tuple(
        Row(
            (
                sized(small(part.value), w=96),
                grow(Meter(of / 100, Tone.ACCENT, h=8)),
                sized(figure(f"{of:.0f}"), w=34),
            )
        )
        for part, of in sight.story.outcome.impact_by_dimension.items()
    )
    return Column(rows, gap=2)
