"""Print what a class needs on paper."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.app import Language, Scenario, app
from game.cli.choices import find_case
from game.cli.failure import Failure
from game.handouts import NoTypst, PrintError, print_handouts
from game.handouts.folder import FORM


@app.command("print")
def print_(
    scenario: Scenario,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write into.", show_default=False)],
    is_pdf: Annotated[bool, typer.Option("--pdf", help="Write PDF files as well.")] = False,
    language: Language = None,
) -> None:
    """Write briefing, role sheets, cards, teaching note, answers and a paper form, to be printed."""
    _, case = find_case(scenario, language)
    try:
        printed = print_handouts(case, output, scenario=scenario, is_pdf=is_pdf)
    except (NoTypst, PrintError) as error:
        raise Failure(str(error)) from None
    typer.echo(f"{len(printed.files)} files for {case.title}; begin with {output / 'index.html'}.")
    if printed.is_form_kept:
        typer.echo(f"{output / FORM} is filled in and was left as it is.")
    if printed.outdated:
        names = ", ".join(path.name for path in printed.outdated)
        typer.echo(f"From an earlier print, and not of this case as it stands: {names}. Delete them.")
