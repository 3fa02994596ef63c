"""The short questions of a class in the window: offered quietly, answered by the keyboard, handed in once, opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom.puppets import PATIENCE, Client, Host
from classroom.relay import Relay
from halls import Hall, door, inside
from questioned import to_answer, to_read

from game import ui
from game.debrief.learning import Form, Time, questions_of
from game.rules.case import Case
from game.rules.refusal import Refusal
from game.rules.vocabulary import Phase
from game.session import open_table
from game.session.attendance import NO_ANSWER, Contact
from game.session.questioning import QuestionSheet
from game.ui.driver import Driver, Unsaved
from game.ui.member import Member
from game.ui.screens.briefing import BriefingScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.joining.door import DoorScreen, Wish
from game.ui.screens.joining.questions import QuestionsScreen
from game.ui.screens.joining.waiting import WaitingScreen
from game.ui.screens.rooms import rooms
from game.ui.screens.table import TableScreen
from game.ui.settings import Settings
from game.ui.sitting import Sitting

QUESTIONS = questions_of(Form.A)
WHY = [one.why for form in Form for one in questions_of(form)]
SIZES = ((1280, 720), (1920, 1080), (2560, 1440), (1281, 900))
OFFER = "Six short questions: two minutes, optional."
TWICE = ("Return", "Return")


@pytest.fixture
def hall(tutorial: Case) -> Hall:
    found = Hall(tutorial)
    found.sheets = {"before": to_answer("before"), "after": to_answer("after", Form.B), "key": to_read()}
    return found


def waiting(hall: Hall, offer: str = "before") -> Driver:
    """Sit and wait for the game, with questions offered."""
    return inside(hall, "clinics", is_begun=False, questions=offer)


def given(hall: Hall) -> list[tuple[object, ...]]:
    return [asked for asked in hall.asked if asked[0] == "answers"]


def shown(driver: Driver) -> type:
    return type(driver.app.screen)


# The offer


def test_the_doorway_the_wait_and_the_role_sheet_offer_them(hall: Hall) -> None:
    hall.change(contact=Contact.INSIDE, name="Amara", title="A class", questions="before")
    driver = Driver(door(hall))
    driver.wake()
    assert driver.sees(OFFER)
    driver.click("questions")
    assert shown(driver) is QuestionsScreen
    driver.press("Escape")
    assert shown(driver) is DoorScreen
    driver = inside(hall, "clinics", is_begun=False, is_ready=False)
    assert driver.sees(OFFER)
    driver.press("Return")
    assert shown(driver) is WaitingScreen
    assert driver.sees(OFFER)
    driver.press("Q")
    assert driver.sees("Question 1 of 6")


def test_skipping_takes_one_press_and_leaves_a_way_back(hall: Hall) -> None:
    driver = waiting(hall)
    assert not driver.sees("Skip all")
    driver.click("skip questions")
    assert not driver.sees(OFFER)
    driver.wake()
    assert not driver.sees(OFFER)
    driver.click("questions")
    driver.click("skip")
    assert shown(driver) is WaitingScreen
    driver.press("Q")
    assert driver.sees("Question 1 of 6")
    assert given(hall) == []


def test_nothing_is_offered_where_nothing_is_asked(hall: Hall) -> None:
    driver = waiting(hall, "")
    assert not driver.has("questions")
    driver.press("Q")
    assert shown(driver) is WaitingScreen
    assert ("questions",) not in hall.asked


def test_an_offer_of_a_later_kind_is_passed_over(hall: Hall) -> None:
    driver = waiting(hall, "in between")
    assert not driver.has("questions")


def test_who_plays_alone_is_asked_nothing(tutorial: Case) -> None:
    sitting = Sitting(open_table(tutorial, {}, 3), doors=rooms())
    assert not [key for key in sitting.shortcuts() if key.sends == "questions"]
    driver = Driver(rooms().first(sitting))
    driver.press("Q")
    assert not driver.sees("Question 1 of 6")


def test_words_of_the_instructor_come_before_the_offer(hall: Hall) -> None:
    driver = waiting(hall)
    hall.change(said=("Read your role sheets now.",))
    driver.wake()
    assert not driver.sees(OFFER)
    driver.press("G")
    assert driver.sees(OFFER)


# Answering


def test_all_six_are_answered_by_digits_and_return(hall: Hall) -> None:
    driver = waiting(hall)
    driver.press("Q")
    for number, one in enumerate(QUESTIONS, 1):
        assert driver.sees(f"Question {number} of 6")
        assert driver.sees(one.asks)
        driver.press(str(number % 4 + 1), "Return")
    chosen = {one.id: number % 4 for number, one in enumerate(QUESTIONS, 1)}
    assert given(hall) == [("answers", "before", chosen)]
    assert driver.sees("Thank you")
    driver.press("Return")
    assert shown(driver) is WaitingScreen
    assert not driver.has("questions")


def test_arrows_and_return_choose_and_go_on(hall: Hall) -> None:
    driver = waiting(hall)
    driver.press("Q", "Return")
    assert driver.sees("Question 1 of 6")
    driver.press("Down", "Down", "Return")
    assert driver.focus == f"answer:{QUESTIONS[0].id}:1"
    driver.press("Return")
    assert driver.sees("Question 2 of 6")
    driver.press("Up", "Return", "Return", "B", "B")
    assert driver.sees("Question 1 of 6")
    assert driver.app.screen.member.chosen == {QUESTIONS[0].id: 1, QUESTIONS[1].id: 3}


def test_tab_reaches_everything(hall: Hall) -> None:
    driver = waiting(hall)
    driver.press("Q", "1", "Return", "2")
    found = set()
    for _ in range(8):
        driver.press("Tab")
        found.add(driver.focus)
    assert {"skip", "back", "next", f"answer:{QUESTIONS[1].id}:1"} <= found


def test_nothing_goes_on_without_an_answer(hall: Hall) -> None:
    driver = waiting(hall)
    driver.press("Q")
    assert driver.sees("Choose an answer first")
    driver.press(*TWICE)
    assert driver.sees("Question 1 of 6")


def test_leaving_keeps_what_was_chosen(hall: Hall) -> None:
    driver = waiting(hall)
    driver.press("Q", "2", "Return", "3", "Escape")
    assert shown(driver) is WaitingScreen
    assert driver.sees(OFFER)
    driver.press("Q")
    assert driver.sees("Question 3 of 6")
    driver.press("B", "B")
    assert driver.focus == f"answer:{QUESTIONS[0].id}:1"


def answered(driver: Driver) -> None:
    """Choose the first answer everywhere, and hand them in."""
    driver.press("Q")
    for _ in QUESTIONS:
        driver.press("1", "Return")


def test_the_second_time_opens_what_they_were_about(hall: Hall) -> None:
    driver = waiting(hall, "after")
    assert driver.sees("Six more questions: two minutes, optional.")
    answered(driver)
    assert driver.sees("What the questions were about")
    assert driver.sees("BEFORE THE GAME: ")
    for one in (*QUESTIONS, *questions_of(Form.B)):
        assert driver.sees(one.why)
        driver.press("Return")
    assert shown(driver) is WaitingScreen
    driver.press("Q", "B", "Down", "Return")
    assert driver.sees(QUESTIONS[1].why)
    driver.press("Escape")
    assert shown(driver) is WaitingScreen


def test_the_debrief_offers_the_second_ones(hall: Hall) -> None:
    driver = inside(hall, "clinics")
    hall.play_on(Phase.CLOSED)
    hall.is_revealed = True
    hall.change(is_closed=True, is_revealed=True, questions="after")
    driver.wake()
    driver.app.screen.sitting.close_year()
    driver.wake()
    assert shown(driver) is DebriefScreen
    answered(driver)
    assert driver.sees(QUESTIONS[0].why)
    driver.press("Escape")
    assert shown(driver) is DebriefScreen
    assert driver.has("questions")


# What goes wrong


def test_a_refusal_says_why_and_keeps_what_was_chosen(hall: Hall) -> None:
    driver = waiting(hall)
    hall.no_answers = Refusal("not_saved", "learning.jsonl cannot be written: the disk is full.")
    answered(driver)
    assert driver.sees("the disk is full")
    hall.no_answers = None
    driver.press("Return")
    assert driver.sees("Thank you")
    assert len(given(hall)) == 2


def test_answers_on_their_way_are_not_changed_and_thanked_for_once_they_have_arrived(hall: Hall) -> None:
    driver = waiting(hall)
    hall.no_answers = Refusal(NO_ANSWER, "The host has not answered yet.")
    answered(driver)
    assert driver.sees("Your answers are sent again by themselves")
    driver.press("3")
    assert driver.app.screen.member.chosen[QUESTIONS[5].id] == 0
    hall.change(contact=Contact.SEEKING, trouble="The connection to the host is lost.")
    driver.wake()
    assert driver.sees("The connection to the host is lost.")
    hall.no_answers = None
    hall.change(contact=Contact.INSIDE, trouble="", questions="")
    driver.wake()
    assert driver.sees("Thank you")
    assert given(hall)[0] == given(hall)[1]


def test_answers_that_came_too_late_are_told_of(hall: Hall) -> None:
    driver = waiting(hall)
    hall.no_answers = Refusal(NO_ANSWER, "The host has not answered yet.")
    answered(driver)
    hall.no_answers = Refusal("not_possible", "It is too late for the first questions: your game has begun.")
    hall.change(questions="", is_begun=True)
    driver.wake()
    assert shown(driver) is TableScreen
    assert driver.sees("It is too late for the first questions")


@pytest.mark.parametrize("is_seated", [True, False])
def test_questions_that_are_closed_meanwhile_say_so(hall: Hall, is_seated: bool) -> None:
    if is_seated:
        driver = waiting(hall)
    else:
        hall.change(contact=Contact.INSIDE, questions="before")
        driver = Driver(door(hall))
        driver.wake()
    driver.press("Q", "1")
    hall.change(questions="")
    driver.wake()
    assert shown(driver) is (WaitingScreen if is_seated else DoorScreen)
    assert driver.sees("The questions are closed just now")


def test_a_game_that_begins_meanwhile_is_there_when_one_leaves(hall: Hall) -> None:
    driver = waiting(hall, "after")
    driver.press("Q")
    hall.change(is_begun=True)
    driver.wake()
    assert shown(driver) is QuestionsScreen
    driver.press("Escape")
    assert shown(driver) is TableScreen


@pytest.mark.parametrize("key", ["R", "Escape"])
def test_a_game_that_begins_behind_another_page_is_there_too(hall: Hall, key: str) -> None:
    driver = waiting(hall)
    driver.press(key)
    assert shown(driver) is not WaitingScreen
    hall.change(is_begun=True, questions="")
    driver.wake()
    driver.press("Escape")
    assert shown(driver) is TableScreen


def test_the_role_sheet_that_is_read_again_stays_when_one_comes_back_to_it(hall: Hall) -> None:
    driver = waiting(hall)
    driver.press("R", "Q")
    assert shown(driver) is QuestionsScreen
    driver.press("Escape")
    assert shown(driver) is BriefingScreen
    driver.press("Escape")
    assert shown(driver) is WaitingScreen
    assert len(driver.app.stack) == 1


def test_who_is_removed_is_told_at_the_door(hall: Hall) -> None:
    driver = waiting(hall)
    driver.press("Q")
    hall.change(contact=Contact.ENDED, trouble="The instructor has taken you off the list.", table=None, seat=None)
    driver.wake()
    assert shown(driver) is DoorScreen
    assert driver.sees("The instructor has taken you off the list.")


# How it looks


@pytest.mark.parametrize("offer", ["before", "key"])
def test_everything_fits(hall: Hall, offer: str) -> None:
    screen = QuestionsScreen(Member(hall), hall.sheets[offer])
    for screen.at in range(12 if offer == "key" else 6):
        for size in SIZES:
            for font in ("inter", "readable"):
                tree = screen.build(ui.Size(*size))
                whole = (f"{'reason' if offer == 'key' else 'page'} {screen.at}",)
                assert ui.overflows(tree, size, ui.Look("light", font, 1.0), whole=whole) == []


# With the real host


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    found = Host(tmp_path / "class")
    yield found
    found.stop()


@pytest.fixture
def relay(host: Host) -> Iterator[Relay]:
    found = Relay(host.port)
    yield found
    found.close()


def test_answers_arrive_once_though_the_line_breaks_in_between(host: Host, relay: Relay) -> None:
    host.act("ask_questions", on=True)
    client = Client(relay.port, code=host.code, patience=0.3)
    wish = Wish(host.code, "Amara")
    driver = Driver(DoorScreen(Member(client.link), Unsaved(Settings(tips=False)), rooms(), wish))

    def until(has_come: str) -> None:
        def looks(link: object) -> bool:
            driver.wake()
            return driver.sees(has_come)

        client.until(looks)

    try:
        until(OFFER)
        driver.press("Q")
        for _ in range(5):
            driver.press("1", "Return")
        relay.lose_answers()
        driver.press("1", "Return")
        assert driver.sees("Your answers are sent again by themselves")
        relay.cut()
        until("The connection to the host is lost.")
        relay.mend()
        until("Thank you")
        found = host.ask(lambda hub: hub.room.learning.given)
        assert [(one.person, one.time) for one in found] == [("p1", Time.BEFORE)]
        assert set(found[0].answers.chosen.values()) == {0}
        assert host.ask(lambda hub: len(hub.room.people)) == 1
    finally:
        client.link.close()


def answer(client: Client) -> None:
    """Answer what is asked with the first answers."""
    sheet = client.link.questions()
    assert isinstance(sheet, QuestionSheet), sheet
    assert client.link.give_answers(sheet.offer, {one.question: 0 for one in sheet.questions}) is None


def play_out(host: Host) -> None:
    """Let the game come to its end, and open what was hidden."""
    host.act("begin")
    for _ in range(200):
        if host.ask(lambda hub: hub.room.table("1").table.is_closed):
            break
        host.act("end_phase")
    host.act("reveal", on=True)


def test_no_reason_reaches_the_window_before_the_second_time(host: Host) -> None:
    host.act("ask_questions", on=True)
    client = Client(host.port, code=host.code, patience=PATIENCE)
    frames: list[str] = []
    hear = client.link._letters.hear

    def listen(frame: str | bytes) -> list[str]:
        frames.append(frame if isinstance(frame, str) else frame.decode())
        return hear(frame)

    client.link._letters.hear = listen  # type: ignore[method-assign]
    try:
        client.until(lambda link: link.standing.questions == "before")
        answer(client)
        assert client.link.take_seat("1", host.hub.room.table("1").table.seats[0]) == ""
        play_out(host)
        client.until(lambda link: link.standing.questions == "after")
        assert isinstance(client.link.questions(), QuestionSheet)
        assert not [why for why in WHY if any(why in frame for frame in frames)]
        assert not [frame for frame in frames if '"best"' in frame]
        answer(client)
        client.until(lambda link: link.standing.questions == "key")
        opened = client.link.questions()
        assert isinstance(opened, QuestionSheet)
        assert sorted(one.why for one in opened.opened) == sorted(WHY)
        assert [frame for frame in frames if '"best"' in frame]
    finally:
        client.link.close()
