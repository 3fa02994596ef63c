"""What a table writes down whatever happens with."""

from typing import Protocol

from game.record import Line


class Recorder(Protocol):
    """Whatever keeps the game: a line counts once `append` has returned; JournalError if it cannot be kept."""

    def append(self, line: Line) -> None:
        """Keep one line."""
        ...

    def close(self) -> None:
        """Let go of what it writes to."""
        ...
