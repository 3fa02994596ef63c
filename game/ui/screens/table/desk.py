"""What lies on the desk of whoever is at the screen: what is open, chosen and half written. No part of the game."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.desk.actions import Card, cards, first_possible, usual_heading
from game.desk.convening import Charter
from game.desk.drafting import Draft
from game.rules.ids import AgencyId, TextId
from game.rules.menu import Choice
from game.rules.room import Doubt
from game.rules.view import View
from game.rules.vocabulary import Heading, Phase, Stance
from game.ui.screens.table.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Moment:
    """What choices on the desk belong to; a doubt brings its text into view."""

    round: int
    phase: Phase
    seat: AgencyId
    doubted: TextId | None


@dataclass(slots=True)
class Desk:
    """Everything the screen remembers between two messages."""

    heading: Heading | None = None
    kind: str = ""
    picks: dict[str, object] = field(default_factory=dict)
    tab: TextId | None = None
    drawer: str = ""
    """What is open above the table: role, agency, issue, worth, message or sure."""
    about: str = ""
    to: AgencyId | None = None
    words: str = ""
    draft: Draft | None = None
    charter: Charter | None = None
    stances: dict[TextId, Stance] = field(default_factory=dict)
    moment: Moment | None = None
    shelf: Shelf = field(default_factory=Shelf)

    def keep_up(self, view: View) -> None:
        """Clear away what belonged to another round or phase, or to another person."""
        room = view.room
        doubted = room.interlude.text if isinstance(room.interlude, Doubt) else None
        now = Moment(room.round, room.phase, view.seat, doubted)
        if now == self.moment:
            return
        if self.moment is not None and self.moment.seat != now.seat:
            self.drawer, self.words, self.to = "", "", None
        self.tab = now.doubted
        self.heading, self.kind, self.picks = None, "", {}
        self.draft, self.charter, self.stances = None, None, {}
        self.drawer = "" if self.drawer == "sure" else self.drawer
        self.moment = now


@dataclass(frozen=True, slots=True)
class Open:
    """The open heading, its cards, and the chosen one with its commands."""

    heading: Heading
    cards: tuple[Card, ...]
    card: Card | None
    choice: Choice | None


def opened(view: View, choices: Iterable[Choice], desk: Desk) -> Open:
    """Say what is open now: what was chosen if it still can be, else the first that can."""
    known = tuple(choices)
    heading = desk.heading or usual_heading(view, known)
    found = cards(view, known, heading)
    possible = {card.kind: card for card in found if not card.refusal}
    kind = desk.kind if desk.kind in possible else first_possible(found)
    return Open(heading, found, possible.get(kind), next((one for one in known if one.kind == kind), None))
