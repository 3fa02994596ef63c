"""Questions before and after, in a browser: by the keyboard on a small phone, readable by everybody, lost by nobody."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from browser.pages import Console, Keys, SeatPage
from browser.stages import SEAT
from browser.test_accessible import SHOTS, SIZES, Eye
from browser.watching import DESKTOP, PHONE, Windows
from classroom.classes import KEY, Line
from classroom.puppets import Host
from playwright.sync_api import Page, expect

from game.classroom.hub import Hub
from game.debrief.learning import Form, questions_of

BEST = {one.id: one.best for form in Form for one in questions_of(form)}


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    found = Host(tmp_path / "class")
    found.act("ask_questions", on=True)
    yield found
    found.stop()


def asked(page: Page) -> str:
    """Give the question that is on the page."""
    return str(page.locator("[data-question]").get_attribute("data-question"))


def answer_all(seat: SeatPage, right: int = 6, look: Callable[[], None] = lambda: None) -> None:
    """Answer six questions, the first few well, and have a look before they are given."""
    for number in range(1, 7):
        expect(seat.page.locator("#question-title")).to_have_text(f"Question {number} of 6")
        id = asked(seat.page)
        seat.pick(id, str(BEST[id] if number <= right else (BEST[id] + 1) % 4))
        if number == 6:
            look()
        seat.do()


def play_out(host: Host) -> None:
    host.act("begin", table="1")
    while not host.ask(lambda hub: hub.room.tables["1"].table.is_closed):
        host.act("end_phase", table="1")
    host.act("reveal", table="1")


def test_they_are_answered_by_the_keyboard_alone_on_a_phone(host: Host, windows: Windows) -> None:
    page = windows.open(PHONE)
    seat = SeatPage(page, Keys(page))
    seat.join(host.address, host.code, "Amara")
    seat.sit(SEAT)
    seat.hands.press(page.locator("#open-questions"))
    expect(page.locator("#question-title")).to_be_focused()
    first = asked(page)
    seat.hands.press(page.locator("#do"))
    expect(page.locator(f'input[name="{first}"]').first).to_be_focused()
    answer_all(seat, right=4)
    expect(page.get_by_role("heading", name="Thank you")).to_be_focused()
    seat.hands.press(page.locator("#question-leave"))
    expect(page.locator(".role-sheet")).to_be_visible()
    expect(page.locator("#open-questions")).to_have_count(0)
    play_out(host)
    seat.hands.press(page.locator("#open-questions"))
    assert asked(page) != first
    answer_all(seat)
    expect(page.get_by_role("heading", name="What the questions were about")).to_be_focused()
    expect(page.locator("main")).to_contain_text("Before the game: 4 of 6")
    expect(page.locator("main")).to_contain_text("After it: 6 of 6")
    assert windows.complaints == []


@pytest.mark.parametrize("size", SIZES if SHOTS else ["phone"])
def test_they_can_be_used_by_everybody(size: str, host: Host, windows: Windows, axe: str) -> None:
    page = windows.open(SIZES[size])
    seat, eye = SeatPage(page), Eye(page, axe, size)
    seat.join(host.address, host.code, "Amara")
    expect(page.locator("#open-questions")).to_be_visible()
    eye.look("questions-doorway")
    seat.sit(SEAT)
    eye.look("questions-role-sheet")
    page.locator("#open-questions").click()
    expect(page.locator("#question-title")).to_be_visible()
    eye.look("questions-first")
    seat.pick(asked(page), "1")
    eye.look("questions-chosen")
    answer_all(seat, right=3, look=lambda: eye.look("questions-last"))
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    eye.look("questions-thanks")
    page.locator("#question-leave").click()
    seat.be_ready()
    play_out(host)
    expect(page.locator(".verdict-name")).to_be_visible()
    eye.look("questions-debrief")
    page.locator("#open-questions").click()
    answer_all(seat, right=5)
    page.locator("[data-explained] summary").first.click()
    page.locator("[data-explained] summary").last.click()
    eye.look("questions-key")
    assert eye.found == []
    assert windows.complaints == []


def test_they_are_skipped_by_one_tap_and_found_again(host: Host, windows: Windows) -> None:
    page = windows.open(PHONE)
    seat = SeatPage(page)
    seat.join(host.address, host.code, "Amara")
    page.locator("#skip-questions").click()
    expect(page.locator(".offer")).to_have_count(0)
    expect(page.locator("#open-questions")).to_have_text("Six short questions")
    page.locator("#open-questions").click()
    page.locator("#skip-questions").click()
    seat.sit(SEAT)
    page.reload()
    expect(page.locator("#ready")).to_be_visible()
    expect(page.locator(".offer")).to_have_count(0)
    seat.open("open-questions")
    expect(page.locator("#question-title")).to_have_text("Question 1 of 6")


def test_what_was_chosen_lives_through_a_reload_and_a_host_begun_anew(host: Host, windows: Windows) -> None:
    page = windows.open(PHONE)
    seat = SeatPage(page)
    seat.join(host.address, host.code, "Amara")
    page.locator("#open-questions").click()
    seat.pick(asked(page), "2")
    seat.do()
    expect(page.locator("#question-title")).to_have_text("Question 2 of 6")
    host.stop()
    host.start()
    page.reload()
    page.locator("#open-questions").click()
    expect(page.locator("#question-title")).to_have_text("Question 2 of 6")
    page.locator("#question-back").click()
    expect(page.locator("[data-question] input").nth(2)).to_be_checked()
    answer_all(seat)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_they_make_room_for_the_game_when_it_begins(host: Host, windows: Windows) -> None:
    page = windows.open(PHONE)
    seat = SeatPage(page)
    seat.join(host.address, host.code, "Amara")
    seat.sit(SEAT)
    seat.be_ready()
    page.locator("#open-questions").click()
    expect(page.locator("#question-title")).to_be_visible()
    host.act("begin", table="1")
    expect(page.locator("#now-title")).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text="Your game has begun")).to_be_visible()


def give(line: Line, time: str, right: int) -> None:
    ids = [one["question"] for one in line.say("questions")["sheet"]["questions"]]
    chosen = {id: BEST[id] if n < right else (BEST[id] + 1) % 4 for n, id in enumerate(ids)}
    assert line.say("answers", time=time, chosen=chosen)["problem"] is None


def come_back(token: str, right: int, hub: Hub) -> None:
    line = Line(hub)
    line.say("hello", token=token)
    give(line, "after", right)
    line.leave()


def join(number: int, hub: Hub) -> str:
    """Let somebody come in, answer the first questions and leave again; give their token."""
    line = Line(hub, f"10.1.0.{number}")
    token = line.say("join", code=hub.room.settings.code, name=f"Person {number}")["token"]
    give(line, "before", 2 + number % 2)
    assert line.say("seat", table="1", seat=None)["problem"] is None
    line.leave()
    return str(token)


def test_the_console_switches_them_and_shows_counts_and_means(host: Host, windows: Windows, axe: str) -> None:
    console = Console(windows.open(DESKTOP))
    eye = Eye(console.page, axe, "desktop")
    console.enter(host.address, KEY)
    card = console.page.locator(".learning").first
    expect(card.locator("#ask-questions")).to_be_checked()
    tokens = [host.ask(partial(join, number)) for number in range(5)]
    expect(card).to_contain_text("5 answered before, 0 after; 0 both times.")
    expect(card).to_contain_text("nobody can be picked out")
    expect(card.locator("table")).to_have_count(0)
    play_out(host)
    for token in tokens:
        host.ask(partial(come_back, token, 5))
    expect(card).to_contain_text("5 answered before, 5 after; 5 both times.")
    expect(card.locator("table")).to_contain_text("Recognising a forced yes")
    expect(card).to_contain_text("Five people: a hint, no more.")
    card.scroll_into_view_if_needed()
    eye.look("console-questions")
    card.locator("#ask-questions").click()
    expect(console.page.locator(".answer")).to_have_text(re.compile("No questions are asked"))
    expect(card).to_contain_text("5 both times.")
    assert eye.found == []
    assert windows.complaints == []
