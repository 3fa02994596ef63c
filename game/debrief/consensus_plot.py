"""Where everything stands in the picture of public consensus beside private spread: lengths only, no colours."""

from dataclasses import dataclass

from game.debrief.consensus import Consensus, Moment
from game.rules.ids import AgencyId

FILLED = 0.8
"""How much of its column the agencies of a moment may take up."""
WIDEST = 16.0
"""Agencies stand no farther apart than this, so that those of one moment are seen to belong together."""


@dataclass(frozen=True, slots=True)
class PlotDot:
    """One agency at one moment: an open dot at `shown_y`, a full one at `private_y`, the gap between them; None
    where there is nothing to show. Agencies of a moment stand beside each other, so that no dot hides another."""

    agency: AgencyId
    x: float
    shown_y: float | None
    private_y: float | None


@dataclass(frozen=True, slots=True)
class PlotColumn:
    """One moment: the band of private support from `top` to `bottom`, its mean, and the mean of what was shown."""

    moment: Moment
    x: float
    left: float
    right: float
    top: float
    bottom: float
    mean_y: float
    public_y: float
    dots: tuple[PlotDot, ...]


@dataclass(frozen=True, slots=True)
class ConsensusPlot:
    """The whole picture: columns in the order of time; y grows downwards; `zero_y` is neither for nor against."""

    width: float
    height: float
    yes_y: float
    zero_y: float
    no_y: float
    columns: tuple[PlotColumn, ...]


def consensus_plot(found: Consensus, width: float, height: float, *, margin: float = 12.0) -> ConsensusPlot:
    """Place the picture in a box; `margin` is left free on all sides. ValueError if nothing is left."""
    if width <= 2 * margin or height <= 2 * margin:
        raise ValueError(f"A picture of {width:g} by {height:g} has no room inside margins of {margin:g}.")

    def y(value: float) -> float:
        return margin + (1 - value) / 2 * (height - 2 * margin)

    room = (width - 2 * margin) / max(1, len(found.moments))
    columns = []
    for place, moment in enumerate(found.moments):
        left = margin + place * room
        shown = dict(moment.shown)
        private = dict(moment.private)
        values = list(private.values()) or [0.0]
        columns.append(
            PlotColumn(
                moment=moment,
                x=left + room / 2,
                left=left,
                right=left + room,
                top=y(max(values)),
                bottom=y(min(values)),
                mean_y=y(moment.mean),
                public_y=y(sum(shown.values()) / len(shown) if shown else 0.0),
                dots=tuple(
                    PlotDot(
                        agency,
                        x,
                        y(shown[agency]) if agency in shown else None,
                        y(private[agency]) if agency in private else None,
                    )
                    for agency, x in _beside(tuple(dict.fromkeys((*shown, *private))), left, room)
                ),
            )
        )
    return ConsensusPlot(width, height, y(1), y(0), y(-1), tuple(columns))


def _beside(agencies: tuple[AgencyId, ...], left: float, room: float) -> list[tuple[AgencyId, float]]:
    """Set agencies beside each other around the middle of a column."""
    step = min(WIDEST, FILLED * room / max(1, len(agencies)))
    first = left + room / 2 - step * (len(agencies) - 1) / 2
    return [(agency, first + step * place) for place, agency in enumerate(agencies)]
