"""The command line that every command registers on, and the options that several of them have."""

import json
from pathlib import Path
from typing import Annotated

import typer

from game import __version__
from game.cli.failure import MISUSED, Failure
from game.cli.window import open_window
from game.scenario.nearness import quote
from game.scenario.shapes import LANGUAGE

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Scenario = Annotated[str, typer.Argument(help="A scenario's name or file.", show_default=False)]
Seed = Annotated[int | None, typer.Option("--seed", help="Number that decides all chance.", show_default=False)]
FirstSeed = Annotated[int, typer.Option(help="The first game's seed; the others follow.")]
Games = Annotated[int, typer.Option(help="How many games.")]
Jobs = Annotated[int | None, typer.Option(help="Processes to use.", show_default="as many as it pays")]
Manner = Annotated[str, typer.Option("--manner", help="How computers play: a manner, mixed, or as_written.")]
OnlyManner = Annotated[
    str | None,
    typer.Option("--manner", help="Only tables of one: a manner, mixed, or as_written.", show_default="several"),
]
OthersManner = Annotated[
    str | None,
    typer.Option(
        "--manner",
        help="How computers play the other seats: a manner, mixed, or as_written.",
        show_default="as the script has it",
    ),
]
_LEVELS = "How well computers play: beginner, practitioner or veteran."
Level = Annotated[str, typer.Option("--level", help=_LEVELS)]
OthersLevel = Annotated[str | None, typer.Option("--level", help=_LEVELS, show_default="practitioner")]
LastLevel = Annotated[str | None, typer.Option("--level", help=_LEVELS, show_default="as chosen last")]
Cluster = Annotated[
    str | None, typer.Option("--cluster", help="Play on the Dask cluster at this address.", show_default=False)
]
Page = Annotated[Path | None, typer.Option("--html", help="Write a page for a browser here.", show_default=False)]
Finished = Annotated[
    str, typer.Argument(help="A saved game that is over, or the name of one that comes along.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


def _read_language(language: str | None) -> str | None:
    if language is not None and not LANGUAGE.fullmatch(language):
        raise Failure(f"{quote(language)} is no language; write its short code, such as `fr` or `pt-BR`.", MISUSED)
    return language


Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        help="Language of the texts, such as fr.",
        show_default="the scenario's first",
        callback=_read_language,
    ),
]


@app.callback()
def false_coherence(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Negotiate between agencies in a peace mission. Without a command, the window opens."""
    if version:
        typer.echo(f"False Coherence {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(open_window())


def print_json(value: object) -> None:
    """Print a value as one line of JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False))
