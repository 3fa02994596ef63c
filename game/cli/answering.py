"""Answer what went wrong with one sentence and an exit code."""

import typer

from game.cli import PROGRAM
from game.cli.details import keep_details
from game.cli.failure import FAILED, MISUSED, STOPPED, SURPRISED, UNWRITTEN, Failure, close_output, complain
from game.record import JournalError
from game.scenario.problems import ScenarioProblems, UnknownScenario


def answer(error: Exception) -> int:
    """Say in one sentence what went wrong."""
    if isinstance(error, Failure):
        complain(error.sentence)
        return error.code
    if isinstance(error, typer.Abort):
        complain("Stopped.")
        return STOPPED
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
    if isinstance(error, OSError) and error.filename is None and error.errno in UNWRITTEN:
        close_output()
        complain(f"The output cannot be written: {error.strerror}.")
        return FAILED
    details = keep_details(error)
    where = f"; the details are in {details}" if details is not None else ""
    complain(f"Something went wrong inside the game ({type(error).__name__}){where}.")
    return SURPRISED


def _is_no_display(error: Exception) -> bool:
    """Recognise the window's own sentence without importing the window."""
    return type(error).__name__ == "NoDisplay"


def _told_problems(error: ScenarioProblems) -> str:
    first, *rest = error.problems
    are = "is 1" if len(rest) == 1 else f"are {len(rest)}"
    more = f" There {are} more; `{PROGRAM} check` lists them." if rest else ""
    return f"{first}{more}"
