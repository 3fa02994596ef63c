"""A report as one page that needs nothing from outside."""

from game.debrief import Chronicle
from game.debrief.scripting import USUAL, Order
from game.pages import render
from game.pages.icons import drawn
from game.reports.blocks import Report
from game.reports.report import report_of
from game.whatif import Reckoning


def debrief_page(
    story: Chronicle, reckoning: Reckoning | None = None, *, order: Order = Order.BY_TIME, minutes: int = USUAL
) -> str:
    """Tell a finished game as a page; it takes seconds, unless the reckoning is there already."""
    return page(report_of(story, reckoning, order=order, minutes=minutes))


def page(report: Report) -> str:
    """Set a report as a page."""
    return render("debrief.html", report=report, icon=drawn)
