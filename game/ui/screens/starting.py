"""Begin a game or take a saved one up again, ready to be shown."""

from collections.abc import Mapping
from pathlib import Path

from game import places
from game.record import Holder, person
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.vocabulary import Community
from game.session import dealt, look_back, open_table, resume, written
from game.ui.doors import Doors
from game.ui.settings import Preferences
from game.ui.sitting import Sitting

FIRST_SEATS = (Community.HUMANITARIAN, Community.DEVELOPMENT, Community.CIVIL_SOCIETY)
"""Which communities make a good first seat: others lean on them, and the game is about what that does."""


def good_first_seat(case: Case) -> AgencyId:
    """Name the seat to offer somebody who plays alone."""
    for community in FIRST_SEATS:
        for agency in case.agencies:
            if agency.community is community:
                return agency.id
    return case.agency_ids[0]


def alone(case: Case, seat: AgencyId, name: str = "", level: str = "") -> dict[AgencyId, Holder]:
    """Seat one person among computers that play as the case has it, or in dealt manners."""
    return {**written(case, level), seat: person(name)}


def nobody(case: Case, level: str = "") -> dict[AgencyId, Holder]:
    """Seat computers everywhere that play as the case has it, or in dealt manners."""
    return written(case, level)


def begin(
    case: Case,
    roster: Mapping[AgencyId, Holder],
    seed: int,
    preferences: Preferences,
    doors: Doors,
    *,
    source: str = "",
    is_saved: bool = True,
) -> Sitting:
    """Open a game and its journal; JournalError if it cannot be saved. A game that is only watched is not saved."""
    is_watching = not any(holder.is_person for holder in roster.values())
    folder = places.saves() if is_saved and not is_watching else None
    table = open_table(case, dealt(case, roster, seed), seed, folder=folder, source=source, is_spoken=True)
    sitting = Sitting(table, preferences, doors, is_watching=is_watching)
    sitting.unbriefed = sitting.persons or (sitting.seat,)
    sitting.seat = sitting.unbriefed[0]
    sitting.is_covered = len(sitting.persons) > 1
    return sitting


def take_up(path: Path, preferences: Preferences, doors: Doors) -> Sitting:
    """Take a saved game up again; JournalError if it cannot be."""
    table = resume(path, is_spoken=True)
    sitting = Sitting(table, preferences, doors)
    sitting.is_watching = not sitting.persons
    sitting.is_covered = len(sitting.persons) > 1
    sitting.is_year_shown = table.is_closed
    return sitting


def show(path: Path, preferences: Preferences, doors: Doors) -> Sitting:
    """Show a game that is over to somebody who sat nowhere in it; JournalError if that is not possible."""
    sitting = Sitting(look_back(path), preferences, doors, is_watching=True)
    sitting.is_year_shown = True
    return sitting
