"""Run a command and answer with an exit code; never with a traceback."""

import sys
from collections.abc import Sequence

from game.cli import PROGRAM
from game.cli.failure import FAILED, STOPPED, close_output, complain, prepare_output
from game.cli.window import open_window


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code says how it went."""
    prepare_output()
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
        if code == STOPPED:  # Ctrl-C, as the library of the command line answers it
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        complain("Stopped.")
        return STOPPED
    except (BrokenPipeError, SystemExit) as error:
        if isinstance(error, SystemExit) and not isinstance(error.__context__, BrokenPipeError):
            raise
        close_output()
        complain("The output was cut short, because the program that read it has ended.")
        return FAILED
    except Exception as error:
        from game.cli.answering import answer  # noqa: PLC0415 - only what went wrong needs it

        return answer(error)
    return code if isinstance(code, int) else 0


def _run(arguments: list[str]) -> object:
    """Open the window if nothing else is asked for, without waiting for the commands to be imported."""
    if not arguments:
        return open_window()
    from game.cli import commands  # noqa: PLC0415 - the window opens sooner without it

    return commands.app(args=arguments, prog_name=PROGRAM, standalone_mode=False)
