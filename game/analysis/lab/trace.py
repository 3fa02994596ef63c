"""What the balance lab keeps of a game: a small value in place of its states."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.opponents.manner import PRACTITIONER, Level
from game.record import Entry
from game.record.sentences import narrate
from game.rules import commands as do
from game.rules import events as was
from game.rules.case import Case
from game.rules.dealings import Claim
from game.rules.events import Event
from game.rules.ids import AgencyId, ClaimId, EventId, FactId, IssueId, MandateId, OptionId, TextId
from game.rules.judgement import LivedAccord
from game.rules.state import State
from game.rules.vocabulary import ForumVerdict, Kind, Lived, Phase, Root
from game.session import Opened, manners_for, simulate_opened
from game.session.deliveries import told

SAMPLED = 5
"""The words of the record are counted in every fifth seed, for one seat: telling it takes a twentieth of a game."""


@dataclass(frozen=True, slots=True)
class AccordTrace:
    """An accord in force at the end. `rate` is 0..100, the rest 0..1; `capture` is R6.1's."""

    signed: Kind
    lived: Lived
    sincerity: float
    rate: float
    capture: float


@dataclass(frozen=True, slots=True)
class FactTrace:
    """What became of a fact: found out by a command, told straight, spun; and what it did to signatures.

    `gap` is the most it took from a signature's Informed (R5.3), 0..1; `worth` the most it could move, in points, of
    what an accord was worth to a party.
    """

    is_learned: bool
    is_told: bool
    is_spun: bool
    gap: float
    worth: float


@dataclass(frozen=True, slots=True)
class Turns:
    """Decisions of a phase: those of the busiest seat, summed over the rounds, and those of all seats together."""

    busiest: int
    together: int


@dataclass(frozen=True, slots=True)
class Trace:
    """What a game came to. `bowed` counts the threats after which the pressed seat signed the text."""

    seed: int
    manner: str
    level: str
    verdict: ForumVerdict
    accords: tuple[AccordTrace, ...]
    totals: Mapping[AgencyId, float]
    mandates: Mapping[AgencyId, float]
    """Points, as the walk-away is told: R9.1 without impact and standing."""
    held: frozenset[tuple[AgencyId, MandateId]]
    """Hidden mandates that held at the end."""
    facts: Mapping[FactId, FactTrace]
    threats: int
    bowed: int
    complementarity: float
    turns: Mapping[Phase, Turns]
    words: int | None
    """Of the record, as one seat was told it; None where it was not counted."""
    left: frozenset[AgencyId]
    """Who walked out and stayed out."""
    missing: frozenset[AgencyId]
    """Voices that were missing from an accord (R6.2)."""
    spent: frozenset[EventId]
    """Events that happened."""
    agreed: frozenset[tuple[IssueId, OptionId]]
    declared: frozenset[tuple[IssueId, OptionId]]
    """Lanes."""


def trace_game(case: Case, seed: int, manner: str, level: Level = PRACTITIONER) -> Trace:
    """Play one game between computer seats, and keep what the balance lab asks for; StuckError if it does not end."""
    return trace_of(simulate_opened(case, seed, manners_for(case, manner, seed, level)), manner, level)


def trace_of(opened: Opened, manner: str, level: Level = PRACTITIONER) -> Trace:
    """Keep what the balance lab asks for of a finished game; ValueError if it is not finished."""
    state = opened.state
    outcome = state.sealed.outcome
    if outcome is None:
        raise ValueError("the game is not over")
    threats = [one for seat, own in state.own.items() for one in own.threats.values() if one.presser == seat]
    return Trace(
        seed=state.seed,
        manner=manner,
        level=level.name,
        verdict=outcome.verdict,
        accords=tuple(_accord(state, accord) for accord in outcome.accords),
        totals={agency: score.total for agency, score in outcome.scores.items()},
        mandates={agency: score.mandate for agency, score in outcome.scores.items()},
        held=frozenset(_held(state)),
        facts=_facts(state, opened.entries),
        threats=len(threats),
        bowed=sum(_has_signed(state, one.pressed, one.text) for one in threats),
        complementarity=outcome.complementarity,
        turns=_turns(opened.entries),
        words=_count_words(opened) if state.seed % SAMPLED == 0 else None,
        left=state.room.out,
        missing=frozenset(voice for one in outcome.accords for voice in state.sealed.judgements[one.accord].missing),
        spent=state.sealed.spent,
        agreed=frozenset((term.issue, term.option) for one in outcome.accords for term in one.terms),
        declared=frozenset((issue, option) for lanes in state.room.lanes.values() for issue, option in lanes.items()),
    )


