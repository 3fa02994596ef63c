"""Pages of a class as people use them: a seat by pointer or by keyboard alone, and the instructor's console."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MINE = re.compile("^● Your move")
FURTHEST = 400
"""Presses of Tab after which something counts as out of reach."""


class Hands(Protocol):
    """How somebody uses a page."""

    def press(self, target: Locator) -> None:
        """Press a button, a link or a tab."""

    def choose(self, target: Locator) -> None:
        """Choose an answer, or tick a box."""

    def write(self, target: Locator, words: str) -> None:
        """Write into a field."""

    def slide(self, target: Locator, percent: int) -> None:
        """Put a slider somewhere."""


class Pointer:
    """A mouse or a finger."""

    def press(self, target: Locator) -> None:
        target.click()

    def choose(self, target: Locator) -> None:
        target.locator("xpath=..").click()

    def write(self, target: Locator, words: str) -> None:
        target.fill(words)

    def slide(self, target: Locator, percent: int) -> None:
        target.fill(str(percent))


@dataclass
class Keys:
    """The keyboard and nothing else."""

    page: Page

    def reach(self, target: Locator) -> None:
        """Go on by Tab until the target has the focus, or what moves to it by arrows."""
        expect(target).to_be_visible()
        for _ in range(FURTHEST):
            if target.evaluate(_IS_REACHED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached by Tab")

    def press(self, target: Locator) -> None:
        self.reach(target)
        if target.get_attribute("role") != "tab":
            self.page.keyboard.press("Enter")
            return
        for _ in range(FURTHEST):
            if target.get_attribute("aria-selected") == "true":
                return
            self.page.keyboard.press("ArrowRight")
        raise AssertionError(f"{target} cannot be reached by arrows")

    def choose(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Space")
        for _ in range(FURTHEST):
            if target.get_attribute("type") == "checkbox" or target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{target} cannot be reached by arrows")

    def write(self, target: Locator, words: str) -> None:
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def slide(self, target: Locator, percent: int) -> None:
        self.reach(target)
        self.page.keyboard.press("Home")
        for _ in range(percent // int(target.get_attribute("step") or 1)):
            self.page.keyboard.press("ArrowRight")


_IS_REACHED = """one => {
  const now = document.activeElement;
  if (now === one) return true;
  if (one.type === "radio") return now.type === "radio" && now.name === one.name;
  return one.role === "tab" && now.role === "tab" && now.parentElement === one.parentElement;
}"""


@dataclass
class SeatPage:
    """The page of one person, from the doorway to the debrief."""

    page: Page
    hands: Hands = field(default_factory=Pointer)

    # Coming in

    def join(self, address: str, code: str, name: str) -> None:
        self.page.goto(address)
        self.hands.write(self.page.locator("#code"), code)
        self.hands.write(self.page.locator("#name"), name)
        self.hands.press(self.page.locator("#join"))
        expect(self.page.get_by_role("heading", name="Choose a seat")).to_be_visible()

    def sit(self, seat: str) -> None:
        self.hands.press(self.page.locator(f'[data-seat="1:{seat}"]'))
        expect(self.page.locator("#ready")).to_be_enabled()

    def be_ready(self) -> None:
        self.hands.press(self.page.locator("#ready"))
        expect(self.page.get_by_text("You are ready.")).to_be_visible()

    # Around

    def go(self, place: str) -> None:
        """Open a place; on a wide screen what stands beside the text."""
        way = self.page.locator(f"#go-{place}, #side-{'record' if place == 'talk' else place}")
        if way.count():
            self.hands.press(way.first)
        expect(self.page.locator(f"#{place}-title")).to_be_attached()

    def open(self, dialog: str) -> None:
        """Open the menu, or something in it."""
        self.hands.press(self.page.locator("#menu"))
        if dialog != "menu":
            self.hands.press(self.page.locator(f"#{dialog}"))

    def close(self) -> None:
        self.page.keyboard.press("Escape")
        expect(self.page.locator("dialog")).to_have_count(0)

    # Playing

    @property
    def standing(self) -> str:
        """What the page says about the moment: it is another once a move has counted."""
        return str(self.page.evaluate(_STANDING))

    def wait_for_move(self) -> None:
        expect(self.page).to_have_title(MINE)

    def wait_for_news(self, before: str) -> None:
        self.page.wait_for_function(f"before => ({_STANDING})() !== before", arg=before)

    def do(self) -> None:
        """Press the one thing to do."""
        button = self.page.locator("#do")
        expect(button).not_to_have_attribute("aria-disabled", "true")
        self.hands.press(button)

    def be_done(self) -> None:
        """Pass, and say so once more where something would be left unused."""
        self.hands.press(self.page.locator("#pass"))
        if self.page.locator("#sure").count():
            self.hands.press(self.page.locator("#sure"))

    def all(self, selector: str) -> list[Locator]:
        """Find all questions of a kind, once there are any."""
        found = self.page.locator(selector)
        expect(found.first).to_be_attached()
        return found.all()

    def pick(self, name: str, value: str) -> None:
        self.hands.choose(self.page.locator(f'input[name="{name}"][value="{value}"]'))

    def act(self, heading: str, kind: str, **picks: str) -> None:
        """Do something under one of the eight headings, and wait until it has counted."""
        self.hands.press(self.page.locator(f"#head-{heading}"))
        if (card := self.page.locator(f'input[name="card"][value="{kind}"]')).is_checked() is False:
            self.hands.choose(card)
        for name, value in picks.items():
            self.pick(f"pick-{name}", value)
        before = self.standing
        self.do()
        if kind != "table":
            self.page.wait_for_function(f"before => ({_STANDING})() !== before || {_IS_CLEARED}", arg=before)

    def draft(self, terms: dict[str, str], parties: set[str], look: Callable[[], None] = lambda: None) -> None:
        """Write a text, have a look at it, and put it on the table."""
        self.act("text", "table")
        for issue, option in terms.items():
            self.pick(f"term-{issue}", option)
            expect(self.page.locator(f'input[name="term-{issue}"][value="{option}"]')).to_be_checked()
        boxes = self.page.locator('input[name="party"]')
        for box in boxes.all():
            if box.is_checked() != (box.get_attribute("value") in parties):
                self.hands.choose(box)
        look()
        self.do()

    def stand(self, stance: str) -> None:
        """Take the same stance on every text."""
        for text in self.all("[data-stances]"):
            self.pick(f"stance-{text.get_attribute('data-stances')}", stance)
        self.do()

    def sign(self) -> None:
        self.pick("answer", "sign")
        self.do()

    def cast(self, step: int) -> None:
        """Answer every question of the ballot alike."""
        for scale in self.all("[data-scale]"):
            self.pick(str(scale.get_attribute("data-scale")), str(step))
        self.do()

    def settle(self) -> None:
        """Choose the first answer to whatever falls due."""
        for due in self.all("[data-due]"):
            self.hands.choose(due.locator("input").first)
        self.do()

    def exert(self, percent: int) -> None:
        """Set the same effort for every accord."""
        for slider in self.all("[data-plan] input[type=range]"):
            self.hands.slide(slider, percent)
        self.do()

    def say(self, words: str) -> None:
        """Write to everybody."""
        self.hands.write(self.page.locator("#words"), words)
        self.page.keyboard.press("Enter")
        expect(self.page.locator(".talk .record")).to_contain_text(words)


_STANDING = """() => [
  document.title.startsWith("●"),
  ...[".bar-when", ".bar-left", "#now-title"].map((one) => document.querySelector(one)?.textContent ?? ""),
].join(" | ")"""

_IS_CLEARED = "document.getElementById('do')?.getAttribute('aria-disabled') === 'true'"
"""What was put together has been given: it lies on the page no more."""


@dataclass
class Console:
    """The instructor's page."""

    page: Page

    def enter(self, address: str, key: str) -> None:
        self.page.goto(f"{address}/console#key={key}")
        expect(self.page.locator("#tables")).to_be_visible()

    def press(self, words: str) -> None:
        """Press a button of the page, or of the dialog that is open."""
        open_one = self.page.locator("dialog[open]")
        place = open_one if open_one.count() else self.page.locator("body")
        place.get_by_role("button", name=words, exact=True).first.click()

    def ask(self, words: str, sure: str) -> None:
        """Open a dialog and do what it is for."""
        self.press(words)
        expect(self.page.locator("dialog[open]")).to_be_visible()
        self.press(sure)
        expect(self.page.locator("dialog[open]")).to_have_count(0)

    def drop_rounds(self, table: str, by: int) -> None:
        self.choose(table)
        self.press("Rounds")
        dialog = self.page.locator("dialog[open]")
        before = int(dialog.locator("strong").first.inner_text().split()[0])
        for nth in range(1, by + 1):
            self.press("Drop a round")
            left = before - nth
            expect(dialog).to_contain_text(f"{left} round{'' if left == 1 else 's'} of")
        self.press("Close")

    def choose(self, table: str) -> None:
        row = self.page.locator(f'.table-row .name[data-table="{table}"]')
        if row.get_attribute("aria-pressed") == "false":
            row.click()
        expect(self.page.locator("#panel-head")).to_be_visible()
