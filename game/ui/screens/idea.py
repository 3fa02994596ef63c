"""Show the name of the game, its idea, and the idea as a picture."""

from dataclasses import dataclass

from game.ui import (
    LARGE,
    S8,
    S12,
    S16,
    SEMIBOLD,
    AgencyTile,
    Box,
    Canvas,
    Column,
    Dot,
    GapLine,
    Leaf,
    Row,
    Size,
    Space,
    Text,
    Tone,
    Widget,
    grow,
    note,
    spring,
)
from game.ui.widget import Ruler, Sight

IDEA = "Everybody at the table can say yes. What counts is who carries it out when nobody is in the room to watch."
MOTIF = (
    ("military", 0.72, ""),
    ("political", 0.5, ""),
    ("donor", 0.86, ""),
    ("host_government", 0.28, "guarded"),
    ("humanitarian", -0.62, "hollow"),
    ("development", 0.64, ""),
    ("civil_society", -0.3, "hollow"),
)
"""(community, what it means in private from -1 to 1, how its yes is): said in public is 1 for all."""


def idea() -> Widget:
    """Show the name, the idea and the sign of the game."""
    top = Column(
        (
            Text("False Coherence", size=44, weight=700, leading=1.15),
            Text(IDEA, size=LARGE, tone=Tone.SOFT, leading=1.4),
        ),
        gap=S12,
    )
    return Column((top, Space(h=S16), _motif()), gap=S12)


def _motif() -> Widget:
    """Draw seven signatures: said in public, meant in private, and what lies between."""
    rows: list[Widget] = [
        Row((Text("Seven agencies, seven times yes", size=13, weight=SEMIBOLD, tone=Tone.SOFT), spring()), gap=S8)
    ]
    for community, meant, how in MOTIF:
        line = GapLine(1.0, meant, hollow=how == "hollow", guarded=how == "guarded")
        rows.append(Row((AgencyTile(community, 28), grow(line)), gap=S12))
    legend = Row(
        (
            Dot(full=False, size=12),
            note("said in public"),
            Space(w=S8),
            Dot(size=12),
            note("meant in private"),
            Space(w=S8),
            _Dashes(),
            note("a yes with nothing behind it"),
        ),
        gap=6,
    )
    return Column((*rows, Space(h=2), legend), gap=S8)


@dataclass(frozen=True, slots=True)
class _Dashes(Leaf):
    """Draw a short dashed line for the legend."""

    def measure(self, ruler: Ruler, width: float) -> Size:
        """Be as wide as three dashes."""
        return Size(26, 12)

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the line in the middle."""
        canvas.dashes(Box(box.x, box.middle[1] - 2, box.w, 4), Tone.BAD)
