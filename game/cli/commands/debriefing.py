"""Write the debrief of a finished game as a page, and as PDF; of a class, all its tables compared."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from game.cli.app import app
from game.cli.failure import MISUSED, Failure
from game.cli.finished import judged_by, read_finished
from game.cli.writing import check_page, check_paper, write_page, write_paper
from game.debrief.scripting import LEAST, USUAL, Order

LONGEST = 600
"""Minutes of a talk above which it is surely a mistake."""


class By(StrEnum):
    """How the talk goes through the causes."""

    TIME = "time"
    THEME = "theme"


ORDERS = {By.TIME: Order.BY_TIME, By.THEME: Order.BY_THEME}


class Leaf(StrEnum):
    """What a PDF is set for."""

    A4 = "a4"
    LETTER = "letter"


Journals = Annotated[
    list[str],
    typer.Argument(
        metavar="JOURNAL...",
        help="A saved game that is over, or the name of one that comes along; of a class its folder, or several.",
        show_default=False,
    ),
]
ShowsSeats = Annotated[
    bool, typer.Option("--seats", help="Of a class: show single seats, too, with what was hidden about them.")
]
ShowsNames = Annotated[bool, typer.Option("--names", help="Of a class, or with `--csv`: show people's names.")]
Sheets = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Write the measures as CSV with a codebook into this new folder; without `-o`, no page.",
        show_default=False,
    ),
]


@app.command()
def debrief(
    journals: Journals,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The page to write.", show_default="JOURNAL-debrief.html, here"),
    ] = None,
    shows_seats: ShowsSeats = False,
    shows_names: ShowsNames = False,
    csv: Sheets = None,
    pdf: Annotated[Path | None, typer.Option(help="Write a PDF as well.", show_default=False)] = None,
    paper: Annotated[Leaf, typer.Option(help="What the PDF is set for.", case_sensitive=False)] = Leaf.A4,
    ruleset: Annotated[
        Path | None,
        typer.Option(help="Judge by the lines of this YAML file, marked as such.", show_default=False),
    ] = None,
    order: Annotated[By, typer.Option(help="How the talk goes through the causes.")] = By.TIME,
    minutes: Annotated[int, typer.Option(help="How long the talk is.")] = USUAL,
) -> None:
    """Write why a finished game came out as it did, and what would have turned it, as one page for any browser."""
    is_shown = shows_seats or (shows_names and csv is None)
    is_class = _is_class(journals, pdf=pdf, ruleset=ruleset, is_shown=is_shown)
    if csv is not None:
        from game.cli.measuring import write_measures  # noqa: PLC0415 - the classroom only where it is asked for

        write_measures(journals, csv, shows_names=shows_names)
        if output is None and pdf is None:
            return
    if is_class:
        from game.cli.class_debriefing import debrief_class  # noqa: PLC0415 - the classroom only where it is asked for

        debrief_class(journals, output, shows_seats=shows_seats, shows_names=shows_names)
        return
    _debrief_game(journals[0], output, pdf, paper, ruleset, order, minutes)


def _is_class(journals: list[str], *, pdf: Path | None, ruleset: Path | None, is_shown: bool) -> bool:
    """Say whether the tables of a class are meant; Failure for what only one of the two has."""
    is_class = len(journals) > 1 or os.path.isdir(journals[0])
    if is_class and (pdf is not None or ruleset is not None):
        raise Failure("Of a class there is no PDF and no judging anew; leave out `--pdf` and `--ruleset`.", MISUSED)
    if is_shown and not is_class:
        raise Failure("`--seats` and `--names` are for a class; the page of one game shows every seat.", MISUSED)
    return is_class


def _debrief_game(
    journal: str,
    output: Path | None,
    pdf: Path | None,
    paper: Leaf,
    ruleset: Path | None,
    order: By,
    minutes: int,
) -> None:
    """Write the page of one game, and its PDF where that is asked for."""
    # numpy and the rest only where they are asked for
    from game.pages.typesetting import NoTypst, check_typst  # noqa: PLC0415 - see above
    from game.reports import page, report_of  # noqa: PLC0415 - see above
    from game.reports.pdf import Paper, typeset  # noqa: PLC0415 - see above

    place = output if output is not None else Path(f"{Path(journal).stem}-debrief.html")
    _check(minutes, place, pdf)
    try:
        if pdf is not None:
            check_typst()
        found = read_finished(journal)
        story = judged_by(found.story, ruleset)
        if sys.stderr is not None and sys.stderr.isatty():
            typer.echo("Running the game again, with one thing otherwise each time; this takes some seconds.", err=True)
        report = report_of(story, order=ORDERS[order], minutes=minutes)
        write_page(place, page(report))
        if pdf is not None:
            write_paper(pdf, typeset(report, Paper(paper.value)))
    except NoTypst as error:
        raise Failure(str(error)) from None
    found.say_doubts()


def _check(minutes: int, place: Path, pdf: Path | None) -> None:
    """Refuse what cannot be, before the work is done."""
    if not LEAST <= minutes <= LONGEST:
        raise Failure(f"`--minutes` must be from {LEAST} to {LONGEST}, not {minutes}.", MISUSED)
    check_page(place)
    if pdf is not None:
        check_paper(pdf)
        if pdf == place:
            raise Failure(f"The page and the PDF cannot both be {pdf}; name two files.", MISUSED)
