"""The command line: `false-coherence`, and `python -m game`."""

from collections.abc import Sequence

PROGRAM = "false-coherence"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code says how it went."""
    from game.cli.entry import main as run  # noqa: PLC0415 - processes that only play games start faster without it

    return run(arguments)
