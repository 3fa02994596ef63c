"""Every shipped case is shown whole: no text of it is cut or overlaps on the smallest page, whoever sits there."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from game.record import person
from game.rules import commands as do
from game.rules.case import Case, Issue
from game.rules.ids import AgencyId
from game.rules.texts import Term
from game.rules.vocabulary import Phase, Stance
from game.scenario import loading
from game.session import Table, open_table
from game.ui import Look, Message, Screen, Size, overflows
from game.ui.driver import Unsaved
from game.ui.screens.ballot import BallotScreen
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.debrief.picks import PICKS
from game.ui.screens.routing import Rooms
from game.ui.screens.scenarios import Found, ScenariosScreen, shelf
from game.ui.screens.seats import SeatsScreen
from game.ui.screens.signing import SigningScreen
from game.ui.screens.table import TableScreen
from game.ui.screens.year import EffortsScreen
from game.ui.settings import Settings
from game.ui.sitting import Sitting

SIZE, FULL_HD = Size(1280, 720), Size(1920, 1080)
SCALES = (1.0, 1.5)
SHIPPED = pytest.mark.parametrize("path", loading.shipped(), ids=lambda path: path.stem)
Shown = tuple[str, Screen, tuple[str, ...]]
"""What is shown, and the scroll panels in it that must not hide anything."""


def misfits(pages: Iterator[Shown]) -> list[str]:
    """Look at each page at one scale, and at the first of each kind at all."""
    found, known = [], set()
    for name, screen, whole in pages:
        for scale in SCALES[:1] if type(screen) in known else SCALES:
            look = Look(scale=scale)
            found += [f"{name} at {scale}: {words}" for words in overflows(screen.build(SIZE), SIZE, look, whole=whole)]
        known.add(type(screen))
    return found


def play(table: Table, *commands: do.Command) -> None:
    for command in commands:
        assert (answer := table.receive(command.seat, command)).is_accepted, answer.refusal


def onward(table: Table, phase: Phase) -> None:
    """Let everybody pass until a phase has come."""
    while table.phase is not phase:
        play(table, do.Pass(table.waiting[0]))


def sit(table: Table, seat: AgencyId) -> Sitting:
    return Sitting(table, Unsaved(Settings(tips=False)), seat=seat)


def longest(issue: Issue) -> Term:
    """Settle an issue at what takes most room: the most carriers, then the longest name."""
    new = (one for one in issue.options if one.id != issue.status_quo)
    return Term(issue.id, max(new, key=lambda one: (len(one.carriers), len(one.name))).id)


@cache
def shipped() -> tuple[Found, ...]:
    return shelf(loading.shipped())


def around(table: Table, name: str, seats: Iterable[AgencyId]) -> Iterator[Shown]:
    """Show the table to some seats."""
    for seat in seats:
        yield f"{name} of {seat}", TableScreen(sit(table, seat)), ("seats",)


def ways_in(case: Case, table: Table) -> Iterator[Shown]:
    preferences, rooms = Unsaved(Settings()), Rooms({})
    chosen = next(place for place, one in enumerate(shipped()) if one.case is case)
    yield "scenarios", ScenariosScreen(preferences, rooms, shipped(), chosen), ("list", "details")
    yield "seats", SeatsScreen(preferences, rooms, case), ("page",)
    for seat in table.seats:
        yield f"briefing of {seat}", BriefingScreen(sit(table, seat)), ()
    yield "convening", TableScreen(sit(table, table.waiting[0])), ()


def talks(table: Table) -> Iterator[Shown]:
    """Show roles, agencies and issues in the corridor, then a full text on the floor and with stances."""
    onward(table, Phase.CORRIDOR)
    for seat in table.seats:
        screen = TableScreen(sit(table, seat))
        screen.desk.drawer = "role"
        yield f"role of {seat}", screen, ()
    screen = TableScreen(sit(table, table.seats[0]))
    for drawer, about in (("agency", table.scene.agencies[-1].id), ("issue", table.scene.issues[-1].id), ("worth", "")):
        screen.desk.drawer, screen.desk.about = drawer, about
        yield drawer, screen, ()
    onward(table, Phase.FLOOR)
    play(table, do.Table(table.waiting[0], tuple(map(longest, table.scene.issues)), table.seats))
    yield from around(table, "floor", table.waiting)
    onward(table, Phase.STANCES)
    for seat in table.waiting:
        play(table, do.TakeStance(seat, next(iter(table.public_view().room.texts)), Stance.RESERVATIONS))
    yield from around(table, "second corridor", table.seats)


def ending(table: Table) -> Iterator[Shown]:
    """Show signing, ballot, the year and the debrief of a text that everybody signs."""
    paper = next(iter(table.public_view().room.texts.values()))
    callers = {*paper.sponsors, table.public_view().room.forum.chair}
    while table.phase is not Phase.FLOOR or table.waiting[0] not in callers:
        play(table, do.Pass(table.waiting[0]))
    play(table, do.CallSignature(table.waiting[0], paper.id))
    onward(table, Phase.SIGNING)
    for seat in table.waiting:
        screen = SigningScreen(sit(table, seat))
        screen.chosen = "reserve"
        yield f"signing of {seat}", screen, ()
        play(table, do.Sign(seat, paper.id))
    onward(table, Phase.BALLOT)
    yield "ballot", BallotScreen(sit(table, table.seats[0])), ("ballot",)
    onward(table, Phase.FIRST_EFFORTS)
    yield "year", EffortsScreen(sit(table, table.seats[0])), ()
    onward(table, Phase.CLOSED)
    debrief = DebriefScreen(sit(table, table.seats[0]))
    for debrief.step in range(4):
        yield f"debrief {debrief.step + 1}", debrief, ("scores",) if not debrief.step else ()
    yield from pages(debrief)


def pages(debrief: DebriefScreen) -> Iterator[Shown]:
    """Show every page within the steps of a debrief."""
    debrief.step = 0
    for debrief.page in ("shown", "terms", "course"):
        yield f"debrief, {debrief.page}", debrief, ()
    for debrief.step, key in ((2, "turned"), (3, "carried")):
        for page in PICKS[key]:
            debrief.on(Message(key, page))
            yield f"debrief, {page}", debrief, ()


@SHIPPED
def test_nothing_of_a_shipped_case_is_cut(path: Path) -> None:
    case = next(one.case for one in shipped() if one.path == path)
    assert case is not None
    table = open_table(case, {agency: person() for agency in case.agency_ids}, seed=3)
    assert misfits(page for part in (ways_in(case, table), talks(table), ending(table)) for page in part) == []


@SHIPPED
def test_every_role_sheet_is_one_page_on_a_full_hd_screen(path: Path) -> None:
    case = next(one.case for one in shipped() if one.path == path)
    assert case is not None
    table = open_table(case, {agency: person() for agency in case.agency_ids}, seed=3)
    for seat in table.seats:
        assert overflows(BriefingScreen(sit(table, seat)).build(FULL_HD), FULL_HD, whole=("page",)) == [], seat
