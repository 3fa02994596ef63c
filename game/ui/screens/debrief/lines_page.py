"""Step 3, opened further: the lines by which it was judged, each to be moved; the game is judged again at once."""

from game.debrief import LINES, FlipRow, Line, flip_rows, forum_flip_rows, headline, signature_rows
from game.debrief.words import KINDS, LIVED, text_name
from game.rules.ids import TextId
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Frame,
    Icon,
    Row,
    Rule,
    Run,
    Scroll,
    Text,
    TextInput,
    Tip,
    Tone,
    Widget,
    grow,
    heading,
    icon_button,
    note,
    panel,
    sized,
    small,
)
from game.ui.screens.debrief.judging import Judging, problem
from game.ui.screens.debrief.shell import TONES, Sight, accord_tabs, capital, tile

WHERE = "Where the lines are drawn is a choice. Move one, and the same game is judged again at once."
KEPT = "What was played stays as it was: only what is found in it changes."
FIELD = 84.0
GROUPS = (
    ("Hollow, false, sincere", ("R5.6", "R6.2", "R6.3")),
    ("The year after", ("R8.1",)),
    ("The forum as a whole", ("R8.2",)),
    ("What the five roots are made of", ("R5.1", "R5.2", "R5.3", "R5.4", "R5.5")),
)
"""What a class asks about first comes first; every line has its place by the number of its rule."""
ALONE = "How far each line, moved alone, is from turning it"


def lines_page(sight: Sight) -> Widget:
    """Describe the lines, and what the game is found to be by them."""
    if sight.judging is None:
        return panel("Move the lines", small("The lines cannot be moved here.", Tone.SOFT))
    parts = (grow(_lines(sight.judging), 7), grow(_found(sight, sight.judging), 6))
    return Row(parts, gap=S12, align="stretch")


def _lines(judging: Judging) -> Widget:
    rows: list[Widget] = [note(WHERE)]
    for title, sources in GROUPS:
        rows.append(heading(title))
        for line in (one for one in LINES if one.source in sources):
            rows += [_line(judging, line), Rule()]
    return panel("The lines", Scroll("lines", Column(tuple(rows), gap=S4)))


def _line(judging: Judging, line: Line) -> Widget:
    """Show one line with its number, minus and plus, and a way back once it is moved."""
    name, now, was = line.name, judging.drawn(line.name), judging.as_played(line.name)
    is_moved, typed = name in judging.moved, judging.typed.get(name)
    words = [
        Text((Run(line.heading),), size=SMALL, weight=SEMIBOLD, tone=Tone.WARN if is_moved else Tone.INK, leading=1.25)
    ]
    told, tone = f"{capital(line.words)}.", Tone.SOFT
    if is_moved:
        told, tone = f"Was {line.written(was)} when it was played.", Tone.WARN
    if typed is not None and (wrong := problem(line, typed)):
        told, tone = wrong, Tone.BAD
    below = note((Run(told),), tone)
    shown = typed if typed is not None else written(now)
    rule = line.source.replace("R", "rule ")
    bounds = f"{capital(line.unit)}, from {line.least:g} to {line.most:g}; {rule} of the game."
    entry = TextInput(f"line:{name}", shown, longest=8, tip=bounds)
    less, more = (
        icon_button(f"{key}:{name}", icon, f"{what}: {line.heading}", disabled=end)
        for key, icon, what, end in (
            ("less", "minus", "Lower", "It can be no lower" if now <= line.least else ""),
            ("more", "plus", "Higher", "It can be no higher" if now >= line.most else ""),
        )
    )
    undo: Widget = sized(note(""), w=32)
    if is_moved:
        undo = sized(icon_button(f"undo:{name}", "arrow-back-up", f"Back to {line.written(was)}"), w=32)
    text = Tip(Column((*words, below), gap=0), f"{capital(line.words)}. {bounds}")
    return Row((grow(text), less, sized(entry, w=FIELD), more, undo), gap=S4)


def written(value: float) -> str:
    """Write a number as it is typed."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _found(sight: Sight, judging: Judging) -> Widget:
    """Say what the game is found to be by the lines as drawn, and how near each is to turning that."""
    rows: list[Widget] = [_verdict(sight, judging)]
    for text in judging.story.judged:
        rows += _accord(sight, judging, text)
    rows += [note(KEPT), Rule(), heading(ALONE)]
    found = (*(flip_rows(sight.story, sight.text) if sight.text is not None else ()), *forum_flip_rows(sight.story))
    rows += [_flip(sight, one) for one in sorted(found, key=nearness)]
    inner = Scroll("found", Column(tuple(rows), gap=S8))
    return panel("What it is found to be", Column((*accord_tabs(sight), grow(inner)), gap=S8))


def _verdict(sight: Sight, judging: Judging) -> Widget:
    now, was = headline(sight.story), headline(judging.played)
    tone = TONES[now.mood]
    words: list[Widget] = [Text((Run(now.name),), weight=SEMIBOLD, tone=tone), small((Run(now.sentence),))]
    if judging.moved:
        same = "the same" if now.verdict is was.verdict else was.name.lower()
        words.append(note(f"By the lines it was played by: {same}."))
    return Frame(Column(tuple(words), gap=2), stripe=tone, x=16, y=S8)


def _accord(sight: Sight, judging: Judging, text: TextId) -> list[Widget]:
    """Say how an accord is judged now and was, and whose yes changes its name by that."""
    story, played = judging.story, judging.played
    kinds = [KINDS[one.judged[text].verdict.kind] for one in (story, played)]
    lived = [next((LIVED[one.lived] for one in of.lived if one.accord == text), "") for of in (story, played)]
    told = f"{text_name(text)} as signed: {_beside(*kinds)}"
    told += f"; as lived: {_beside(*lived)}." if lived[0] else "."
    rows: list[Widget] = [small((Run(told),))]
    if not lived[0]:
        return rows
    before = {row.agency: row.label for row in signature_rows(played, text)}
    for row in signature_rows(story, text):
        if row.label != before[row.agency]:
            words = small(
                (Run(f"{story.agency(row.agency).short}: {_beside(row.label, before[row.agency])}"),), Tone.WARN
            )
            rows.append(Row((tile(sight, row.agency, 18), grow(words)), gap=S8))
    return rows


def _beside(now: str, was: str) -> str:
    return now if now == was else f"{now} (was {was})"


def nearness(row: FlipRow) -> tuple[bool, float]:
    """Put first what turns the verdict by the smallest move, as a part of the way it can be moved."""
    if row.move is None:
        return True, 0.0
    return False, abs(row.move) / (row.line.most - row.line.least)


def _flip(sight: Sight, row: FlipRow) -> Widget:
    who = f"{sight.story.agency(row.whose).short}: " if row.whose is not None else ""
    held = f"Held against it: {who}{row.held_words}. " if row.held_words else ""
    heading_words = f"{row.line.heading} {row.line.written(row.now)}"
    icon = Icon(
        "arrows-exchange" if row.move is not None else "lock", 16, Tone.ACCENT if row.move is not None else Tone.SOFT
    )
    words = Column(
        (
            Text((Run(heading_words), Run(f" · {row.of}", tone=Tone.SOFT)), size=SMALL, weight=SEMIBOLD, leading=1.3),
            small((Run(f"{held}{row.words}"),), Tone.SOFT),
        ),
        gap=0,
    )
    return Row((icon, grow(words)), gap=S8, align="start")
