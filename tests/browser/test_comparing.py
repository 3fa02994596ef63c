"""The class report at the console, in a browser: asked for, told how far it is, kept as a page for anybody to read."""

import threading
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

import pytest
from browser.pages import Console
from browser.test_accessible import SHOTS, SIZES, Eye
from browser.watching import DESKTOP, Windows
from classroom.classes import KEY
from classroom.puppets import PATIENCE, Host
from playwright.sync_api import Page, expect

from game.classroom.comparing import door
from game.reports.classes import LeftOut, Sitting, TableFacts, told_of


@pytest.fixture
def may_go_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let tables be worked out in the host's own process, each as soon as the test lets them."""
    go_on = threading.Event()

    def slowly(sittings: Sequence[Sitting], jobs: int) -> Generator[TableFacts | LeftOut, None, None]:
        assert jobs > 1
        for sitting in sittings:
            assert go_on.wait(PATIENCE)
            yield told_of(sitting)

    monkeypatch.setattr(door, "work_out", slowly)
    yield go_on
    go_on.set()


@pytest.fixture
def host(tmp_path: Path, may_go_on: threading.Event) -> Iterator[Host]:
    """A class of three tables; two have played."""
    found = Host(tmp_path / "class", tables=3)
    for table in ("1", "2"):
        found.act("begin", table=table)
    for table in ("1", "2"):
        while not found.ask(lambda hub, table=table: hub.room.tables[table].table.is_closed):
            found.act("end_phase", table=table)
    yield found
    found.stop()


def opened(windows: Windows, host: Host, size: tuple[int, int]) -> Page:
    page = windows.open(size)
    console = Console(page)
    console.enter(host.address, KEY)
    console.press("Compare")
    expect(page.locator("dialog[open]")).to_contain_text("1 table not over: named in it, and nothing of it opened.")
    return page


def test_it_tells_how_far_it_is_and_is_kept_as_a_page(
    host: Host, windows: Windows, may_go_on: threading.Event, tmp_path: Path
) -> None:
    page = opened(windows, host, DESKTOP)
    page.get_by_label("Show single seats").check()
    with page.expect_download() as coming:
        Console(page).press("Work it out and download")
        expect(page.locator("dialog[open]")).to_contain_text("Being worked out: 0 of 2 tables.")
        may_go_on.set()
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert coming.value.suggested_filename == "class-debrief.html"
    coming.value.save_as(tmp_path / "kept.html")
    kept = windows.open(DESKTOP)
    kept.goto((tmp_path / "kept.html").as_uri())
    expect(kept.get_by_role("heading", name="All tables compared")).to_be_visible()
    expect(kept.locator("#seats")).to_be_visible()
    expect(kept.locator("#shown")).to_contain_text("Table 3 is still under way; nothing of it is opened here.")
    assert windows.complaints == []


@pytest.mark.parametrize("size", SIZES if SHOTS else ["phone"])
def test_dialog_and_page_can_be_used_by_everybody(
    size: str, host: Host, windows: Windows, may_go_on: threading.Event, tmp_path: Path, axe: str
) -> None:
    page = opened(windows, host, SIZES[size])
    eye = Eye(page, axe, size)
    eye.look("compare")
    may_go_on.set()
    with page.expect_download() as coming:
        Console(page).press("Work it out and download")
    coming.value.save_as(tmp_path / "kept.html")
    kept = windows.open(SIZES[size])
    kept.goto((tmp_path / "kept.html").as_uri())
    reading = Eye(kept, axe, size, grounds=("light",))
    reading.look("class-debrief")
    assert eye.found + reading.found == []


def test_it_can_be_left_while_it_is_worked_out(host: Host, windows: Windows, may_go_on: threading.Event) -> None:
    page = opened(windows, host, DESKTOP)
    Console(page).press("Work it out and download")
    expect(page.locator("dialog[open]")).to_contain_text("Being worked out")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.get_by_role("button", name="Compare")).to_be_enabled()
    may_go_on.set()
    assert windows.complaints == []
