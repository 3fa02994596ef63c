"""Public consensus beside private spread: what the room showed on the text that counts, and what was behind it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.debrief.chronicle import Chronicle, Showing
from game.debrief.verdicts import headline
from game.debrief.words import BALLOT, count, names, percent, share, signed, text_name
from game.rules.appraisal import appraise
from game.rules.commands import AnswerBallot
from game.rules.events import CameIntoForce, DoubtRaised, FellThrough, StancesShown
from game.rules.ids import AgencyId, TextId
from game.rules.judging.judge import RESERVED
from game.rules.legality.plenary import SHOWN
from game.rules.legality.year import BALLOT_TOP
from game.rules.state import State
from game.rules.texts import Signature, Text
from game.rules.view import view

YES, NO = 1.0, -1.0
Placed = tuple[tuple[AgencyId, float], ...]
"""Agencies, each with where it stood, -1..1, in the order of the case."""


class Occasion(StrEnum):
    """When it was to be seen, or could be asked in secret, where each stood."""

    STANCES = "stances"
    DOUBT = "doubt"
    SIGNING = "signing"
    BALLOT = "ballot"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment, everything on the scale -1..1.

    `shown` is what was said in public: 1 a plain yes, 1/3 with reservations, 0 nothing, -1/3 an objection, -1 a block
    or a signature declined; after the signing, what was signed. `private` is the true support then (R5.7); on the
    ballot the answer, and in the year the effort, from none (-1) to all of it (1). `round` is None after the meetings.
    """

    occasion: Occasion
    label: str
    round: int | None
    at: int | None
    shown: Placed
    private: Placed
    words: str

    @property
    def public(self) -> float:
        """Return the share (0..1) of those asked who said a plain yes."""
        return sum(value == YES for _, value in self.shown) / len(self.shown) if self.shown else 0.0

    @property
    def spread(self) -> float:
        """Return how far apart they stood in private, from the lowest to the highest, 0..2."""
        values = [value for _, value in self.private]
        return max(values) - min(values) if values else 0.0

    @property
    def mean(self) -> float:
        """Return where they stood in private on average."""
        return sum(value for _, value in self.private) / len(self.private) if self.private else 0.0


@dataclass(frozen=True, slots=True)
class Consensus:
    """The moments of one text in the order of time; `text` is None where none was ever on the table."""

    text: TextId | None
    moments: tuple[Moment, ...]
    words: str


def consensus(story: Chronicle) -> Consensus:
    """Lay what was shown in public beside what was behind it, for the text that counts."""
    text = leading_text(story)
    if text is None:
        return Consensus(None, (), "No text was ever put on the table, so there was nothing to say yes to.")
    moments = (*_meetings(story, text), *_afterwards(story, text))
    return Consensus(text, moments, _lead(story, text, moments))


def leading_text(story: Chronicle) -> TextId | None:
    """Find the text that counts: the accord behind the verdict, else the heaviest, else the text that came furthest.

    Furthest: signed by most, then endorsed by most at once, then put down last. None if there was no text.
    """
    decided = headline(story).accord or next((lived.accord for lived in story.lived), None)
    if decided is not None:
        return decided
    texts = story.end.room.texts
    reached = {text: (0, 0, paper.latest.at) for text, paper in texts.items()}
    for _, what, then in story.shown:
        text = _text_of(what)
        paper = then.room.texts[text]
        signed = sum(given.is_signed for given in paper.signatures.values())
        yes = sum(SHOWN[stance] == YES for stance in paper.latest.stances.values())
        reached[text] = (max(reached[text][0], signed), max(reached[text][1], yes), reached[text][2])
    return max(reached, key=lambda text: reached[text], default=None)


def _text_of(what: Showing) -> TextId:
    return what.accord.text if isinstance(what, CameIntoForce) else what.text


def _meetings(story: Chronicle, text: TextId) -> Iterator[Moment]:
    """Tell what showed at the meetings; a call that lapsed before anybody signed shows nothing."""
    for at, what, then in story.shown:
        paper = then.room.texts[_text_of(what)]
        if paper.id != text or (isinstance(what, CameIntoForce | FellThrough) and not paper.signatures):
            continue
        match what:
            case StancesShown():
                occasion, label, shown = Occasion.STANCES, "Stances", _stances(story, paper)
            case DoubtRaised():
                occasion, label, shown = Occasion.DOUBT, "A doubt", _stances(story, paper)
            case CameIntoForce():
                occasion, label, shown = Occasion.SIGNING, "Signing", _signatures(story, paper.signatures)
            case FellThrough():
                occasion, label, shown = Occasion.SIGNING, "Fell through", _signatures(story, paper.signatures)
        private = tuple((seat, _support(story, what, then, paper, seat)) for seat, _ in shown)
        game_round = then.room.round
        words = f"{label} in round {game_round}. {public_words(shown, occasion)} {_private_words(story, private)}"
        yield Moment(occasion, label, game_round, at, shown, private, words)


