"""A table as it leaves the class: its name and its journal."""

from dataclasses import dataclass

from game.record import Journal, JournalError
from game.rules.events import GameClosed


class ExportError(JournalError):
    """Carry one sentence that says what cannot be exported."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A table by the name it has in the class, with the journal of its game as read."""

    table: str
    journal: Journal

    @property
    def is_closed(self) -> bool:
        """Say whether its game is over."""
        events = (event.what for entry in self.journal.entries for event in entry.events)
        return any(isinstance(what, GameClosed) for what in events)
