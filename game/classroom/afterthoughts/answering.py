"""Answer what is asked of a finished game, from its journal."""

import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import assert_never

from game.analysis.space.untabled import untabled
from game.classroom.afterthoughts.asking import AskDeal, AskJudged, AskOtherwise, AskReckoned, Question, lines_of
from game.classroom.sheets.after import deal_row, otherwise_row, reckoned_row
from game.classroom.sheets.seat.debrief.pages import steps
from game.classroom.sheets.seat.rows import Row
from game.debrief import Chronicle, Holding, holdings_of, judged_again, of_journal
from game.debrief.scripting import Order
from game.record import Roster, read
from game.reports import debrief_page
from game.whatif import Change, reckon, retell

Version = tuple[int, int]
"""How often the past of a table was changed, and how far it has come: another version of a journal is another game."""
MOST_READ = 12
"""Games kept in mind."""
_reading = threading.Lock()


def answer(journal: Path, version: Version, roster: Roster, question: Question) -> str:
    """Write the answer to a question as JSON.

    UnfinishedError if the game goes on, JournalError if it cannot be read, ImpossibleChange or QuestionError, each with
    a sentence, if what is asked was not possible.
    """
    with _reading:
        played, holdings = _read(journal, version)
    story = judged_again(played, lines_of(question, played.ruleset))
    return json.dumps(_found(story, holdings, roster, question))


def paper(journal: Path, version: Version, order: Order, minutes: int) -> str:
    """Write the debrief of a game as a page on paper; UnfinishedError or JournalError as above."""
    with _reading:
        story, _ = _read(journal, version)
    return debrief_page(story, order=order, minutes=minutes)


@lru_cache(maxsize=MOST_READ)
def _read(journal: Path, version: Version) -> tuple[Chronicle, tuple[Holding, ...]]:
    """Read a game once; it is another one for another version."""
    found = read(journal)
    return of_journal(found), tuple(holdings_of(found))


def _found(story: Chronicle, holdings: tuple[Holding, ...], roster: Roster, question: Question) -> Row:
    match question:
        case AskReckoned():
            return reckoned_row(story, reckon(story))
        case AskDeal():
            return deal_row(untabled(story))
        case AskOtherwise(without, is_anew):
            return otherwise_row(story, retell(story, (Change(without, None),), holdings if is_anew else None))
        case AskJudged():
            return steps(story, roster)
        case _:
            assert_never(question)
