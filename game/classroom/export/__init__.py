"""What a class leaves behind: journals, measures with their codebook, and a page that says what they do not claim."""

from game.classroom.export.codebook import codebook_csv, codebook_markdown
from game.classroom.export.exported import Exported, ExportError
from game.classroom.export.folder import ClassFolder, read_folder
from game.classroom.export.journals import journal_bytes
from game.classroom.export.measures import RECKONED_SHEETS, SHEETS, measures
from game.classroom.export.names import Names, replacing
from game.classroom.export.packing import pack, package, sheet_files
from game.classroom.export.reckoned import ReckonedRows, reckon_all

__all__ = [
    "RECKONED_SHEETS",
    "SHEETS",
    "ClassFolder",
    "ExportError",
    "Exported",
    "Names",
    "ReckonedRows",
    "codebook_csv",
    "codebook_markdown",
    "journal_bytes",
    "measures",
    "pack",
    "package",
    "read_folder",
    "reckon_all",
    "replacing",
    "sheet_files",
]