def _stances(story: Chronicle, paper: Text) -> Placed:
    stances = paper.latest.stances
    return tuple((seat, SHOWN[stances[seat]]) for seat in story.case.agency_ids if seat in stances)


def _signatures(story: Chronicle, given: Mapping[AgencyId, Signature]) -> Placed:
    """Place who was asked to sign, and answered."""
    return tuple((seat, _signature(given[seat])) for seat in story.case.agency_ids if seat in given)


def _signature(given: Signature) -> float:
    if not given.is_signed:
        return NO
    return RESERVED if given.reserved is not None else YES


def _support(story: Chronicle, what: Showing, then: State, paper: Text, seat: AgencyId) -> float:
    """Say how far a seat was for the text as it stood then, as the judge reads it (R5.7)."""
    if isinstance(what, CameIntoForce):
        reading = story.judged[paper.id].signatures.get(seat)
        if reading is not None:
            return reading.support
    return appraise(view(then, seat), paper.latest.terms, paper.latest.parties, paper.id).support


def _afterwards(story: Chronicle, text: TextId) -> Iterator[Moment]:
    """Tell what the secret ballot said, and what the year brought, beside what was signed."""
    if all(lived.accord != text for lived in story.lived):
        return
    parties = story.accord(text).parties
    shown = _signatures(story, {seat: story.end.room.texts[text].signatures[seat] for seat in parties})
    answers = {
        seat: ballot.own
        for seat in story.case.agency_ids
        if (ballot := story.end.own[seat].ballots.get(text)) is not None and ballot.own is not None
    }
    if answers:
        last = max(
            entry.at
            for entry in story.entries
            if isinstance(entry.command, AnswerBallot) and entry.command.accord == text
        )
        private = tuple((seat, 2 * answer / BALLOT_TOP - 1) for seat, answer in answers.items())
        said = _ends(story, answers, lambda answer: f"‘{BALLOT[int(answer)]}’")
        words = f"The secret ballot. {public_words(shown, Occasion.SIGNING)} How far will it be carried out? {said}"
        yield Moment(Occasion.BALLOT, "Ballot", None, last, shown, private, words)
    lived = story.lived_as(text).given
    given = {seat: lived[seat] for seat in story.case.agency_ids if seat in lived}
    if given:
        private = tuple((seat, 2 * effort - 1) for seat, effort in given.items())
        words = f"The year after, those who had something to carry: {_ends(story, given, percent)}"
        yield Moment(Occasion.YEAR, "The year", None, None, shown, private, words)


def _ends(story: Chronicle, values: Mapping[AgencyId, float], write: Callable[[float], str]) -> str:
    """Name the lowest and the highest with who they were."""
    low, high = min(values.values()), max(values.values())

    def end(value: float) -> str:
        return f"{write(value)} ({names(story.case, (seat for seat in values if values[seat] == value))})"

    if low == high:
        return f"{end(low)}." if len(values) == 1 else f"all at {write(low)}."
    return f"from {end(low)} to {end(high)}."


def public_words(shown: Placed, occasion: Occasion, what: str = "it") -> str:
    """Count who said a plain yes, without a word on what was meant."""
    yes, asked = sum(value == YES for _, value in shown), len(shown)
    who = "all" if yes == asked else "none" if yes == 0 else count(yes).lower()
    of = f"{who} {count(asked).lower()}" if yes == asked > 1 else f"{who} of {count(asked).lower()}"
    verb = "signed" if occasion is Occasion.SIGNING else "endorsed"
    return f"{of[:1].upper()}{of[1:]} {verb} {what} without reservation."


def _private_words(story: Chronicle, private: Placed) -> str:
    """Say between whom the private support spread, and how many were against."""
    values = dict(private)
    if not values:
        return "Nobody was asked."
    against = [seat for seat, value in private if value < 0]
    told = f"In private, {_ends(story, values, signed)}"
    if not against:
        return f"{told} Nobody was against it."
    return f"{told} {names(story.case, against)} {'was' if len(against) == 1 else 'were'} against it."


def _lead(story: Chronicle, text: TextId, moments: Iterable[Moment]) -> str:
    """Say in a sentence or two how far the public yes and what was behind it lay apart."""
    meetings = [moment for moment in moments if moment.round is not None]
    signings = [moment for moment in meetings if moment.occasion is Occasion.SIGNING]
    if not meetings:
        return f"{text_name(text)} was put on the table, and nobody ever showed where it stood on it."
    moment = signings[-1] if signings else max(meetings, key=lambda one: (one.public, one.at or 0))
    said = public_words(moment.shown, moment.occasion, text_name(text))
    against = sum(value < 0 for _, value in moment.private)
    apart = f"stood {share(moment.spread)} apart, where 2 is the most" if moment.spread else "stood at one point"
    behind = f"{count(against).lower()} {'was' if against == 1 else 'were'}" if against else "nobody was"
    return f"{said} In private they {apart}, and {behind} against it."
