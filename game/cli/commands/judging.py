"""Judge a finished game again by other lines, or see how near each line is to turning a verdict."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from game.cli.app import AsJson, Finished, app, print_json
from game.cli.finished import judged_by, read_finished
from game.cli.judging_report import both_for_machines, lines_for_machines, show_both, show_lines


@app.command()
def judge(
    journal: Finished,
    ruleset: Annotated[
        Path | None,
        typer.Option(help="A YAML file of lines to judge by, such as hollow_sincerity: 0.5.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Judge a finished game again by other lines; without a ruleset, say where each line is and what would turn."""
    found = read_finished(journal)
    story = found.story
    if ruleset is not None:
        again = judged_by(story, ruleset)
        if as_json:
            print_json(both_for_machines(story, again))
        else:
            show_both(Console(highlight=False), story, again)
    elif as_json:
        print_json(lines_for_machines(story))
    else:
        show_lines(Console(highlight=False), story)
    found.say_doubts()
