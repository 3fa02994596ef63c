"""What a text means to a seat at a moment, as it weighs it by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.opponents.assent import LEFT_OF_IT, asks, threatened
from game.opponents.estimate import others_of
from game.opponents.luck import Luck
from game.opponents.manner import Manner
from game.opponents.prospect import prospect
from game.rules.ids import AgencyId, RedLineId, TextId
from game.rules.texts import Text
from game.rules.view import View
from game.rules.vocabulary import Phase

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
    felled_by: AgencyId | None
    """Who said no already, where too little is left of the text for it to be signed."""

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
        felled_by=_felled_by(view, text) if view.room.phase is Phase.SIGNING else None,
        chances={party: float(chances[others.row(party)]) for party in version.parties if party != view.seat},
    )


def _felled_by(view: View, text: Text) -> AgencyId | None:
    """Name the first carrier whose no leaves too little of a text to be worth a signature (R3.4)."""
    refused = [agency for agency, signature in text.signatures.items() if not signature.is_signed]
    terms = text.latest.terms
    lost = {
        term: [agency for agency in refused if agency in view.scene.option(term.issue, term.option).carriers]
        for term in terms
    }
    left = sum(not carriers for carriers in lost.values())
    return next((agency for agency in refused if left < LEFT_OF_IT * len(terms) and any(lost.values())), None)
