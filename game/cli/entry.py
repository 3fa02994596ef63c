"""Run a command and answer with an exit code; never with a traceback."""

import sys
from collections.abc import Sequence

import typer

from game.cli.commands import app
from game.cli.failure import FAILED, MISUSED, STOPPED, SURPRISED, Failure, close_output, complain, keep_details
from game.record import JournalError
from game.scenario.problems import ScenarioProblems, UnknownScenario

PROGRAM = "false-coherence"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code says how it went."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = app(args=None if arguments is None else list(arguments), prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        complain("Stopped.")
        return STOPPED
    except (BrokenPipeError, SystemExit) as error:
        if isinstance(error, SystemExit) and not isinstance(error.__context__, BrokenPipeError):
            raise
        close_output()
        complain("The output was cut short, because the program that read it has ended.")
        return FAILED
    except Exception as error:
        return _answer(error)
    return code if isinstance(code, int) else 0


def _answer(error: Exception) -> int:
    """Say in one sentence what went wrong."""
    if isinstance(error, Failure):
        complain(error.sentence)
        return error.code
    if isinstance(error, JournalError):
        complain(error.sentence)
        return FAILED
    if isinstance(error, ScenarioProblems):
        complain(_told_problems(error))
        return FAILED
    if isinstance(error, UnknownScenario) or _is_no_display(error):
        complain(str(error))
        return FAILED
    if isinstance(error, typer.Exit):
        return error.exit_code
    if hasattr(error, "format_message"):  # of typer or of click, depending on the version
        message = str(error.format_message()).rstrip(".")
        complain(f"{message}; see `{PROGRAM} --help`.")
        return MISUSED
    details = keep_details(error)
    where = f"; the details are in {details}" if details is not None else ""
    complain(f"Something went wrong inside the game ({type(error).__name__}){where}.")
    return SURPRISED


def _is_no_display(error: Exception) -> bool:
    """Recognise the window's own sentence without importing the window."""
    return type(error).__name__ == "NoDisplay"


def _told_problems(error: ScenarioProblems) -> str:
    first, *rest = error.problems
    more = f" There are {len(rest)} more; `{PROGRAM} check` lists them." if rest else ""
    return f"{first}{more}"
