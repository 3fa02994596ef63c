"""The moment at hand as the coach sees it: the seat's view, and what an experienced, honest mind makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.opponents.assent import threatened
from game.opponents.estimate import Others, others_of
from game.opponents.luck import Luck
from game.opponents.manner import HONEST_BROKER, VETERAN
from game.opponents.prospect import Prospect, prospect
from game.opponents.speech.english import called
from game.rules.commands import Command
from game.rules.course import open_texts, strongest_by_power
from game.rules.ids import AgencyId, FactId, IssueId, TextId
from game.rules.legality import verify
from game.rules.texts import Text
from game.rules.view import View
from game.rules.vocabulary import Phase, Stance

MIND = HONEST_BROKER.at(VETERAN)
HARDLY = 0.35
"""A chance below which somebody is guessed to be hardly able to mean a yes."""
CRITICAL = frozenset({Stance.OBJECT, Stance.BLOCK})
LISTED = 3
"""Names in a row before the rest are counted."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A seat's view, read with experience."""

    view: View

    @property
    def me(self) -> AgencyId:
        """Name the seat."""
        return self.view.seat

    @property
    def phase(self) -> Phase:
        """Say where the game stands."""
        return self.view.room.phase

    @property
    def luck(self) -> Luck:
        """Give draws that decide nothing: an experienced mind misjudges nothing, and the coach never draws."""
        return Luck(0, self.view.seat)

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return the open texts."""
        return open_texts(self.view.room)

    @property
    def mine(self) -> Text | None:
        """Find the latest open text that the seat sponsors."""
        return next((text for text in reversed(self.texts) if self.me in text.sponsors), None)

    @property
    def is_last_round(self) -> bool:
        """Say whether no further round will come."""
        return self.view.room.round >= self.view.scene.rounds

    @property
    def others_here(self) -> tuple[AgencyId, ...]:
        """Name who else is present, in the order of the case."""
        return tuple(a for a in self.view.scene.agency_ids if a in self.view.room.present and a != self.me)

    @property
    def strongest(self) -> tuple[AgencyId, ...]:
        """Name the strongest here, as everybody sees it."""
        return strongest_by_power(self.view.scene, self.view.room.present)

    def others(self) -> Others:
        """Say what an experienced, honest mind makes of the others from this seat."""
        return others_of(self.view, MIND)

    def seen(self, text: Text) -> Prospect:
        """Say what a text would come to for the seat."""
        return prospect(self.view, MIND, self.luck, text)

    def fear(self, text: Text) -> float:
        """Sum what not signing could cost by threats, in points."""
        return threatened(self.view, text)

    def carriers(self, text: Text) -> tuple[AgencyId, ...]:
        """Name who else would have to carry a text, in the order of the case."""
        found = {c for term in text.latest.terms for c in self.view.scene.option(term.issue, term.option).carriers}
        return tuple(a for a in self.view.scene.agency_ids if a in found and a != self.me)

    def critics(self, text: Text) -> tuple[AgencyId, ...]:
        """Name the others who have shown that they are not for a text."""
        stances = text.latest.stances
        return tuple(a for a in self.view.scene.agency_ids if stances.get(a) in CRITICAL and a != self.me)

    def doubtful(self, text: Text) -> AgencyId | None:
        """Guess which other party could hardly mean a yes; None if all might."""
        others = self.others()
        chances = {a: others.chance(a, text.latest.terms) for a in text.latest.parties if a != self.me}
        weak = min(chances, key=lambda agency: (chances[agency], agency), default=None)
        return weak if weak is not None and chances[weak] < HARDLY else None

    def basis(self, agency: AgencyId, text: Text) -> str:
        """Say from what a guess about somebody and a text is made."""
        if agency in text.latest.stances:
            return "From its stance"
        if agency in self.others().told:
            return "From what it has told you"
        return "Going by what such agencies usually want"

    def has_consulted(self, agency: AgencyId) -> bool:
        """Say whether the seat has ever sat down with somebody."""
        return bool(self.view.own.consulted.get(agency))

    def has_stake(self, agency: AgencyId) -> int:
        """Count the options that somebody would carry."""
        return sum(agency in option.carriers for issue in self.view.scene.issues for option in issue.options)

    def allows(self, command: Command) -> bool:
        """Say whether the seat may give a command now."""
        return verify(self.view, command) is None

    def first(self, *commands: Command) -> Command | None:
        """Find the first command that the seat may give now."""
        return next((command for command in commands if self.allows(command)), None)

    def name(self, agency: AgencyId) -> str:
        """Name an agency as one speaks of it."""
        return called(self.view.scene.face(agency).name)

    def names(self, agencies: Iterable[AgencyId]) -> str:
        """Name agencies in a row."""
        names = [self.name(agency) for agency in agencies]
        if len(names) > LISTED:
            names = [*names[: LISTED - 1], f"{len(names) - LISTED + 1} others"]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    def issue(self, issue: IssueId) -> str:
        """Name an issue in quotes."""
        return f"“{self.view.scene.issue(issue).name}”"

    def fact(self, fact: FactId) -> str:
        """Name a question in quotes."""
        return f"“{self.view.scene.question(fact).name}”"

    def bears_on(self, fact: FactId, text: Text) -> bool:
        """Say whether a fact changes what the terms of a text are worth to the seat."""
        shifts = self.view.role.shifts.get(fact, {})
        return any(shifts.get(term.issue, {}).get(term.option) for term in text.latest.terms)

    def text(self, text: TextId) -> Text:
        """Find a text."""
        return self.view.room.texts[text]


def points_words(points: float) -> str:
    """Say how far above or below not signing something leaves the seat."""
    whole = round(points)
    if whole == 0:
        return "about what not signing is worth"
    unit = "point" if abs(whole) == 1 else "points"
    return f"{abs(whole)} {unit} {'above' if whole > 0 else 'below'} not signing"


def percent_words(share: float) -> str:
    """Write a share of 1 as everywhere else in the game."""
    return f"{round(100 * share)} %"
