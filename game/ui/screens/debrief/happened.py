"""Step 1, what happened: the verdict, what was signed and how far it came, and what each took home."""

from game.debrief import (
    LaneRow,
    ScoreRow,
    TermRow,
    accord_words,
    course,
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
    Icon,
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
    spring,
    tabs,
)
from game.ui.screens.debrief.shell import Sight, accord_tabs, agency, pressed, tile, verdict_card

WIDE = 1600.0
"""From this width on the course stands beside the outcome."""
TALL = 860.0
"""From this height on each term is shown with what its option says."""
PAGES = (("outcome", "What was agreed, and how far it came"), ("course", "The course of it"))
BACK = "Back to where you were"
NUMBERS = (56.0, 56.0, 64.0, 56.0, 76.0)


def happened(sight: Sight, size: Size) -> Widget:
    """Describe the step."""
    if size.w >= WIDE:
        outcome = _outcome(sight, is_tall=size.h >= TALL)
        parts: tuple[Widget, ...] = (grow(outcome, 11), grow(_course(sight, ()), 8), grow(_scores(sight), 9))
    else:
        views = (tabs("page", PAGES, sight.page),)
        left = _course(sight, views) if sight.page == "course" else _outcome(sight, views)
        parts = (grow(left, 11), grow(_scores(sight), 9))
    body = Row(parts, gap=S12, align="stretch")
    return Column((verdict_card(sight, with_remark=True), grow(body)), gap=S12)


def _outcome(sight: Sight, views: tuple[Widget, ...] = (), *, is_tall: bool = False) -> Widget:
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
    return panel(
        "" if views else "What was agreed, and how far it came",
        Column((*views, *accord_tabs(sight), grow(Scroll("outcome", Column(tuple(parts), gap=10)))), gap=S8),
    )


def _course(sight: Sight, views: tuple[Widget, ...]) -> Widget:
    """Tell the course, with what was hidden then."""
    rows: list[Widget] = []
    is_found = False
    for move in course(sight.story):
        if move.is_heading:
            rows.append(heading(move.text))
            continue
        words = tuple(Run(text, SEMIBOLD if is_bold else None) for text, is_bold in move.runs)
        mark: Widget = (
            Tip(Icon("lock-open", 14, Tone.WARN), "Not everybody saw this then.") if move.is_opened else Space(w=14)
        )
        tail = note(str(move.at), align="right") if move.at is not None else Space()
        parts = (tile(sight, move.about, 20), grow(small(words)), mark, sized(tail, w=24))
        row = Row(parts, gap=S8, align="start")
        if move.at is None or move.at != sight.sought or is_found:
            rows.append(row)
            continue
        is_found = True
        rows.append(
            pressed("sought", row, sends="sought", value=None, group="", chosen=True, tip=BACK, words=BACK, y=S4)
        )
    legend = Row(
        (Icon("lock-open", 14, Tone.WARN), note("not seen by all at the time"), spring(), note("command")), gap=6
    )
    return panel(
        "" if views else "The course of it",
        Column((*views, grow(Scroll("course", Column(tuple(rows), gap=6))), legend), gap=S8),
    )


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
