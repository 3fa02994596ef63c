"""Write scenario files: begin one, and see whether it is right."""

import os
import time
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from game.cli import PROGRAM
from game.cli.app import AsJson, Language, app, print_json
from game.cli.failure import MISUSED, Failure
from game.cli.writing import write_new
from game.scenario import loading
from game.scenario.problems import Problem, UnknownScenario
from game.scenario.template import SCHEMA, draft, refuse_name, schema_text
from game.scenario.watching import watch as watch_file

BETWEEN_LOOKS = 0.25
"""Seconds."""


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Scenario files.", show_default=False)],
    language: Language = None,
    as_json: AsJson = False,
) -> None:
    """List every problem of scenario files as path:line:column: message.

    With a language, also every text that is still to be translated into it.
    """
    problems = [problem for file in files for problem in _problems_in(file, language)]
    for problem in problems:
        if as_json:
            kind = "error" if problem.is_error else "warning"
            place = {"path": problem.path, "line": problem.line, "column": problem.column, "kind": kind}
            print_json({**place, "message": problem.message, "suggestion": problem.suggestion})
        else:
            typer.echo(_told(problem))
    errors = sum(problem.is_error for problem in problems)
    if errors:
        raise Failure(f"{_count(errors, 'problem')} found; correct what is listed and check again.")


@app.command()
def watch(
    file: Annotated[str, typer.Argument(help="A scenario file.", show_default=False)], language: Language = None
) -> None:
    """Check a scenario file again whenever it is saved, until Ctrl-C."""
    path = _path_of(file)
    if not path.is_file():
        raise Failure(str(loading.check(path)[0]), MISUSED)
    try:
        for problems in watch_file(path, partial(loading.check, language=language), pause):
            Console().clear()
            typer.echo(f"{clock()} {path}: {_told_in_short(problems)}")
            for problem in problems or ():
                typer.echo(_told(problem))
    except KeyboardInterrupt:
        typer.echo("")


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Its name: lower-case letters, digits, `-`.", show_default=False)],
) -> None:
    """Begin a new scenario in this folder: small, commented, and working as it is."""
    name = name.removesuffix(".yaml")
    if refusal := refuse_name(name):
        raise Failure(refusal, MISUSED)
    path, beside = Path(f"{name}.yaml"), Path(SCHEMA)
    if not write_new(path, draft(name)):
        raise Failure(f"{path} exists already and was left as it is; choose another name.", MISUSED)
    write_new(beside, schema_text())
    typer.echo(
        f"{path} is ready. Change it as you like; `{PROGRAM} watch {path}` tells you at every save what is wrong."
    )


@app.command()
def schema() -> None:
    """Print the JSON Schema of scenarios, for editors."""
    typer.echo(schema_text(), nl=False)


def pause() -> None:
    """Wait for the next look at a file."""
    time.sleep(BETWEEN_LOOKS)


def clock() -> str:
    """Tell the time of the day."""
    return f"{datetime.now():%H:%M:%S}"


def _problems_in(file: str, language: str | None) -> tuple[Problem, ...]:
    """Check a file as it is, or a shipped scenario by name; a name that nothing has is a problem like others."""
    try:
        return loading.check(_path_of(file), language)
    except UnknownScenario as error:
        return (Problem(file, 1, 1, str(error)),)


def _path_of(file: str) -> Path:
    """Take a path as it is, or find a shipped scenario by name; UnknownScenario if nothing has it."""
    path = Path(file)
    is_path = bool(path.suffix) or os.path.lexists(path) or len(path.parts) > 1
    return path if is_path else loading.find(file)


def _told(problem: Problem) -> str:
    return str(problem) if problem.is_error else f"{problem} (a warning)"


def _told_in_short(problems: tuple[Problem, ...] | None) -> str:
    """Say how things stand."""
    if problems is None:
        return "the file is gone; waiting for it to come back"
    errors = sum(problem.is_error for problem in problems)
    counts = {"problem": errors, "warning": len(problems) - errors}
    return ", ".join(_count(count, what) for what, count in counts.items() if count) or "no problems"


def _count(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"
