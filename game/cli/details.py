"""The details of surprises, in a file for those who mend the game."""

import os
import sys
import tempfile
import traceback
from pathlib import Path

from game import __version__, places


def keep_details(error: BaseException) -> Path | None:
    """Save the traceback of a surprise where the player's games are; None if that is not possible either."""
    details = f"False Coherence {__version__}, Python {sys.version.split()[0]} on {sys.platform}\n"
    details += f"Arguments: {sys.argv[1:]}\n\n" + "".join(traceback.format_exception(error))
    for folder in (places.saves().parent / "errors", Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix="false-coherence-", suffix=".txt", dir=folder)
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(details)
        except OSError:
            continue
        return Path(name)
    return None
