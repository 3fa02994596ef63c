"""A whole game at one table: three pages, a window, computers, the console and the projector, on the real host."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser.pages import Console, Keys, SeatPage
from browser.seats import Moment, PageSeat, WindowSeat, next_asked
from browser.watching import DESKTOP, PHONE, TABLET, Windows
from classroom.classes import KEY
from classroom.puppets import Host
from playwright.sync_api import Page, expect

from game.debrief import course, headline, of_journal
from game.desk.record import MOST_ROWS
from game.record import read
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.scenario import loading
from game.ui.screens.debrief import DebriefScreen

FORCE, MISSION, DONOR, RELIEF = (AgencyId(name) for name in ("force", "mission", "donor", "relief"))
NAMES = {FORCE: "Amara", MISSION: "Ben", DONOR: "Chidi", RELIEF: "Dana"}
TERMS = {"incidents": "mission", "funds": "window", "conduct": "principles"}
"""A text that nobody but the four people would have to carry."""
SAID = "Shall we talk about the road?"
TOLD = "Two rounds today."


@dataclass
class Table:
    """Everybody and everything at the table."""

    host: Host
    console: Console
    projector: Page
    pages: Mapping[AgencyId, SeatPage]
    window: WindowSeat

    @property
    def journal(self) -> Path:
        return self.host.ask(lambda hub: hub.room.folder / hub.room.tables["1"].record.file)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    found = Host(tmp_path / "class", loading.load(loading.find("afghanistan-district-2006")))
    yield found
    found.stop()


@pytest.fixture
def table(host: Host, windows: Windows) -> Iterator[Table]:
    """Let everybody come in, sit down and read."""
    console = Console(windows.open(DESKTOP))
    console.enter(host.address, KEY)
    projector = windows.open(DESKTOP)
    projector.goto(f"{host.address}/projector/1")
    expect(projector.locator("main")).to_contain_text(host.code)
    by_keys = windows.open(TABLET)
    pages = {
        FORCE: SeatPage(windows.open(DESKTOP)),
        MISSION: SeatPage(windows.open(PHONE, is_touched=True)),
        DONOR: SeatPage(by_keys, Keys(by_keys)),
    }
    for seat, page in pages.items():
        page.join(host.address, host.code, NAMES[seat])
        page.sit(seat)
    window = WindowSeat(host, NAMES[RELIEF], RELIEF)
    window.until(lambda: window.driver.sees("What each outcome is worth to you".upper()))
    yield Table(host, console, projector, pages, window)
    window.close()


def convene(page: SeatPage) -> None:
    page.pick("rule", "carriers")
    expect(page.page.locator('input[name="rule"][value="carriers"]')).to_be_checked()
    page.do()


def talk(page: SeatPage) -> None:
    page.act("talk", "meet", whom=DONOR)
    page.go("talk")
    page.say(SAID)
    page.go("now")
    page.be_done()


def meet(page: SeatPage) -> None:
    page.act("talk", "meet", whom=RELIEF)
    page.be_done()


PLAN: Mapping[AgencyId, Mapping[Moment, Callable[[SeatPage], None]]] = {
    FORCE: {(0, Phase.CONVENING): convene},
    MISSION: {(1, Phase.CORRIDOR): talk},
    DONOR: {
        (1, Phase.CORRIDOR): meet,
        (1, Phase.FLOOR): lambda page: page.draft(TERMS, {FORCE, MISSION, DONOR, RELIEF}),
        (2, Phase.FLOOR): lambda page: page.act("text", "call_signature", text="A"),
    },
}


def begin(table: Table) -> None:
    """Let everybody say that they have read, and the instructor begin with two rounds instead of four."""
    for page in table.pages.values():
        page.be_ready()
    table.window.driver.press("Return")
    table.window.until(lambda: table.window.client.link.standing.is_ready)
    table.console.drop_rounds("1", 2)
    table.console.press("Begin")
    expect(table.console.page.locator("dialog[open]")).to_contain_text("All have read their role sheet.")
    table.console.press("Begin")
    expect(table.console.page.locator("dialog[open]")).to_have_count(0)


def play(table: Table) -> None:
    """Let everybody play to the end of the year."""
    seats = {seat: PageSeat(page, PLAN.get(seat, {})) for seat, page in table.pages.items()}
    people: Mapping[AgencyId, PageSeat | WindowSeat] = {**seats, RELIEF: table.window}
    done: set[tuple[AgencyId, str]] = set()
    while asked := next_asked(table.host, people, done):
        people[asked.seat].play(asked.moment, is_between=asked.is_between)
        done.add((asked.seat, asked.name))


def call_and_answer(table: Table) -> None:
    """Let somebody call the instructor, and the instructor answer all."""
    phone, desk = table.pages[MISSION], table.console
    phone.open("help")
    expect(desk.page.locator(".needs")).to_contain_text(NAMES[MISSION])
    phone.close()
    desk.press("Answered")
    expect(desk.page.locator(".needs")).not_to_contain_text(NAMES[MISSION])
    desk.press("Message")
    desk.page.locator("#message-words").fill(TOLD)
    desk.press("Send")
    for page in table.pages.values():
        expect(page.page.get_by_role("alert").filter(has_text=TOLD)).to_be_visible()
        page.hands.press(page.page.get_by_role("button", name="Got it", exact=True).first)
    table.window.until(lambda: table.window.driver.sees(TOLD))


def assert_shut(table: Table) -> None:
    """Nobody is told how it came out before the instructor says so."""
    for page in table.pages.values():
        expect(page.page.locator("#now-title")).to_have_text("The year is over")
        expect(page.page.locator("#now")).to_contain_text("Your instructor opens the debrief for everybody at once.")
    expect(table.projector.locator("body")).to_have_attribute("data-stage", "closed")
    expect(table.console.page.locator(".table-row .how")).to_have_text("Has played")


def read_debrief(page: SeatPage, verdict: str, moves: int) -> None:
    """Go through the four steps; the verdict and the course of the game are those of the journal."""
    found = page.page
    expect(found.locator("#polite")).not_to_be_empty()
    expect(found.locator(".strips > :not([role])")).to_have_count(0)
    expect(found.locator(".verdict-name")).to_have_text(verdict)
    expect(found.locator("#now")).to_contain_text("What you took home".upper(), ignore_case=True)
    expect(found.locator("#now .record.long > li")).to_have_count(moves)
    for title in ("Why", "What would have turned it", "What to carry over"):
        page.hands.press(found.locator("#step-on"))
        expect(found.locator("#now-title")).to_have_text(title)
        expect(found.locator("#step")).to_be_visible()


def read_record(table: Table, seat: AgencyId) -> None:
    """The record of a page has the lines that the host has for this seat."""
    page = table.pages[seat]
    page.go("talk")
    told = table.host.ask(lambda hub: [one.text for one in hub.room.tables["1"].table.sentences(seat)])[-MOST_ROWS:]
    lines = page.page.locator(".talk .record > li.told")
    expect(lines).to_have_count(len(told))
    assert SAID in page.page.locator(".talk .record").inner_text()
    assert lines.last.inner_text().strip() == told[-1].replace("**", "").replace(" %", "\u00a0%")


def read_window(table: Table, verdict: str) -> None:
    """The window has come through the year to its debrief, and has heard all that the host has told it."""
    window = table.window
    window.driver.press("Return", "Return")
    window.until(lambda: isinstance(window.driver.app.screen, DebriefScreen))
    assert window.driver.sees(verdict)
    assert window.sitting.table.mark == table.host.ask(lambda hub: hub.room.tables["1"].table.mark)


def test_a_table_plays_from_joining_to_the_reveal(table: Table, windows: Windows) -> None:
    begin(table)
    call_and_answer(table)
    play(table)
    assert_shut(table)
    table.console.ask("Reveal", "Reveal")
    expect(table.console.page.locator(".table-row .how")).to_have_text("Revealed")
    story = of_journal(read(table.journal))
    verdict = headline(story).name
    expect(table.projector.locator("body")).to_have_attribute("data-stage", "revealed")
    expect(table.projector.locator("main")).to_contain_text(verdict)
    for seat, page in table.pages.items():
        read_debrief(page, verdict, len(course(story)))
        read_record(table, seat)
    read_window(table, verdict)
    assert windows.complaints == []
    assert windows.hosts == {f"127.0.0.1:{table.host.port}"}
