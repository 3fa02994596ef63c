"""The deal that was never tabled: the whole of it, from a finished game."""

from dataclasses import dataclass

from game.analysis.space.study import TooManyPackages, check_size
from game.analysis.space.untabled.choices import Space, space_of
from game.analysis.space.untabled.ground import Ground, Placed, ground_of
from game.analysis.space.untabled.steps import Step, Stood, came_about, steps_of, stood_of
from game.debrief import Chronicle


@dataclass(frozen=True, slots=True)
class Untabled:
    """Where the table went, what there was in the end, and what else there could have been; all at the truth."""

    ground: Ground
    steps: tuple[Step, ...]
    stood: Stood
    came_about: Placed
    """The world a year on."""
    space: Space | None
    """None where there are too many packages to lay out."""
    too_many: str = ""
    """That in a sentence."""


def untabled(story: Chronicle) -> Untabled:
    """Hold a finished game against all the deals that there were."""
    ground = ground_of(story)
    steps, came = steps_of(story, ground), came_about(story, ground)
    stood = stood_of(story, ground, steps, came)
    try:
        check_size(ground.case)
    except TooManyPackages as refusal:
        return Untabled(ground, steps, stood, came, None, str(refusal))
    return Untabled(ground, steps, stood, came, space_of(story, ground, stood, steps, came))
