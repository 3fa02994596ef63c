"""What a page lives through: another tab, a clock that is set back, a browser that keeps nothing, a host begun anew."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.pages import Console, SeatPage
from browser.stages import SEAT
from browser.watching import Windows
from classroom import puppets
from classroom.classes import KEY
from classroom.puppets import Host
from playwright.sync_api import Page, WebSocketRoute, expect

NOTHING_KEPT = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("nothing is kept here", "SecurityError"); } });
}"""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    found = Host(tmp_path / "class")
    yield found
    found.stop()


@pytest.fixture
def seated(host: Host) -> Callable[[Page], Page]:
    """Let somebody come in by a page and sit down at a table that has begun and waits for them."""

    def sit(page: Page) -> Page:
        seat = SeatPage(page)
        seat.join(host.address, host.code, "Amara")
        seat.sit(SEAT)
        seat.be_ready()
        host.act("begin", table="1")
        expect(page.locator("#now-title")).to_be_visible()
        return page

    return sit


def assert_follows(host: Host, page: Page) -> None:
    """The page shows what has happened since."""
    expect(page.locator(".bar-when")).to_contain_text("Convening")
    host.act("end_phase", table="1")
    expect(page.locator(".bar-when")).not_to_contain_text("Convening")


def test_a_page_that_another_tab_took_over_goes_on_when_it_is_asked_to(
    host: Host, windows: Windows, seated: Callable[[Page], Page]
) -> None:
    held: list[bool] = []

    def hold(line: WebSocketRoute) -> None:
        other = line.connect_to_server()
        other.on_message(lambda said: None if held and '"sheet"' in str(said) else line.send(said))

    first = windows.open()
    first.route_web_socket("**/ws", hold)
    seated(first)
    held.append(True)
    host.act("say", words="Five minutes more.")
    expect(first.get_by_role("alert").filter(has_text="Five minutes more.")).to_be_visible()
    second = first.context.new_page()
    second.goto(host.address)
    expect(first.get_by_role("heading", name="This page is open elsewhere")).to_be_visible()
    held.clear()
    first.locator("#resume").click()
    expect(second.get_by_role("heading", name="This page is open elsewhere")).to_be_visible()
    assert_follows(host, first)


def test_a_clock_that_is_set_back_holds_no_page_up(
    host: Host, windows: Windows, seated: Callable[[Page], Page]
) -> None:
    page = seated(windows.open())
    page.evaluate("() => { const now = Date.now; Date.now = () => now() - 3600000; }")
    assert_follows(host, page)


def test_a_browser_that_keeps_nothing_comes_back_to_its_seat(
    host: Host, windows: Windows, seated: Callable[[Page], Page]
) -> None:
    page, desk = windows.open(), windows.open()
    page.add_init_script(NOTHING_KEPT)
    desk.add_init_script(NOTHING_KEPT)
    Console(desk).enter(host.address, KEY)
    seated(page)
    host.stop()
    expect(page.get_by_text("No line to the host.")).to_be_visible()
    host.start()
    expect(page.get_by_text("No line to the host.")).to_have_count(0)
    expect(desk.get_by_text("The host is back")).to_be_visible()
    assert_follows(host, page)


def test_a_seat_that_a_computer_plays_is_taken_back_from_its_page(
    host: Host, windows: Windows, seated: Callable[[Page], Page]
) -> None:
    page = seated(windows.open())
    host.act("pause", table="1")
    host.act("fill", table="1", seat=SEAT)
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("A computer plays your seat")).to_have_count(0)
    expect(page.get_by_text("You have your seat back.")).to_be_visible()


def test_a_console_asks_for_the_key_of_a_host_that_was_begun_anew(
    host: Host, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = Console(windows.open())
    console.enter(host.address, KEY)
    console.press("Message")
    expect(console.page.locator("dialog[open]")).to_be_visible()
    host.stop()
    monkeypatch.setattr(puppets, "KEY", "another-key")
    host.start()
    expect(console.page.get_by_label("Key", exact=True)).to_be_visible()
    expect(console.page.locator("dialog[open]")).to_have_count(0)
    console.page.get_by_label("Key", exact=True).fill("another-key")
    console.press("Open the console")
    expect(console.page.locator(".table-row")).to_have_count(1)
