"""Step 2, why: said, meant, done; who bent whom; and one yes laid open down to its roots."""

from collections.abc import Iterable

from game.debrief import (
    BallotRow,
    Bend,
    RootWords,
    SignatureRow,
    StanceRow,
    ballot_rows,
    bends,
    lane_rows,
    signature_rows,
    stance_rows,
)
from game.debrief.roots import amount_words
from game.debrief.signatures import GUARDED, HOLLOW, LABELS
from game.debrief.stances import SHOWN
from game.debrief.words import BALLOT, percent, points, signed
from game.rules.ids import AgencyId
from game.rules.vocabulary import Stance
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    TINY,
    Column,
    Dot,
    GapLine,
    Icon,
    Meter,
    RootBars,
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
    badge,
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
from game.ui.screens.debrief.diary import DIARY, diary_page
from game.ui.screens.debrief.shell import Sight, accord_tabs, agency, command_mark, pressed, tile, verdict_card

LABEL_TONES = {HOLLOW: Tone.BAD, GUARDED: Tone.WARN}
ROOT_HEADS = ("worth", "free", "informed", "heard", "backed")
BAR, GAP = 54.0, 5.0
NAME, DONE, LABEL = 236.0, 88.0, 58.0
MOST_BENDS = 12
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
    low = Row((grow(_bends(sight)), grow(_roots(sight, chosen))), gap=S12, align="stretch")
    loose = 2 if size.h < TALL else 7
    return Column((verdict_card(sight), _signatures(sight, rows, chosen, loose), grow(low)), gap=S12)


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
    aside = (_legend(),) if sight.table == "rows" else ()
    top = Row((_views(sight), *accord_tabs(sight), spring(), *aside), gap=S12)
    body: tuple[Widget, ...]
    match sight.table:
        case "stances":
            body = _stances(sight, loose)
        case "ballot":
            body = _ballot(sight, loose)
        case _:
            body = _said_meant_done(sight, rows, chosen, loose)
    return panel("", Column((top, *body), gap=2))


def _said_meant_done(
    sight: Sight, rows: tuple[SignatureRow, ...], chosen: SignatureRow, loose: float
) -> tuple[Widget, ...]:
    axis = Row((grow(note("against")), note("walks away"), grow(note("for", align="right"))), gap=0)
    roots = Row(tuple(sized(note(words, align="center"), w=BAR) for words in ROOT_HEADS), gap=GAP)
    head = Row(
        (sized(Space(), w=NAME), grow(axis), roots, sized(note("delivered"), w=DONE), sized(Space(), w=LABEL)), gap=S12
    )
    lines: list[Widget] = [_padded(head)]
    lines += [_signature(sight, row, loose, is_chosen=row is chosen) for row in rows]
    return tuple(lines)


def _padded(row: Row) -> Widget:
    return Row((Space(w=S8), grow(row), Space(w=S8)), gap=0)


def _signature(sight: Sight, row: SignatureRow, loose: float, *, is_chosen: bool) -> Widget:
    rules = sight.story.ruleset
    tone = LABEL_TONES.get(row.label, Tone.GOOD)
    done: Widget = note("carried nothing") if row.done is None else Meter(row.done, Tone.ACCENT, h=12)
    line = Row(
        (
            sized(agency(sight, row.agency), w=NAME),
            grow(GapLine(row.said, row.meant, hollow=row.label == HOLLOW, guarded=row.label == GUARDED)),
            RootBars(
                tuple(root.value for root in row.roots),
                bar=BAR,
                gap=GAP,
                weak=rules.sincere_root,
                middling=rules.sincere_mean,
            ),
            sized(done, w=DONE),
            sized(Text(row.label, size=TINY, weight=SEMIBOLD, tone=tone), w=LABEL),
        ),
        gap=S12,
    )
    return pressed(
        f"look:{row.agency}",
        line,
        sends="look",
        value=row.agency,
        chosen=is_chosen,
        group="signatures",
        tip=row.words,
        words=row.words,
        y=loose,
    )


def _legend() -> Widget:
    parts = (Dot(full=False, size=12), note("said in public"), Dot(size=11), note("meant in private"))
    tip = (
        "The line between them is the gap; it is dashed where the yes is hollow. Choose a line to see its roots below."
    )
    return Tip(Row(parts, gap=S8), tip)


def _stances(sight: Sight, loose: float) -> tuple[Widget, ...]:
    assert sight.text is not None
    heads = ("Last stance", "Answer", "Meant in private", "Planned in secret", "Delivered")
    head = Row((sized(Space(), w=NAME), *(grow(note(words)) for words in heads)), gap=S12)
    return (_padded(head), *(_stance(sight, row, loose) for row in stance_rows(sight.story, sight.text)))


def _stance(sight: Sight, row: StanceRow, loose: float) -> Widget:
    cells = (
        _cell(
            "–" if row.espoused is None else SHOWN[row.espoused], is_bad=row.espoused in (Stance.OBJECT, Stance.BLOCK)
        ),
        _cell(row.answer or "–"),
        _cell("–" if row.private is None else signed(row.private), is_bad=row.private is not None and row.private < 0),
        _cell("–" if row.planned is None else f"{row.planned} of 4, {BALLOT[row.planned]}"),
        _cell("–" if row.lived is None else percent(row.lived)),
    )
    return _table_row(sight, row.agency, cells, row.words, loose)


def _cell(words: str, *, is_bad: bool = False) -> Widget:
    return grow(Text((Run(words),), size=SMALL, tone=Tone.BAD if is_bad else Tone.INK, leading=1.25))


