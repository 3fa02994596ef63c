"""Write what was asked for into a file, whole or not at all, or say in one sentence why not."""

import os
from contextlib import suppress
from pathlib import Path

import typer

from game.cli.failure import MISUSED, Failure

_PAGE, _PAPER = b"<!DOCTYPE HTML>", b"%PDF-"
"""How every page begins, in capitals, and every PDF."""


def write_page(path: Path, page: str) -> None:
    """Write a page, in place of an older one and of nothing else; Failure where that cannot be.

    Says on the terminal that it is written, not on the output, which may be for machines.
    """
    check_page(path)
    _write(path, page)
    typer.echo(f"{path} is written; open it in a browser.", err=True)


def write_paper(path: Path, paper: bytes) -> None:
    """Write a PDF, in place of an older one and of nothing else; Failure where that cannot be."""
    check_paper(path)
    _write(path, paper)
    typer.echo(f"{path} is written.", err=True)


def check_page(path: Path) -> None:
    """Refuse a place for a page that is a folder, lies in none, or holds something else; Failure says which."""
    _check(path, _PAGE, "page", ".html")


def check_paper(path: Path) -> None:
    """Refuse a place for a PDF that is a folder, lies in none, or holds something else; Failure says which."""
    _check(path, _PAPER, "PDF", ".pdf")


def _check(path: Path, beginning: bytes, kind: str, ending: str) -> None:
    if os.path.isdir(path):
        raise Failure(f"{path} is a folder; name a file in it.", MISUSED)
    if not os.path.isdir(path.parent):  # False where nothing can be seen
        raise Failure(f"There is no folder {path.parent}; make it first.", MISUSED)
    if os.path.isfile(path) and not _begins(path, beginning):
        raise Failure(f"{path} is no {kind} and was left as it is; name a file that ends in {ending}.", MISUSED)


def _begins(path: Path, beginning: bytes) -> bool:
    """Say whether a file begins so, or is empty; also where it cannot be read, for that is told when it is written."""
    try:
        with path.open("rb") as file:
            return file.read(len(beginning)).upper() in (beginning, b"")
    except OSError:
        return True


def _write(path: Path, content: str | bytes) -> None:
    try:
        raw = content if isinstance(content, bytes) else content.encode()
        if os.path.exists(path) and not os.path.isfile(path):
            path.write_bytes(raw)  # into a pipe
        else:
            _replace(path, raw)
    except (OSError, ValueError) as error:
        raise Failure(f"{path} cannot be written: {_why(error)}.") from None


def write_new(path: Path, content: str | bytes) -> bool:
    """Write a new file, and say whether there was none before; Failure where that cannot be."""
    is_begun = False
    try:
        if isinstance(content, bytes):
            with path.open("xb") as raw:
                is_begun = True
                raw.write(content)
        else:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                is_begun = True
                file.write(content)
    except FileExistsError:
        return False
    except FileNotFoundError:
        raise Failure(f"There is no folder {path.parent}; make it first.", MISUSED) from None
    except (OSError, ValueError) as error:
        if is_begun:
            path.unlink(missing_ok=True)
        raise Failure(f"{path} cannot be written: {_why(error)}.") from None
    return True


def _replace(path: Path, content: bytes) -> None:
    """Write beside it first, so that a full disk leaves the old file whole."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except (OSError, ValueError):
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _why(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
