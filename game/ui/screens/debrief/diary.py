"""Step 2, opened further: what a computer seat thought move by move, and what it took the others to want."""

from game.debrief import Diary, EstimateRow, IssueEstimate, Note, Page
from game.debrief.diaries import AFTER, OTHERWISE
from game.debrief.words import points
from game.rules.ids import AgencyId
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    TINY,
    Column,
    Grid,
    Icon,
    Row,
    Rule,
    Run,
    Scroll,
    Share,
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
from game.ui.screens.debrief.shell import Sight, agency, capital, command_mark, pressed

DIARY = "diary"
LIST = 216.0
NOTED = "What a computer made of the others is noted as each round ends."


def diary_page(sight: Sight, views: Widget) -> Widget:
    """Describe the diaries, under the tabs that lead to them."""
    book = chosen_book(sight)
    if book is None:
        words = "No diary was kept: no computer played, or the case is not in English."
        return panel("", Column((Row((views,)), small(words, Tone.SOFT)), gap=S8))
    page = chosen_page(sight, book)
    parts = (sized(_writers(sight, book), w=LIST), grow(_notes(sight, book, page), 6), grow(_made_of(sight, book), 6))
    return Column((Row((views,)), grow(Row(parts, gap=S12, align="stretch"))), gap=S8)


def chosen_book(sight: Sight) -> Diary | None:
    """Find the diary that is read: the one asked for, else the first."""
    return next((book for book in sight.books if book.seat == sight.writer), next(iter(sight.books), None))


def chosen_page(sight: Sight, book: Diary) -> Page:
    """Find the page that is read: the one asked for, else the first on which both halves have something."""
    filled = next((page for page in book.pages if page.notes and page.estimates), book.pages[0])
    return next((page for page in book.pages if page.round == sight.leaf), filled)


def _writers(sight: Sight, book: Diary) -> Widget:
    rows = tuple(
        pressed(
            f"writer:{one.seat}",
            Column((agency(sight, one.seat, is_short=True), note(_played(one))), gap=2),
            sends="writer",
            value=one.seat,
            group="writers",
            chosen=one is book,
            tip="Read this diary",
            words=sight.story.agency(one.seat).name,
            y=S4,
        )
        for one in sight.books
    )
    return panel("Whose diary", Scroll("writers", Column(rows, gap=2)))


def _played(book: Diary) -> str:
    """Say how a computer played its seat."""
    return f"{book.manner.replace('_', ' ')}, {book.level}"


def _notes(sight: Sight, book: Diary, page: Page) -> Widget:
    """Show one page: every move that mattered, with what was thought."""
    leaves = tuple((str(one.round), _leaf(one)) for one in book.pages)
    rows: list[Widget] = []
    for one in page.notes:
        rows += [_note(sight, one), Rule()]
    if page.trust:
        rows.append(small((Run(page.trust),)))
    if not rows:
        rows.append(small("Nothing of note.", Tone.SOFT))
    inner = Scroll("notes", Column(tuple(rows), gap=S8))
    title = f"{sight.story.agency(book.seat).short}, in private"
    return panel(title, Column((tabs("leaf", leaves, str(page.round)), grow(inner)), gap=S8), note(page.heading))


def _leaf(page: Page) -> str:
    if page.round == 0:
        return "Start"
    return "After" if page.round == AFTER else str(page.round)


def _note(sight: Sight, one: Note) -> Widget:
    top = Row((grow(note((Run(one.did),))), command_mark(sight, one.at, "note")), gap=S8, align="start")
    lines: list[Widget] = [top, Text((Run(one.words),), size=SMALL, leading=1.4)]
    if one.is_otherwise:
        mark = (Icon("alert-triangle", 14, Tone.WARN), grow(note(f"{capital(OTHERWISE)}.", Tone.WARN)))
        lines.append(Row(mark, gap=6, align="start"))
    return Column(tuple(lines), gap=3)


