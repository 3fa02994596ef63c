"""Host a class on the local network."""

import secrets
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game import places
from game.cli import PROGRAM
from game.cli.app import Language, Seed, app
from game.cli.choices import check_number, find_case
from game.cli.failure import FAILED, MISUSED, Failure
from game.rules.case import Case

if TYPE_CHECKING:  # importing the server takes longer than most commands
    from game.classroom.classroom import Classroom

MOST_SEED = 10**9
PORT = 8000


@app.command()
def host(
    scenarios: Annotated[
        list[str] | None,
        typer.Argument(help="Scenarios by name or file, dealt out to the tables in turn.", show_default=False),
    ] = None,
    tables: Annotated[int | None, typer.Option(help="How many tables.", show_default="one for each scenario")] = None,
    port: Annotated[int, typer.Option(help="Port on which the class is found.")] = PORT,
    folder: Annotated[
        Path | None,
        typer.Option(help="Where the class is kept; a folder that has one takes it up again.", show_default=False),
    ] = None,
    title: Annotated[str, typer.Option(help="What the class is called.", show_default=False)] = "",
    seed: Seed = None,
    language: Language = None,
    computer_seconds: Annotated[float, typer.Option(help="Seconds between two moves of computers.")] = 1.0,
    questions: Annotated[
        bool, typer.Option("--questions", help="Offer everybody six short questions before the game and six after.")
    ] = False,
    local: Annotated[bool, typer.Option("--local", help="For this computer only: to rehearse.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the console.")] = False,
) -> None:
    """Host a class: people join from a browser or a window with a code, you run it from the console."""
    check_number("--port", port, 0)
    if port > 65535:
        raise Failure(f"`--port` must be at most 65535, not {port}.", MISUSED)
    if not 0 <= computer_seconds <= 60:
        raise Failure("`--computer-seconds` must be between 0 and 60.", MISUSED)
    key = secrets.token_urlsafe(16)
    room = _class(scenarios or [], tables, folder, title, seed, language, key, computer_seconds)
    if questions:
        room.change_settings(replace(room.settings, asks_questions=True))
    try:
        _serve(room, key, port, is_local=local, is_opened=not no_browser)
    finally:
        room.close()


def _class(
    scenarios: list[str],
    tables: int | None,
    folder: Path | None,
    title: str,
    seed: int | None,
    language: str | None,
    key: str,
    pause: float,
) -> "Classroom":
    """Open a class, or take one up again."""
    from game.classroom.classroom import MOST_TABLES, Classroom  # noqa: PLC0415 - see above
    from game.classroom.register import NAME  # noqa: PLC0415 - see above

    where = folder or places.classes() / f"{datetime.now():%Y-%m-%d-%H%M%S}"
    if (where / NAME).exists():
        if scenarios or title or any(given is not None for given in (tables, seed, language)):
            raise Failure(
                f"{where} has a class already, which is taken up as it was: leave off scenarios, `--tables`, "
                "`--title`, `--seed` and `--language`, or name another folder.",
                MISUSED,
            )
        return Classroom.take_up(where, key, pause=pause)
    if not scenarios:
        raise Failure(f"Name a scenario to host; `{PROGRAM} host tutorial` is the smallest.", MISUSED)
    count = len(scenarios) if tables is None else check_number("--tables", tables, 1)
    if count > MOST_TABLES:
        raise Failure(f"`--tables` must be at most {MOST_TABLES}, not {count}.", MISUSED)
    found = [find_case(one, language) for one in scenarios]
    cases: list[tuple[Case, str]] = [(case, path.name) for path, case in islice(cycle(found), count)]
    return Classroom.open(where, cases, key, seeds(seed), title=title, pause=pause)


def seeds(first: int | None) -> Callable[[], int]:
    """Give seeds one by one: drawn, or counted up from the first."""
    if first is None:
        return lambda: secrets.randbelow(MOST_SEED)
    check_number("--seed", first, 0)
    following = iter(range(first, first + MOST_SEED))
    return lambda: next(following)


def _serve(room: "Classroom", key: str, port: int, *, is_local: bool, is_opened: bool) -> None:
    from game.classroom.addresses import addresses, listen  # noqa: PLC0415 - see above
    from game.classroom.hub import Hub  # noqa: PLC0415 - see above
    from game.classroom.server import serve  # noqa: PLC0415 - see above

    try:
        listening = listen(port, is_local=is_local)
    except OSError as error:
        raise Failure(
            f"Port {port} cannot be had ({error.strerror}); name another one with `--port`.", FAILED
        ) from None
    port = listening.getsockname()[1]
    found = addresses(port, is_local=is_local)
    console = f"http://127.0.0.1:{port}/console#key={key}"
    _announce(room, found, console)
    if is_opened:
        webbrowser.open(console)
    serve(Hub(room, seeds(None), found), listening, found)


def _announce(room: "Classroom", found: tuple[str, ...], console: str) -> None:
    """Say where everything is; the key stands here and nowhere else."""
    import segno  # noqa: PLC0415 - only here

    for notice in room.notices:
        typer.echo(f"Note: {notice}")
    names = "table" if len(room.tables) == 1 else "tables"
    typer.echo(f"{room.settings.title}: {len(room.tables)} {names}")
    typer.echo(f"  join       {'  or  '.join(found)}")
    typer.echo(f"  code       {room.settings.code}")
    typer.echo(f"  projector  {found[0]}/projector/1   wall  {found[0]}/wall")
    typer.echo(f"  console    {console}   (keep this one to yourself)")
    typer.echo(f"  kept in    {room.folder}")
    typer.echo(f"  again      {PROGRAM} host --folder {room.folder}")
    segno.make(found[0], error="m").terminal(compact=True)
    typer.echo("Ctrl-C ends it; nothing is lost.")
