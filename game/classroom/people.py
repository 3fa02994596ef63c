"""Who is in the class, and where each sits."""

from dataclasses import dataclass

from game.rules.ids import AgencyId


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who joined. Without a table: still in the doorway; with a table and no seat: an observer."""

    id: str
    name: str
    digest: str
    """Of the token."""
    table: str = ""
    seat: AgencyId | None = None
    is_ready: bool = False
    """Has read the role sheet."""
    is_removed: bool = False

    @property
    def is_observer(self) -> bool:
        """Say whether the person only watches a table."""
        return bool(self.table) and self.seat is None


def free_name(name: str, taken: set[str]) -> str:
    """Tell people of the same name apart by a number."""
    number, tried = 1, name
    while tried.casefold() in taken:
        number += 1
        tried = f"{name} ({number})"
    return tried
