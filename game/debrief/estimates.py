"""What a computer seat took the others to want, beside what they wanted."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.opponents.diary import Guess, guesses_of
from game.opponents.manner import Manner
from game.rules.appraisal import appraise
from game.rules.ids import AgencyId, IssueId, OptionId, TextId
from game.rules.state import State
from game.rules.view import view

FAR = 10.0
"""Points beyond which a guess is called far off."""


@dataclass(frozen=True, slots=True)
class IssueEstimate:
    """One issue as guessed and as it was: the option taken to be liked best, the one liked best, and how far off, in
    points, the guess was over all options on average."""

    issue: IssueId
    taken: OptionId
    taken_points: float
    wanted: OptionId
    wanted_points: int
    off: float
    is_told: bool
    """Whether the other had opened up about it."""

    @property
    def is_right(self) -> bool:
        """Say whether the favourite was guessed."""
        return self.taken == self.wanted


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """One other agency as a seat saw it when a round ended. `texts`: what each text was taken to bring it above not
    signing, and what it would have brought it by what it then believed."""

    about: AgencyId
    issues: tuple[IssueEstimate, ...]
    walk_away: tuple[float, float]
    """Taken, and true."""
    texts: Mapping[TextId, tuple[float, float]]

    @property
    def off(self) -> float:
        """Return by how many points an option was misjudged on average."""
        return sum(issue.off for issue in self.issues) / len(self.issues)

    @property
    def right(self) -> int:
        """Count the issues on which the favourite was guessed."""
        return sum(issue.is_right for issue in self.issues)


def estimate_rows(state: State, seat: AgencyId, manner: Manner) -> tuple[EstimateRow, ...]:
    """Lay what a seat of this manner makes of the others beside the truth, in the order of the case."""
    return tuple(_row(state, guess) for guess in guesses_of(view(state, seat), manner))


def _row(state: State, guess: Guess) -> EstimateRow:
    points = state.case.agency(guess.agency).points
    issues = tuple(
        _issue(issue, guess.points[issue], points[issue], is_told=issue in guess.told) for issue in guess.points
    )
    texts = {text: (margin, _true_margin(state, guess.agency, text)) for text, margin in guess.margins.items()}
    return EstimateRow(guess.agency, issues, (guess.walk_away, state.own[guess.agency].walk_away), texts)


def _issue(
    issue: IssueId, taken: Mapping[OptionId, float], wanted: Mapping[OptionId, int], *, is_told: bool
) -> IssueEstimate:
    best_taken = max(taken, key=lambda option: taken[option])
    best = max(wanted, key=lambda option: (wanted[option], option == best_taken))
    off = sum(abs(taken[option] - wanted[option]) for option in wanted) / len(wanted)
    return IssueEstimate(issue, best_taken, taken[best_taken], best, wanted[best], off, is_told)


def _true_margin(state: State, agency: AgencyId, text: TextId) -> float:
    version = state.room.texts[text].latest
    found = appraise(view(state, agency), version.terms, version.parties, text)
    return found.worth - found.reservation


def estimate_words(row: EstimateRow) -> str:
    """Say in short how well somebody was seen."""
    issues = len(row.issues)
    known = f"{row.right} of {issues} favourites guessed, an option off by {row.off:.0f} points on average"
    taken, true = row.walk_away
    return f"{known}; walking away taken for {taken:.0f}, was {true:.0f}."
