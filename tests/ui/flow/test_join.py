"""A class joined from the window: the door, the seats, the wait, the same screens as alone, and what the class says."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from classroom.puppets import PATIENCE, Client, Host
from halls import Hall, door, inside

from game import ui
from game.rules.case import Case
from game.rules.commands import Pass, SendMessage
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.rules.vocabulary import Phase
from game.session.attendance import Clock, Contact
from game.ui.driver import Driver
from game.ui.joining import join
from game.ui.member import Member
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.joining.door import DoorScreen, Wish
from game.ui.screens.joining.waiting import WaitingScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.table import TableScreen

CLINICS, FUND = AgencyId("clinics"), AgencyId("fund")
LOST = "The connection to the host is lost. It is tried again by itself; nothing of yours is lost."


@pytest.fixture
def hall(tutorial: Case) -> Hall:
    return Hall(tutorial)


def shown(driver: Driver) -> type:
    return type(driver.app.screen)


# The door


def test_the_host_is_sought_and_what_is_in_the_way_is_told(hall: Hall) -> None:
    driver = Driver(door(hall))
    assert driver.sees("Looking for the class")
    assert driver.sees("At 10.0.0.9:8000.")
    hall.change(trouble="No host answers at 10.0.0.9:8000.")
    driver.wake()
    assert driver.sees("No host answers at 10.0.0.9:8000.")
    driver.press("Escape")
    assert driver.is_over


def test_looking_for_the_host_takes_no_time_of_its_own(hall: Hall) -> None:
    driver = Driver(door(hall))
    assert driver.app.screen.next_tick is None


def test_without_a_name_one_is_asked_for(hall: Hall) -> None:
    driver = Driver(door(hall, Wish("K7QM")))
    hall.change(contact=Contact.AT_THE_DOOR)
    driver.wake()
    assert driver.focus == "name"
    driver.type("Ben")
    driver.press("Return")
    assert hall.asked == [("enter", "Ben", "K7QM")]


def test_a_wrong_code_can_be_typed_again(hall: Hall) -> None:
    driver = Driver(door(hall))
    hall.change(contact=Contact.AT_THE_DOOR, trouble="That is not the code of this class; it is on the projector.")
    driver.wake()
    assert driver.sees("That is not the code of this class")
    assert driver.focus == "code"
    driver.press("Ctrl+A")
    driver.type("a3c4")
    driver.press("Return")
    assert hall.asked == [("enter", "Amara", "a3c4")]


def test_a_seat_is_chosen_by_the_keyboard(hall: Hall) -> None:
    driver = Driver(door(hall))
    hall.change(contact=Contact.INSIDE, name="Amara", title="A class")
    driver.wake()
    assert driver.sees("The clinic at Ostrel: 4 seats free")
    driver.click("table:2")
    driver.reveal("seat:clinics")
    driver.press("Space", "Return")
    assert hall.asked == [("seat", "2", "clinics")]


def test_words_of_the_instructor_are_put_away_at_the_door_by_the_key_that_is_shown(hall: Hall) -> None:
    driver = Driver(door(hall))
    hall.change(contact=Contact.INSIDE, said=("Wait for your seat, please.",))
    driver.wake()
    assert driver.sees("Wait for your seat, please.")
    driver.press("G")
    assert not driver.sees("Wait for your seat, please.")


def test_a_refused_seat_says_why(hall: Hall) -> None:
    driver = Driver(door(hall))
    hall.change(contact=Contact.INSIDE)
    driver.wake()
    hall.refusal = Refusal("x", "Ben already plays Coast Clinics; choose another seat.")
    driver.click("seat:clinics")
    driver.click("sit")
    assert driver.sees("Ben already plays Coast Clinics")
    assert shown(driver) is DoorScreen


def test_a_taken_seat_cannot_be_chosen(hall: Hall) -> None:
    driver = Driver(door(hall))
    table = hall.coming.tables[0]
    taken = tuple(
        replace(place, people=("**Ben**",), is_open=False) if place.seat == CLINICS else place for place in table.seats
    )
    hall.change(contact=Contact.INSIDE, tables=(replace(table, seats=taken),))
    driver.wake()
    assert driver.sees("Taken by **Ben**")
    driver.click("seat:clinics")
    assert driver.sees("Choose a seat first")


@pytest.mark.parametrize(
    ("wish", "asked"),
    [
        (Wish("K7QM", "Amara", seat="clinics"), ("seat", "1", "clinics")),
        (Wish("K7QM", "Amara", "2", "clinics"), ("seat", "2", "clinics")),
    ],
)
def test_a_seat_named_beforehand_is_taken_at_once(hall: Hall, wish: Wish, asked: tuple[str, ...]) -> None:
    driver = Driver(door(hall, wish))
    hall.change(contact=Contact.INSIDE)
    driver.wake()
    assert hall.asked == [asked]
    assert shown(driver) is BriefingScreen


def test_a_seat_named_beforehand_that_is_not_there_is_told(hall: Hall) -> None:
    driver = Driver(door(hall, Wish("K7QM", "Amara", seat="relief")))
    hall.change(contact=Contact.INSIDE)
    driver.wake()
    assert driver.sees("The seat relief is not to be had")


def test_a_table_named_beforehand_that_is_not_there_is_told(hall: Hall) -> None:
    driver = Driver(door(hall, Wish("K7QM", "Amara", table="9", seat="clinics")))
    hall.change(contact=Contact.INSIDE)
    driver.wake()
    assert driver.sees("There is no table 9; choose one that is there.")
    assert hall.asked == []


# Before the game begins


def test_the_role_sheet_is_read_and_then_one_waits(hall: Hall) -> None:
    driver = inside(hall, "clinics", is_begun=False, is_ready=False)
    assert shown(driver) is BriefingScreen
    assert driver.sees("What each outcome is worth to you".upper())
    driver.press("Return")
    assert ("ready",) in hall.asked
    assert shown(driver) is WaitingScreen
    assert driver.sees("The game begins when your instructor starts it.")
    driver.press("R")
    assert shown(driver) is BriefingScreen
    driver.press("Escape")
    hall.change(is_begun=True)
    driver.wake()
    assert shown(driver) is TableScreen


def test_another_free_seat_can_be_taken_before_the_game_begins(hall: Hall) -> None:
    driver = inside(hall, "clinics", is_begun=False)
    driver.click("sit:fund")
    assert ("seat", "1", "fund") in hall.asked
    driver.wake()
    assert shown(driver) is WaitingScreen
    assert driver.app.screen.sitting.seat == FUND
    hall.change(is_begun=True)
    driver.wake()
    assert shown(driver) is TableScreen


def test_who_comes_late_reads_the_role_sheet_first(hall: Hall) -> None:
    driver = inside(hall, "clinics", is_ready=False)
    assert shown(driver) is BriefingScreen
    assert driver.sees("To the table")
    driver.press("Return")
    assert shown(driver) is TableScreen


# The game


def test_others_move_and_the_screen_follows(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.play_on(Phase.CORRIDOR)
    assert hall.host.receive(FUND, SendMessage(FUND, CLINICS, "Shall we talk?")).is_accepted
    driver.wake()
    assert driver.sees("Shall we talk?")
    assert not driver.has("hurry")
    assert not driver.has("coach")


def test_a_command_goes_to_the_host(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.play_on(Phase.CORRIDOR)
    driver.wake()
    driver.press("0")
    driver.press("Return")
    driver.wake()
    assert CLINICS not in hall.host.waiting


def test_a_refused_command_stays_on_the_desk(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.play_on(Phase.CORRIDOR)
    driver.wake()
    hall.refusal = Refusal("no_connection", "There is no connection to the host just now.")
    driver.press("Return")
    driver.click("pick:whom:fund")
    driver.press("Return")
    assert driver.sees("There is no connection to the host just now.")
    assert driver.app.screen.desk.picks
    hall.refusal = None
    driver.press("Return")
    assert not driver.sees("There is no connection to the host just now.")
    assert FUND in hall.host.view(CLINICS).own.met_now


def test_time_is_shown_and_runs(hall: Hall) -> None:
    hall.clock = Clock(125.0, bell=600.0)
    driver = inside(hall, "clinics")
    assert driver.sees("2:05")
    hall.clock = Clock(59.0)
    driver.pass_time(1000)
    driver.idle()
    assert driver.sees("0:59")
    hall.clock = Clock(59.0, is_held=True)
    hall.change(is_paused=True)
    driver.wake()
    assert driver.sees("Paused")
    assert driver.app.screen.next_tick is None


def test_the_instructor_is_called_and_the_call_taken_back(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    driver.press("H")
    assert hall.asked[-1] == ("call", True)
    assert driver.sees("Called")
    driver.click("call")
    assert hall.asked[-1] == ("call", False)
    assert not driver.sees("Called")


def test_words_of_the_instructor_stay_until_they_are_put_away(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.change(said=("Five **minutes** left.",))
    driver.wake()
    assert driver.sees("Five **minutes** left.")
    driver.press("G")
    assert not driver.sees("Five **minutes** left.")
    hall.change(said=("Five **minutes** left.", "Time.", "Really."))
    driver.wake()
    assert driver.sees("Time.")
    assert driver.sees("Really.")
    driver.click("heard")
    assert not driver.sees("Really.")


def test_what_was_said_before_one_came_in_is_not_repeated_but_for_the_last(hall: Hall) -> None:
    driver = inside(hall, "clinics", said=("One.", "Two."))
    assert driver.sees("Two.")
    assert not driver.sees("One.")


def test_a_lost_connection_is_told_and_goes_away(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.change(contact=Contact.SEEKING, trouble=LOST)
    driver.wake()
    assert driver.sees(LOST)
    assert driver.sees("No connection")
    assert shown(driver) is TableScreen
    hall.refusal = Refusal("no_connection", "There is no connection to the host just now.")
    driver.app.screen.sitting.submit(Pass(CLINICS))
    driver.wake()
    assert driver.sees("There is no connection to the host just now.")
    assert not driver.sees(LOST)
    hall.change(contact=Contact.INSIDE, trouble="")
    driver.wake()
    assert not driver.sees("no connection")


def test_a_pause_is_told_until_the_game_goes_on(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.play_on(Phase.CORRIDOR)
    hall.change(is_paused=True)
    driver.wake()
    assert driver.sees("The instructor has paused the game. You can look around, choose and write")
    hall.refusal = Refusal("paused", "The instructor has paused the game; what you chose is still there.")
    driver.app.screen.sitting.submit(Pass(CLINICS))
    driver.wake()
    assert driver.sees("what you chose is still there")
    assert not driver.sees("You can look around")
    hall.change(is_paused=False)
    driver.wake()
    assert not driver.sees("The instructor has paused the game")


def test_what_is_being_written_stays_when_the_connection_is_lost(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.play_on(Phase.CORRIDOR)
    driver.wake()
    driver.press("M")
    driver.type("Before the floor?")
    hall.change(contact=Contact.SEEKING, trouble=LOST)
    driver.wake()
    assert driver.app.screen.desk.words == "Before the floor?"
    hall.refusal = Refusal("no_connection", "There is no connection to the host just now, so this was not sent.")
    driver.press("Return")
    assert driver.app.screen.desk.words == "Before the floor?"
    assert driver.sees("so this was not sent")
    hall.refusal = None
    hall.change(contact=Contact.INSIDE, trouble="")
    assert hall.host.receive(FUND, SendMessage(FUND, CLINICS, "Where are you?")).is_accepted
    driver.wake()
    assert driver.app.screen.desk.words == "Before the floor?"
    driver.press("Return")
    driver.wake()
    assert [driver.sees(words) for words in ("Where are you?", "Before the floor?")] == [True, True]
    assert driver.app.screen.desk.words == ""


def test_a_seat_that_a_computer_plays_is_taken_back(hall: Hall) -> None:
    driver = inside(hall, "clinics", is_stood_in=True)
    hall.play_on(Phase.CORRIDOR)
    driver.wake()
    assert driver.sees("A computer plays your seat for the moment.")
    assert not driver.app.screen.sitting.is_my_move
    driver.click("take back")
    assert hall.asked[-1] == ("seat", "1", "clinics")
    assert driver.app.screen.sitting.is_my_move


def test_what_the_instructor_says_is_heard_while_a_computer_plays_the_seat(hall: Hall) -> None:
    driver = inside(hall, "clinics", is_stood_in=True)
    hall.play_on(Phase.CORRIDOR)
    hall.change(said=("Come to the front, please.",))
    driver.wake()
    assert driver.sees("Come to the front, please.")
    driver.click("heard")
    assert driver.sees("A computer plays your seat for the moment.")


def test_what_the_host_has_against_something_is_told(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.change(remark="The game has moved on since; look again and choose anew.")
    driver.wake()
    assert driver.sees("The game has moved on since")


def test_who_loses_the_seat_is_back_at_the_door(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    driver.press("Escape")
    assert shown(driver) is MenuScreen
    hall.change(table=None, seat=None)
    driver.wake()
    driver.press("Escape")
    driver.idle()
    assert shown(driver) is DoorScreen
    assert driver.has("seat:clinics")


def test_who_watches_is_told_where_the_table_is_to_be_seen(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.change(seat=None, tables=hall.coming.tables[:1])
    driver.wake()
    assert driver.sees("You watch table 1. Open http://10.0.0.9:8000/projector/1 in a browser to see it")
    driver.click("seat:clinics")
    driver.press("Return")
    assert hall.asked[-1] == ("seat", "1", "clinics")


def test_a_class_without_a_seat_to_be_had_says_how_to_watch(hall: Hall) -> None:
    table = hall.coming.tables[0]
    taken = tuple(replace(place, people=("Ben",), is_open=False) for place in table.seats)
    hall.change(contact=Contact.INSIDE, tables=(replace(table, seats=taken),))
    driver = Driver(door(hall))
    assert driver.sees("To watch a table, open http://10.0.0.9:8000 in a browser.")


def test_a_game_that_is_over_is_told_at_the_door(hall: Hall) -> None:
    table, other = hall.coming.tables
    over = tuple(replace(place, is_open=False) for place in table.seats)
    hall.change(contact=Contact.INSIDE, tables=(replace(table, seats=over), other))
    driver = Driver(door(hall))
    assert driver.sees("The clinic at Ostrel: the game is over")


def test_who_is_removed_is_told_at_the_door(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.change(contact=Contact.ENDED, trouble="The instructor has taken you off the list.", table=None, seat=None)
    driver.wake()
    assert driver.sees("The instructor has taken you off the list.")
    driver.press("Return")
    assert hall.asked[-1] == ("enter", "Amara", None)


def test_leaving_says_that_the_seat_is_kept(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    driver.press("Escape")
    assert driver.sees("the host keeps your seat")
    driver.press("L")
    assert driver.is_over


def test_the_debrief_opens_when_the_instructor_opens_it(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.play_on(Phase.CLOSED)
    hall.change(is_closed=True)
    driver.wake()
    assert driver.sees("Your instructor opens the debrief")
    hall.is_revealed = True
    hall.change(is_revealed=True)
    driver.wake()
    assert shown(driver) is DebriefScreen
    hall.change(said=("Begin with step 2.",))
    driver.wake()
    assert driver.sees("Begin with step 2.")


def test_what_is_undone_after_the_end_leads_back_into_the_game(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.play_on(Phase.CLOSED)
    driver.wake()
    driver.app.screen.sitting.close_year()
    driver.wake()
    assert shown(driver) is WaitingScreen
    while hall.host.is_closed:
        assert hall.host.undo() is None
    hall._watch.forget("window")
    driver.wake()
    assert shown(driver) is not WaitingScreen


def test_running_starts_and_closes_the_attendance(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui.App, "run", lambda self: None)
    assert join(hall, Wish("K7QM", "Amara")) == 0
    assert hall.asked == [("start",), ("close",)]


# Nothing is cut off

SIZES = ((1280, 720), (1920, 1080), (1281, 900))
FONTS = ("inter", "readable")
LONG_NAME = "Wilhelmina Featherstonehaugh-Cholmondele"
LONG_SAID = (
    "Two minutes left in the corridor; whoever wants to speak on the floor should know by then what they want. " * 2,
    "And please read the role sheet again before you sign anything: " + "W" * 40,
)


def assert_fits(screen: ui.Screen) -> None:
    for size in SIZES:
        for font in FONTS:
            tree = screen.build(ui.Size(*size))
            assert ui.overflows(tree, size, ui.Look("light", font, 1.0)) == [], (size, font)


@pytest.mark.parametrize("name", ["tutorial", "afghanistan"])
def test_the_door_fits(request: pytest.FixtureRequest, name: str) -> None:
    hall = Hall(request.getfixturevalue(name))
    screen = door(hall, Wish("K7QM", LONG_NAME))
    seated = tuple(
        replace(one, seats=tuple(replace(place, people=(LONG_NAME, LONG_NAME), is_open=False) for place in one.seats))
        for one in hall.coming.tables[:1]
    )
    hall.change(tables=(*seated, *hall.coming.tables[1:]))
    trouble = "No host answers at 10.0.0.9:8000. It is tried again by itself. Check the address. " * 2
    for contact in Contact:
        hall.change(contact=contact, trouble=trouble, title="A class with a rather long title " * 2, said=LONG_SAID)
        screen.tick(0)
        screen.seat = "clinics"
        assert_fits(screen)


@pytest.mark.parametrize("name", ["tutorial", "afghanistan"])
@pytest.mark.parametrize("trouble", ["said", "lost", "stood in", "late", "paused", "asked"])
def test_every_screen_fits_with_what_a_class_says(request: pytest.FixtureRequest, name: str, trouble: str) -> None:
    hall = Hall(request.getfixturevalue(name))
    hall.clock = Clock(3599.0, bell=5400.0)
    seat = hall.host.seats[2]
    driver = inside(hall, seat, is_begun=False, is_ready=False, name=LONG_NAME, beside=(LONG_NAME,))
    changes: dict[str, object] = {"said": LONG_SAID} if trouble == "said" else {}
    if trouble == "lost":
        changes = {"contact": Contact.SEEKING, "trouble": LOST}
    if trouble == "stood in":
        changes = {"is_stood_in": True, "is_help_called": True}
    if trouble == "paused":
        changes = {"is_paused": True}
    if trouble == "asked":
        changes = {"questions": "before"}
    if trouble == "late":
        hall.clock, changes = Clock(9.0), {"is_help_called": True, "stopped": LOST}
    hall.change(**changes)
    driver.wake()
    assert_fits(driver.app.screen)
    hall.change(is_ready=True)
    driver.app.screen.sitting.unbriefed = ()
    driver.wake()
    assert_fits(driver.app.screen)
    hall.change(is_begun=True)
    for phase in (Phase.CONVENING, Phase.CORRIDOR, Phase.FLOOR, Phase.CLOSED):
        hall.play_on(phase, mine=None if phase in (Phase.CONVENING, Phase.CLOSED) else seat)
        driver.wake()
        driver.app.screen.sitting.notice = "The game has moved on since; look again and choose anew."
        assert_fits(driver.app.screen)
    driver.app.screen.sitting.close_year()
    driver.wake()
    assert_fits(driver.app.screen)
    hall.is_revealed = True
    driver.wake()
    assert shown(driver) is DebriefScreen
    assert_fits(driver.app.screen)


# With the real host


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Host]:
    found = Host(tmp_path / "class")
    yield found
    found.stop()


def test_a_seat_is_taken_and_a_round_played_over_the_wire(real: Host) -> None:
    client = Client(real.port, code=real.code)
    driver = Driver(
        DoorScreen(Member(client.link), *_belongings(), Wish(real.code, "Amara", "1", "clinics")),
    )

    def until(has_come: object) -> None:
        while not has_come():  # type: ignore[operator]
            assert client.changes.acquire(timeout=PATIENCE), client.link.standing
            driver.wake()

    until(lambda: shown(driver) is BriefingScreen)
    driver.press("Return")
    until(lambda: client.link.standing.is_ready)
    assert shown(driver) is WaitingScreen
    real.act("begin")
    until(lambda: shown(driver) is TableScreen and driver.app.screen.sitting.is_my_move)
    driver.press("0", "Return")
    until(lambda: driver.app.screen.sitting.table.phase is not Phase.CORRIDOR)
    real.act("say", words="A minute more.")
    until(lambda: driver.sees("A minute more."))
    driver.press("H")
    until(lambda: client.link.standing.is_help_called)
    client.link.close()


def _belongings() -> tuple[object, object]:
    screen = door(Hall.__new__(Hall))
    return screen.preferences, screen.doors
