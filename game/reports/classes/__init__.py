"""All tables of a class compared: aggregated by table, single seats only where the instructor says so."""

from game.reports.classes.facts import GROUNDS, AccordFacts, Ground, TableFacts, facts_of
from game.reports.classes.gathering import LeftOut, Sitting, told_of, work_out
from game.reports.classes.report import ClassReport, class_page, class_report
from game.reports.classes.telling import ClassTelling, Learned, class_telling, learned

__all__ = [
    "GROUNDS",
    "AccordFacts",
    "ClassReport",
    "ClassTelling",
    "Ground",
    "Learned",
    "LeftOut",
    "Sitting",
    "TableFacts",
    "class_page",
    "class_report",
    "class_telling",
    "facts_of",
    "learned",
    "told_of",
    "work_out",
]
