"""What is measured, what is a design choice, and what is not claimed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """A heading and what there is to say under it."""

    heading: str
    words: str


LIMITS: tuple[Limit, ...] = (
    Limit(
        "What is recorded",
        "Who said, signed, pledged, threatened, told and did what, and when; what each agency's role said it "
        "was worth; "
        "how much effort each gave. These are facts of this game, each with the number of its command.",
    ),
    Limit(
        "What is a design choice",
        "That a yes has five roots, how each is computed, and where the lines between sincere, fragile and false "
        "are drawn. "
        "Other lines are possible; that is why the distance to the next one is shown.",
    ),
    Limit(
        "What is not claimed",
        "Nothing here measures a person. A hollow signature names a pressure, a missing fact, an absent voice or a "
        "headquarters, and anybody on that seat would have stood under it. The case is made up; real places are "
        "not so tidy.",
    ),
    Limit(
        "Sincerity and delivery",
        "Computer seats choose their effort from their own interests and never look at the five roots, so where "
        "a hollow yes "
        "is not carried out, that is a finding of the game and not built in.",
    ),
)
