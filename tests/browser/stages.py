"""All that a seat's page comes to look like, from the doorway to the debrief, at a table of computers."""

from collections.abc import Callable
from dataclasses import dataclass

from browser.pages import SeatPage
from browser.seats import answer
from classroom.puppets import Host
from playwright.sync_api import expect

from game.classroom.hub import Hub
from game.desk.words import PHASES
from game.rules.vocabulary import Phase

Look = Callable[[str], None]
SEAT = "fund"
"""Chairs the meeting of the smallest case."""
TERMS = {"clinic": "masons", "road": "hours", "opening": "thanks"}
PARTIES = {"fund", "force", "clinics", "council"}


@dataclass
class Stages:
    """One person at a page, at whose seat everything comes by; `look` is called wherever there is something to see."""

    host: Host
    seat: SeatPage
    look: Look

    def walk(self) -> None:
        """Go all the way."""
        self.come_in()
        self.convene()
        self.talk()
        self.write()
        self.sign()
        self.live()
        self.look_back()
        self.leave()

    # Coming in

    def come_in(self) -> None:
        page = self.seat.page
        page.goto(self.host.address)
        expect(page.locator("#join")).to_be_enabled()
        self.look("door")
        page.locator("#join").click()
        expect(page.locator("#join-problem")).to_be_visible()
        self.look("door-refused")
        self.seat.join(self.host.address, self.host.code, "Amara")
        self.look("seats")
        self.seat.sit(SEAT)
        expect(page.locator(".role-sheet")).to_be_visible()
        self.look("role-sheet")
        self.seat.be_ready()
        self.look("ready")

    def convene(self) -> None:
        self.host.act("drop_round", table="1", by=1)
        self.host.act("begin", table="1")
        self.seat.wait_for_move()
        self.settle_down()
        self.look("convening")
        self.seat.pick("rule", "carriers")
        expect(self.seat.page.locator('input[name="rule"][value="carriers"]')).to_be_checked()
        self.move(self.seat.do)

    # The meetings

    def talk(self) -> None:
        page = self.seat.page
        self.arrive(Phase.CORRIDOR)
        self.look("corridor")
        page.locator("#head-lean").click()
        self.look("corridor-lean")
        page.locator("#head-talk").click()
        self.seat.pick("card", "meet")
        self.look("corridor-meet")
        self.seat.act("talk", "meet", whom="clinics")
        for place in ("texts", "talk", "role"):
            self.seat.go(place)
            self.settle_down()
            self.look(f"place-{place}")
        self.people()
        self.seat.go("now")
        self.dialogs()

    def people(self) -> None:
        """Who is here, with one of them opened."""
        page = self.seat.page
        self.seat.go("talk")
        page.locator("#talk-people:visible, #side-people").click()
        page.locator(".person summary").first.click()
        self.look("place-people")
        page.locator("#talk-record:visible, #side-record").click()

    def dialogs(self) -> None:
        page = self.seat.page
        self.host.act("say", words="Five minutes left.")
        expect(page.get_by_text("Five minutes left.").first).to_be_visible()
        self.look("notice")
        page.get_by_role("button", name="Got it", exact=True).first.click()
        self.host.act("pause")
        expect(page.get_by_text("The instructor has paused the game.")).to_be_visible()
        self.look("paused")
        self.host.act("continue")
        expect(page.get_by_text("The instructor has paused the game.")).to_have_count(0)
        self.seat.open("menu")
        self.look("dialog-menu")
        page.locator("#sheet").click()
        expect(page.locator("dialog .role-sheet")).to_be_visible()
        self.look("dialog-role-sheet")
        self.seat.close()
        page.locator("#pass").click()
        expect(page.locator("#stay")).to_be_visible()
        self.look("dialog-sure")
        self.move(page.locator("#sure").click)

    def write(self) -> None:
        page = self.seat.page
        self.arrive(Phase.FLOOR)
        self.look("floor")
        self.seat.act("text", "table")
        expect(page.locator("[data-from]").first).to_be_visible()
        self.look("draft-empty")
        page.locator("#back").click()
        before = self.seat.standing
        self.seat.draft(TERMS, PARTIES, look=lambda: self.look("draft"))
        self.seat.wait_for_news(before)
        self.arrive(Phase.STANCES)
        self.look("stances")
        self.seat.go("texts")
        expect(page.locator("#tab-A")).to_be_visible()
        page.locator("#text .issue summary").first.click()
        self.look("place-texts-tabled")
        self.seat.go("now")
        self.move(lambda: answer(self.seat, Phase.STANCES))

    def sign(self) -> None:
        page = self.seat.page
        self.arrive(Phase.CORRIDOR)
        self.seat.act("lean", "pledge", whom="clinics", text="A")
        self.move(self.seat.be_done)
        self.arrive(Phase.FLOOR)
        self.move(lambda: self.seat.act("text", "call_signature", text="A"))
        self.arrive(Phase.STANCES)
        self.move(lambda: answer(self.seat, Phase.STANCES))
        self.arrive(Phase.SIGNING)
        self.look("sign")
        self.seat.pick("answer", "reserve")
        expect(page.locator(".terms-kept")).to_be_visible()
        self.look("sign-reserve")
        self.move(self.seat.sign)

    # The year after

    def live(self) -> None:
        page = self.seat.page
        for phase in (Phase.BALLOT, Phase.SETTLING, Phase.FIRST_EFFORTS):
            self.arrive(phase)
            if phase is Phase.SETTLING:
                expect(page.locator("[data-due]")).to_contain_text("You pledged 1 point to Coast Clinics")
            self.look(phase.value)
            if phase is Phase.FIRST_EFFORTS:
                page.locator('input[name^="each-"]').locator("xpath=..").click()
                expect(page.locator("[data-plan] input[type=range]")).not_to_have_count(1)
                self.look("efforts-each")
            self.move(lambda phase=phase: answer(self.seat, phase))  # type: ignore[misc]
        self.arrive(Phase.SECOND_EFFORTS)
        self.look("second-efforts")
        self.move(lambda: answer(self.seat, Phase.SECOND_EFFORTS))
        expect(page.locator("#now-title")).to_have_text("The year is over")
        self.look("over")

    def look_back(self) -> None:
        page = self.seat.page
        self.host.act("reveal", table="1")
        expect(page.locator(".verdict-name")).to_be_visible()
        self.look("debrief-1")
        for step in (2, 3, 4):
            page.locator("#step-on").click()
            expect(page.locator(f'[data-step="{step}"]')).to_have_attribute("aria-current", "step")
            if step == 2:
                page.locator("[data-signature] summary").first.click()
            expect(page.locator(".working")).to_have_count(0)
            self.look(f"debrief-{step}")
            if step == 2:
                self._read_diaries()

    def _read_diaries(self) -> None:
        """Open what a computer thought, and within it what it made of the others."""
        page = self.seat.page
        page.locator("#diaries").click()
        book = page.locator("[data-diary]").first
        book.locator("> summary").click()
        expect(book.locator("h4").first).to_be_visible()
        self.look("diaries")

    def leave(self) -> None:
        self.seat.open("elsewhere")
        expect(self.seat.page.locator("#back")).to_be_visible()
        self.look("seats-again")
        one = self.host.ask(lambda hub: next(iter(hub.room.people)).id)
        self.host.act("remove", person=one)
        expect(self.seat.page.locator("#resume")).to_be_visible()
        self.look("left")

    # Moving

    def arrive(self, phase: Phase) -> None:
        """Wait until this seat is asked something in a phase; votes between two moves are passed over."""

        def asked(hub: Hub) -> bool | None:
            hosted = hub.room.tables["1"]
            room = hosted.table.public_view().room
            assert not hosted.table.is_closed, f"the game is over before {phase}"
            is_asked = SEAT in hosted.table.waiting
            return room.interlude is not None if is_asked and room.phase is phase else None

        while self.host.until(asked):
            self.seat.wait_for_move()
            self.seat.page.evaluate(_LET_PASS)
        expect(self.seat.page.locator(".bar-when")).to_contain_text(PHASES[phase])
        self.seat.wait_for_move()
        self.settle_down()
        assert self.seat.page.evaluate("() => document.querySelector('#now .scroll').scrollTop") == 0

    def settle_down(self) -> None:
        """Wait until nothing on the page is still on its way."""
        expect(self.seat.page.locator("#page")).not_to_contain_text("One moment …")

    def move(self, act: Callable[[], None]) -> None:
        """Do something, and wait until the page says that it has counted."""
        before = self.seat.standing
        act()
        self.seat.wait_for_news(before)


_LET_PASS = "() => document.querySelector('.headings') || document.getElementById('pass')?.click()"
"""Computers may have decided a vote meanwhile: then the same button would end one's own turn."""
