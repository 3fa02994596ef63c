"""Every page of the debrief fits: at every size, in every font, while things are worked out and once they are."""

import pytest
from endings import DISTRICT, TUTORIAL, finished, simulated, two_accords
from reckonings import quickly

from game.rules.ids import TextId
from game.session import Table
from game.ui import Look, Message, Size, overflows
from game.ui.screens.debrief import DebriefScreen, errands, screen
from game.ui.sitting import Sitting

LOOKS = (
    (Size(1280, 720), Look()),
    (Size(1280, 720), Look(font="readable", scale=2.0)),
    (Size(1280, 720), Look(scale=1.5)),
    (Size(1920, 1080), Look(font="readable")),
)
TURNED = ("changes", "points", "deal", "try", "lines")
CARRIED = ("questions", "purpose", "perspective", "script", "limits")
GAMES = (
    (TUTORIAL, "pressed"),
    (TUTORIAL, "sincere"),
    (DISTRICT, "pressed"),
    (DISTRICT, "side-by-side"),
    (DISTRICT, "breakdown"),
)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work everything out at once, quickly."""
    monkeypatch.setattr(errands, "start", lambda work: work())
    monkeypatch.setattr(screen, "reckon", quickly)


def opened(table: Table) -> DebriefScreen:
    found = DebriefScreen(Sitting(table))
    found.tick(0)
    return found


def misfits(found: DebriefScreen) -> list[str]:
    return [f"{size} {look}: {words}" for size, look in LOOKS for words in overflows(found.build(size), size, look)]


def walk(found: DebriefScreen) -> list[str]:
    """Look at every page of every step."""
    wrong: list[str] = []
    for found.page in ("outcome", "shown", "terms", "course"):
        wrong += misfits(found)
    found.step = 1
    wrong += misfits(found)
    found.step = 2
    for page in TURNED:
        found.on(Message("turned", page))
        wrong += misfits(found)
    found.on(Message("order", "by_theme"))
    found.on(Message("turned", "points"))
    wrong += misfits(found)
    found.step = 3
    for page in CARRIED:
        found.on(Message("carried", page))
        wrong += misfits(found)
    return wrong


@pytest.mark.parametrize(("name", "script"), GAMES)
def test_every_page_fits_once_it_is_worked_out(name: str, script: str, at_once: None) -> None:
    assert walk(opened(finished(name, script))) == []


@pytest.mark.parametrize(("name", "script"), GAMES[1::2])
def test_every_page_fits_while_it_is_being_worked_out(name: str, script: str) -> None:
    assert walk(opened(finished(name, script))) == []


def test_every_page_fits_while_many_lines_are_moved(at_once: None) -> None:
    found = opened(finished(TUTORIAL, "pressed"))
    for name in ("hollow_sincerity", "false_capture", "lived_rate", "voice_stake", "undeclared_steps"):
        found.on(Message(f"less:{name}"))
    assert walk(found) == []


def test_nonsense_in_the_numbers_fits(at_once: None) -> None:
    found = opened(finished(TUTORIAL, "pressed"))
    found.step, found.picks["turned"] = 2, "lines"
    found.on(Message("line:hollow_sincerity", "WWWWWWWW"))
    found.on(Message("line:undeclared_steps", "1.5"))
    assert misfits(found) == []


@pytest.mark.parametrize("text", ["A", "B"])
def test_two_accords_fit(text: str, at_once: None) -> None:
    found = opened(two_accords())
    found.on(Message("accord", TextId(text)))
    found.picks["term"] = "opening"
    assert walk(found) == []


@pytest.mark.parametrize("at", [1, 60])
def test_a_game_without_a_command_fits(at: int, at_once: None) -> None:
    found = opened(simulated(TUTORIAL, "presser", 1))
    found.step, found.picks["turned"] = 2, "try"
    for is_anew in (False, True):
        found.on(Message("anew", is_anew))
        found.on(Message("try", str(at)))
        assert misfits(found) == []


def test_an_opened_share_fits(at_once: None) -> None:
    found = opened(finished(DISTRICT, "pressed"))
    found.step = 1
    for place in range(3):
        found.on(Message("share", f"A|{place}|0"))
        assert found.sight.reckoning is not None
        assert misfits(found) == []
