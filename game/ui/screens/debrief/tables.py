"""Step 2, why: the tables about an accord: said, meant, done; shown, meant, planned, done; the ballot opened."""

from game.debrief import BallotRow, SignatureRow, StanceRow, ballot_rows, stance_rows
from game.debrief.signatures import GUARDED, HOLLOW
from game.debrief.stances import SHOWN
from game.debrief.words import BALLOT, percent, points, signed
from game.rules.ids import AgencyId
from game.rules.vocabulary import Stance
from game.ui import (
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    TINY,
    Dot,
    GapLine,
    Meter,
    RootBars,
    Row,
    Run,
    Space,
    Text,
    Tip,
    Tone,
    Widget,
    grow,
    note,
    sized,
)
from game.ui.screens.debrief.shell import Sight, agency, pressed

LABEL_TONES = {HOLLOW: Tone.BAD, GUARDED: Tone.WARN}
ROOT_HEADS = ("worth", "free", "informed", "heard", "backed")
BAR, GAP = 54.0, 5.0
NAME, DONE, LABEL = 236.0, 88.0, 58.0


def said_meant_done(
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


def legend() -> Widget:
    parts = (Dot(full=False, size=12), note("said in public"), Dot(size=11), note("meant in private"))
    tip = (
        "The line between them is the gap; it is dashed where the yes is hollow. Choose a line to see its roots below."
    )
    return Tip(Row(parts, gap=S8), tip)


def stances(sight: Sight, loose: float) -> tuple[Widget, ...]:
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


def ballot(sight: Sight, loose: float) -> tuple[Widget, ...]:
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
