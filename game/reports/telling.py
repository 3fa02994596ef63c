"""A finished game with all that was worked out about it, once, for every section of its report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.analysis.space.untabled import Untabled, untabled
from game.debrief import Chronicle, FlipRow, flip_rows, root_flip_rows
from game.debrief.scripting import USUAL, Order
from game.debrief.words import text_name
from game.reports.blocks import Block, Group
from game.reports.signs import between
from game.rules.ids import TextId
from game.whatif import Reckoning, reckon


@dataclass(frozen=True, slots=True)
class Telling:
    """A game, what it shows when it is run again, and the deals that there were; the order and length of the talk."""

    story: Chronicle
    reckoning: Reckoning
    found: Untabled
    flips: Mapping[TextId, tuple[FlipRow, ...]]
    """How far each line is from turning the verdict on each accord."""
    order: Order = Order.BY_TIME
    minutes: int = USUAL

    @property
    def accords(self) -> tuple[TextId, ...]:
        """Name the accords in force, the heaviest first."""
        return tuple(lived.accord for lived in self.story.lived)

    def by_accord(self, make: Callable[[TextId], tuple[Block, ...]]) -> tuple[Block, ...]:
        """Tell something of every accord; each under its own heading where there are several."""
        if len(self.accords) == 1:
            return make(self.accords[0])
        return tuple(between(self.story, text, Group(text_name(text), make(text))) for text in self.accords)


def telling_of(
    story: Chronicle, reckoning: Reckoning | None = None, *, order: Order = Order.BY_TIME, minutes: int = USUAL
) -> Telling:
    """Work out what there is to tell; it takes seconds, unless the reckoning is there already."""
    flips = {
        lived.accord: (*flip_rows(story, lived.accord), *root_flip_rows(story, lived.accord)) for lived in story.lived
    }
    return Telling(story, reckoning or reckon(story), untabled(story), flips, order, minutes)