def _accord(state: State, accord: LivedAccord) -> AccordTrace:
    judgement = state.sealed.judgements[accord.accord]
    return AccordTrace(accord.signed, accord.lived, judgement.sincerity, accord.rate, judgement.capture)


def _held(state: State) -> Iterator[tuple[AgencyId, MandateId]]:
    """Name the hidden mandates that held at the end, off the lines of the scores."""
    outcome = state.sealed.outcome
    for agency, score in outcome.scores.items() if outcome is not None else ():
        for line in score.mandate_lines:
            if line.what == "hidden_mandate":
                yield agency, MandateId(line.about)


def _has_signed(state: State, seat: AgencyId, text: TextId) -> bool:
    """Say whether a seat put its name under a text, in force or not."""
    signature = state.room.texts[text].signatures.get(seat)
    return signature is not None and signature.is_signed


def _facts(state: State, entries: Sequence[Entry]) -> Mapping[FactId, FactTrace]:
    learned = {entry.command.fact for entry in entries if isinstance(entry.command, do.Investigate)}
    learned |= {
        event.what.fact for entry in entries for event in entry.events if isinstance(event.what, was.JointlyAssessed)
    }
    claims: dict[ClaimId, Claim] = dict(state.room.claims)
    for own in state.own.values():
        claims.update(own.claims)
    spun = {claim.fact for claim in claims.values() if claim.id in state.own[claim.speaker].spun}
    straight = {claim.fact for claim in claims.values() if claim.id not in state.own[claim.speaker].spun}
    gaps, worths = _gaps(state), _worths(state)
    return {
        fact.id: FactTrace(
            fact.id in learned, fact.id in straight, fact.id in spun, gaps.get(fact.id, 0.0), worths.get(fact.id, 0.0)
        )
        for fact in state.case.facts
    }


def _gaps(state: State) -> Mapping[FactId, float]:
    """Say how much each fact took at most from how well a signature was informed (R5.3)."""
    gaps: dict[FactId, float] = {}
    for judgement in state.sealed.judgements.values():
        for signature in judgement.signatures.values():
            for one in signature.roots[Root.INFORMED].evidence:
                fact = FactId(one.about)
                gaps[fact] = max(gaps.get(fact, 0.0), -one.amount)
    return gaps


def _worths(state: State) -> Mapping[FactId, float]:
    """Say how much each fact could move at most of what an accord was worth to a party, in points."""
    worths: dict[FactId, float] = {}
    for accord in state.room.accords.values():
        for party in accord.parties:
            moved: Counter[FactId] = Counter()
            for term in accord.terms:
                for fact, points in state.roles[party].shifts_on.get((term.issue, term.option), ()):
                    moved[fact] += points
            for fact, by in moved.items():
                worths[fact] = max(worths.get(fact, 0.0), float(abs(by)))
    return worths


def _turns(entries: Sequence[Entry]) -> Mapping[Phase, Turns]:
    """Count what people would have to think about, phase by phase and round by round."""
    phase, stretch = Phase.CONVENING, 0
    counts: dict[tuple[Phase, int], Counter[AgencyId]] = {}
    for entry in entries:
        counts.setdefault((phase, stretch), Counter()).update(_deciders(entry))
        for event in entry.events:
            if isinstance(event.what, was.PhaseBegan):
                phase, stretch = event.what.phase, stretch + 1
    busiest, together = Counter[Phase](), Counter[Phase]()
    for (one, _), seats in counts.items():
        busiest[one] += max(seats.values(), default=0)
        together[one] += seats.total()
    return {one: Turns(busiest[one], together[one]) for one in together}


def _deciders(entry: Entry) -> tuple[AgencyId, ...]:
    """Name whom a command takes a decision's time of: nobody for a pass, both for a meeting.

    What is said at a meeting belongs to it, and a vote or an answer to a doubt is a show of hands.
    """
    match entry.command:
        case do.Meet(seat, whom):
            return seat, whom
        case do.Pass() | do.SendMessage() | do.Disclose() | do.Share(whom=str()):
            return ()
        case _:
            answered = (was.MotionAnswered, was.DoubtAnswered)
            is_answer = any(isinstance(event.what, answered) for event in entry.events)
            return () if is_answer or entry.seat is None else (entry.seat,)


def _count_words(opened: Opened) -> int:
    """Count the words of the record that one seat was told; another seat for another seed."""
    state = opened.state
    seat = state.case.agency_ids[state.seed // SAMPLED % len(state.case.agencies)]
    events: tuple[Event, ...] = (*opened.opening, *(event for entry in opened.entries for event in entry.events))
    sentences = narrate(told(events, seat), state.scene, seat, state.roles[seat], found=state.case.forum)
    return sum(len(sentence.text.split()) for sentence in sentences)
