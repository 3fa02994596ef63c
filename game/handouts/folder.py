"""Write a case's handouts into a folder: our own files, and nobody else's."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.handouts.blocks import Sheet
from game.handouts.choice import for_instructor, for_trainees
from game.handouts.html import contents, page
from game.handouts.paper_yaml import is_empty, paper_yaml
from game.handouts.pdf import typeset
from game.rules.case import Case

EVERYTHING = "everything-for-trainees"
"""The sheets that are handed out, one after the other, to print at once."""
FORM = "paper-form.yaml"
_OURS = re.compile(
    r"(role-[a-z0-9_]+|briefing|name-cards|voting-card|teaching-note|answer-sheet|paper-form|everything-for-trainees)"
    r"\.(html|pdf)"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written, and what in the folder somebody should know of."""

    files: tuple[Path, ...]
    is_form_kept: bool
    """The paper form there is filled in and was left as it is."""
    outdated: tuple[Path, ...]
    """Handouts of an earlier print that this one did not write again."""


class PrintError(Exception):
    """Carry one sentence on what cannot be written."""


def print_handouts(case: Case, folder: Path, *, scenario: str = "", is_pdf: bool = False) -> Printed:
    """Write all handouts of a case; PrintError with one sentence if that is not possible.

    All is set before anything is written. Files of ours are replaced whole, but for a paper form that somebody has
    filled in; other files are left alone. `scenario` is how the case is named on the command line.
    """
    files = dict(_files(case, is_pdf=is_pdf))
    files[FORM] = paper_yaml(case, scenario or case.id, folder / FORM).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise PrintError(f"{folder} is no folder; name one for the handouts.") from None
    except (OSError, ValueError) as trouble:
        raise PrintError(f"The folder {folder} cannot be made ({_reason(trouble)}); name another.") from None
    is_form_kept = _is_filled_in(folder / FORM)
    if is_form_kept:
        del files[FORM]
    written = tuple(_write(folder / name, content) for name, content in files.items())
    return Printed(written, is_form_kept, tuple(_outdated(folder, files)))


def _is_filled_in(form: Path) -> bool:
    if not os.path.isfile(form):  # False where nothing can be seen
        return False
    try:
        return not is_empty(form.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # something stands there that is no form of ours as it was printed
        return True


def _outdated(folder: Path, files: Collection[str]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name not in files and _OURS.fullmatch(path.name):
            yield path


def _files(case: Case, *, is_pdf: bool) -> Iterator[tuple[str, bytes]]:
    trainees, instructor = tuple(for_trainees(case)), tuple(for_instructor(case))
    everything = (EVERYTHING, f"{case.title}: everything for the trainees", trainees)
    documents: list[tuple[str, str, Sequence[Sheet]]] = [
        (sheet.file, f"{sheet.title} · {case.title}", (sheet,)) for sheet in (*trainees, *instructor)
    ]
    yield "index.html", contents(case.title, trainees, instructor, EVERYTHING, case.language, is_pdf=is_pdf).encode()
    for name, title, sheets in (*documents, everything):
        yield f"{name}.html", page(title, sheets, case.language).encode()
        if is_pdf:
            yield f"{name}.pdf", typeset(title, sheets, case.language)


def _write(path: Path, content: bytes) -> Path:
    """Write beside it first, so that a full disk leaves the old file whole."""
    if os.path.isdir(path):
        raise PrintError(f"{path} is a folder and stands in the way of a handout; move it, or name another folder.")
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)
    except OSError as trouble:
        _drop(beside)
        raise PrintError(f"{path} cannot be written ({_reason(trouble)}); make room, or name another folder.") from None
    return path


def _drop(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _reason(trouble: Exception) -> str:
    return getattr(trouble, "strerror", None) or "its name is not a file name"
