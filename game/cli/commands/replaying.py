"""Play a script, or rebuild a saved game."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from game.cli.app import AsJson, Language, OthersLevel, OthersManner, Scenario, Seed, app, print_json
from game.cli.choices import check_number, find_case, find_journal, find_level, find_manner
from game.cli.diaries import diary_line, found_diaries, show_diaries
from game.cli.failure import MISUSED, Failure, complain
from game.cli.report import show_game
from game.opponents.manner import AS_WRITTEN, MIXED, level_of
from game.record import Roster, read, summary
from game.rules.case import Case
from game.rules.state import State
from game.scenario.paper import Paper, complete, load_paper
from game.scenario.problems import ScenarioProblems
from game.scenario.script import PASS, Script
from game.session import ScriptError, perform, rebuild
from game.session.resuming import told_differences


@app.command()
def run(
    scenario: Scenario,
    script: Annotated[Path, typer.Argument(help="A YAML list of commands, or a paper form.", show_default=False)],
    seed: Seed = None,
    manner: OthersManner = None,
    level: OthersLevel = None,
    language: Language = None,
    as_json: AsJson = False,
    save: Annotated[Path | None, typer.Option(help="Keep the journal in this new file.", show_default=False)] = None,
) -> None:
    """Play a script of commands, or a paper form filled in, to the end of the game."""
    _, case = find_case(scenario, language)
    if manner is not None:
        find_manner(manner)
    if level is not None:
        find_level(level)
    written = _load(script, case)
    if isinstance(written, Paper):
        _refuse_computers(manner, level, "a paper form")
        state, _ = _play(case, script, written.meetings, seed)
        written = complete(written, state)
    others = manner or written.others
    if others == PASS:
        _refuse_computers(None, level, "this script")
    state, roster = _play(case, script, written, seed, others, level or "", journal=save)
    _show(case, state, roster, as_json=as_json)


@app.command()
def replay(
    journal: Annotated[
        str, typer.Argument(help="A saved game, or the name of one that comes along.", show_default=False)
    ],
    seat: Annotated[
        str | None, typer.Argument(help="With --diary: the agency whose diary is wanted.", show_default="all")
    ] = None,
    as_json: AsJson = False,
    diary: Annotated[
        bool, typer.Option("--diary", help="Add what computer seats thought in private, move by move.")
    ] = False,
) -> None:
    """Rebuild a saved game, check it, and say what it came to."""
    found = read(find_journal(journal))
    rebuilt = rebuild(found)
    if seat is not None and not diary:
        raise Failure("A seat is named for its diary; add `--diary`, or leave the seat out.", MISUSED)
    books = found_diaries(found, seat) if diary else ()
    line = summary(rebuilt.state, _manner_of(found.roster), _level_of(found.roster))
    if as_json:
        print_json({**line, "diaries": [diary_line(book) for book in books]} if diary else line)
    else:
        console = Console(highlight=False)
        show_game(console, found.header.case, line)
        if diary:
            show_diaries(console, found.header.case, books)
    if found.notice:
        complain(found.notice)
    if rebuilt.differences:
        raise Failure(told_differences(rebuilt.differences))


def _load(script: Path, case: Case) -> Script | Paper:
    """Load what is to be played; all that is wrong with it is told."""
    try:
        return load_paper(script, case)
    except ScenarioProblems as error:
        for problem in error.problems[:-1]:
            complain(str(problem))
        raise Failure(str(error.problems[-1])) from None


def _refuse_computers(manner: str | None, level: str | None, what: str) -> None:
    """Refuse to say how computers play where there are none."""
    for option, given in (("--manner", manner), ("--level", level)):
        if given is not None:
            advice = "leave it out" if what == "a paper form" else "name their manner with `--manner`"
            raise Failure(f"No computers play with {what}, so `{option}` says nothing; {advice}.", MISUSED)


def _play(
    case: Case,
    path: Path,
    script: Script,
    seed: int | None,
    others: str = PASS,
    level: str = "",
    *,
    journal: Path | None = None,
) -> tuple[State, Roster]:
    """Play a script to the end; the seed of the command line goes before that of the script."""
    chosen = check_number("--seed", next(number for number in (seed, script.seed, 1) if number is not None), 0)
    try:
        table = perform(
            case,
            script.commands,
            chosen,
            seated=script.seated,
            others="" if others == PASS else others,
            level=level,
            rounds=script.rounds,
            journal=journal,
        )
    except ScriptError as error:
        place, command = f"{path}:{script.lines[error.index]}:1", script.commands[error.index]
        raise Failure(f"{place}: `{command.kind}` by `{command.seat}`: {error.refusal.sentence}") from None
    table.close()
    opened = table.opened()
    if opened is None:
        raise Failure(f"The game stops in {table.phase.value}, because nobody there can move.")
    return opened.state, table.roster


def _show(case: Case, state: State, roster: Roster, *, as_json: bool) -> None:
    line = summary(state, _manner_of(roster), _level_of(roster))
    if as_json:
        print_json(line)
    else:
        show_game(Console(highlight=False), case, line)


def _manner_of(roster: Roster) -> str:
    """Say how the computer seats play: one manner, "as_written", "mixed", or "" where there are none."""
    manners = {holder.manner for holder in roster.values() if holder.is_computer}
    if AS_WRITTEN in manners:
        return AS_WRITTEN
    return MIXED if len(manners) > 1 else next(iter(manners), "")


def _level_of(roster: Roster) -> str:
    """Say how well the computer seats play: one level, "mixed", or "" where there are none."""
    levels = {level_of(holder.level).name for holder in roster.values() if holder.is_computer}
    return MIXED if len(levels) > 1 else next(iter(levels), "")
