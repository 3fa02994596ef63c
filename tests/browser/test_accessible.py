"""Nothing on a page keeps anybody out: axe-core finds nothing serious, at any state, on light ground and on dark."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal

import pytest
from browser.pages import Console, SeatPage
from browser.stages import SEAT, Stages
from browser.watching import DESKTOP, PHONE, TABLET, Windows
from classroom.classes import KEY
from classroom.puppets import Host, instruct
from playwright.sync_api import Page, expect

from game.classroom.hub import Hub
from game.rules.room import Room
from game.rules.vocabulary import Phase

SHOTS = os.environ.get("FALSE_COHERENCE_SHOTS", "")
"""A folder for pictures of all that is looked at; none are made without it."""
SIZES: Mapping[str, tuple[int, int]] = {"phone": PHONE, "tablet": TABLET, "desktop": DESKTOP}
CHECKED = tuple(SIZES) if SHOTS else ("phone", "desktop")
GRAVE = {"serious", "critical"}
STAGES: Mapping[str, Callable[[Room], bool]] = {
    "meeting": lambda room: room.phase is Phase.STANCES and bool(room.texts),
    "year": lambda room: room.year.quarter > 1,
}
SHOWN = {"meeting": "Stances", "year": "Waiting for|Quarter"}
Ground = Literal["light", "dark"]
CONTRAST = {"runOnly": ["color-contrast"]}


class Eye:
    """Looks at a page: takes its picture if pictures are wanted, and notes what axe-core has against it.

    By all rules on the first ground; on another one only the contrast can be different. Where no grounds are named and
    no pictures wanted, each state is looked at on one, light and dark by turns.
    """

    def __init__(self, page: Page, axe: str, size: str, grounds: Sequence[Ground] = ()) -> None:
        self.page, self.axe, self.size, self.grounds = page, axe, size, grounds
        self.found: list[str] = []
        self._looks = 0

    def look(self, name: str) -> None:
        """Look at what the page shows now."""
        if SHOTS:
            Path(SHOTS).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=f"{SHOTS}/{name}-{self.size}.png")
        if self.page.evaluate(_SPILLS):
            self.found.append(f"{name}: something stands beside the page, or on something else")
        both: tuple[Ground, ...] = ("light", "dark")
        self._looks += 1
        grounds = self.grounds or (both if SHOTS else both[self._looks % 2 :][:1])
        for place, ground in enumerate(grounds):
            self.page.emulate_media(color_scheme=ground)
            self._judge(f"{name}, {ground}", CONTRAST if place else {})
        self.page.emulate_media(color_scheme=grounds[0])

    def _judge(self, name: str, options: dict[str, Any]) -> None:
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(self.axe)
        asked = {"resultTypes": ["violations"], **options}
        answer = self.page.evaluate("async (options) => (await axe.run(document, options)).violations", asked)
        for one in answer:
            if one["impact"] in GRAVE:
                where = "; ".join(f"{node['target']} {node['failureSummary']}" for node in one["nodes"][:3])
                self.found.append(f"{name}: {one['id']}, {len(one['nodes'])} times: {where}")


_SPILLS = """() => {
  const found = document.querySelectorAll(".foot > *, .masthead > *, .bar-top > *");
  const shown = [...found].map((one) => one.getBoundingClientRect()).filter((one) => one.width > 1 && one.bottom > 0);
  const isOut = (one) => one.right > innerWidth + 1;
  const cross = (one, other, low, high) => one[low] < other[high] - 1 && other[low] < one[high] - 1;
  const meet = (one, other) => cross(one, other, "left", "right") && cross(one, other, "top", "bottom");
  const isWide = document.documentElement.scrollWidth > innerWidth;
  return isWide || shown.some(isOut) || shown.some((one, at) => shown.slice(at + 1).some((other) => meet(one, other)));
}"""
"""Says whether the page is wider than its window, or something in a bar or at the foot is cut off or covered."""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    found = Host(tmp_path / "class", tables=2)
    yield found
    found.stop()


@pytest.mark.parametrize("size", CHECKED)
def test_a_seat_can_be_used_by_everybody_from_the_doorway_to_the_debrief(
    size: str, host: Host, windows: Windows, axe: str
) -> None:
    page = windows.open(SIZES[size])
    eye = Eye(page, axe, size, ("light", "dark") if SHOTS else ("dark",) if size == "desktop" else ("light",))
    Stages(host, SeatPage(page), eye.look).walk()
    assert eye.found == []
    assert windows.complaints == []


def test_the_focus_gets_past_the_bar_and_is_never_lost(host: Host, windows: Windows) -> None:
    page = windows.open(PHONE)
    seat = SeatPage(page)
    seat.join(host.address, host.code, "Amara")
    for watch, at in ((True, "The table"), (False, "Role sheet")):
        if watch:
            page.locator('[data-watch="1"]').click()
        else:
            seat.open("elsewhere")
            seat.sit(SEAT)
        expect(page.get_by_role("region", name=at)).to_be_visible()
        skip(page)
        expect(page.get_by_role("region", name=at)).to_be_focused()
    seat.be_ready()
    host.act("begin", table="1")
    skip(page)
    expect(page.locator("#now-title")).to_be_focused()
    page.locator('input[name="rule"]').first.focus()
    host.act("end_phase", table="1")
    expect(page.locator('input[name="rule"]')).to_have_count(0)
    expect(page.locator("#now-title")).to_be_focused()


def skip(page: Page) -> None:
    """Take the link that leads past the bar."""
    page.locator(".skip").focus()
    page.keyboard.press("Enter")


def test_the_console_can_be_used_by_everybody_with_every_dialog_open(host: Host, windows: Windows, axe: str) -> None:
    console = Console(windows.open(DESKTOP))
    eye = Eye(console.page, axe, "desktop")
    console.page.goto(f"{host.address}/console")
    expect(console.page.locator("#key")).to_be_visible()
    eye.look("console-door")
    console.page.locator("#key").fill(KEY)
    console.press("Open the console")
    expect(console.page.locator("#tables")).to_be_visible()
    eye.look("console")
    for words in ("Plan", "Add table", "Export", "Message", "Event", "Time", "Keys and signs", "Begin all"):
        look_into(console, eye, words)
    console.page.locator(".join").click()
    eye.look("console-join")
    console.press("Close")
    host.act("drop_round", table="1", by=2)
    host.ask(begin_and_hold)
    console.choose("1")
    expect(console.page.locator(".status .phase")).not_to_have_text("Before the start")
    eye.look("console-table")
    for words in ("End phase", "Rounds"):
        look_into(console, eye, words)
    look_into(console, eye, "Change who plays Recovery Fund")
    host.act("continue", table="1")
    host.until(lambda hub: hub.room.tables["1"].table.is_closed or None)
    expect(console.page.locator(".table-row .how").first).to_have_text("Has played")
    look_into(console, eye, "Reveal")
    assert eye.found == []
    assert windows.complaints == []


def begin_and_hold(hub: Hub) -> None:
    """Let the table begin and stand still at once, before its computers have played."""
    instruct(hub, "begin", table="1")
    instruct(hub, "pause", table="1")


def look_into(console: Console, eye: Eye, words: str) -> None:
    """Open a dialog, look at it and close it."""
    console.press(words)
    expect(console.page.locator("dialog[open]")).to_be_visible()
    eye.look(f"console-{words.lower().replace(' ', '-')}")
    console.press("Close")
    expect(console.page.locator("dialog[open]")).to_have_count(0)


def test_screens_for_a_room_can_be_read_by_everybody(host: Host, windows: Windows, axe: str) -> None:
    eyes = {name: Eye(windows.open(DESKTOP), axe, "desktop", ("light",)) for name in ("projector", "wall")}
    for name, path in (("projector", "/projector/1"), ("wall", "/wall")):
        eyes[name].page.goto(host.address + path)
        expect(eyes[name].page.locator("main")).to_contain_text(host.code)
        eyes[name].look(f"{name}-waiting")
    host.act("begin", table="1")
    for stage, is_there in STAGES.items():
        host.until(partial(hold, is_there))
        for name, eye in eyes.items():
            expect(eye.page.locator("body")).to_contain_text(re.compile(SHOWN[stage]))
            eye.look(f"{name}-{stage}")
        host.act("continue", table="1")
    host.until(lambda hub: hub.room.tables["1"].table.is_closed or None)
    expect(eyes["projector"].page.locator("[data-stage=closed]")).to_be_attached()
    eyes["projector"].look("projector-closed")
    host.act("reveal", table="1")
    expect(eyes["wall"].page.locator(".card .came")).not_to_have_count(0)
    eyes["wall"].look("wall-revealed")
    turn_pages(eyes["projector"])
    assert [one for eye in eyes.values() for one in eye.found] == []
    assert windows.complaints == []


def hold(is_there: Callable[[Room], bool], hub: Hub) -> bool | None:
    """Let the table stand still once it is there; None until then."""
    if not is_there(hub.room.tables["1"].table.public_view().room):
        return None
    instruct(hub, "pause", table="1")
    return True


def turn_pages(eye: Eye) -> None:
    """Look at all pages of the reveal."""
    expect(eye.page.locator("[data-stage=revealed]")).to_be_attached()
    for button in eye.page.locator("nav.pages button").all():
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        eye.look(f"projector-reveal-{button.get_attribute('data-page')}")
