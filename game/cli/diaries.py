"""Computers' diaries on the command line."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console

from game.cli.choices import find_seat
from game.cli.failure import Failure
from game.cli.tables import say
from game.debrief import Diary, EstimateRow, Page, UnfinishedError, diaries, estimate_words, holdings_of, of_journal
from game.debrief.diaries import OTHERWISE
from game.opponents.diary import is_written_in
from game.record import Journal, plain
from game.rules.case import Case


def found_diaries(journal: Journal, seat: str | None) -> tuple[Diary, ...]:
    """Write the diaries of a saved game, of one seat or of all that computers held; Failure if there is none."""
    case = journal.header.case
    wanted = find_seat(case, seat) if seat is not None else None
    if not is_written_in(case.language):
        raise Failure("Diaries are written in English only, and this game was played in another language.")
    try:
        books = diaries(of_journal(journal), holdings_of(journal))
    except UnfinishedError:
        raise Failure("This game is not over; diaries are opened once it is.") from None
    found = tuple(book for book in books if wanted in (None, book.seat))
    if wanted is not None and not found:
        writers = ", ".join(book.seat for book in books) or "none"
        raise Failure(f"No computer played `{wanted}`, so it kept no diary; diaries were kept by: {writers}.")
    return found


def diary_line(book: Diary) -> dict[str, Any]:
    """Turn a diary into what JSON holds."""
    return {
        "seat": book.seat,
        "manner": book.manner,
        "level": book.level,
        "pages": [_page_line(page) for page in book.pages],
    }


def _page_line(page: Page) -> dict[str, Any]:
    notes = [
        {
            "at": note.at,
            "did": note.did,
            "thought": note.words,
            "why": note.thought.why.value,
            "worth": plain(note.thought.worth),
            "is_otherwise": note.is_otherwise,
        }
        for note in page.notes
    ]
    estimates = [_estimate_line(row) for row in page.estimates]
    return {"page": page.heading, "notes": notes, "trust": page.trust, "estimates": estimates}


def _estimate_line(row: EstimateRow) -> dict[str, Any]:
    line: dict[str, Any] = plain(row)
    return {**line, "off": row.off, "favourites_guessed": row.right}


def show_diaries(console: Console, case: Case, books: Sequence[Diary]) -> None:
    """Show diaries, round by round."""
    if not books:
        say(console, "\nNo computer played, so nobody kept a diary.")
    for book in books:
        manner = book.manner.replace("_", " ")
        say(console, f"\nThe diary of {case.agency(book.seat).name} ({manner}, {book.level})")
        for page in book.pages:
            _show_page(console, case, page)


def _show_page(console: Console, case: Case, page: Page) -> None:
    say(console, f"\n{page.heading}")
    for note in page.notes:
        say(console, f"  {note.at:>3}  {note.did}")
        say(console, f"       {note.words}")
        if note.is_otherwise:
            say(console, f"       ({OTHERWISE})")
    if page.trust:
        say(console, f"       {page.trust}")
    if page.estimates:
        say(console, "       What it made of the others as the round ended, beside the truth:")
    for row in page.estimates:
        say(console, f"       {case.agency(row.about).short}: {estimate_words(row)}")
