"""Judge a finished game again by other lines, or see how near each line is to turning a verdict."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from game.cli.app import AsJson, app, print_json
from game.cli.failure import Failure, complain
from game.cli.judging_report import both_for_machines, lines_for_machines, show_both, show_lines
from game.debrief import Chronicle, UnfinishedError, judged_again, of_journal
from game.record import Journal, read
from game.rules.ruleset import Ruleset
from game.scenario.lines import load_ruleset
from game.scenario.problems import ScenarioProblems
from game.session import rebuild
from game.session.resuming import told_differences


@app.command()
def judge(
    journal: Annotated[Path, typer.Argument(help="A saved game that is over.", show_default=False)],
    ruleset: Annotated[
        Path | None,
        typer.Option(help="A YAML file of lines to judge by, such as hollow_sincerity: 0.5.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Judge a finished game again by other lines; without a ruleset, say where each line is and what would turn."""
    found = read(journal)
    rebuilt = rebuild(found)
    story = _told(found)
    if ruleset is not None:
        again = judged_again(story, _load(ruleset, story.ruleset))
        if as_json:
            print_json(both_for_machines(story, again))
        else:
            show_both(Console(highlight=False), story, again)
    elif as_json:
        print_json(lines_for_machines(story))
    else:
        show_lines(Console(highlight=False), story)
    if found.notice:
        complain(found.notice)
    if rebuilt.differences:
        raise Failure(told_differences(rebuilt.differences))


def _told(journal: Journal) -> Chronicle:
    try:
        return of_journal(journal)
    except UnfinishedError:
        raise Failure("This game is not over; it can be judged once the year after has gone by.") from None


def _load(path: Path, played_by: Ruleset) -> Ruleset:
    """Load the lines; all that is wrong with them is told."""
    try:
        return load_ruleset(path, played_by)
    except ScenarioProblems as error:
        for problem in error.problems[:-1]:
            complain(str(problem))
        raise Failure(str(error.problems[-1])) from None
