"""A finished game, read from its journal and checked, for whatever is told of it."""

from dataclasses import dataclass
from pathlib import Path

from game.cli.choices import find_journal
from game.cli.failure import Failure, complain
from game.debrief import Chronicle, UnfinishedError, judged_again, of_journal
from game.record import Journal, read
from game.scenario.lines import load_ruleset
from game.scenario.problems import ScenarioProblems
from game.session import rebuild
from game.session.resuming import Difference, told_differences


@dataclass(frozen=True, slots=True)
class FinishedGame:
    """A game that is over, and where this version of the game would decide it otherwise."""

    journal: Journal
    story: Chronicle
    differences: tuple[Difference, ...]

    def say_doubts(self) -> None:
        """Say, once the game is told, what is to know about its record; Failure if it would be decided otherwise."""
        if self.journal.notice:
            complain(self.journal.notice)
        if self.differences:
            raise Failure(told_differences(self.differences))


def read_finished(journal: str) -> FinishedGame:
    """Read a game by its path or name; Failure if it is not over, JournalError if it cannot be rebuilt."""
    found = read(find_journal(journal))
    rebuilt = rebuild(found)
    try:
        return FinishedGame(found, of_journal(found), rebuilt.differences)
    except UnfinishedError:
        sentence = "This game is not over; it can be told, judged and run again once the year after has gone by."
        raise Failure(sentence) from None


def judged_by(story: Chronicle, ruleset: Path | None) -> Chronicle:
    """Judge a story again by the lines of a file (None: as it was played); Failure with all that is wrong with it."""
    if ruleset is None:
        return story
    try:
        return judged_again(story, load_ruleset(ruleset, story.ruleset))
    except ScenarioProblems as error:
        for problem in error.problems[:-1]:
            complain(str(problem))
        raise Failure(str(error.problems[-1])) from None
