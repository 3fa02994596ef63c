"""The debrief of a class: its folder, or the journals of several tables, compared on one page."""

import os
from pathlib import Path

import typer

from game.classroom.comparing import Gathered, gather
from game.classroom.export import ClassFolder, Exported, read_folder
from game.cli.choices import find_journal
from game.cli.failure import FAILED, Failure, complain
from game.cli.progress import show_tables
from game.cli.writing import check_page, write_page
from game.record import read
from game.reports.classes import class_page, work_out


def read_class(journals: list[str]) -> ClassFolder:
    """Read the tables of a class from its folder, or from journals; JournalError or Failure if that cannot be."""
    folders = [one for one in journals if os.path.isdir(one)]
    if folders and len(journals) > 1:
        raise Failure(f"{folders[0]} is a folder; name one folder of a class, or journals, not both.")
    if folders:
        return read_folder(Path(folders[0]))
    paths = [find_journal(one) for one in journals]
    tables: list[Exported] = []
    for path in paths:
        names = {one.table for one in tables}
        tables.append(Exported(_free(path.stem, names), read(path)))
    return ClassFolder(tuple(tables), (), (), ())


def debrief_class(journals: list[str], output: Path | None, *, shows_seats: bool, shows_names: bool) -> None:
    """Compare the tables of a class on one page; Failure if none is finished, or something had to be left out."""
    place = output if output is not None else Path(f"{Path(journals[0]).resolve().stem}-class-debrief.html")
    check_page(place)  # before the work, not after it
    gathered = gather(read_class(journals), shows_names=shows_names)
    if not gathered.finished:
        raise Failure("No table of this class has finished; tables can be compared once a year after has gone by.")
    tables = show_tables(lambda jobs: work_out(gathered.finished, jobs), len(gathered.finished))
    told = gathered.telling(tables, shows_seats=shows_seats)
    if not told.tables:
        raise Failure(told.remarks[0])
    write_page(place, class_page(told))
    _say(gathered, told.remarks)


def _say(gathered: Gathered, remarks: tuple[str, ...]) -> None:
    """Say what is not in it."""
    if gathered.running:
        are = "table is" if len(gathered.running) == 1 else "tables are"
        typer.echo(f"Still under way, and only named in it: {', '.join(gathered.running)} ({are} not over).", err=True)
    for remark in remarks:
        complain(remark)
    if remarks:
        raise typer.Exit(FAILED)


def _free(name: str, taken: set[str]) -> str:
    """Name a table after its file; a second of that name gets a number."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name} ({number})"
    return found
