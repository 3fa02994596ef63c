"""The whole of a finished game on the wire: its journal, line by line, sent once the instructor has opened it."""

from collections.abc import Iterable
from dataclasses import dataclass

from game import __version__
from game.classroom.views import WireError
from game.record import Entry, Header, Journal, JournalError, Roster
from game.record.codec import CodecError
from game.record.lines import header_from, header_to_bytes, line_from, line_to_bytes
from game.session import Opened, Table, rebuild


@dataclass(frozen=True, slots=True)
class Revealed:
    """A finished game with everything in it, and who held which seat."""

    opened: Opened
    roster: Roster

    @property
    def pages(self) -> int:
        """Count its opening and its commands."""
        return len(self.opened.entries) + 1


def journal_lines(table: Table) -> list[str]:
    """Write a finished game as lines of a journal; nothing of a game that still goes on."""
    opened = table.opened()
    if opened is None:
        return []
    state = opened.state
    seated = tuple(seat for seat in state.case.agency_ids if seat in state.room.seated)
    header = Header(__version__, state.case, state.ruleset, state.seed, seated, table.roster, opened.opening)
    raw = [header_to_bytes(header), *(line_to_bytes(entry) for entry in opened.entries)]
    return [line.decode().removesuffix("\n") for line in raw]


def revealed_from(lines: Iterable[str]) -> Revealed:
    """Rebuild a finished game from lines; WireError if they are damaged or do not fit together."""
    head, *rest = [line.encode("utf-8", "surrogatepass") for line in lines] or [b""]
    try:
        header = header_from(head)
        entries = tuple(one for one in map(line_from, rest) if isinstance(one, Entry))
        rebuilt = rebuild(Journal(header, entries))
    except CodecError as error:
        raise WireError(f"the finished game: {error}") from None
    except JournalError as error:
        raise WireError(error.sentence) from None
    except Exception as error:  # whatever a name that nobody has leads to
        raise WireError(f"the finished game does not fit together, {type(error).__name__}: {error}") from None
    return Revealed(Opened(rebuilt.state, header.events, entries), header.roster)
