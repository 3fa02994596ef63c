"""The report of a class: all its finished tables compared, in the order in which a class should talk."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief.words import count, listed
from game.pages import render
from game.pages.icons import drawn
from game.reports.blocks import Part
from game.reports.classes.behind import behind, people, seats
from game.reports.classes.carried import carried
from game.reports.classes.happened import happened
from game.reports.classes.telling import ClassTelling, capital
from game.reports.classes.turned import turned
from game.reports.classes.why import same_yeses, why

ALONE = "One table alone: there is nothing to hold it against. Its own report tells far more; this page is for several."


@dataclass(frozen=True, slots=True)
class ClassReport:
    """Everything there is to tell of a class. `notices` say first what a reader should know."""

    title: str
    lead: str
    notices: tuple[str, ...]
    parts: tuple[Part, ...]


def class_report(told: ClassTelling) -> ClassReport:
    """Put the report of a class together; ValueError if no table is finished."""
    if not told.tables:
        raise ValueError("no table of this class is finished")
    return ClassReport(
        listed(tables[0].title for tables in told.cases), _lead(told), tuple(_notices(told)), _parts(told)
    )


def class_page(told: ClassTelling) -> str:
    """Set the report of a class as a page that needs nothing from outside."""
    return render("class.html", report=class_report(told), icon=drawn, language="en")


def _parts(told: ClassTelling) -> tuple[Part, ...]:
    own = (*(seats(told) if told.shows_seats else ()), *people(told))
    opened = (Part("own", "", "Shown because it was asked for", "Not for the wall.", own),) if own else ()
    return (
        Part("happened", "1", "What happened", "The facts, so that all agree on them first.", happened(told)),
        Part("why", "2", "Why", "Causes and structures, never a person’s character.", why(told)),
        Part("turned", "3", "What would have turned it", "The same games, run again.", turned(told)),
        Part("carried", "4", "What to carry over", "From these tables to the next real meeting.", carried(told)),
        *opened,
        Part("behind", "", "Behind this report", "What it rests on, and what it does not claim.", behind(told)),
    )


def _lead(told: ClassTelling) -> str:
    begin = f"{count(len(told.tables))} table{'' if len(told.tables) == 1 else 's'} finished"
    cases = f", in {count(len(told.cases)).lower()} cases" if len(told.cases) > 1 else ""
    endings = len({table.verdict for table in told.tables})
    if len(told.tables) == 1:
        return f"{begin}."
    how = "all with the same verdict" if endings == 1 else f"with {count(endings).lower()} different verdicts"
    pairs = [pair for tables in told.cases for pair in same_yeses(tables)]
    same = "" if not pairs else " Some had as many yeses as others, and did not mean the same by them."
    return f"{begin}{cases}, {how}.{same}"


def _notices(told: ClassTelling) -> Iterator[str]:
    if len(told.tables) == 1:
        yield ALONE
    if told.running:
        are = "is" if len(told.running) == 1 else "are"
        names = f"table{'' if len(told.running) == 1 else 's'} {listed(told.running)}"
        yield f"{capital(names)} {are} still under way and not in it."
    yield from told.remarks
    if told.shows_seats:
        yield "Single seats are shown at the end, with what was hidden. Do not put this page on the wall."
