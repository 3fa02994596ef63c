"""A browser for the pages of a class, and somebody who watches what they do behind the scenes."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from browser.watching import Windows
from classroom.puppets import PATIENCE
from playwright.sync_api import Browser, expect, sync_playwright

from game.classroom import server

REQUIRED = os.environ.get("FALSE_COHERENCE_BROWSER") == "required"
NAMES = ("chromium", "chromium-browser", "google-chrome")
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def missing(words: str) -> NoReturn:
    """Leave a test out where something is not installed, unless it is asked for."""
    if REQUIRED:
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Open one browser for a module; it ends with it, since its loop keeps others out of the thread."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        missing("No Chromium is installed; on Debian: apt-get install chromium.")
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE * 1000)
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the host look at its tables more often, so that computers move without people having to wait."""
    monkeypatch.setattr(server, "TICK_SECONDS", 0.02)


@pytest.fixture
def windows(chromium: Browser) -> Iterator[Windows]:
    """Open pages, each as if on a device of its own; in the end none of them has complained or looked elsewhere."""
    found = Windows(chromium)
    yield found
    found.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Read the accessibility checker."""
    if not AXE.exists():
        missing("axe-core is not installed; with Node: npm ci --prefix tests/browser.")
    return AXE.read_text(encoding="utf-8")
