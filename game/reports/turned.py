"""What would have turned it: one thing otherwise, the moments that moved it, and the deal that was never tabled."""

from collections.abc import Iterable, Iterator, Sequence

from game.analysis.space.charting import Chart, chart
from game.analysis.space.untabled import Choice
from game.analysis.space.untabled.rows import gains_rows, named_choices, picture_rows, terms_rows
from game.analysis.space.untabled.words import ACROSS, UP, lead, measures, remarks
from game.debrief import turns
from game.debrief.turning import CAVEAT
from game.debrief.words import listed, signed
from game.record.sentences.narrator import points
from game.reports.blocks import Block, Bullets, Cell, Figure, Grid, Group, Item, Key, Opened, Paragraph, Section
from game.reports.drawings import Deals, Pulse
from game.reports.signs import TONES, columns, rows_of, rule, tile, who
from game.reports.telling import Telling
from game.whatif import Scan, Trial, TurningPoint, TurnWords, by_theme, scan_words, trial_words
from game.whatif.turning_points import SLIGHT
from game.whatif.words import HELD, spans

MOST = 8
"""Changes told at once; the rest opens."""
CHART_WIDTH, CHART_HEIGHT = 720.0, 450.0
APART = 0.034
"""Of the picture, between two bars, so that none hides another."""
GROUND_LEGEND = (
    Key("cloud", "all deals nobody’s headquarters forbids; darker: more of them; green: in the zone of agreement"),
    Key("edge", "what cannot be bettered for both"),
    Key("way", "how the text went, version by version"),
)
MARKS_LEGEND = (
    Key("version", "a version"),
    Key("signed", "signed"),
    Key("lived", "a year on"),
    Key("told", "the deal told of"),
    Key("best", "best for all"),
    Key("meant", "one that all could mean"),
)


def turned(told: Telling) -> tuple[Section, ...]:
    """Tell what would have turned it."""
    sections = (
        Section("scan", "One thing otherwise", tuple(_scanned(told))),
        Section("moments", "Turning points", tuple(_moments(told))),
        Section("untabled", "The deal you never tabled", tuple(_untabled(told))),
        Section("read-off", "Read off the values", tuple(_read_off(told))),
    )
    return tuple(section for section in sections if section.blocks)


def _scanned(told: Telling) -> Iterator[Block]:
    """Tell the changes that turn it, the first of each command; those that only undo the accord in one line."""
    found = told.reckoning.scan
    yield Paragraph(scan_words(found), "lead")
    yield from _trials(told, found, found.standing)
    if found.undoing:
        which = "command" if len(found.undoing) == 1 else "commands"
        yield Paragraph(f"Any of these would have kept it from coming into force: {which} {spans(found.undoing)}.")
    if found.pairs:
        pairs = Group("Two things otherwise", tuple(_trials(told, found, found.pairs)))
        yield pairs
    yield Opened(
        "What is held, and what was tried",
        (
            Paragraph(HELD),
            Paragraph(
                f"{len(found.trials)} games were run: every command left out, and done otherwise where there was "
                f"something else to do; {_paired(found)}. With it to: ½ of the lowest sincerity and ½ of the mean of "
                "those concerned."
            ),
            Paragraph(f"Source: {rule('R11.1')}; the same luck for the same question: 10.1.", "soft"),
        ),
    )


def _paired(found: Scan) -> str:
    if not found.paired:
        return "pairs were not called for"
    return f"every two of the {found.paired} changes that moved most were tried together"


def _trials(told: Telling, found: Scan, trials: Sequence[Trial]) -> Iterator[Block]:
    items = tuple(_turn(trial_words(told.story, found, trial)) for trial in trials)
    if items[:MOST]:
        yield Bullets(items[:MOST])
    if items[MOST:]:
        yield Opened(f"{len(items) - MOST} more", (Bullets(items[MOST:]),), is_printed=False)


def _turn(words: TurnWords) -> Item:
    return Item(words.words, lead=words.lead, tone=TONES[words.mood], commands=words.at)


def _moments(told: Telling) -> Iterator[Block]:
    found = told.reckoning.points
    if not found:
        yield Paragraph("No single moment moved it by enough to be told.")
        return
    if any(map(is_told_by_sincerity, found)):
        yield Figure(_pulse(told, found), (Key("up", "raised"), Key("down", "lowered")), _in_numbers(found))
    yield Group("In the order of time", (Bullets(tuple(_moment(told, one) for one in found)),))
    groups = tuple(
        Group(theme.value.capitalize(), (Bullets(tuple(_moment(told, one) for one in those)),))
        for theme, those in by_theme(found)
    )
    yield Opened("The same by theme", groups, is_printed=False)


def is_told_by_sincerity(point: TurningPoint) -> bool:
    """Say whether a moment moved sincerity by enough to be seen in two decimals; else it turned the verdict alone."""
    return abs(point.moved) >= SLIGHT


