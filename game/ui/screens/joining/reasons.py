"""What the short questions were about: which answer sees most, and why; beside it what one chose."""

from game.session.questioning import OpenedPart, OpenedQuestion, QuestionSheet
from game.ui import (
    S4,
    S8,
    S12,
    S16,
    S24,
    SEMIBOLD,
    Column,
    Frame,
    Icon,
    Pad,
    Press,
    Row,
    Run,
    Scroll,
    Size,
    Skin,
    Text,
    Tone,
    Widget,
    button,
    grow,
    heading,
    name,
    note,
    panel,
    sized,
    small,
    spring,
)
from game.ui.widgets.frame import blank

TIMES = {"before": "Before the game", "after": "After it"}
LEAD = (
    "Each scene has one answer that sees more than the others. Six questions say little about anybody; the reasons are "
    "what to take along."
)
LIST = 430.0
WIDEST = 1240.0


def key_of(at: int) -> str:
    """Name the control that opens a question."""
    return f"look:{at}"


def page(sheet: QuestionSheet, at: int, size: Size) -> Widget:
    """List all that was answered, and open one."""
    rows: list[Widget] = []
    number = 0
    for part in sheet.key:
        if rows:
            rows.append(blank(S8))
        rows.append(Pad(heading(_title(part)), 0, S4))
        for one in part.questions:
            rows.append(_row(one, number, is_open=number == at))
            number += 1
    listed = panel("", Scroll("asked", Column(tuple(rows), gap=2)))
    opened = _opened(sheet.opened[at], at)
    wide = min(WIDEST, size.w - 2 * S24)
    columns = sized(Row((sized(listed, w=LIST), grow(opened)), gap=S12, align="stretch"), w=wide)
    lead = Row((spring(), sized(small(LEAD, Tone.SOFT), w=wide), spring()), gap=0)
    return Pad(Column((lead, grow(Row((spring(), columns, spring()), gap=0, align="stretch"))), gap=S12), S12)


def foot(sheet: QuestionSheet, at: int) -> Widget:
    """Lead from one to the next, and out."""
    back = (button("back", "Back", icon="arrow-left", hint="B"),) if at else ()
    done = button("leave", "Done", icon="door-exit", hint="Esc")
    if at == len(sheet.opened) - 1:
        on = button("next", "Done", primary=True, icon="check", hint="Return")
    else:
        on = button("next", "Next", primary=True, icon="arrow-right", hint="Return")
    return Pad(Row((done, spring(), *back, on), gap=S12), S16, S8)


def _title(part: OpenedPart) -> str:
    seen = sum(one.mine == one.best for one in part.questions)
    return f"{TIMES.get(part.time, part.time)}: {seen} of {len(part.questions)}"


def _row(one: OpenedQuestion, number: int, *, is_open: bool) -> Widget:
    is_best = one.mine == one.best
    icon = Icon("check", 18, Tone.GOOD) if is_best else Icon("eye", 18, Tone.SOFT)
    label = Column((name((Run(one.asks),)), note(_remark(one))), gap=1)
    return Press(
        key_of(number), Row((icon, grow(label)), gap=S8), Skin.ROW, group="asked", chosen=is_open, x=S8, y=5,
        words=one.asks,
    )  # fmt: skip


def _remark(one: OpenedQuestion) -> str:
    return "Your answer sees most" if one.mine == one.best else "Another answer sees more"


def _opened(one: OpenedQuestion, at: int) -> Widget:
    """Show the scene, the answers and the reason."""
    scene = tuple(Text((Run(words),)) for words in one.scene)
    answers: list[Widget] = [_answer("check", Tone.GOOD, "Sees most", one.answers[one.best])]
    if one.mine != one.best:
        answers.append(_answer("point", Tone.SOFT, "You chose", one.answers[one.mine]))
    why = Frame(Text((Run(one.why),)), fill=Tone.SUNK, edge=None, x=S16, y=S12)
    asks = Text((Run(one.asks),), weight=SEMIBOLD)
    parts = (Column(scene, gap=S8), asks, Column(tuple(answers), gap=S8), why)
    return panel(one.kind, Scroll(f"reason {at}", Column(parts, gap=S16)))


def _answer(icon: str, tone: Tone, what: str, words: str) -> Widget:
    return Row((Icon(icon, 18, tone), grow(Text((Run(f"{what}: ", SEMIBOLD), Run(words))))), gap=S8)
