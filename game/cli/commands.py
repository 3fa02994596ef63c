"""Every command of the command line."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from game import __version__
from game.cli.choices import check_number, find_case, find_manner, find_seat
from game.cli.failure import MISUSED, STOPPED, Failure, complain
from game.cli.report import show_game, show_games
from game.cli.simulating import jobs_for, play_games
from game.cli.window import open_window
from game.opponents.manner import MIXED
from game.record import Roster, read, summary
from game.rules.case import Case
from game.rules.state import State
from game.scenario import loading
from game.scenario.problems import Problem, ScenarioProblems, UnknownScenario
from game.scenario.script import Others, load_script
from game.session import ScriptError, perform, rebuild
from game.session.resuming import told_differences

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Seed = Annotated[int | None, typer.Option("--seed", help="Number that decides all chance.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


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


@app.command()
def play(
    scenario: Annotated[str | None, typer.Argument(help="A scenario's name or file.", show_default=False)] = None,
    seat: Annotated[str | None, typer.Option(help="The agency to play.", show_default=False)] = None,
    seed: Seed = None,
    watch: Annotated[bool, typer.Option("--watch", help="Let computers play every seat.")] = False,
    shots: Annotated[
        Path | None, typer.Option(help="Save a picture of every screen in this folder.", show_default=False)
    ] = None,
) -> None:
    """Open the window, straight into a game if a scenario is named."""
    path = None
    if scenario is not None:
        path, case = find_case(scenario)
        seat = None if seat is None else find_seat(case, seat)
    elif watch or seat is not None:
        raise Failure(f"Name the scenario to {'watch' if watch else 'play'}: {_names()}.", MISUSED)
    if watch and seat is not None:
        raise Failure("With `--watch` computers play every seat; leave out `--seat`.", MISUSED)
    if shots is not None and os.path.exists(shots) and not os.path.isdir(shots):  # False where nothing can be seen
        raise Failure(f"{shots} is no folder; name one for the pictures.", MISUSED)
    if seed is not None:
        check_number("--seed", seed, 0)
    raise typer.Exit(open_window(path, seat, seed, watch=watch, shots=shots))


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
            typer.echo(_json({**place, "message": problem.message, "suggestion": problem.suggestion}))
        else:
            typer.echo(str(problem) if problem.is_error else f"{problem} (a warning)")
    errors = sum(problem.is_error for problem in problems)
    if errors:
        many = "1 problem" if errors == 1 else f"{errors} problems"
        raise Failure(f"{many} found; correct what is listed and check again.")


@app.command()
def simulate(
    scenario: Annotated[str, typer.Argument(help="A scenario's name or file.", show_default=False)],
    games: Annotated[int, typer.Option(help="How many games.")] = 1,
    seed: Annotated[int, typer.Option(help="The first game's seed; the others follow.")] = 1,
    manner: Annotated[str, typer.Option(help="How the computers play: a manner, or mixed.")] = MIXED,
    jobs: Annotated[int | None, typer.Option(help="Processes to use.", show_default="as many as it pays")] = None,
    as_json: AsJson = False,
) -> None:
    """Let computers play whole games without a window."""
    _, case = find_case(scenario)
    find_manner(manner)
    seeds = range(check_number("--seed", seed, 0), seed + check_number("--games", games, 1))
    workers = jobs_for(games, None if jobs is None else check_number("--jobs", jobs, 1))
    lines: list[dict[str, Any]] = []
    is_stopped = False
    try:
        with closing(play_games(case, manner, seeds, workers)) as played:
            for line in _with_progress(played, games):
                lines.append(line)
                if as_json:
                    typer.echo(_json(line))
    except KeyboardInterrupt:
        is_stopped = True
    if not as_json:
        show_games(Console(highlight=False), case, lines)
    if is_stopped:
        raise Failure(f"Stopped after {len(lines)} of {games} games.", STOPPED)


@app.command()
def run(
    scenario: Annotated[str, typer.Argument(help="A scenario's name or file.", show_default=False)],
    script: Annotated[Path, typer.Argument(help="A YAML list of commands.", show_default=False)],
    seed: Seed = None,
    as_json: AsJson = False,
    save: Annotated[Path | None, typer.Option(help="Keep the journal in this new file.", show_default=False)] = None,
) -> None:
    """Play a script of commands to the end of the game."""
    _, case = find_case(scenario)
    try:
        read_script = load_script(script, case)
    except ScenarioProblems as error:
        for problem in error.problems[:-1]:
            complain(str(problem))
        raise Failure(str(error.problems[-1])) from None
    others = "" if read_script.others is Others.PASS else read_script.others.value
    chosen = next(number for number in (seed, read_script.seed, 1) if number is not None)
    try:
        table = perform(
            case,
            read_script.commands,
            check_number("--seed", chosen, 0),
            seated=read_script.seated,
            others=others,
            journal=save,
        )
    except ScriptError as error:
        place = f"{script}:{read_script.lines[error.index]}:1"
        command = read_script.commands[error.index]
        raise Failure(f"{place}: `{command.kind}` by `{command.seat}`: {error.refusal.sentence}") from None
    table.close()
    opened = table.opened()
    if opened is None:
        raise Failure(f"The game stops in {table.phase.value}, because nobody there can move.")
    _show(case, opened.state, _manner_of(table.roster), as_json=as_json)


@app.command()
def replay(
    journal: Annotated[Path, typer.Argument(help="A saved game.", show_default=False)], as_json: AsJson = False
) -> None:
    """Rebuild a saved game, check it, and say what it came to."""
    found = read(journal)
    rebuilt = rebuild(found)
    _show(found.header.case, rebuilt.state, _manner_of(found.roster), as_json=as_json)
    if found.notice:
        complain(found.notice)
    if rebuilt.differences:
        raise Failure(told_differences(rebuilt.differences))


@app.command()
def schema() -> None:
    """Print the JSON Schema of scenarios, for editors."""
    typer.echo(json.dumps(loading.schema(), indent=2, ensure_ascii=False))


def _show(case: Case, state: State, manner: str, *, as_json: bool) -> None:
    line = summary(state, manner)
    if as_json:
        typer.echo(_json(line))
    else:
        show_game(Console(highlight=False), case, line)


def _manner_of(roster: Roster) -> str:
    """Say how the computer seats play: one manner, "mixed", or "" where there are none."""
    manners = {holder.manner for holder in roster.values() if holder.is_computer}
    return MIXED if len(manners) > 1 else next(iter(manners), "")


def _problems_in(file: str) -> tuple[Problem, ...]:
    """Check a file as it is, or a shipped scenario by name; a name that nothing has is a problem like others."""
    path = Path(file)
    if path.suffix or os.path.exists(path) or len(path.parts) > 1:
        return loading.check(path)
    try:
        return loading.check(loading.find(file))
    except UnknownScenario as error:
        return (Problem(file, 1, 1, str(error)),)


def _names() -> str:
    return ", ".join(path.stem for path in loading.shipped())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _with_progress(lines: Iterable[dict[str, Any]], total: int) -> Iterator[dict[str, Any]]:
    """Show how far it is, with the time to go, if somebody watches."""
    console = Console(stderr=True)
    if not console.is_terminal or total == 1:
        yield from lines
        return
    columns = (TextColumn("games"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield from progress.track(lines, total=total)
