"""Write what was asked for into a file, or say in one sentence why not."""

from pathlib import Path

from game.cli.failure import Failure


def write_page(path: Path, page: str) -> None:
    """Write a page, in place of an older one; Failure where that cannot be."""
    try:
        path.write_text(page, encoding="utf-8")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise Failure(f"{path} cannot be written: {why}.") from None
