"""Write what was asked for into a file, whole or not at all, or say in one sentence why not."""

import os
from contextlib import suppress
from pathlib import Path

import typer

from game.cli.failure import MISUSED, Failure

_PAGE = b"<!DOCTYPE HTML>"
"""How every page begins, in capitals."""


def write_page(path: Path, page: str) -> None:
    """Write a page, in place of an older one and of nothing else; Failure where that cannot be.

    Says on the terminal that it is written, not on the output, which may be for machines.
    """
    check_page(path)
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            path.write_text(page, encoding="utf-8")  # into a pipe
        else:
            _replace(path, page)
    except (OSError, ValueError) as error:
        raise Failure(f"{path} cannot be written: {_why(error)}.") from None
    typer.echo(f"{path} is written; open it in a browser.", err=True)


def check_page(path: Path) -> None:
    """Refuse a place for a page that is a folder, lies in none, or holds something else; Failure says which."""
    if os.path.isdir(path):
        raise Failure(f"{path} is a folder; name a file in it.", MISUSED)
    if not os.path.isdir(path.parent):  # False where nothing can be seen
        raise Failure(f"There is no folder {path.parent}; make it first.", MISUSED)
    if os.path.isfile(path) and not _is_page(path):
        raise Failure(f"{path} is no page and was left as it is; name a file that ends in .html.", MISUSED)


def _is_page(path: Path) -> bool:
    """Say whether a file is a page, or empty; also where it cannot be read, for that is told when it is written."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PAGE)).upper() in (_PAGE, b"")
    except OSError:
        return True


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


def _replace(path: Path, text: str) -> None:
    """Write beside it first, so that a full disk leaves the old file whole."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except (OSError, ValueError):
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _why(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
