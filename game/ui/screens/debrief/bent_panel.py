"""Step 2, why: who bent whom, by shares of what it took from a yes; what can be read off while that is worked out."""

from collections.abc import Iterable

from game.debrief import Bend, Chronicle, bends
from game.debrief.words import percent
from game.rules.ids import AgencyId, TextId
from game.ui import (
    S4,
    S8,
    Column,
    Icon,
    Row,
    Rule,
    Run,
    Scroll,
    Space,
    Tone,
    Widget,
    figure,
    grow,
    heading,
    note,
    panel,
    sized,
    small,
)
from game.ui.screens.debrief.shell import Sight, command_mark, pressed, tile
from game.whatif import Share, Shares, shares_words

MOST_BENDS = 12
SLIGHT = 0.005
"""A share that rounds to nothing is not listed."""
WORKING = "Running the game again without each of these, to say which part each took …"
FORCED = "Who bent whom"
NO_HOLLOW = "No yes is hollow. This took a little from one or the other:"
NOBODY = "No signature was bent: no threat, no fact kept back, nobody unasked."


def bent_panel(sight: Sight, chosen: AgencyId) -> Widget:
    """Show what bent the yes that is looked at, then the other hollow ones, and the whole accord."""
    assert sight.text is not None
    if sight.reckoning is None:
        return _read_off(sight)
    found = sight.reckoning.shares.get(sight.text, ())
    rows: list[Widget] = []
    if all(shares.seat is None for shares in found):
        rows.append(small(NO_HOLLOW, Tone.SOFT))
    for place, shares in ordered(found, chosen):
        rows += _shares(sight, sight.text, place, shares)
    rows += _threats(sight)
    remark = note("Part of what was taken; each opens")
    return panel(FORCED, Scroll("bends", Column(tuple(rows), gap=S4)), remark)


def ordered(found: tuple[Shares, ...], chosen: AgencyId) -> list[tuple[int, Shares]]:
    """Put the yes that is looked at first, then the hollow ones, and all together last."""
    return sorted(enumerate(found), key=lambda item: (item[1].seat is None, item[1].seat != chosen, item[0]))


def told_shares(shares: Shares) -> tuple[tuple[int, Share], ...]:
    """Leave out what took nothing worth a line."""
    return tuple((number, one) for number, one in enumerate(shares.shares) if shares.part(one) >= SLIGHT)


def cause_words(story: Chronicle, shares: Shares, one: Share) -> str:
    """Say what a cause was, and whose yes it weakened where that is not said above it."""
    cause = one.cause
    if shares.seat is not None or cause.whom is None:
        return cause.words
    return f"{story.agency(cause.whom).short}: {cause.words}"


def _shares(sight: Sight, text: TextId, place: int, shares: Shares) -> list[Widget]:
    title = "All of those concerned" if shares.seat is None else f"The yes of {sight.story.agency(shares.seat).short}"
    rows: list[Widget] = [heading(title)]
    for number, one in told_shares(shares):
        rows += [_share(sight, shares, one, f"{text}|{place}|{number}"), Rule()]
    rows.append(small((Run(shares_words(sight.story, shares)),), Tone.SOFT))
    return [*rows, Space(h=S8)]


def _share(sight: Sight, shares: Shares, one: Share, key: str) -> Widget:
    part, cause = percent(shares.part(one)), one.cause
    told = cause_words(sight.story, shares, one)
    words = small((Run(told),))
    line = Row(
        (
            sized(figure(part, 15, Tone.INK if shares.seat is None else Tone.BAD, align="left"), w=50),
            tile(sight, cause.who or cause.whom, 20),
            grow(words),
        ),
        gap=S8,
        align="start",
    )
    row = pressed(
        f"share:{key}",
        line,
        sends="share",
        value=key,
        group="shares",
        tip="Open this share",
        words=f"{part}: {told}",
    )
    return Row((grow(row), command_mark(sight, cause.at, f"share {key}")), gap=S4)


def leaned_panel(sight: Sight) -> Widget:
    """Show who leaned on whom, where nothing was signed."""
    rows = parted(_bend(sight, bend, f"threat {place}") for place, bend in enumerate(bends(sight.story, None)))
    rows = rows or [small("Nobody leaned on anybody.", Tone.SOFT)]
    return panel("Who leaned on whom", Scroll("bends", Column(tuple(rows), gap=S8)))


def _read_off(sight: Sight) -> Widget:
    """Show what can be read off, while the shares are being worked out or if they cannot be."""
    found = bends(sight.story, sight.text)[:MOST_BENDS]
    rows: list[Widget] = [_being_worked_out(sight)]
    if found and not any(bend.is_hollow for bend in found):
        rows.append(small(NO_HOLLOW, Tone.SOFT))
    rows += parted(_bend(sight, bend, f"bend {place}") for place, bend in enumerate(found))
    if not found:
        rows.append(small(NOBODY, Tone.SOFT))
    rows += _threats(sight)
    remark = note("How much of a root it took")
    return panel(FORCED, Scroll("bends", Column(tuple(rows), gap=S8)), remark)


def _being_worked_out(sight: Sight) -> Widget:
    if sight.reckoning_problem:
        return Row((Icon("info-circle", 14, Tone.SOFT), grow(note((Run(sight.reckoning_problem),)))), gap=6)
    return Row((Icon("hourglass", 14, Tone.SOFT), grow(note(WORKING))), gap=6)


def _threats(sight: Sight) -> list[Widget]:
    """Show the threats that bent no signature."""
    empty = bends(sight.story, None)
    if not empty:
        return []
    rows = parted(_bend(sight, bend, f"threat {place}") for place, bend in enumerate(empty))
    return [heading("Threats that bent no signature"), *rows]


def parted(rows: Iterable[Widget]) -> list[Widget]:
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
