"""Step 3, opened further: the deal that was never tabled, as a picture, in words, and beside what there was."""

from game.analysis.space.untabled import Choice, Untabled
from game.analysis.space.untabled.rows import GainsRow, PictureRow, TermsRow, gains_rows, picture_rows, terms_rows
from game.analysis.space.untabled.words import lead, measures, remarks
from game.debrief.words import signed
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    Column,
    Dot,
    Flow,
    Grid,
    Icon,
    Row,
    Rule,
    Run,
    Scroll,
    Share,
    Size,
    Text,
    Tone,
    Widget,
    figure,
    grow,
    heading,
    note,
    panel,
    small,
)
from game.ui.screens.debrief.deal_picture import DealPicture
from game.ui.screens.debrief.shell import Sight, agency, pressed

PICTURE, FOR_ROWS = 300.0, 560.0
"""Height of the picture on the smallest page, and what of the page is not its own."""
LEGEND = (
    (Dot(full=False, size=10), "versions of a text"),
    (Dot(size=11), "signed"),
    (Dot(size=11, tone=Tone.BAD), "a year on"),
    (Dot(size=12, tone=Tone.GOOD), "the deal told of"),
    (Dot(full=False, size=11, tone=Tone.GOOD), "the best for all"),
    (Dot(full=False, size=11, tone=Tone.ACCENT), "the nearest all could mean"),
)


def deal_page(sight: Sight, size: Size) -> Widget:
    """Describe the picture beside the words."""
    found = sight.untabled
    if found is None:
        return panel("The deal you never tabled", small("Nothing can be said of it here.", Tone.SOFT))
    parts = (grow(_picture(sight, found, size), 6), grow(_words(sight, found), 5))
    return Row(parts, gap=S12, align="stretch")


def _picture(sight: Sight, found: Untabled, size: Size) -> Widget:
    """Show the picture, and each of its dots in words."""
    high = max(PICTURE, size.h - FOR_ROWS)
    legend = Flow(tuple(Row((dot, note(words)), gap=4) for dot, words in LEGEND), gap=S12, line_gap=2)
    cloud = "Stronger: more deals there. Green: all could mean them. Dashed line: somebody would as soon walk away."
    rows: list[Widget] = [DealPicture(found, high), legend, note(cloud), Rule()]
    rows += [_dot(sight, place, row) for place, row in enumerate(picture_rows(found))]
    return panel("All the deals there were", Scroll("dots", Column(tuple(rows), gap=S4)))


def _dot(sight: Sight, place: int, row: PictureRow) -> Widget:
    """Tell one dot of the picture."""
    is_chosen = sight.pick("dot") == str(place)
    when = f" · {row.when}" if row.when else ""
    told = f"{row.together} together, {row.least} for who gains least ({row.who_least})"
    lines: list[Widget] = [
        Text((Run(row.what), Run(when, 400, Tone.SOFT)), size=SMALL, weight=SEMIBOLD, leading=1.25),
        note((Run(told),)),
    ]
    words = f"{row.what}: {told}. {row.terms}. Worse off than by walking away: {row.worse_off}."
    if is_chosen:
        lines.append(small((Run(row.terms),)))
        lines.append(
            note((Run(f"Worse off than by walking away: {row.worse_off}. Forbidden by: {row.forbidden_by}."),))
        )
    return pressed(
        f"dot:{place}",
        Column(tuple(lines), gap=0),
        sends="dot",
        value=str(place),
        group="dots",
        chosen=is_chosen,
        tip="See its terms",
        words=words,
        y=S4,
    )


def _words(sight: Sight, found: Untabled) -> Widget:
    """Say what else there was to agree on, issue by issue and for whom."""
    rows: list[Widget] = [Text((Run(lead(found)),), weight=SEMIBOLD, leading=1.35)]
    choice = found.space.told if found.space is not None else None
    choice = choice or (found.space.nearest if found.space is not None else None)
    if choice is not None and choice.away:
        rows += _compared(sight, found, choice)
    rows += [heading("What else there is to say"), *(small((Run(words),)) for words in remarks(found))]
    rows += [heading("How it is reckoned"), *(note((Run(words),)) for words in measures(found))]
    return panel("The deal you never tabled", Scroll("deal", Column(tuple(rows), gap=S8)))


def _compared(sight: Sight, found: Untabled, choice: Choice) -> list[Widget]:
    heads = tuple(note(words) for words in ("Issue", "agreed", "in this deal"))
    terms = tuple(_term(row) for row in terms_rows(found, choice))
    numbers = (note(words, align="right") for words in ("had", "would have", "more"))
    gains = (note("Agency"), *numbers)
    who = tuple(_gain(sight, row) for row in gains_rows(found, choice))
    return [
        heading("Issue by issue"),
        Grid((Share(4), Share(5), Share(5)), (heads, *terms), gap=S8, row_gap=5, lines=True),
        heading("For whom, in points over walking away"),
        Grid((Share(5), 56.0, 84.0, 56.0), (gains, *who), gap=S8, row_gap=4, lines=True),
    ]


def _term(row: TermsRow) -> tuple[Widget, ...]:
    weight, tone = (SEMIBOLD, Tone.INK) if row.is_changed else (400, Tone.SOFT)
    sign: tuple[Widget, ...] = (Icon("arrows-exchange", 14, Tone.ACCENT),) if row.is_changed else ()
    deal = Row((*sign, grow(Text((Run(row.deal, weight),), size=SMALL, tone=tone, leading=1.25))), gap=4)
    name, was = (Text((Run(words),), size=SMALL, tone=tone, leading=1.25) for words in (row.name, row.was))
    return name, was, deal


def _gain(sight: Sight, row: GainsRow) -> tuple[Widget, ...]:
    tone = Tone.GOOD if row.more > 0 else Tone.BAD if row.more < 0 else Tone.SOFT
    had, would, more = (figure(signed(value, 1)) for value in (row.had, row.would, row.more))
    return (
        agency(sight, row.agency, size=20, is_short=True),
        had,
        would,
        Text(more.words, size=SMALL, weight=700, tone=tone, align="right", tabular=True),
    )
