"""Tables of cells as CSV that a spreadsheet opens: UTF-8 with its mark, RFC 4180, and nothing in it runs."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from enum import Enum

Cell = str | int | float | bool | None
DIGITS = 6
"""Decimals of a number: enough to compare, few enough to read."""
MARK = "\ufeff"
_FORMULA = re.compile(r"(^|[;\r\n]\s*)(?=[=+\-@\t\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet might see a formula: at the beginning, or behind what may be taken for the end of a cell."""


def csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write a sheet with its heads."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([written(head) for head in heads])
    writer.writerows([written(cell) for cell in row] for row in rows)
    return (MARK + file.getvalue()).encode("utf-8", "replace")


def written(cell: Cell) -> str:
    """Write a cell: nothing for what is missing, numbers as numbers, words with an apostrophe where a formula lurks."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return _number(cell)
    words = cell.value if isinstance(cell, Enum) else cell
    return _FORMULA.sub(lambda found: f"{found.group()}'", str(words))


def _number(value: float) -> str:
    """Round, without an exponent and without a zero below zero."""
    rounded = f"{value:.{DIGITS}f}".rstrip("0").rstrip(".")
    return "0" if rounded == "-0" else rounded
