"""The journal of a game on disk, what it says in words, and what it comes to in numbers."""

from game.record.codec import CodecError, command_from, events_from, plain, to_json
from game.record.holders import ABSENT, Holder, HolderKind, Roster, computer, person
from game.record.journal import FORMAT, Entry, Handover, Header, Journal, Line, Undone
from game.record.problem import JournalError
from game.record.reading import read
from game.record.saves import SavedGame, listing
from game.record.summary import summary
from game.record.writing import Writer, reopen, start, start_in

__all__ = [
    "ABSENT",
    "FORMAT",
    "CodecError",
    "Entry",
    "Handover",
    "Header",
    "Holder",
    "HolderKind",
    "Journal",
    "JournalError",
    "Line",
    "Roster",
    "SavedGame",
    "Undone",
    "Writer",
    "command_from",
    "computer",
    "events_from",
    "listing",
    "person",
    "plain",
    "read",
    "reopen",
    "start",
    "start_in",
    "summary",
    "to_json",
]