def _made_of(sight: Sight, book: Diary) -> Widget:
    """Show what the seat made of the others as the round ended, beside the truth."""
    page = chosen_page(sight, book)
    noted = [one for one in book.pages if one.estimates and one.round <= page.round]
    if not noted:
        return panel("What it made of the others", small(NOTED, Tone.SOFT))
    rows = noted[-1].estimates
    chosen = next((row for row in rows if row.about == sight.about), None)
    chosen = chosen or next((row for row in rows if row.about == sight.me), rows[0])
    head = Row((grow(note("As the round ended")), _right_head(), _off_head()), gap=S8)
    lines: list[Widget] = [Row((sized(note(""), w=2), grow(head), sized(note(""), w=2)), gap=6)]
    lines += [_about(sight, row, is_chosen=row is chosen) for row in rows]
    lines += [Rule(), *_opened(sight, chosen)]
    return panel(
        "What it made of the others", Scroll("estimates", Column(tuple(lines), gap=S4)), note(noted[-1].heading)
    )


def _right_head() -> Widget:
    tip = "On how many issues it knew which option they wanted most."
    return sized(Tip(note("first wishes", align="right"), tip), w=76)


def _off_head() -> Widget:
    tip = "By how many points it misjudged what an option is worth to them, on average over all options."
    return sized(Tip(note("points off", align="right"), tip), w=64)


def _about(sight: Sight, row: EstimateRow, *, is_chosen: bool) -> Widget:
    seen = f"{row.right} of {len(row.issues)}"
    cells = (sized(Text(seen, size=SMALL, align="right"), w=76), sized(figure(points(row.off)), w=64))
    line = Row((grow(agency(sight, row.about, is_short=True, size=20)), *cells), gap=S8)
    return pressed(
        f"about:{row.about}",
        line,
        sends="about",
        value=row.about,
        group="abouts",
        chosen=is_chosen,
        tip="Compare issue by issue",
        words=sight.story.agency(row.about).name,
    )


def _opened(sight: Sight, row: EstimateRow) -> tuple[Widget, ...]:
    """Lay one estimate open, issue by issue."""
    who = "you" if row.about == sight.me else sight.story.agency(row.about).short
    heads = (
        note("Issue"),
        note(f"It thought {who} wanted"),
        note(f"{capital(who)} wanted"),
        note("off", align="right"),
    )
    lines = tuple(_issue(sight, row.about, one) for one in row.issues)
    taken, true = row.walk_away
    texts = tuple(
        small((Run(f"Text {text} to {who}: taken for {_margin(guess)}, was {_margin(truth)}."),), Tone.SOFT)
        for text, (guess, truth) in row.texts.items()
    )
    away = small((Run(f"No accord at all: taken for {taken:.0f} points, was {true:.0f}."),), Tone.SOFT)
    columns = (Share(4), Share(5), Share(5), 34.0)
    return (heading(f"Wanted by {who}"), Grid(columns, (heads, *lines), gap=S8, row_gap=5, lines=True), away, *texts)


def _issue(sight: Sight, about: AgencyId, one: IssueEstimate) -> tuple[Widget, ...]:
    issue = sight.story.case.issue(one.issue)
    tone = Tone.GOOD if one.is_right else Tone.BAD
    taken = f"{issue.option(one.taken).name} ({one.taken_points:.0f})"
    wanted = f"{issue.option(one.wanted).name} ({one.wanted_points})"
    sign = Icon("check" if one.is_right else "x", 12, tone)
    told: tuple[Widget, ...] = ()
    if one.is_told:
        told = (Tip(Icon("message", 12, Tone.SOFT), f"{sight.story.agency(about).name} had opened up about it."),)
    return (
        Row((grow(Text((Run(issue.name),), size=TINY, weight=SEMIBOLD, leading=1.25)), *told), gap=S4, align="start"),
        Row((sign, grow(Text((Run(taken),), size=TINY, leading=1.25))), gap=S4, align="start"),
        Text((Run(wanted),), size=TINY, leading=1.25),
        figure(f"{one.off:.0f}", TINY),
    )


def _margin(margin: float) -> str:
    """Say a margin over not signing in short."""
    whole = round(margin)
    if whole == 0:
        return "no gain"
    return f"{abs(whole)} {'above' if whole > 0 else 'below'} not signing"
