"""A person plays the whole tutorial in the real window: once by keys alone, once by the mouse alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.record import computer, person
from game.rules.case import Case
from game.rules.vocabulary import Phase
from game.ui.driver import Driver
from game.ui.screens import starting
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.curtain import GUARD_MS, CurtainScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.rooms import rooms
from game.ui.screens.title import TitleScreen
from game.ui.settings import Preferences
from game.ui.sitting import Sitting
from game.ui.stage import Stage

MOST_MOVES = 400


class Player:
    """Play one seat after another at one window until the debrief; `moves` are the hands: keys or mouse."""

    def __init__(self, driver: Driver, hands: "Keys | Mouse") -> None:
        self.driver = driver
        self.hands = hands
        self.seen: set[str] = set()
        self.met: set[tuple[int, str]] = set()

    @property
    def sitting(self) -> Sitting:
        sitting = self.driver.app.screen.sitting  # type: ignore[attr-defined]
        assert isinstance(sitting, Sitting)
        return sitting

    def play(self) -> None:
        for _ in range(MOST_MOVES):
            screen = self.driver.app.screen
            self.seen.add(type(screen).__name__)
            if type(screen) is DebriefScreen:
                return
            self.assert_hides_the_others()
            if type(screen) is CurtainScreen:
                self.driver.pass_time(GUARD_MS)
                self.hands.press("sit")
            elif type(screen) is BriefingScreen:
                self.hands.press("go")
            elif self.sitting.table.is_closed or not self.sitting.is_my_move or self.driver.has("skip"):
                self.hands.wait()
            else:
                self.act()
        raise AssertionError(f"the game hangs in {self.sitting.table.phase}: {self.driver.texts()[-5:]}")

    def assert_hides_the_others(self) -> None:
        """Nothing of another person's role may be on the page, and behind the curtain nothing of anybody's."""
        shown = "\n".join(self.driver.texts())
        for seat in self.sitting.persons:
            if seat != self.sitting.seat or type(self.driver.app.screen) is CurtainScreen:
                agency = self.sitting.table.view(seat).role.agency
                secrets = (agency.brief, *(one.text for one in (*agency.hidden, *agency.red_lines)))
                assert not [secret for secret in secrets if secret.strip() in shown], seat

    def act(self) -> None:
        room, seat = self.sitting.view.room, self.sitting.seat
        if room.interlude is not None:
            self.hands.press("pass") if room.phase is not Phase.SIGNING else self.hands.stand()
            return
        match room.phase:
            case Phase.CORRIDOR if (room.round, seat) not in self.met:
                self.met.add((room.round, seat))
                self.hands.meet()
            case Phase.CORRIDOR | Phase.FLOOR:
                self.hands.pass_()
            case Phase.CONVENING:
                self.hands.press("do")
            case Phase.STANCES:
                self.hands.endorse()
            case Phase.SIGNING:
                self.hands.sign()
            case Phase.BALLOT:
                self.hands.vote()
            case Phase.SETTLING:
                self.hands.settle()
            case _:
                self.hands.press("set")


class Keys:
    """Play by keys alone."""

    KEYS = {"sit": "Return", "go": "Return", "do": "Return", "pass": "0", "set": "Return"}  # noqa: RUF012

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def press(self, what: str) -> None:
        self.driver.press(self.KEYS[what])

    def wait(self) -> None:
        if self.driver.has("debrief"):
            self.driver.press("Return")
        else:
            self.driver.press("Space")

    def meet(self) -> None:
        self.driver.press("1", "Return", "Return", "Return")

    def pass_(self) -> None:
        self.driver.press("0")
        if self.driver.has("pass:sure"):
            self.driver.press("Return")

    def endorse(self) -> None:
        self.driver.press("Return", "Return")

    def sign(self) -> None:
        self.driver.press("1", "Return")

    def stand(self) -> None:
        self.driver.press("2", "Return")

    def vote(self) -> None:
        seat = self.driver.app.screen.sitting.seat  # type: ignore[attr-defined]
        for key in self.driver.page.controls:
            if key.startswith("answer:") and key.endswith(f":{seat}:0"):
                self.tab_to(key.removesuffix("0"))
                self.driver.press("Right", "Return")
        self.tab_to("cast")
        self.driver.press("Return")

    def settle(self) -> None:
        for key in self.driver.page.controls:
            if key.startswith("settle:") and key.endswith(":yes"):
                self.tab_to(key.removesuffix("yes"))
                self.driver.press("Return")
        self.tab_to("done")
        self.driver.press("Return")

    def tab_to(self, start: str) -> None:
        for _ in range(120):
            if (self.driver.focus or "").startswith(start):
                return
            self.driver.press("Tab")
        raise AssertionError(f"Tab never comes to {start}")


class Mouse:
    """Play by the mouse alone."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def press(self, what: str) -> None:
        self.driver.click(what)

    def wait(self) -> None:
        for key in ("debrief", "skip", "hurry"):
            if self.driver.has(key):
                self.driver.click(key)
                return
        self.driver.pass_time(10_000)

    def meet(self) -> None:
        self.driver.click("head:talk")
        self.driver.click("card:meet")
        self.driver.click(next(key for key in self.driver.page.controls if key.startswith("pick:whom:")))
        self.driver.click("do")

    def pass_(self) -> None:
        self.driver.click("pass")
        if self.driver.has("pass:sure"):
            self.driver.click("pass:sure")

    def endorse(self) -> None:
        for key in [key for key in self.driver.page.controls if key.endswith(":endorse")]:
            self.driver.click(key)
        self.driver.click("do")

    def sign(self) -> None:
        self.driver.click("choose:sign")
        self.driver.click("give")

    def stand(self) -> None:
        self.driver.click("choose:stand")
        self.driver.click("give")

    def vote(self) -> None:
        for key in [key for key in self.driver.page.controls if key.startswith("answer:") and key.endswith(":3")]:
            self.driver.click(key)
        self.driver.click("cast")

    def settle(self) -> None:
        for key in [key for key in self.driver.page.controls if key.startswith("settle:") and key.endswith(":yes")]:
            self.driver.click(key)
        self.driver.click("done")


