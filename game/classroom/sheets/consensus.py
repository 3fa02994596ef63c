"""Public consensus beside private spread: the picture in numbers, for a phone and for something wider, and in words."""

from game.classroom.sheets.seat.rows import Row
from game.debrief import Chronicle, ConsensusPlot, Moment, PlotColumn, consensus, consensus_plot
from game.debrief.words import percent, share

NARROW, WIDE = (288.0, 240.0), (640.0, 280.0)
LEAST_COLUMN = {NARROW: 44.0, WIDE: 72.0}
"""A moment is never narrower than this: where there are many, the picture grows and scrolls."""


def consensus_row(story: Chronicle) -> Row:
    """Set it out."""
    found = consensus(story)
    count = len(found.moments)
    sizes = ((max(size[0], 24 + count * least), size[1]) for size, least in LEAST_COLUMN.items())
    return {
        "words": found.words,
        "text": found.text,
        "plots": [_plot(consensus_plot(found, width, height)) for width, height in sizes] if count else [],
        "moments": [_moment(moment) for moment in found.moments],
    }


def _moment(moment: Moment) -> Row:
    return {
        "label": moment.label,
        "when": f"round {moment.round}" if moment.round is not None else "",
        "short": f"R{moment.round}" if moment.round is not None else "",
        "at": moment.at,
        "public": percent(moment.public),
        "spread": share(moment.spread),
        "words": moment.words,
    }


def _plot(made: ConsensusPlot) -> Row:
    return {
        "width": made.width,
        "height": made.height,
        "yes": made.yes_y,
        "zero": made.zero_y,
        "no": made.no_y,
        "columns": [_column(column) for column in made.columns],
    }


def _column(column: PlotColumn) -> Row:
    return {
        "x": round(column.x, 1),
        "left": round(column.left, 1),
        "right": round(column.right, 1),
        "top": round(column.top, 1),
        "bottom": round(column.bottom, 1),
        "mean": round(column.mean_y, 1),
        "public": round(column.public_y, 1),
        "dots": [
            [
                dot.agency,
                round(dot.x, 1),
                None if dot.shown_y is None else round(dot.shown_y, 1),
                None if dot.private_y is None else round(dot.private_y, 1),
            ]
            for dot in column.dots
        ],
    }
