"""Columns of the sheets: each says what it means, in what unit, by which rule, and how to read it off its row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from game.classroom.export.writing import Cell

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column. `source` is a rule of the game by its number, or what the number is counted from."""

    name: str
    read: Callable[[Row], Cell]
    meaning: str
    unit: str = "text"
    source: str = "journal"
    missing: str = "never"
    """When a cell is empty."""


RUNNING = "while the game goes on"
"""The usual reason for an empty cell."""
