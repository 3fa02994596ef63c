"""Put the name of the game and what is being played across the top."""

from game.ui import Run, Text, Tone, Widget, top_bar
from game.ui.theme import SEMIBOLD, SMALL

NAME = "False Coherence"


def masthead(title: str = "", remark: str = "", right: tuple[Widget, ...] = ()) -> Widget:
    """Make the bar: the game, the scenario or page, a quiet remark, and what stands at the right."""
    left: list[Widget] = [Text(NAME, weight=SEMIBOLD, tone=Tone.ON_BAR)]
    if title:
        left.append(Text((Run(title),), weight=SEMIBOLD, tone=Tone.ON_BAR, max_lines=1))
    if remark:
        left.append(Text((Run(remark),), size=SMALL, tone=Tone.ON_BAR_SOFT, max_lines=1))
    return top_bar(tuple(left), right)
