"""Take out what a class leaves behind."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.app import app
from game.cli.failure import FAILED, MISUSED, Failure, complain
from game.cli.progress import show_tables
from game.cli.writing import write_new


@app.command("export-class")
def export_class(
    folder: Annotated[Path, typer.Argument(help="The folder that the class was hosted in.", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The new ZIP file.", show_default=False)],
    replace_names: Annotated[
        bool, typer.Option("--replace-names", help="Write person 1, person 2, … in place of people's names.")
    ] = False,
    is_whole: Annotated[
        bool, typer.Option("--whole", help="Of games still being played, export also what is private.")
    ] = False,
    is_reckoned: Annotated[
        bool,
        typer.Option("--what-if", help="Run finished games again, too, for causes and what would have turned them."),
    ] = False,
) -> None:
    """Write the journals and the measures of a class, with a codebook, into a ZIP file."""
    from game.classroom.export import package, read_folder, reckon_all  # noqa: PLC0415 - numpy only where asked for

    _refuse_existing(output)
    found = read_folder(folder)
    reckoned = show_tables(lambda jobs: reckon_all(found.tables, jobs), len(found.tables)) if is_reckoned else ()
    content = package(
        found.tables,
        replace_names=replace_names,
        is_whole=is_whole,
        people=found.people,
        learners=found.learners,
        left_out=found.problems,
        reckoned=reckoned,
    )
    if not write_new(output, content):
        raise Failure(f"{output} exists already and was left as it is; choose another name.", MISUSED)
    tables = "1 table" if len(found.tables) == 1 else f"{len(found.tables)} tables"
    typer.echo(f"{output}: {tables}; begin with the README.txt in it.")
    running = [one.table for one in found.tables if not one.is_closed]
    if running and not is_whole:
        typer.echo(f"Still being played, so only what everybody can see is in it: table {', '.join(running)}.")
    for problem in found.problems:
        complain(problem)
    if found.problems:
        raise typer.Exit(FAILED)


def _refuse_existing(output: Path) -> None:
    try:
        if output.is_dir():
            raise Failure(f"{output} is a folder; name a file in it.", MISUSED)
        if output.exists() or output.is_symlink():
            raise Failure(f"{output} exists already and was left as it is; choose another name.", MISUSED)
    except (OSError, ValueError):
        raise Failure("The name after `-o` is not a file name; choose another.", MISUSED) from None
