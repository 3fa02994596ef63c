"""The network is away in the middle of a game: the window says so, keeps what one did, and catches up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from classroom.classes import Line
from classroom.puppets import PATIENCE, Client, Host
from classroom.relay import Relay
from classroom.signing import TEXT, lead_to_signing

from game.classroom.hub import Hub
from game.record import Entry
from game.record.codec import plain
from game.rules.commands import Command, Meet, Pass, SendMessage, Sign
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.session import Table
from game.session.attendance import Contact
from game.ui.driver import Driver, Unsaved
from game.ui.member import Member
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.joining.door import DoorScreen, Wish
from game.ui.screens.rooms import rooms
from game.ui.screens.signing import SigningScreen
from game.ui.settings import Settings

CLINICS, FUND = AgencyId("clinics"), AgencyId("fund")
LOST = "The connection to the host is lost. It is tried again by itself; nothing of yours is lost."


@dataclass
class Class:
    """A host, a window that sits behind a relay, and people at the other seats."""

    host: Host
    relay: Relay
    client: Client = field(init=False)
    driver: Driver = field(init=False)
    lines: dict[AgencyId, Line] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.host.ask(self._seat_others)
        self.client = Client(self.relay.port, code=self.host.code, patience=PATIENCE)
        wish = Wish(self.host.code, "Amara", "1", CLINICS)
        self.driver = Driver(DoorScreen(Member(self.client.link), Unsaved(Settings(tips=False)), rooms(), wish))
        self.until(lambda: isinstance(self.driver.app.screen, BriefingScreen))
        self.driver.press("Return")
        self.host.act("begin")

    def _seat_others(self, hub: Hub) -> bool:
        for seat in self.table.seats:
            if seat != CLINICS:
                line = self.lines[seat] = Line(hub)
                line.say("join", code=hub.room.settings.code, name=f"P {seat}", **{"as": "page"})
                line.say("seat", table="1", seat=seat)
        return True

    @property
    def table(self) -> Table:
        return self.host.hub.room.table("1").table

    def until(self, has_come: Callable[[], object]) -> None:
        """Let the window take in what comes until something has come."""

        def looks(link: object) -> object:
            self.driver.wake()
            return has_come()

        self.client.until(looks)

    def play(self, command: Command) -> None:
        """Play a command of another seat."""
        words = {name: part for name, part in plain(command).items() if name != "seat"}

        def playing(hub: Hub) -> dict[str, object]:
            return self.lines[command.seat].say("command", moment=hub.room.table("1").moment, command=words)

        assert self.host.ask(playing)["problem"] is None

    def lead_to_signing(self) -> None:
        """Let all play until a text is signed, the window's seat too."""

        def play(command: Command) -> None:
            if command.seat != CLINICS:
                self.play(command)
            else:
                self.until(
                    lambda: self.client.link.table is not None and self.client.link.table.mark == self.table.mark
                )
                assert self.client.link.table is not None
                assert self.client.link.table.receive(CLINICS, command).refusal is None

        lead_to_signing(self.table, play)
        self.until(lambda: isinstance(self.driver.app.screen, SigningScreen))

    def given(self, command: Command) -> int:
        """Count how often a command stands in the game."""
        opening = self.host.ask(lambda hub: tuple(hub.room.table("1").table._history.entries))
        return sum(isinstance(entry, Entry) and entry.command == command for entry in opening)


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Class]:
    host = Host(tmp_path / "class")
    relay = Relay(host.port)
    found = Class(host, relay)
    yield found
    found.client.link.close()
    relay.close()
    host.stop()


def test_a_move_on_its_way_when_the_network_goes_counts_once_and_the_window_catches_up(there: Class) -> None:
    driver, client = there.driver, there.client
    for seat in there.table.waiting:
        there.play(Pass(seat))
    there.until(lambda: client.link.table is not None and client.link.table.phase is Phase.CORRIDOR)
    there.until(lambda: driver.app.screen.sitting.is_my_move)
    there.relay.lose_answers()
    client.link._patience = 0.2
    driver.press("1")
    driver.click("pick:whom:fund")
    driver.press("Return")
    there.until(lambda: client.link.standing.is_unanswered)
    assert driver.sees("sent again by itself")
    there.host.until(lambda hub: FUND in there.table.view(CLINICS).own.met_now or None)
    there.relay.cut()
    there.until(lambda: client.link.standing.contact is Contact.SEEKING)
    assert driver.sees(LOST)
    driver.press("M")
    driver.type("After the break?")
    there.play(SendMessage(FUND, CLINICS, "While you were away."))
    client.link._patience = PATIENCE
    there.relay.mend()
    there.until(lambda: client.link.table.mark == there.table.mark)
    there.until(lambda: not client.link.standing.is_unanswered)
    assert there.given(Meet(CLINICS, FUND)) == 1
    assert not driver.sees("sent again by itself")
    assert driver.sees("While you were away.")
    assert driver.app.screen.desk.words == "After the break?"
    driver.press("Return")
    there.until(lambda: driver.app.screen.desk.words == "")
    assert there.given(SendMessage(CLINICS, None, "After the break?")) == 1
    assert client.link.table.view(CLINICS) == there.table.view(CLINICS)


def test_who_was_away_while_a_text_is_signed_finds_the_answer_they_had_chosen(there: Class) -> None:
    driver, client = there.driver, there.client
    there.lead_to_signing()
    driver.click("choose:sign")
    there.relay.cut()
    there.until(lambda: client.link.standing.contact is Contact.SEEKING)
    assert driver.sees(LOST)
    for seat in there.table.seats:
        if seat != CLINICS:
            there.play(Sign(seat, TEXT))
    assert there.table.waiting == (CLINICS,)
    there.relay.mend()
    there.until(lambda: client.link.table.mark == there.table.mark)
    screen = driver.app.screen
    assert isinstance(screen, SigningScreen)
    assert screen.chosen == "sign"
    driver.press("Return")
    there.until(lambda: there.table.phase is not Phase.SIGNING)
    assert there.given(Sign(CLINICS, TEXT)) == 1