def _in_numbers(found: Iterable[TurningPoint]) -> Grid:
    return rows_of(
        "Turning points in numbers",
        columns("#command", "round", "theme", "#moved"),
        ((Cell(str(one.at)), _round(one), Cell(one.theme.value), Cell(signed(one.moved))) for one in found),
        is_stacked=False,
    )


def _round(point: TurningPoint) -> Cell:
    return Cell(str(point.round) if point.round else "convening")


def _moment(told: Telling, point: TurningPoint) -> Item:
    sign = None if point.who is None else tile(told.story, point.who)
    return Item(
        f"{point.happened} {point.effect}",
        lead=signed(point.moved) if is_told_by_sincerity(point) else "It decided:",
        tone=TONES[point.mood] if is_told_by_sincerity(point) else "",
        tile=sign,
        commands=(point.at,),
    )


def _pulse(told: Telling, found: tuple[TurningPoint, ...]) -> Pulse:
    """Set the moments along the game."""
    whole = max(entry.at for entry in told.story.entries)
    most = max(abs(point.moved) for point in found)
    places = apart([point.at / whole for point in found])
    bars = tuple(
        (place, point.moved / most if most else 0.0, str(point.at), f"{point.happened} {point.effect}")
        for place, point in zip(places, found, strict=True)
    )
    begun: dict[int, int] = {}
    for at, number in told.story.rounds.items():
        begun.setdefault(number, at)
    rounds = tuple((at / whole, f"round {number}") for number, at in begun.items() if number)
    moved = listed(f"command {point.at} by {signed(point.moved)}" for point in found)
    return Pulse(f"Moments that moved sincerity: {moved}.", bars, rounds)


def apart(places: Sequence[float]) -> list[float]:
    """Move places that rise from 0 to 1 so far apart that none hides another, and none leaves the picture."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + APART) if moved else place)
    for number in range(len(moved) - 1, -1, -1):
        highest = 1.0 if number == len(moved) - 1 else moved[number + 1] - APART
        moved[number] = min(moved[number], highest)
    return moved


def _untabled(told: Telling) -> Iterator[Block]:
    found = told.found
    yield Paragraph(lead(found), "lead")
    drawn = chart(found, CHART_WIDTH, CHART_HEIGHT)
    yield Figure(
        Deals(f"All deals, and where the table went. {lead(found)}", drawn, ACROSS, UP), _legend(drawn), _dots(told)
    )
    yield Bullets(tuple(Item(remark) for remark in remarks(found)))
    for labels, choice in named_choices(found):
        yield Opened(f"Issue by issue: {', '.join(labels)}", (_settled(told, choice), _gains(told, choice)))
    yield Opened("How deals are reckoned", tuple(Paragraph(one) for one in measures(found)))


def _legend(drawn: Chart) -> tuple[Key, ...]:
    """Explain what is drawn, and nothing else."""
    marks = {dot.mark.value for dot in drawn.dots}
    return (*GROUND_LEGEND, *(key for key in MARKS_LEGEND if key.sign in marks))


def _dots(told: Telling) -> Grid:
    return rows_of(
        "What stands in the picture",
        columns("2*What", "2*when", "5*terms", "#together", "#least", "2*whose", "3*worse off"),
        (
            (
                Cell(row.what, tone="strong"),
                Cell(row.when or "–"),
                Cell(row.terms),
                Cell(row.together),
                Cell(row.least),
                Cell(row.who_least),
                Cell(row.worse_off),
            )
            for row in picture_rows(told.found)
        ),
    )


def _settled(told: Telling, choice: Choice) -> Grid:
    return rows_of(
        "Issue by issue",
        columns("2*Issue", "3*there was", "3*this deal", ""),
        (
            (
                Cell(row.name, tone="strong"),
                Cell(row.was),
                Cell(row.deal, tone="strong" if row.is_changed else ""),
                Cell("changed" if row.is_changed else ""),
            )
            for row in terms_rows(told.found, choice)
        ),
    )


def _gains(told: Telling, choice: Choice) -> Grid:
    return rows_of(
        "What each gains over walking away, in points",
        columns("Agency", "#there was", "#this deal", "#more"),
        (
            (
                who(told.story, row.agency),
                Cell(points(row.had)),
                Cell(points(row.would)),
                Cell(signed(row.more, 1), tone="good" if row.more > 0 else "bad" if row.more < 0 else ""),
            )
            for row in gains_rows(told.found, choice)
        ),
        is_stacked=False,
    )


def _read_off(told: Telling) -> Iterator[Block]:
    """List what needs no running again."""
    for text in told.accords or (None,):
        items = tuple(Item(turn.words, lead=turn.lead, commands=_at(turn.at)) for turn in turns(told.story, text))
        if items:
            yield Bullets(items)
    yield Paragraph(CAVEAT, "soft")


def _at(at: int | None) -> tuple[int, ...]:
    return () if at is None else (at,)
