"""What many games come to, as a page: what to change, pictures of verdicts and roles, and every number behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from game.analysis.lab.advice import Remark, remarks
from game.analysis.lab.balance import Balance, Role
from game.analysis.lab.duration import Duration
from game.analysis.lab.intervals import Share
from game.analysis.lab.words import (
    manner_name,
    say_duration,
    say_interval,
    say_mean,
    say_nothing_to_change,
    say_open,
    say_plan,
    say_prediction,
    say_ways,
    say_words,
)
from game.pages import render
from game.record.sentences.narrator import percent, points
from game.record.sentences.phrases import VERDICTS
from game.rules.case import Agency, Case
from game.rules.vocabulary import ForumVerdict

WIDTH, BAR, ROW = 640, 44, 40
"""Of the pictures, in pixels: all games or all points across, a bar of verdicts down, a row of the roles down."""
LABELLED = 34
"""Pixels across from which on a part of a bar has room for its number."""
TONES = {
    ForumVerdict.SINCERE_AGREEMENT: ("good", "plain"),
    ForumVerdict.SIDE_BY_SIDE: ("accent", "dots"),
    ForumVerdict.OVERTAKEN: ("warn", "rising"),
    ForumVerdict.INFORMATION_SHARING: ("political", "level"),
    ForumVerdict.FALSE_COHERENCE: ("bad", "crossed"),
    ForumVerdict.BREAKDOWN: ("ink", "falling"),
    ForumVerdict.NOTHING: ("soft", "plain"),
}
"""The colour and the pattern of each verdict, from the best down, so that neither has to be told from the other."""
PARTS = {
    "situation": "News, finding seats",
    "convening": "Convening",
    "corridor": "Corridor",
    "floor": "Floor, one after the other",
    "stances": "Stances",
    "signing": "Signing",
    "ballot": "Ballot",
    "settling": "Pledges and threats",
    "first_efforts": "Efforts, first half of the year",
    "second_efforts": "Efforts, second half",
    "record": "Reading the record",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar, pixels across."""

    x: float
    width: float
    tone: str
    pattern: str
    label: str
    says: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The verdicts at tables of one manner, down at `y`."""

    y: int
    name: str
    games: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A role's row, pixels across: most games, the mean with its interval, walking away, the zone's best."""

    agency: Agency
    y: int
    low: float
    high: float
    least: float
    most: float
    mean: float
    walk_away: float
    best: float | None
    says: str


def balance_page(case: Case, balance: Balance) -> str:
    """Render the page."""
    found = remarks(case, balance)
    top = _top(balance)
    return render(
        "balance.html",
        language=case.language,
        case=case,
        balance=balance,
        remarks=[_in_parts(remark) for remark in found],
        nothing=say_nothing_to_change(balance),
        bars=[*_bars(balance)],
        legend=[(VERDICTS[kind], *TONES[kind]) for kind in TONES],
        width=WIDTH,
        bar=BAR,
        bars_height=BAR * len(balance.tables),
        strips=[_strip(case, row, role, top) for row, role in enumerate(balance.roles)],
        strips_height=ROW * len(balance.roles) + 28,
        scale=[(_across(number, top), number) for number in range(0, top + 1, 20)],
        sentences=[say_plan(balance), say_ways(balance), say_prediction(balance)],
        times=[say_duration(balance), say_words(case, balance)],
        parts=[*_parts(balance.duration)],
        choices=[(issue, [one for one in balance.choices if one.issue == issue.id]) for issue in case.issues],
        verdict_rows=[*_verdict_rows(balance)],
        manner_name=manner_name,
        percent=percent,
        points=points,
        share=_share,
        mean=say_mean,
        interval=say_interval,
    )


def _in_parts(remark: Remark) -> tuple[list[tuple[str, bool]], bool]:
    """Part a remark where its backticks stand: words and whether they are a key; and whether it is tentative."""
    return [(words, bool(number % 2)) for number, words in enumerate(remark.says.split("`"))], remark.is_tentative


def _bars(balance: Balance) -> Iterator[Bar]:
    for row, table in enumerate(balance.tables):
        counts = [table.verdicts[kind].count for kind in TONES]
        ends = [*accumulate(counts)]
        pieces = [
            Piece(
                x=_along(end - count, table.games),
                width=_along(count, table.games),
                tone=TONES[kind][0],
                pattern=TONES[kind][1],
                label=percent(count / table.games) if _along(count, table.games) >= LABELLED else "",
                says=f"{VERDICTS[kind]}: {count} of {_games(table.games)} ({say_interval(table.verdicts[kind])})",
            )
            for kind, count, end in zip(TONES, counts, ends, strict=True)
            if count
        ]
        yield Bar(row * BAR, manner_name(table.manner), _games(table.games), tuple(pieces))


def _verdict_rows(balance: Balance) -> Iterator[tuple[str, Sequence[Share], Share, str]]:
    """Give each verdict with its share at each manner of table and over all, and whether it can be reached."""
    by_kind = {one.verdict: one for one in balance.verdicts}
    for kind in TONES:
        shares = [table.verdicts[kind] for table in balance.tables]
        yield VERDICTS[kind], shares, by_kind[kind].games, say_open(by_kind[kind])


def _strip(case: Case, row: int, role: Role, top: int) -> Strip:
    said = f"on average {points(role.mandate.mean)} ({say_mean(role.mandate)}); eight games of ten between \
{points(role.mandate.low)} and {points(role.mandate.high)}; walks away with {points(role.walk_away)}"
    return Strip(
        agency=case.agency(role.agency),
        y=row * ROW + ROW // 2,
        low=_across(role.mandate.low, top),
        high=_across(role.mandate.high, top),
        least=_across(role.mandate.least, top),
        most=_across(role.mandate.most, top),
        mean=_across(role.mandate.mean, top),
        walk_away=_across(role.walk_away, top),
        best=None if role.best is None else _across(role.best, top),
        says=said,
    )


def _parts(duration: Duration) -> Iterator[tuple[str, str]]:
    yield "Reading before the first move", f"{duration.reading:.0f}"
    for part, (least, most) in duration.parts.items():
        yield PARTS[part], f"{least:.0f}–{most:.0f}"


def _share(found: Share) -> str:
    """Say a share, or that there was nothing to count."""
    return percent(found.value) if found.of else "–"


def _top(balance: Balance) -> int:
    """Say where the scale of the roles ends: at the highest number shown, at least 100 points."""
    highest = [max(role.mandate.high, role.mandate.most, role.walk_away, role.best or 0) for role in balance.roles]
    return max(100, *(int(number) + 1 for number in highest))


def _across(number: float, top: int) -> float:
    return round(max(0.0, number) / top * WIDTH, 1)


def _games(number: int) -> str:
    return "1 game" if number == 1 else f"{number:,} games"


def _along(count: int, games: int) -> float:
    return round(count / games * WIDTH, 1)
