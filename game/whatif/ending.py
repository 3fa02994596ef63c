"""What a game came to, in the few numbers by which one that went otherwise is held against it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from game.debrief import Chronicle, headline
from game.rules.ids import AgencyId, TextId
from game.rules.judgement import Judgement, Outcome, SignatureReading
from game.rules.state import State
from game.rules.vocabulary import ForumVerdict, Kind
from game.whatif.rerun import Rerun


@dataclass(frozen=True, slots=True)
class Ending:
    """How a game ended, and what became of the accord that decided the game as it was played.

    `signed` and `consent` are None where that accord is not in force; `rate` is 0..100, the rest 0..1.
    """

    verdict: ForumVerdict
    signed: Kind | None
    consent: float | None
    rate: float
    complementarity: float


def consent_of(judgement: Judgement) -> float:
    """Say how far (0..1) those concerned were with an accord; see `consent`."""
    return consent(judgement.signatures, judgement.missing)


def consent(signatures: Mapping[AgencyId, SignatureReading], missing: Collection[AgencyId]) -> float:
    """Say how far (0..1) those concerned are with a text: ½ · the least + ½ · the mean of sincerity (R5.6).

    A voice that is missing (R6.2) counts as 0: nobody can mean what it was never asked.
    """
    values = [signature.sincerity for signature in signatures.values()]
    values += [0.0 for voice in missing if voice not in signatures]
    return 0.5 * min(values) + 0.5 * sum(values) / len(values)


def decisive_text(story: Chronicle) -> TextId | None:
    """Name the accord that decided a game, or the heaviest; None where none is in force."""
    return headline(story).accord or next((lived.accord for lived in story.lived), None)


def ending_of(story: Chronicle) -> Ending:
    """Say how a game ended that was played."""
    return _ending(story.end, story.outcome, decisive_text(story))


def ending_again(rerun: Rerun, text: TextId | None) -> Ending | None:
    """Say how a game ended that was run again, by the name that its accord has in the record; None if it got stuck."""
    outcome = rerun.state.sealed.outcome
    now = None if text is None else rerun.letters.get(text)
    return None if outcome is None else _ending(rerun.state, outcome, now)


def _ending(state: State, outcome: Outcome, text: TextId | None) -> Ending:
    lived = next((accord for accord in outcome.accords if accord.accord == text), None)
    judgement = state.sealed.judgements[lived.accord] if lived is not None else None
    return Ending(
        verdict=outcome.verdict,
        signed=lived.signed if lived is not None else None,
        consent=consent_of(judgement) if judgement is not None else None,
        rate=lived.rate if lived is not None else 0.0,
        complementarity=outcome.complementarity,
    )
