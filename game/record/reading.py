"""Read a journal from disk. Only the last line may be damaged: it was being written when the program died, and had not
been acknowledged."""

from pathlib import Path

from game.record.codec import CodecError
from game.record.journal import FORMAT, Entry, Header, Journal, Line, Undone
from game.record.lines import UnknownFormatError, header_from, line_from
from game.record.problem import JournalError

LARGEST = 256 * 1024 * 1024
"""Bytes; a journal of a game is well under one hundredth of it."""


def read(path: Path) -> Journal:
    """Read a journal; JournalError, with one sentence, if it cannot be used."""
    head, *rest = _raw_lines(path)
    header = _read_header(head, path)
    lines: list[Line] = []
    sound, entries = len(head), 0
    for number, raw in enumerate(rest, start=2):
        try:
            line = line_from(raw.removesuffix(b"\n"))
        except CodecError as error:
            if number == len(rest) + 1:
                notice = f"The last line of {path.name} (line {number}) was not finished and has been left out."
                return Journal(header, tuple(lines), notice, sound)
            raise _damaged(path, number, error) from None
        try:
            entries = _check_order(line, entries, header)
        except CodecError as error:  # a whole line in the wrong place was not written by a program that died
            raise _damaged(path, number, error) from None
        lines.append(line)
        sound += len(raw)
    return Journal(header, tuple(lines), "", sound)


def _damaged(path: Path, number: int, error: CodecError) -> JournalError:
    return JournalError(f"{path.name} is damaged in line {number} ({error}), so the game cannot be rebuilt.", path)


def _raw_lines(path: Path) -> list[bytes]:
    """Read the lines with their ends; at least one."""
    try:
        if path.is_dir():
            raise JournalError(f"{path} is a folder; give the journal of a game, a file ending in .jsonl.", path)
        if path.exists() and not path.is_file():
            raise JournalError(
                f"{path} is no ordinary file; give the journal of a game, a file ending in .jsonl.", path
            )
        if path.stat().st_size > LARGEST:
            raise JournalError(f"{path} is far too large to be the journal of a game.", path)
        raw = path.read_bytes()
    except FileNotFoundError:
        raise JournalError(f"There is no file {path}.", path) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise JournalError(f"{path} cannot be read: {reason}.", path) from None
    if not raw:
        raise JournalError(f"{path} is empty; no game was saved in it.", path)
    lines = raw.split(b"\n")
    last = lines.pop()
    return [line + b"\n" for line in lines] + ([last] if last else [])


def _read_header(raw: bytes, path: Path) -> Header:
    """Read the first line; JournalError if it is none."""
    try:
        return header_from(raw.removesuffix(b"\n"))
    except UnknownFormatError as error:
        raise JournalError(
            f"{path.name} is a journal of format {error}; this version of the game reads format {FORMAT}.", path
        ) from None
    except CodecError as error:
        raise JournalError(
            f"{path.name} is no journal of a game, or its first line is damaged ({error}).", path
        ) from None


def _check_order(line: Line, before: int, header: Header) -> int:
    """Find lines that are missing, doubled, or of another game; return how many commands count after the line."""
    if isinstance(line, Undone):
        if not 1 <= line.at <= before:
            raise CodecError(f"it takes back command {line.at} of {before}")
        return line.at - 1
    if line.seat is not None and not header.case.has(agency=line.seat):
        raise CodecError(f"the case has no agency {line.seat}")
    if not isinstance(line, Entry):
        return before
    if line.at != before + 1:
        raise CodecError(f"it holds command {line.at} where command {before + 1} is due")
    return line.at
