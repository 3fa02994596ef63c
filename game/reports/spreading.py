"""The picture of public consensus beside private spread, with its numbers."""

from game.debrief import Chronicle, consensus_plot
from game.debrief.consensus import Consensus, Moment
from game.debrief.words import percent, share, signed
from game.reports.blocks import Cell, Figure, Grid, Key
from game.reports.drawings import Spread
from game.reports.signs import columns, known, rows_of, tile

WIDTH, HEIGHT = 680.0, 250.0
NARROW = 62.0
"""A column under which there is no room for two words; it is numbered instead."""


def spread_of(story: Chronicle, found: Consensus) -> Figure:
    """Draw the moments of the text that counts."""
    plot = consensus_plot(found, WIDTH, HEIGHT)
    is_narrow = WIDTH / len(found.moments) < NARROW
    labels = tuple(
        (column.x, str(place), "") if is_narrow else (column.x, *_label(column.moment))
        for place, column in enumerate(plot.columns, start=1)
    )
    seats = {seat for moment in found.moments for seat, _ in (*moment.shown, *moment.private)}
    numbered = {
        seat: (place, story.agency(seat).community.value, story.agency(seat).name)
        for place, seat in enumerate((one for one in story.case.agency_ids if one in seats), start=1)
    }
    says = f"Public consensus beside private spread at {len(found.moments)} moments. {found.words}"
    legend = (
        Key("open", "said in public"),
        Key("full", "meant in private, did in the year"),
        Key("gap", "a yes in public over a no in private"),
        Key("band", "private spread, lowest to highest"),
        *(Key(str(number), name, tile(story, seat)) for seat, (number, _, name) in numbered.items()),
    )
    return Figure(Spread(says, plot, labels, numbered), legend, _numbers(found))


def _label(moment: Moment) -> tuple[str, str]:
    return moment.label, "" if moment.round is None else f"round {moment.round}"


def _numbers(found: Consensus) -> Grid:
    return rows_of(
        "Public consensus and private spread, moment by moment",
        columns("#", "#yes in public", "#private spread", "#private mean", "in words"),
        (
            (
                Cell(str(place)),
                Cell(percent(moment.public)),
                Cell(share(moment.spread)),
                Cell(signed(moment.mean)),
                Cell(moment.words, commands=known(moment.at)),
            )
            for place, moment in enumerate(found.moments, start=1)
        ),
    )
