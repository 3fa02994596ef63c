"""Work on many tables, in as many processes as pay, with how far it is if somebody watches."""

import os
from collections.abc import Callable, Generator
from contextlib import closing
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from game.analysis.lab.sweep import SweepError
from game.cli.failure import Failure

T = TypeVar("T")


def show_tables(work: Callable[[int], Generator[T, None, None]], tables: int) -> list[T]:
    """Do the work in so many processes and gather what comes of it; Failure if they are ended from outside."""
    console = Console(stderr=True)
    columns = (TextColumn("tables"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    try:
        with shown, closing(work(min(os.cpu_count() or 1, tables))) as working:
            return list(shown.track(working, total=tables))
    except SweepError:
        raise Failure("A process that worked on the tables was ended from outside; try again.") from None
