"""The debrief on a seat's page, opened further: by touch, by the keyboard alone, and where the host cannot answer."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.pages import Console, Keys, SeatPage
from browser.test_accessible import SHOTS, Eye
from browser.watching import DESKTOP, PHONE, TABLET, Windows
from classroom.classes import KEY, open_school
from classroom.puppets import Host
from playwright.sync_api import Page, expect

from game.classroom.afterthoughts import answering
from game.scenario import loading

RECORDED = Path(__file__).parents[1] / "recorded"
SMALL, LARGE = "tutorial", "afghanistan-district-2006"
SEATS = {SMALL: {"Amara": "fund", "Ben": "clinics"}, LARGE: {"Amara": "force", "Ben": "relief"}}
FALSE, BESIDE, TURNED = "False coherence", "Side by side", re.compile("Judged by other lines")


Played = tuple[Host, dict[str, str]]
"""A class whose game is over, and the tokens of its people."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """Open a debrief that nobody changes anything in; what is worked out for one page is there for the next."""
    yield from opened(tmp_path_factory.mktemp("class"), SMALL, "pressed")


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Played]:
    """Open a debrief for which nothing has been worked out."""
    yield from opened(tmp_path / "class", SMALL, "pressed")


@pytest.fixture
def wide(tmp_path: Path) -> Iterator[Played]:
    """Open the debrief of a game in which nothing was signed, and much was done."""
    yield from opened(tmp_path / "class", LARGE, "side-by-side")


def opened(folder: Path, name: str, script: str) -> Iterator[Played]:
    """Have a recorded game at the table of two people, its debrief opened."""
    case = loading.load(loading.find(name))
    school = open_school(folder, [case])
    people = {person: school.person(person, "1", seat) for person, seat in SEATS[name].items()}
    for line in people.values():
        line.say("ready")
    school.console().act("begin")
    school.room.tables["1"].table.close()
    school.room.close()
    shutil.copy(RECORDED / name / f"{script}.jsonl", folder / school.room.tables["1"].record.file)
    host = Host(folder, case)
    host.act("reveal", on=True)
    yield host, {name: line.heard("joined")[0]["token"] for name, line in people.items()}
    host.stop()


def come_in(page: Page, host: Host, token: str, verdict: str = FALSE) -> SeatPage:
    """Come back as somebody who is at the table."""
    page.add_init_script(f"localStorage.setItem('false-coherence.token', {json.dumps(json.dumps(token))})")
    page.goto(host.address)
    expect(page.locator(".verdict-name")).to_have_text(verdict)
    return SeatPage(page)


def go(seat: SeatPage, step: int) -> None:
    seat.hands.press(seat.page.locator(f'[data-step="{step}"]'))
    expect(seat.page.locator(f'[data-step="{step}"]')).to_have_attribute("aria-current", "step")
    expect(seat.page.locator(".working")).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, TABLET, DESKTOP] if SHOTS else [PHONE, DESKTOP], ids=str)
def test_every_step_opens_further_and_keeps_nobody_out(
    size: tuple[int, int], played: Played, windows: Windows, axe: str
) -> None:
    host, tokens = played
    page = windows.open(size, is_touched=size is PHONE)
    seat = come_in(page, host, tokens["Amara"])
    eye = Eye(page, axe, f"{size[0]}")
    expect(page.get_by_role("img", name=re.compile("All four signed Text A without reservation"))).to_be_visible()
    page.locator(".tracks summary").first.click()
    expect(page.locator(".tracks .carrier").first).to_be_visible()
    eye.look("further-1")
    go(seat, 2)
    page.locator('[data-shares="all"] summary').first.click()
    page.locator('[data-shares="clinics"] > summary').click()
    expect(page.locator('[data-shares="clinics"]')).to_contain_text("Coast Clinics meant it to")
    eye.look("further-2")
    go(seat, 3)
    expect(page.locator("[data-moment]").first).to_be_visible()
    page.locator("#order-theme").click()
    expect(page.get_by_role("heading", name="Power", exact=True)).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("The deal you never tabled"))).to_be_visible()
    page.locator("#without").select_option("16")
    page.locator("#try").click()
    expect(page.locator("#otherwise")).to_contain_text("Without command 16")
    page.locator("#lines > summary").click()
    page.locator('[data-line="hollow_sincerity"] > summary').click()
    eye.look("further-3")
    go(seat, 4)
    page.locator("[data-sight] summary").first.click()
    eye.look("further-4")
    assert eye.found == []
    assert windows.complaints == []
    assert windows.hosts == {f"127.0.0.1:{host.port}"}


def test_lines_are_moved_by_keyboard_alone_on_one_page_only(wide: Played, windows: Windows) -> None:
    host, tokens = wide
    other = come_in(windows.open(DESKTOP), host, tokens["Ben"], BESIDE)
    page = windows.open(TABLET)
    seat = come_in(page, host, tokens["Amara"], BESIDE)
    keys = seat.hands = Keys(page)
    go(seat, 3)
    keys.press(page.locator("#lines > summary"))
    for name, key in (("lived_rate", "Home"), ("forum_complementarity", "End")):
        keys.press(page.locator(f'[data-line="{name}"] > summary'))
        keys.reach(page.locator(f"#line-{name}"))
        page.keyboard.press(key)
    expect(page.locator("#mark")).to_have_text(TURNED)
    expect(page.locator(".verdict-name")).not_to_have_text(BESIDE)
    for step in (1, 2, 3, 4):
        go(seat, step)
        expect(page.locator("#mark")).to_be_visible()
    go(other, 2)
    go(other, 1)
    expect(other.page.locator("#mark")).to_have_count(0)
    expect(other.page.locator(".verdict-name")).to_have_text(BESIDE)
    keys.press(page.locator("#put-back"))
    expect(page.locator("#mark")).to_have_count(0)
    expect(page.locator("#now-title")).to_be_focused()
    expect(page.locator(".verdict-name")).to_have_text(BESIDE)
    assert windows.complaints == []


def test_what_would_have_been_is_tried_by_keyboard_alone(played: Played, windows: Windows) -> None:
    host, tokens = played
    page = windows.open(DESKTOP)
    seat = come_in(page, host, tokens["Ben"])
    keys = seat.hands = Keys(page)
    go(seat, 3)
    keys.reach(page.locator("#without"))
    page.keyboard.type("25.")
    expect(page.locator("#without")).to_have_value("25")
    keys.press(page.locator("#try"))
    expect(page.locator("#otherwise .verdict-name")).to_be_visible()
    expect(page.locator("#otherwise")).to_contain_text("The verdict is another one.")
    expect(page.locator("#try")).to_be_focused()
    assert windows.complaints == []


def test_where_the_host_cannot_run_a_game_again_the_rest_is_there(
    fresh: Played, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, tokens = fresh
    page = windows.open(PHONE, is_touched=True)
    seat = come_in(page, host, tokens["Amara"])
    monkeypatch.setattr(answering, "reckon", lambda story: 1 / 0)
    go(seat, 2)
    expect(page.get_by_text("Something went wrong at the host")).to_be_visible()
    expect(page.locator("[data-signature]")).to_have_count(4)
    monkeypatch.undo()
    page.get_by_role("button", name="Try again").click()
    expect(page.locator('[data-shares="all"]')).to_be_visible()
    assert [one for one in windows.complaints if "500" not in one] == []


def test_the_room_sees_what_was_said_and_meant_and_the_instructor_takes_the_script(
    played: Played, windows: Windows, axe: str
) -> None:
    host, _ = played
    wall = windows.open(DESKTOP)
    wall.goto(f"{host.address}/projector/1")
    wall.get_by_role("button", name="Over time").click()
    expect(wall.get_by_role("img", name=re.compile("Signing in round 2"))).to_be_visible()
    eyes = [Eye(wall, axe, "desktop", ("light",))]
    eyes[0].look("projector-over-time")
    console = Console(windows.open(DESKTOP))
    console.enter(host.address, KEY)
    console.choose("1")
    console.press("Script")
    eyes.append(Eye(console.page, axe, "desktop"))
    eyes[1].look("console-script")
    console.page.locator("#paper-minutes").fill("5")
    console.press("Download")
    expect(console.page.locator("dialog .dialog-problem")).to_contain_text("from 12 to 240")
    console.page.locator("#paper-minutes").fill("60")
    with console.page.expect_download() as download:
        console.press("Download")
    assert download.value.suggested_filename == "debrief-table-1.html"
    assert "A script for whoever leads the talk" in download.value.path().read_text(encoding="utf-8")
    assert [one for eye in eyes for one in eye.found] == []
    assert windows.complaints == []
