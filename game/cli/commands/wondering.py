"""Run a finished game again with something left out or done otherwise."""

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer
from rich.console import Console

from game.cli.app import AsJson, Finished, app, print_json
from game.cli.failure import MISUSED, Failure
from game.cli.finished import read_finished
from game.cli.simulating import with_progress
from game.cli.wondering_report import retold_for_machines, scan_for_machines, show_retold, show_scan
from game.debrief import Chronicle, Holding, holdings_of
from game.rules.commands import Command
from game.rules.ids import AgencyId
from game.scenario.script import Script, read_script
from game.whatif import Change, ImpossibleChange, retell, scan
from game.whatif.retelling import no_such_command
from game.whatif.tape import Given


@app.command("what-if")
def what_if(
    journal: Finished,
    without: Annotated[
        list[int] | None, typer.Option(help="Leave this command out; can be given again.", show_default=False)
    ] = None,
    change: Annotated[
        tuple[int, str] | None,
        typer.Option(
            metavar="N COMMAND",
            help="Do this in place of command N, as in a script: '{do: meet, whom: council}'.",
            show_default=False,
        ),
    ] = None,
    is_anew: Annotated[
        bool, typer.Option("--anew/--held", help="Let computer seats decide anew, or hold them like people.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say what would have turned a game: one change, or, by itself, every command tried in turn.

    With computers deciding anew a scan takes a hundred times as long, and does not try pairs.
    """
    found = read_finished(journal)
    story = found.story
    changes = [Change(at, None) for at in without or ()]
    if change is not None:
        changes.append(Change(change[0], _read(story, *change)))
    anew = holdings_of(found.journal) if is_anew else None
    if changes:
        _tell_change(story, changes, anew, as_json=as_json)
    else:
        tried = scan(story, holdings=anew, follow=_followed if is_anew else iter)
        if as_json:
            print_json(scan_for_machines(tried))
        else:
            show_scan(Console(highlight=False), story, tried, is_anew=is_anew)
    found.say_doubts()


def _followed(given: Sequence[Given]) -> Iterable[Given]:
    return with_progress(given, len(given))


def _tell_change(story: Chronicle, changes: list[Change], anew: Sequence[Holding] | None, *, as_json: bool) -> None:
    """Tell the game that goes otherwise."""
    if len({change.at for change in changes}) < len(changes):
        raise Failure("The same command is named twice; name each once.", MISUSED)
    try:
        retold = retell(story, changes, anew)
    except ImpossibleChange as error:
        raise Failure(str(error)) from None
    if as_json:
        print_json(retold_for_machines(story, retold))
    else:
        show_retold(Console(highlight=False), story, retold)


def _read(story: Chronicle, at: int, written: str) -> Command:
    """Read a command as a script has it; the seat may be left out, for it is that of the command in its place."""
    instead_of = story.command(at)
    if instead_of is None:
        raise Failure(no_such_command(story, at))
    script = read_script(f"- {written}", "--change", story.case)
    if not isinstance(script, Script) and "seat" not in written:
        script = read_script(f"- {_seated(written, instead_of.seat)}", "--change", story.case)
    if not isinstance(script, Script):
        raise Failure(" ".join(problem.message for problem in script))
    if len(script.commands) != 1 or script.commands[0].seat != instead_of.seat:
        raise Failure(f"Command {at} was given by `{instead_of.seat}`; write one command of that seat in its place.")
    return script.commands[0]


def _seated(written: str, seat: AgencyId) -> str:
    inner = written.strip()
    return f"{{seat: {seat}, {inner[1:]}" if inner.startswith("{") else f"{{seat: {seat}, do: {inner}}}"
