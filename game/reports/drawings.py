"""What is drawn, as numbers: the macros of `charts.html` make pictures of them, for the page and for the PDF alike.

Each says in `says` what it shows, for whoever does not see it; shares run from 0 to 1, support from -1 to 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.analysis.space.charting import Chart
from game.debrief import ConsensusPlot
from game.rules.ids import AgencyId


@dataclass(frozen=True, slots=True)
class Gap:
    """Said (open dot) and meant (full dot) on one line; dashed where the yes is hollow."""

    says: str
    said: float
    meant: float
    tone: str
    is_hollow: bool
    kind: Literal["gap"] = "gap"


@dataclass(frozen=True, slots=True)
class Roots:
    """The five roots as small bars; one that is weak is framed."""

    says: str
    values: tuple[tuple[str, float, bool], ...]
    """Name, how strong, whether it is weak."""
    kind: Literal["roots"] = "roots"


@dataclass(frozen=True, slots=True)
class Bar:
    """One share of a whole."""

    says: str
    value: float
    tone: str = "accent"
    kind: Literal["bar"] = "bar"


@dataclass(frozen=True, slots=True)
class Quarters:
    """Levels 0 to 3 after each quarter of the year."""

    says: str
    levels: tuple[int, ...]
    kind: Literal["quarters"] = "quarters"


@dataclass(frozen=True, slots=True)
class Step:
    """From one value to another on a scale of 0 to 100."""

    says: str
    before: float
    after: float
    kind: Literal["step"] = "step"


@dataclass(frozen=True, slots=True)
class Pulse:
    """Moments along the game, each as a bar up or down by what it moved."""

    says: str
    bars: tuple[tuple[float, float, str, str], ...]
    """Where (0..1 of the game), how far (-1..1 of the largest), a number beside it, what it says."""
    rounds: tuple[tuple[float, str], ...]
    """Where each round begins, and its name."""
    kind: Literal["pulse"] = "pulse"


@dataclass(frozen=True, slots=True)
class Spread:
    """Public consensus beside private spread."""

    says: str
    plot: ConsensusPlot
    labels: tuple[tuple[float, str, str], ...]
    """Under each column: where, and two lines."""
    numbers: Mapping[AgencyId, tuple[int, str, str]]
    """Each agency by its number, its community, and its name."""
    kind: Literal["spread"] = "spread"


@dataclass(frozen=True, slots=True)
class Deals:
    """The space of deals, and where the table went in it."""

    says: str
    chart: Chart
    across: str
    up: str
    kind: Literal["deals"] = "deals"


Drawing = Gap | Roots | Bar | Quarters | Step | Pulse | Spread | Deals
