"""See whether scenario files are right."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from game.cli.app import AsJson, app, print_json
from game.cli.failure import Failure
from game.scenario import loading
from game.scenario.problems import Problem, UnknownScenario


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Scenario files.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """List every problem of scenario files as path:line:column: message."""
    problems = [problem for file in files for problem in _problems_in(file)]
    for problem in problems:
        kind = "error" if problem.is_error else "warning"
        if as_json:
            place = {"path": problem.path, "line": problem.line, "column": problem.column, "kind": kind}
            print_json({**place, "message": problem.message, "suggestion": problem.suggestion})
        else:
            typer.echo(str(problem) if problem.is_error else f"{problem} (a warning)")
    errors = sum(problem.is_error for problem in problems)
    if errors:
        many = "1 problem" if errors == 1 else f"{errors} problems"
        raise Failure(f"{many} found; correct what is listed and check again.")


@app.command()
def schema() -> None:
    """Print the JSON Schema of scenarios, for editors."""
    typer.echo(json.dumps(loading.schema(), indent=2, ensure_ascii=False))


def _problems_in(file: str) -> tuple[Problem, ...]:
    """Check a file as it is, or a shipped scenario by name; a name that nothing has is a problem like others."""
    path = Path(file)
    if path.suffix or os.path.exists(path) or len(path.parts) > 1:
        return loading.check(path)
    try:
        return loading.check(loading.find(file))
    except UnknownScenario as error:
        return (Problem(file, 1, 1, str(error)),)
