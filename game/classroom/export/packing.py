"""All that a class leaves behind in one ZIP: the same class always gives the same bytes."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from game.classroom.export.codebook import codebook_csv, codebook_markdown
from game.classroom.export.exported import Exported, ExportError
from game.classroom.export.folder import read_folder
from game.classroom.export.journals import journal_bytes
from game.classroom.export.learning import LEARNING_SHEET, Learner, learning_csv
from game.classroom.export.measures import RECKONED_SHEETS, SHEETS, sheets
from game.classroom.export.names import Names, replacing
from game.classroom.export.page import readme
from game.classroom.export.reckoned import ReckonedRows, reckon_all
from game.classroom.export.retold import Retold, retell

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in it, and the earliest that a ZIP knows."""
_UNIX, _PERMISSIONS = 3, 0o644 << 16


def pack(folder: Path, *, replace_names: bool, is_whole: bool = False, is_reckoned: bool = False) -> bytes:
    """Pack what is in the folder of a class, also while it goes on; see `package`. ExportError if that cannot be."""
    found = read_folder(folder)
    return package(
        found.tables,
        replace_names=replace_names,
        reckoned=tuple(reckon_all(found.tables)) if is_reckoned else (),
        is_whole=is_whole,
        people=found.people,
        learners=found.learners,
        left_out=found.problems,
    )


def package(
    tables: Sequence[Exported],
    *,
    replace_names: bool,
    is_whole: bool = False,
    people: Sequence[str] = (),
    learners: Sequence[Learner] = (),
    left_out: Sequence[str] = (),
    reckoned: Sequence[ReckonedRows | None] = (),
) -> bytes:
    """Pack journals, measures and codebook of a class; ExportError if a game cannot be rebuilt, or a name stands twice.

    `people` are the names of the class, where it has a list, and `learners` who of them answered questions; `left_out`
    says in sentences what is missing, `reckoned` (table by table) what games show when they are run again. Of games
    that go on, journals stay out and only what everybody could see is told, and while any does no answers either,
    unless `is_whole`.
    """
    files, told = _files(
        tables, replace_names=replace_names, is_whole=is_whole, people=people, learners=learners, left_out=left_out,
        reckoned=reckoned,
    )  # fmt: skip
    return _zipped({**files, **dict(_journals(told))})


def sheet_files(
    tables: Sequence[Exported],
    *,
    replace_names: bool,
    people: Sequence[str] = (),
    learners: Sequence[Learner] = (),
    left_out: Sequence[str] = (),
    reckoned: Sequence[ReckonedRows | None] = (),
) -> dict[str, bytes]:
    """Write what `package` packs without the journals, by file name."""
    files, _ = _files(
        tables, replace_names=replace_names, is_whole=False, people=people, learners=learners, left_out=left_out,
        reckoned=reckoned, has_journals=False,
    )  # fmt: skip
    return files


def _files(
    tables: Sequence[Exported],
    *,
    replace_names: bool,
    is_whole: bool,
    people: Sequence[str],
    learners: Sequence[Learner],
    left_out: Sequence[str],
    reckoned: Sequence[ReckonedRows | None],
    has_journals: bool = True,
) -> tuple[dict[str, bytes], tuple[Retold, ...]]:
    """Write the sheets with their codebook and the page on top; the tables as well, worked through."""
    if not tables:
        raise ExportError("There is no table to export.")
    doubled = {one.table for one in tables if sum(other.table == one.table for other in tables) > 1}
    if doubled:
        raise ExportError(f"There are two tables of the name {min(doubled)}; name each differently.")
    numbers = replacing((one.journal for one in tables), people)
    names = numbers if replace_names else Names()
    again = reckoned or (None,) * len(tables)
    told = tuple(
        replace(retell(one, names, people, is_whole=is_whole), reckoned=rows)
        for one, rows in zip(tables, again, strict=True)
    )
    has_answers = bool(learners) and all(one.is_open for one in told)
    which = (*SHEETS, *RECKONED_SHEETS) if reckoned else SHEETS
    written = (*which, LEARNING_SHEET) if has_answers else which
    left = [names.in_words(one) for one in left_out]
    files = {
        "README.txt": readme(told, left, written, is_replaced=replace_names, has_journals=has_journals).encode(),
        "codebook.csv": codebook_csv(written),
        "codebook.md": codebook_markdown(written).encode(),
        **sheets(told, which),
        **({LEARNING_SHEET.file: learning_csv(learners, numbers)} if has_answers else {}),
    }
    return files, told


def _journals(tables: Sequence[Retold]) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    for table in tables:
        name = _file_name(table.table, taken)
        if table.is_open:
            yield f"journals/{name}.jsonl", journal_bytes(table.journal, table.names)


def _file_name(table: str, taken: set[str]) -> str:
    """Name a table's file so that every system can unpack it."""
    slug = re.sub(r"[^a-z0-9]+", "-", table.casefold()).strip("-")[:40] or "unnamed"
    first = name = f"table-{slug.zfill(2) if slug.isdecimal() else slug}"
    number = 1
    while name in taken:
        number += 1
        name = f"{first}-{number}"
    taken.add(name)
    return name


def _zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _UNIX
            member.external_attr = _PERMISSIONS
            packed.writestr(member, content)
    return held.getvalue()
