"""The codebook: every column of every sheet, what it means and where it comes from."""

from collections.abc import Iterator, Sequence

from game.classroom.export.measures import SHEETS, Sheet
from game.classroom.export.writing import csv_bytes

HEADS = ("file", "column", "meaning", "unit", "source", "missing")


def codebook_rows(sheets: Sequence[Sheet] = SHEETS) -> Iterator[tuple[str, ...]]:
    """List all columns, in the order in which they stand in their files."""
    for sheet in sheets:
        for column in sheet.columns:
            yield sheet.file, column.name, column.meaning, column.unit, column.source, column.missing


def codebook_csv(sheets: Sequence[Sheet] = SHEETS) -> bytes:
    """Write the codebook for a spreadsheet."""
    return csv_bytes(HEADS, codebook_rows(sheets))


def codebook_markdown(sheets: Sequence[Sheet] = SHEETS) -> str:
    """Write the codebook for people."""
    lines = [
        "# Codebook",
        "",
        "Rules are those of the game (“section 5”, “R5.4”); “journal” means that a thing is counted from the record. "
        "A cell is empty where there is nothing to tell; the last column says when that is.",
    ]
    for sheet in sheets:
        lines += ["", f"## {sheet.file}", "", f"Holds {sheet.row}.", ""]
        lines += ["| column | meaning | unit or range | source | empty |", "|---|---|---|---|---|"]
        lines += [
            f"| `{column.name}` | {_cell(column.meaning)} | {_cell(column.unit)} | {_cell(column.source)} "
            f"| {_cell(column.missing)} |"
            for column in sheet.columns
        ]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
