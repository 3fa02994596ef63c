"""What a text means to a seat at a moment, as it weighs it by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.opponents.assent import asks, threatened
from game.opponents.estimate import others_of
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.prospect import prospect
from game.rules.ids import AgencyId, RedLineId, TextId
from game.rules.texts import Text
from game.rules.view import View

FORESEEN = 3.0
"""Points that a text must be expected to lose, for the seat to speak of it."""


@dataclass(frozen=True, slots=True)
class Worth:
    """In points above not signing. `on_paper` is what the seat takes it to say, `expected` what it goes by; `asked` is
    what it wants of such a text when nobody leans on it, and `fear` what threats weigh with it."""

    text: TextId
    on_paper: float
    expected: float
    asked: float
    fear: float
    crossed: tuple[RedLineId, ...]
    is_own: bool
    chances: Mapping[AgencyId, float]
    """How likely each of the other parties is taken to be able to sign and mean it, 0..1."""

    @property
    def is_short_of_paper(self) -> bool:
        """Say whether the seat expects clearly less of it than it says."""
        return self.on_paper - self.expected >= FORESEEN

    @property
    def doubtful(self) -> AgencyId | None:
        """Name the other party that is least likely to mean it; None if it has no other parties."""
        return min(self.chances, key=lambda agency: (self.chances[agency], agency), default=None)


def worth_of(view: View, manner: Manner, luck: Luck, text: Text) -> Worth:
    """Weigh the latest version of a text as a seat of this manner does."""
    seen, version = prospect(view, manner, luck, text), text.latest
    lost = manner.level.foresight * (seen.margin - seen.delivered)
    others = others_of(view, manner)
    chances = others.chances(others.board.marks(version.terms))
    return Worth(
        text=text.id,
        on_paper=seen.judged + lost,
        expected=seen.judged,
        asked=asks(view, manner, luck, text, is_afraid=False),
        fear=threatened(view, text) * manner.pliancy,
        crossed=seen.crossed,
        is_own=view.seat in text.sponsors,
        chances={party: float(chances[others.row(party)]) for party in version.parties if party != view.seat},
    )
