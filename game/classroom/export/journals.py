"""Journals as they may leave the class: without tokens, and with numbers for people where that is asked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from game.classroom.export.names import Names
from game.record import Entry, Handover, Header, Journal
from game.record.journal import Line
from game.record.lines import header_to_bytes, line_to_bytes
from game.rules.commands import SendMessage
from game.rules.deciding.intervening import WRITTEN
from game.rules.events import Event, MessageSent, Occurred
from game.rules.interventions import Inject


def journal_bytes(journal: Journal, names: Names | None = None) -> bytes:
    """Write a journal anew, readable as any other: no tokens or tags, and names as `names` has them."""
    known = names or Names()
    head = header_to_bytes(_header(journal.header, known))
    return head + b"".join(line_to_bytes(_line(line, known)) for line in journal.lines)


def _header(header: Header, names: Names) -> Header:
    """Keep of where the scenario came from no more than the file's name."""
    source = PurePosixPath(header.source.replace("\\", "/")).name
    roster = {seat: names.of_holder(holder) for seat, holder in header.roster.items()}
    return replace(header, roster=roster, source=source)


def _line(line: Line, names: Names) -> Line:
    match line:
        case Handover():
            return replace(line, holder=names.of_holder(line.holder))
        case Entry():
            return _entry(line, names.in_words)
        case _:
            return line


def _entry(entry: Entry, words: Callable[[str], str]) -> Entry:
    """Replace names in what people, and the instructor, wrote; how a client called its command is nobody's business."""
    command = entry.command
    if isinstance(command, SendMessage | Inject):
        command = replace(command, text=words(command.text))
    events = tuple(_event(event, words) for event in entry.events)
    return replace(entry, command=command, events=events, note=words(entry.note), tag="")


def _event(event: Event, words: Callable[[str], str]) -> Event:
    match event.what:
        case MessageSent(_, _, text):
            return replace(event, what=replace(event.what, text=words(text)))
        case Occurred(occurrence, text) if occurrence == WRITTEN:
            return replace(event, what=replace(event.what, text=words(text)))
        case _:
            return event
