"""Bring negotiation domains of other programs in, and take scenarios out to them."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.app import Language, Scenario, app
from game.cli.choices import find_case
from game.cli.failure import MISUSED, Failure
from game.cli.writing import write_new
from game.scenario import loading
from game.scenario.checks.sizes import OPTIONS
from game.scenario.domains import Format, draft_scenario, export_case, read_negotiation
from game.scenario.nearness import advise
from game.scenario.problems import ScenarioProblems

_FEWEST_OPTIONS = OPTIONS[0] + 1
"""Two values and "nothing agreed"."""


@app.command("import")
def import_domain(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="DOMAIN [PROFILE...]",
            help="A domain in GENIUS XML or GeniusWeb JSON and its profiles, or the folder that holds them.",
            show_default=False,
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="The new scenario file.", show_default=False)],
    most_options: Annotated[
        int | None,
        typer.Option(help="Merge the values of issues that have more options than this, 3 to 6.", show_default=False),
    ] = None,
) -> None:
    """Make a scenario of a negotiation domain in the format of GENIUS or GeniusWeb."""
    if most_options is not None and not _FEWEST_OPTIONS <= most_options <= OPTIONS[1]:
        bounds = f"{_FEWEST_OPTIONS} to {OPTIONS[1]}, “nothing agreed” included"
        raise Failure(f"`--most-options` must be {bounds}, not {most_options}.", MISUSED)
    _refuse_existing(output)
    draft = draft_scenario(read_negotiation(files, most_options))
    found = loading.read(draft.text, str(output))
    if isinstance(found, tuple):
        raise ScenarioProblems(output, found)
    _write(output, draft.text)
    typer.echo(f"{output}: {found.title}, {len(found.agencies)} seats, {len(found.issues)} issues.")
    for note in draft.notes:
        typer.echo(f"- {note}")


@app.command("export")
def export_scenario(
    scenario: Scenario,
    output: Annotated[Path, typer.Option("-o", "--output", help="A new or empty folder.", show_default=False)],
    format_: Annotated[str, typer.Option("--format", help="genius (XML) or geniusweb (JSON).")] = Format.GENIUS.value,
    language: Language = None,
) -> None:
    """Write a scenario as a negotiation domain for GENIUS, NegMAS or GeniusWeb."""
    names = [one.value for one in Format]
    if format_ not in names:
        raise Failure(f"There is no format `{format_}`; {advise(format_, names, 'the formats are')}", MISUSED)
    _, case = find_case(scenario, language)
    export = export_case(case, Format(format_))
    _prepare_folder(output)
    for name, text in export.files.items():
        _write(output / name, text)
    typer.echo(f"{output}: {case.title}, {len(case.issues)} issues, {len(case.agencies)} profiles.")
    for note in export.notes:
        typer.echo(f"- {note}")


def _refuse_existing(output: Path) -> None:
    try:
        if output.is_dir():
            raise Failure(f"{output} is a folder; name a file in it.", MISUSED)
        if output.exists() or output.is_symlink():
            raise Failure(f"{output} exists already and was left as it is; choose another name.", MISUSED)
    except (OSError, ValueError):
        raise Failure("The name after `-o` is not a file name; choose another.", MISUSED) from None


def _write(path: Path, text: str) -> None:
    if not write_new(path, text):
        raise Failure(f"{path} exists already and was left as it is; choose another name.", MISUSED)


def _prepare_folder(folder: Path) -> None:
    """Make the folder; a profile left over from before would be read as one more party."""
    try:
        if folder.exists() and not folder.is_dir():
            raise Failure(f"{folder} is no folder; name a new one.", MISUSED)
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Failure(f"{folder} is not empty and was left as it is; name a new or empty folder.", MISUSED)
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or "its name is not a file name"
        raise Failure(f"{folder} cannot be made: {reason}.") from None
