"""What a question of the instructor's script is: what to say aloud, what it is made from, what to listen for."""

from dataclasses import dataclass
from enum import StrEnum

from game.debrief.chronicle import Chronicle
from game.rules.ids import AgencyId


class Theme(StrEnum):
    """What a question is about, in the order in which a talk by theme goes."""

    POWER = "power"
    INFORMATION = "information"
    VOICE = "voice"
    HOME = "home"
    TRUST_AND_PURPOSE = "trust_and_purpose"
    SIDE_BY_SIDE = "side_by_side"


THEMES: dict[Theme, str] = {
    Theme.POWER: "Power in the room",
    Theme.INFORMATION: "Who knew what",
    Theme.VOICE: "Who was heard",
    Theme.HOME: "What home allowed",
    Theme.TRUST_AND_PURPOSE: "Trust, and what it was for",
    Theme.SIDE_BY_SIDE: "Side by side",
}


class Beside(StrEnum):
    """What is shown beside a question: a step of the debrief, or nothing."""

    NOTHING = "nothing"
    HAPPENED = "happened"
    WHY = "why"
    TURNED = "turned"
    CARRIED = "carried"


SHOWN_BESIDE: dict[Beside, str] = {
    Beside.NOTHING: "Nothing on the wall",
    Beside.HAPPENED: "What happened",
    Beside.WHY: "Why",
    Beside.TURNED: "What would have turned it",
    Beside.CARRIED: "What to carry over",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `words` are said aloud; `about` is what in this game it is made from; `listen` is for the
    instructor alone. `seats` are asked first; where they may pass, that is said to them."""

    words: str
    about: str
    listen: str
    beside: Beside
    seats: tuple[AgencyId, ...] = ()
    commands: tuple[int, ...] = ()
    round: int | None = None
    theme: Theme | None = None
    may_pass: bool = False
    is_of_the_case: bool = False


def question(
    story: Chronicle,
    words: str,
    listen: str,
    beside: Beside,
    *,
    about: str = "",
    seats: tuple[AgencyId, ...] = (),
    commands: tuple[int | None, ...] = (),
    theme: Theme | None = None,
    may_pass: bool = False,
) -> Question:
    """Put a question together with the round of the first command it is about."""
    known = tuple(at for at in commands if at is not None)
    game_round = story.rounds.get(known[0]) if known else None
    return Question(words, about, listen, beside, seats, known, game_round, theme, may_pass)
