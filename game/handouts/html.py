"""Sheets as pages for a browser or a printer, each a file on its own.

The type is Inter where the computer has it, and else its own: three weights would add 1.4 MB to every page, and a
folder of handouts would no longer go into a mail. The PDFs carry Inter with them.
"""

from collections.abc import Sequence

from game.handouts.blocks import Sheet
from game.pages import render
from game.pages.icons import drawn


def page(name: str, sheets: Sequence[Sheet], language: str) -> str:
    """Set sheets as one page, each on a leaf of its own in print."""
    return render("handout.html", name=name, sheets=sheets, icon=drawn, language=language)


def contents(
    title: str, trainees: Sequence[Sheet], instructor: Sequence[Sheet], everything: str, language: str, *, is_pdf: bool
) -> str:
    """Set the page that links all the others."""
    return render(
        "handouts.html",
        title=title,
        trainees=trainees,
        instructor=instructor,
        everything=everything,
        language=language,
        endings=("html", "pdf") if is_pdf else ("html",),
        icon=drawn,
    )
