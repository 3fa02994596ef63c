"""The way to the window, which the rest of the command line works without."""

import os
from pathlib import Path


def open_window(
    scenario: Path | None = None,
    seat: str | None = None,
    seed: int | None = None,
    *,
    level: str | None = None,
    watch: bool = False,
    shots: Path | None = None,
    language: str | None = None,
) -> int:
    """Open the window, importing it only now: everything else works without one."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.main import main  # noqa: PLC0415 - see above

    return main(scenario=scenario, seat=seat, seed=seed, level=level, watch=watch, shots=shots, language=language)
