"""The debrief as a paper: all that one finished game has to tell, as a page or, with the extra `pdf`, as PDF."""

from game.reports.blocks import Report
from game.reports.page import debrief_page, page
from game.reports.report import report, report_of
from game.reports.telling import Telling, telling_of

__all__ = ["Report", "Telling", "debrief_page", "page", "report", "report_of", "telling_of"]
