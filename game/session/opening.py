"""Begin a game at a table."""

from collections.abc import Mapping
from pathlib import Path

from game import __version__
from game.record import Header, Holder, Writer, start, start_in
from game.rules.case import Case
from game.rules.ids import AgencyId
from game.rules.opening import open_game
from game.rules.ruleset import STANDARD, Ruleset
from game.session.pace import Pace
from game.session.roster import full_roster, seated_by
from game.session.standins import Casting, by_manner
from game.session.table import Table


def open_table(
    case: Case,
    roster: Mapping[AgencyId, Holder],
    seed: int,
    *,
    ruleset: Ruleset = STANDARD,
    folder: Path | None = None,
    journal: Path | None = None,
    source: str = "",
    pace: Pace | None = None,
    casting: Casting = by_manner,
    is_strict: bool = False,
    is_spoken: bool = False,
) -> Table:
    """Open a game and, if asked to, its journal: under a free name in `folder`, or at `journal`.

    `is_spoken`: computer seats say why they do what they do.
    KeyError for a seat the case does not have; JournalError if the journal cannot be begun.
    """
    seats = full_roster(case, roster)
    seated = seated_by(seats)
    step = open_game(case, ruleset, seed, seated)
    writer: Writer | None = None
    if folder is not None or journal is not None:
        header = Header(__version__, case, ruleset, seed, seated, seats, step.events, source)
        writer = start(journal, header) if journal is not None else start_in(folder or Path(), header)
    return Table(
        step.state,
        step.events,
        seats,
        recorder=writer,
        pace=pace,
        casting=casting,
        is_strict=is_strict,
        is_spoken=is_spoken,
    )
