"""A class in a test of the window: a real table behind the wire's own messages, and no network."""

from collections.abc import Mapping
from dataclasses import replace

from game.classroom.remote import RemoteTable, Seen
from game.classroom.revealing import Revealed
from game.classroom.views import Sight, begin, follow
from game.classroom.windows import Watch
from game.record import computer, person
from game.record.sentences.letters import letters
from game.rules.case import Case
from game.rules.commands import Command, Pass
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.rules.vocabulary import Phase
from game.session import Table, open_table
from game.session.attendance import Clock, Contact, Place, PlacesOf, Standing
from game.session.questioning import QuestionSheet
from game.ui.driver import Driver, Unsaved
from game.ui.member import Member
from game.ui.screens.joining.door import DoorScreen, Wish
from game.ui.screens.rooms import rooms
from game.ui.settings import Settings


class Hall:
    """An attendance whose host is a table in the same test; what it does counts once it is taken in."""

    address = "10.0.0.9:8000"

    def __init__(self, case: Case, others: str = "person") -> None:
        roster = {
            agency: person(f"P. {agency}") if others == "person" else computer(others) for agency in case.agency_ids
        }
        self.host: Table = open_table(case, roster, 3)
        self.clock = Clock()
        self.asked: list[tuple[object, ...]] = []
        self.refusal: Refusal | None = None
        self.coming = Standing(tables=(places_of(self.host, "1"), replace(places_of(self.host, "2"), table="2")))
        self.standing = Standing()
        self.table: RemoteTable | None = None
        self.is_revealed = False
        self.sheets: dict[str, QuestionSheet] = {}
        self.no_answers: Refusal | None = None
        """What the host has against answers."""
        self._watch = Watch("1")
        self._sight: Sight | None = None

    def start(self) -> None:
        self.asked.append(("start",))

    def change(self, **changes: object) -> None:
        """Let the host say where one stands now."""
        self.coming = replace(self.coming, **changes)  # type: ignore[arg-type]

    @property
    def has_news(self) -> bool:
        return self.coming != self.standing

    def take_in(self) -> bool:
        before, self.standing = self.standing, self.coming
        seat = self.standing.seat
        if seat is None:
            self.table = self._sight = None
            self._watch.forget("window")
            return before != self.standing
        frame = self._watch.news("window", self.host, seat, moment="now", clock=_seconds(self.clock))
        is_new = self._sight is None or frame.startswith('{"type":"game"')
        sight = self._sight
        self._sight = begin(frame) if is_new or sight is None else follow(sight, frame)
        opened = self.host.opened()
        revealed = Revealed(opened, self.host.roster) if self.is_revealed and opened is not None else None
        seen = Seen(self._sight, revealed, 0.0)
        if self.table is None or not self.table.is_of(seen):
            self.table = RemoteTable(seen, self.give)
        else:
            self.table.take_in(seen)
        return True

    def give(self, command: Command, moment: str) -> Refusal | None:
        if self.refusal is not None:
            return self.refusal
        refusal = self.host.receive(command.seat, command).refusal
        self.take_in()
        return refusal

    def enter(self, name: str, code: str | None = None) -> str:
        self.asked.append(("enter", name, code))
        return ""

    def take_seat(self, table: str, seat: AgencyId) -> str:
        self.asked.append(("seat", table, seat))
        if self.refusal is not None:
            return self.refusal.sentence
        self.change(table=table, seat=seat, tables=self.coming.tables[:1], is_stood_in=False)
        self.take_in()
        return ""

    def be_ready(self) -> None:
        self.asked.append(("ready",))
        self.change(is_ready=True)

    def call(self, *, on: bool) -> str:
        self.asked.append(("call", on))
        self.change(is_help_called=on)
        self.take_in()
        return ""

    def questions(self) -> QuestionSheet | str:
        self.asked.append(("questions",))
        return self.sheets.get(self.standing.questions, "No questions are asked in this class just now.")

    def give_answers(self, time: str, chosen: Mapping[str, int]) -> Refusal | None:
        self.asked.append(("answers", time, dict(chosen)))
        if self.no_answers is None:
            self.change(questions="key" if time == "after" else "")
            self.take_in()
        return self.no_answers

    def close(self) -> None:
        self.asked.append(("close",))

    # what others do

    def play_on(self, until: Phase, *, mine: AgencyId | None = None) -> None:
        """Let everybody pass until a phase has come, and there until it is `mine`."""
        for _ in range(2000):
            waiting = self.host.waiting
            if self.host.phase is until and (mine is None or mine in waiting):
                return
            seat = next((one for one in waiting if until is not self.host.phase or one != mine), None)
            if seat is None:
                break
            assert self.host.receive(seat, Pass(seat)).is_accepted
        raise AssertionError(f"{until} does not come")


def _seconds(clock: Clock) -> Mapping[str, object]:
    return {"left": clock.left, "is_held": clock.is_held, "bell": clock.bell}


def places_of(table: Table, name: str) -> PlacesOf:
    """List the seats of a table, none of them taken."""
    scene, signs = table.scene, letters(table.scene.agencies)
    seats = tuple(
        Place(face.id, face.name, face.short, face.community.value, signs.get(face.id, ""), face.mandate, (), True)
        for face in scene.agencies
    )
    return PlacesOf(name, scene.title, seats)


def door(hall: Hall, wish: Wish | None = None, **settings: object) -> DoorScreen:
    """Stand at the door of a class."""
    chosen = Settings(**{"tips": False, **settings})  # type: ignore[arg-type]
    return DoorScreen(Member(hall), Unsaved(chosen), rooms(), wish or Wish("K7QM", "Amara"))


def inside(hall: Hall, seat: str, **changes: object) -> Driver:
    """Sit at a table that has begun, with the role sheet read."""
    hall.change(**{
        "contact": Contact.INSIDE, "name": "Amara", "title": "A class", "table": "1", "seat": AgencyId(seat),
        "is_begun": True, "is_ready": True, **changes,
    })  # fmt: skip
    driver = Driver(door(hall))
    driver.wake()
    return driver
