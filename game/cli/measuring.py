"""The measures of one game, or of a class, as CSV with a codebook, in a folder of their own."""

import os
from pathlib import Path

import typer

from game.classroom.export import reckon_all, sheet_files
from game.cli.class_debriefing import read_class
from game.cli.failure import FAILED, MISUSED, Failure, complain
from game.cli.progress import show_tables
from game.cli.writing import write_new


def write_measures(journals: list[str], folder: Path, *, shows_names: bool) -> None:
    """Write all sheets into a new or empty folder; Failure if that cannot be, or no game is over."""
    _refuse_full(folder)
    found = read_class(journals)
    finished = tuple(one for one in found.tables if one.is_closed)
    if not finished:
        raise Failure("No game of these is over; measures can be taken once the year after has gone by.")
    reckoned = show_tables(lambda jobs: reckon_all(found.tables, jobs), len(found.tables))
    files = sheet_files(
        found.tables,
        replace_names=not shows_names,
        people=found.people,
        learners=found.learners,
        left_out=found.problems,
        reckoned=reckoned,
    )
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Failure(f"{folder} cannot be made: {error.strerror}.") from None
    for name, content in files.items():
        if not write_new(folder / name, content):
            raise Failure(f"{folder / name} exists already and was left as it is; name another folder.", MISUSED)
    typer.echo(f"{folder}: {len(files)} files; begin with the README.txt in it.")
    for problem in found.problems:
        complain(problem)
    if found.problems:
        raise typer.Exit(FAILED)


def _refuse_full(folder: Path) -> None:
    """Refuse a folder that has anything in it, before the work is done."""
    try:
        if os.path.isdir(folder) and any(folder.iterdir()):
            raise Failure(f"{folder} has files in it already; name a new folder.", MISUSED)
        if not os.path.isdir(folder) and (os.path.lexists(folder) or not os.path.isdir(folder.parent)):
            raise Failure(f"{folder} cannot be made there; name a new folder in one that there is.", MISUSED)
    except (OSError, ValueError):
        raise Failure("The name after `--csv` is not the name of a folder; choose another.", MISUSED) from None
