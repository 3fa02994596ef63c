"""Who plays at the table: people at pages by their moment, and somebody at a window without a display."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from browser.pages import SeatPage
from classroom.puppets import PATIENCE, Client, Host
from playwright.sync_api import expect

from game.classroom.hub import Hub
from game.rules.ids import AgencyId
from game.rules.vocabulary import Phase
from game.session.asking import asks_nothing
from game.ui.driver import Driver, Unsaved
from game.ui.member import Member
from game.ui.screens.joining.door import DoorScreen, Wish
from game.ui.screens.rooms import rooms
from game.ui.settings import Settings
from game.ui.sitting import Sitting

Moment = tuple[int, Phase]
"""A round and a phase."""


def answer(page: SeatPage, phase: Phase) -> None:
    """Do the plainest thing that leads on."""
    match phase:
        case Phase.STANCES:
            page.stand("endorse")
        case Phase.SIGNING:
            page.sign()
        case Phase.BALLOT:
            page.cast(3)
        case Phase.SETTLING:
            page.settle()
        case Phase.FIRST_EFFORTS | Phase.SECOND_EFFORTS:
            page.exert(60)
        case _:
            page.be_done()


@dataclass
class PageSeat:
    """Somebody at a page, with what is planned for some moments; elsewhere the plainest thing is done."""

    page: SeatPage
    plan: Mapping[Moment, Callable[[SeatPage], None]] = field(default_factory=dict)

    def play(self, moment: Moment, *, is_between: bool) -> None:
        """Do everything that this moment asks for."""
        self.page.wait_for_move()
        expect(self.page.page.locator("#urgent")).not_to_be_empty()
        before = self.page.standing
        planned = self.plan.get(moment)
        if is_between:
            self.page.be_done()
        elif planned is not None:
            planned(self.page)
        else:
            answer(self.page, moment[1])
        self.page.wait_for_news(before)


class WindowSeat:
    """Somebody at a window."""

    def __init__(self, host: Host, name: str, seat: str) -> None:
        self.client = Client(host.port, code=host.code, name=name)
        member, preferences = Member(self.client.link), Unsaved(Settings(tips=False, pace="at once"))
        self.driver = Driver(DoorScreen(member, preferences, rooms(), Wish(host.code, name, "1", seat)))

    def until(self, has_come: Callable[[], object]) -> None:
        """Let the window run until something has come."""
        self.driver.wake()
        while not has_come():
            assert self.client.changes.acquire(timeout=PATIENCE), (self.client.link.standing, self.driver.texts())
            self.driver.wake()

    @property
    def sitting(self) -> Sitting:
        """The game as the screen has it."""
        found = self.driver.app.screen.sitting  # type: ignore[attr-defined]
        assert isinstance(found, Sitting)
        return found

    def play(self, moment: Moment, *, is_between: bool) -> None:
        """Do by keys what this moment asks for."""
        _, phase = moment
        self.until(lambda: self.sitting.is_my_move and self.sitting.table.phase is phase)
        mark = self.sitting.table.mark
        self.driver.press(*self._keys(phase, is_between=is_between))
        self.until(lambda: self.sitting.table.mark > mark or not self.sitting.is_my_move)

    def _keys(self, phase: Phase, *, is_between: bool) -> tuple[str, ...]:
        match phase:
            case Phase.SIGNING:
                return ("2", "Return") if is_between else ("1", "Return")
            case Phase.STANCES if not is_between:
                return (*("1" for _ in self.sitting.view.room.texts), "Ctrl+Return")
            case Phase.BALLOT:
                return self._ballot()
            case Phase.SETTLING | Phase.FIRST_EFFORTS | Phase.SECOND_EFFORTS:
                return ("Return",)
            case Phase.CORRIDOR:
                return ("0", "Return")
        return ("0",)

    def _ballot(self) -> tuple[str, ...]:
        for accord in self.sitting.view.room.accords:
            own = f"answer:{accord}:{self.sitting.seat}:3"
            if self.driver.has(own):
                self.driver.click(own)
        return ("Return",)

    def close(self) -> None:
        self.client.link.close()


@dataclass(frozen=True)
class Asked:
    """Somebody whom the game waits for, and what for."""

    seat: AgencyId
    name: str
    """Of the moment, as the host has it."""
    moment: Moment
    is_between: bool
    """Whether something is asked between two moves: a vote, a doubt."""


def next_asked(host: Host, people: Collection[AgencyId], done: Collection[tuple[AgencyId, str]]) -> Asked | None:
    """Wait until somebody is asked who has not answered yet; None once the game is over."""

    def asked(hub: Hub) -> tuple[Asked | None] | None:
        hosted = hub.room.tables["1"]
        if hosted.table.is_closed:
            return (None,)
        room, name = hosted.table.public_view().room, hosted.moment
        for seat in hosted.table.waiting:
            if seat in people and (seat, name) not in done and not asks_nothing(hosted.table.view(seat)):
                return (Asked(seat, name, (room.round, room.phase), room.interlude is not None),)
        return None

    return host.until(asked)[0]
