"""The secret ballot opened: what each said it would do, what the others expected, and what it did."""

from dataclasses import dataclass

from game.debrief.chronicle import Chronicle
from game.debrief.words import BALLOT, percent, points
from game.rules.ids import AgencyId, TextId


@dataclass(frozen=True, slots=True)
class BallotRow:
    """One party of an accord. `guesses` are what the others expected it to answer, by who guessed; answers run 0..4."""

    agency: AgencyId
    answer: int | None
    guesses: tuple[tuple[AgencyId, int], ...]
    lived: float | None
    words: str

    @property
    def expected(self) -> float | None:
        """Return the mean of what the others expected."""
        return sum(guess for _, guess in self.guesses) / len(self.guesses) if self.guesses else None


def ballot_rows(story: Chronicle, text: TextId) -> tuple[BallotRow, ...]:
    """Open the ballots on an accord, in the order of the case."""
    parties = story.accord(text).parties
    return tuple(_row(story, text, seat) for seat in story.case.agency_ids if seat in parties)


def _row(story: Chronicle, text: TextId, seat: AgencyId) -> BallotRow:
    own = story.end.own
    mine = own[seat].ballots.get(text)
    answer = mine.own if mine is not None else None
    guesses = tuple(
        (other, ballot.predictions[seat])
        for other in story.case.agency_ids
        if (ballot := own[other].ballots.get(text)) is not None and seat in ballot.predictions
    )
    lived = story.lived_as(text).given.get(seat)
    name = story.agency(seat).name
    said = f"said: {BALLOT[answer]} ({answer} of 4)" if answer is not None else "gave no answer"
    row = BallotRow(seat, answer, guesses, lived, "")
    thought = "" if row.expected is None else f", the others expected {points(row.expected)}"
    gave = "" if lived is None else f", and it gave {percent(lived)} of full effort"
    return BallotRow(seat, answer, guesses, lived, f"{name} {said}{thought}{gave}.")
