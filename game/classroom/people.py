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
    calls: bool = False
    """The instructor, for help."""
    is_removed: bool = False


def free_name(name: str, taken: set[str]) -> str:
    """Tell people of the same name apart by a number."""
    number, tried = 1, name
    while tried.casefold() in taken:
        number += 1
        tried = f"{name} ({number})"
    return tried
