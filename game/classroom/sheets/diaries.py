"""The computers' diaries, for a page: what each thought move by move, and what it took the others to want."""

from game.classroom.sheets.seat.rows import Row
from game.debrief import Chronicle, Diary, EstimateRow, Note, Page
from game.debrief.chronicle import of_journal
from game.debrief.diaries import OTHERWISE, diaries, holdings_of
from game.debrief.words import points
from game.record import Journal


def diary_rows(journal: Journal) -> list[Row]:
    """Set out the diary of every seat that a computer ever held, once the game is over; it takes up to a second.

    Raises UnfinishedError if the game goes on.
    """
    story = of_journal(journal)
    return [_diary(story, book) for book in diaries(story, holdings_of(journal))]


def _diary(story: Chronicle, book: Diary) -> Row:
    return {
        "agency": book.seat,
        "played": f"{book.manner.replace('_', ' ')}, {book.level}",
        "pages": [_page(story, page) for page in book.pages],
    }


def _page(story: Chronicle, page: Page) -> Row:
    return {
        "heading": page.heading,
        "notes": [_note(note) for note in page.notes],
        "trust": page.trust,
        "estimates": [_estimate(story, row) for row in page.estimates],
    }


def _note(note: Note) -> Row:
    return {"at": note.at, "did": note.did, "words": note.words, "otherwise": OTHERWISE if note.is_otherwise else ""}


def _estimate(story: Chronicle, row: EstimateRow) -> Row:
    lines = []
    for one in row.issues:
        issue = story.case.issue(one.issue)
        taken, wanted = issue.option(one.taken), issue.option(one.wanted)
        lines.append(
            {
                "name": issue.name,
                "taken": f"{taken.name} ({one.taken_points:.0f})",
                "wanted": f"{wanted.name} ({one.wanted_points})",
                "is_right": one.is_right,
                "is_told": one.is_told,
                "off": points(one.off),
            }
        )
    guess, truth = row.walk_away
    return {
        "about": row.about,
        "right": f"{row.right} of {len(row.issues)}",
        "off": points(row.off),
        "away": f"No accord at all: taken for {guess:.0f} points, was {truth:.0f}.",
        "issues": lines,
    }
