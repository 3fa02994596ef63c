"""Run every test of the interface without a window, and let tests share pages."""

import os
import sys
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def nothing_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a debrief begin nothing beside the window, for that takes seconds; a test that wants it says so."""
    from game.ui.screens.debrief import errands

    monkeypatch.setattr(errands, "start", lambda work: None)