Seated = Callable[..., Driver]


@pytest.fixture
def seated(tutorial: Case, preferences: Preferences) -> Seated:
    """Open the window with persons on some seats and consensus builders on the rest, the title below."""

    def open_window(*seats: str, seed: int = 3, size: tuple[int, int] = (1280, 720)) -> Driver:
        roster = {agency: computer("consensus_builder") for agency in tutorial.agency_ids}
        roster.update({seat: person(f"Player {seat}") for seat in seats})
        title = TitleScreen(preferences, rooms())
        sitting = starting.begin(tutorial, roster, seed, preferences, title.doors)
        driver = Driver(title, size=size)
        driver.app.stack.append((title.doors.first(sitting), Stage(driver.clipboard)))
        driver.idle()
        return driver

    return open_window


@pytest.mark.parametrize("hands", [Keys, Mouse])
@pytest.mark.parametrize("seats", [("clinics",), ("fund", "council")])
def test_a_whole_game(seated: Seated, hands: type[Keys] | type[Mouse], seats: tuple[str, ...], tmp_path: Path) -> None:
    driver = seated(*seats)
    player = Player(driver, hands(driver))
    player.play()
    assert {"BriefingScreen", "TableScreen", "DebriefScreen"} <= player.seen
    assert ("CurtainScreen" in player.seen) == (len(seats) > 1)
    assert len(player.met) == 3 * len(seats)
    for page in "1234":
        driver.press(page) if hands is Keys else None
        driver.shot(tmp_path / f"{page}.png")
    if hands is Keys:
        driver.press("Escape", "l")
    else:
        driver.click("leave")
    assert type(driver.app.screen) is TitleScreen
    assert driver.sees("finished: open the debrief")
    driver.click("save:0")
    assert type(driver.app.screen) is DebriefScreen
    driver.app.screen.sitting.leave()


def test_an_accord_passes_every_screen_of_the_game(seated: Seated) -> None:
    driver = seated("clinics")
    player = Player(driver, Keys(driver))
    player.play()
    assert {"SigningScreen", "BallotScreen", "EffortsScreen"} <= player.seen
