"""Who bent whom: the shares that causes have in a hollow yes, by running the game again without them.

Exact Shapley values over the largest causes: for every set of them the game is run again without that set, and each
cause gets what it takes from sincerity on average over all orders in which they could have come together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.debrief import Chronicle
from game.rules.ids import AgencyId, TextId
from game.rules.judging.judge import measured, read_signature
from game.rules.judging.roots import DIGITS
from game.rules.judging.verdict import missing_voices
from game.rules.replacing import replace
from game.rules.state import State
from game.rules.texts import Accord
from game.whatif.causes import Cause, causes_of
from game.whatif.ending import consent
from game.whatif.rerun import Rerun, Variation
from game.whatif.shapley import shapley
from game.whatif.tape import Tape, tape_of

MOST_CAUSES = 10


@dataclass(frozen=True, slots=True)
class Share:
    """A cause and how much of sincerity (points of 0..1) it took; below 0 where it helped."""

    cause: Cause
    taken: float
    alone: float
    """What sincerity would have been without this one cause alone."""


@dataclass(frozen=True, slots=True)
class Shares:
    """What weakened a signature (or, for None, all of those concerned with an accord), the largest share first.

    `without` is what sincerity would have been without all of these; what is missing from 1 even then lies in the text
    itself, or in causes left out as too small.
    """

    seat: AgencyId | None
    sincerity: float
    without: float
    shares: tuple[Share, ...]

    def part(self, share: Share) -> float:
        """Say which part (0..1) of all that was taken a cause took; 0 where it took nothing."""
        whole = sum(one.taken for one in self.shares if one.taken > 0)
        return max(0.0, share.taken) / whole if whole > 0 else 0.0


def shares_of(story: Chronicle, text: TextId, *, with_hollow: bool = True) -> tuple[Shares, ...]:
    """Share out what weakened an accord: first for all of those concerned, then (`with_hollow`) for each hollow yes."""
    tape = tape_of(story)
    hollow = [seat for seat, reading in story.judged[text].signatures.items() if with_hollow and reading.is_hollow]
    return tuple(_shares(tape, story, text, seat) for seat in (None, *hollow))


def _shares(tape: Tape, story: Chronicle, text: TextId, seat: AgencyId | None) -> Shares:
    causes = causes_of(story, text, seat)[:MOST_CAUSES]
    without = _sincerity_without(tape, story, text, seat, causes)
    everything = len(without) - 1
    lost = [without[everything] - without[everything ^ present] for present in range(len(without))]
    shares = (
        Share(cause, taken, without[1 << number])
        for number, (cause, taken) in enumerate(zip(causes, shapley(lost), strict=True))
    )
    ranked = tuple(sorted(shares, key=_rank))
    return Shares(seat, without[0], without[everything], ranked)


def _rank(share: Share) -> tuple[float, bool, int]:
    """Put the largest share first; of equal ones (to a hair), that with a command behind it."""
    return -round(share.taken, DIGITS), share.cause.at is None, share.cause.at or 0


def _sincerity_without(
    tape: Tape, story: Chronicle, text: TextId, seat: AgencyId | None, causes: Sequence[Cause]
) -> tuple[float, ...]:
    """Run the game to the signing without every set of causes, one bit each (2**n); sets that begin alike share it."""
    found = [0.0] * (1 << len(causes))
    in_time = sorted(range(len(causes)), key=lambda number: causes[number].branches)
    accord = story.accord(text)

    def run(rerun: Rerun, left: Sequence[int], missing: int) -> None:
        if not left:
            found[missing] = _sincerity(rerun.eve(accord.at), rerun.letters.get(text), accord, seat)
            return
        number, *later = left
        rerun.advance(causes[number].branches)
        other = rerun.fork(_without(rerun.variation, causes[number]))
        run(rerun, later, missing)
        run(other, later, missing | 1 << number)

    run(Rerun(tape), in_time, 0)
    return tuple(found)


def _sincerity(state: State, text: TextId | None, accord: Accord, seat: AgencyId | None) -> float:
    """Read how sincere a yes is, or (None) how far all concerned are with the accord, as it is about to be signed.

    Everybody is held, so all who signed sign; a text that was never tabled has no hollow yes, and counts in full.
    """
    if text is None:
        return 1.0
    same = replace(accord, text=text)
    if seat is not None:
        return read_signature(state, same, seat).sincerity
    measures = measured(state, same)
    return consent(measures.signatures, missing_voices(measures, state.ruleset))


def _without(variation: Variation, cause: Cause) -> Variation:
    """Leave one more cause out."""
    more = {at: (*variation.asides.get(at, ()), *added) for at, added in cause.asides.items()}
    return Variation({**variation.acts, **cause.acts}, {**variation.asides, **more})
