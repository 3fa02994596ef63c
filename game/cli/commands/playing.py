"""Play in the window."""

import os
from pathlib import Path
from typing import Annotated

import typer

from game.cli.app import Language, LastLevel, Seed, app
from game.cli.choices import check_number, find_case, find_level, find_seat
from game.cli.failure import MISUSED, Failure
from game.cli.window import open_window
from game.scenario import loading


@app.command()
def play(
    scenario: Annotated[str | None, typer.Argument(help="A scenario's name or file.", show_default=False)] = None,
    seat: Annotated[str | None, typer.Option(help="The agency to play.", show_default=False)] = None,
    seed: Seed = None,
    level: LastLevel = None,
    language: Language = None,
    watch: Annotated[bool, typer.Option("--watch", help="Let computers play every seat.")] = False,
    shots: Annotated[
        Path | None, typer.Option(help="Save a picture of every screen in this folder.", show_default=False)
    ] = None,
) -> None:
    """Open the window, straight into a game if a scenario is named."""
    path = None
    if scenario is not None:
        path, case = find_case(scenario, language)
        seat = None if seat is None else find_seat(case, seat)
    elif watch or seat is not None or language is not None or level is not None:
        raise Failure(f"Name the scenario to {'watch' if watch else 'play'}: {_names()}.", MISUSED)
    if watch and seat is not None:
        raise Failure("With `--watch` computers play every seat; leave out `--seat`.", MISUSED)
    if shots is not None and os.path.exists(shots) and not os.path.isdir(shots):  # False where nothing can be seen
        raise Failure(f"{shots} is no folder; name one for the pictures.", MISUSED)
    if seed is not None:
        check_number("--seed", seed, 0)
    if level is not None:
        find_level(level)
    raise typer.Exit(open_window(path, seat, seed, level=level, watch=watch, shots=shots, language=language))


def _names() -> str:
    return ", ".join(path.stem for path in loading.shipped())