def _table_row(sight: Sight, seat: AgencyId, cells: tuple[Widget, ...], words: str, loose: float) -> Widget:
    line = Row((sized(agency(sight, seat), w=NAME), *cells), gap=S12)
    return pressed(
        f"look:{seat}",
        line,
        sends="look",
        value=seat,
        chosen=False,
        group="signatures",
        tip=words,
        words=words,
        y=loose + 2,
    )


def _ballot(sight: Sight, loose: float) -> tuple[Widget, ...]:
    assert sight.text is not None
    heads = ("Said it would do", "The others expected", "Delivered", "Foresaw the others")
    head = Row((sized(Space(), w=NAME), *(grow(note(words)) for words in heads)), gap=S12)
    return (_padded(head), *(_ballot_line(sight, row, loose) for row in ballot_rows(sight.story, sight.text)))


def _ballot_line(sight: Sight, row: BallotRow, loose: float) -> Widget:
    score = sight.story.outcome.scores[row.agency].perspective
    cells = (
        _cell("–" if row.answer is None else f"{row.answer} of 4, {BALLOT[row.answer]}"),
        _cell("–" if row.expected is None else f"{points(row.expected)} of 4"),
        _cell("–" if row.lived is None else percent(row.lived)),
        _cell("predicted nobody" if score is None else f"{score:.0f} of 100"),
    )
    guesses = ", ".join(f"{sight.story.agency(who).short} {guess}" for who, guess in row.guesses)
    words = f"{row.words} {f'Expected: {guesses}.' if guesses else ''}".strip()
    return _table_row(sight, row.agency, cells, words, loose)


def _bends(sight: Sight) -> Widget:
    """Show who bent whom, hollow signatures first, and then the threats that bent no signature."""
    found = bends(sight.story, sight.text)[:MOST_BENDS] if sight.text is not None else ()
    rows: list[Widget] = []
    if found and not any(bend.is_hollow for bend in found):
        rows.append(small("No yes is hollow. This took a little from one or the other:", Tone.SOFT))
    rows += _parted(_bend(sight, bend, f"bend {place}") for place, bend in enumerate(found))
    if sight.text is not None and not found:
        rows.append(small("No signature was bent: no threat, no fact kept back, nobody unasked.", Tone.SOFT))
    empty = bends(sight.story, None)
    if sight.text is not None and empty:
        rows.append(heading("Threats that bent no signature"))
    rows += _parted(_bend(sight, bend, f"threat {place}") for place, bend in enumerate(empty))
    if sight.text is None:
        rows = rows or [small("Nobody leaned on anybody.", Tone.SOFT)]
        return panel("Who leaned on whom", Scroll("bends", Column(tuple(rows), gap=S8)))
    remark = note("How much of a root it took")
    return panel("Who bent whom", Scroll("bends", Column(tuple(rows), gap=S8)), remark)


def _parted(rows: Iterable[Widget]) -> list[Widget]:
    """Put a line between rows."""
    return [part for row in rows for part in (row, Rule())][:-1]


def _bend(sight: Sight, bend: Bend, where: str) -> Widget:
    amount = f"−{bend.amount:.2f}" if bend.amount and bend.root is not None else ""
    tag = " · ".join(part for part in (sight.story.agency(bend.whom).short, bend.kind, bend.root_name) if part)
    body = Column(
        (
            Row((tile(sight, bend.whom, 20), grow(small((Run(bend.words),)))), gap=S8, align="start"),
            Row((Space(w=20), note(tag), command_mark(sight, bend.at, where)), gap=S8),
        ),
        gap=0,
    )
    tone = Tone.BAD if bend.is_hollow else Tone.INK
    if not amount:
        return body
    return Row((sized(figure(amount, 15, tone, align="left"), w=60), grow(body)), gap=S4, align="start")


def _roots(sight: Sight, row: SignatureRow) -> Widget:
    """Lay one yes open: its words, then its five roots with what moved them."""
    parts: list[Widget] = [small((Run(row.words),)), note(f"{LABELS[row.label]} {row.formula}")]
    for root in row.roots:
        parts += [Rule(), *_root(sight, root)]
    aside = badge(row.label, "bad" if row.label == HOLLOW else "warn" if row.label == GUARDED else "good")
    face = sight.story.agency(row.agency)
    return panel(f"The yes of {face.short}", Scroll("roots", Column(tuple(parts), gap=6)), aside)


def _root(sight: Sight, root: RootWords) -> tuple[Widget, ...]:
    tone = Tone.BAD if root.value < sight.story.ruleset.sincere_root else Tone.INK
    name = Text((Run(root.name.capitalize()),), size=SMALL, weight=SEMIBOLD, leading=1.25)
    head = Row(
        (sized(name, w=70), grow(Tip(note(root.question), root.formula)), figure(f"{root.value:.2f}", tone=tone)),
        gap=S8,
    )
    lines = tuple(
        Row(
            (
                Icon("point", 12, Tone.SOFT),
                grow(small((Run(one.words),), Tone.SOFT)),
                command_mark(sight, one.at, f"{root.root} {place}"),
                sized(figure(amount_words(one), 12, Tone.SOFT), w=52),
            ),
            gap=6,
            align="start",
        )
        for place, one in enumerate(root.causes)
    )
    return (head, *lines)


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
    body = Row((grow(left), grow(_bends(sight))), gap=S12, align="stretch")
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
