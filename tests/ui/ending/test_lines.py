"""The lines by which a game is judged: moved by steps or typed, marked on every step, and taken back."""

import pytest
from endings import TUTORIAL, finished, told
from reckonings import quickly

from game.debrief import LINES
from game.rules.vocabulary import Kind
from game.ui import Message
from game.ui.driver import Driver
from game.ui.screens.debrief import DebriefScreen, errands, screen
from game.ui.screens.debrief.judging import Judging, number, problem
from game.ui.screens.debrief.lines_page import GROUPS, nearness, written
from game.ui.sitting import Sitting

MARK = "Judged by other lines than it was played by"


def judging() -> Judging:
    return Judging(told(TUTORIAL, "pressed"))


def opened() -> Driver:
    driver = Driver(DebriefScreen(Sitting(finished(TUTORIAL, "pressed"))))
    driver.press("3")
    driver.click("turned:lines")
    return driver


def to(driver: Driver, key: str) -> None:
    for _ in range(80):
        if driver.focus == key:
            return
        driver.press("Tab")
    raise AssertionError(f"{key} cannot be reached")


def test_every_line_has_its_place() -> None:
    sources = [source for _, those in GROUPS for source in those]
    assert sorted(line.source for line in LINES if line.source not in sources) == []
    assert len(sources) == len(set(sources))


def test_moving_a_line_judges_the_same_game_again_at_once() -> None:
    found = judging()
    played = found.story
    assert played.judged["A"].verdict.kind is Kind.FALSE
    for name, value in (("hollow_sincerity", "0"), ("hollow_root", "0"), ("false_falsification", "1")):
        found.type(name, value)
    found.type("false_capture", "1")
    assert found.story is not played
    assert found.story.judged["A"].verdict.kind is not Kind.FALSE
    assert found.story.entries == played.entries
    found.back()
    assert found.story is played


def test_a_line_is_moved_by_its_step_and_no_farther_than_it_can_go() -> None:
    found = judging()
    found.step("hollow_sincerity", 1)
    assert found.drawn("hollow_sincerity") == pytest.approx(0.5)
    for _ in range(40):
        found.step("hollow_sincerity", 1)
    assert found.drawn("hollow_sincerity") == 1
    found.step("no such line", 1)
    assert set(found.moved) == {"hollow_sincerity"}


def test_a_line_moved_back_to_where_it_was_is_not_moved() -> None:
    found = judging()
    found.step("lived_rate", 1)
    found.step("lived_rate", -1)
    assert found.moved == {}
    assert found.story is found.played


@pytest.mark.parametrize(
    ("words", "value"),
    [("0.5", 0.5), ("0,5", 0.5), (" .5 ", 0.5), ("", None), ("a", None), ("1e9", None), ("nan", None), ("--1", None),
     ("inf", None), ("−1", -1.0), ("1_0", None)],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(words: str, value: float | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize("words", ["", "   ", "abc", "1.01", "-0.1", "1e-3", "99999999"])
def test_what_is_no_number_of_the_line_is_told_and_moves_nothing(words: str) -> None:
    found = judging()
    found.type("hollow_sincerity", words)
    line = next(line for line in LINES if line.name == "hollow_sincerity")
    assert "from 0 to 1" in problem(line, words)
    assert found.moved == {}
    found.leave("hollow_sincerity")
    assert found.typed["hollow_sincerity"] == words, "what was typed stays to be mended"


def test_a_whole_number_is_asked_for_where_only_that_makes_sense() -> None:
    line = next(line for line in LINES if line.name == "undeclared_steps")
    assert "whole number" in problem(line, "1.5")
    assert problem(line, "1") == ""


@pytest.mark.parametrize(("value", "words"), [(0.45, "0.45"), (2.0, "2"), (0.1250, "0.125"), (50.0, "50")])
def test_a_number_is_shown_as_it_is_typed(value: float, words: str) -> None:
    assert written(value) == words


def test_lines_are_moved_typed_and_taken_back_by_keyboard() -> None:
    driver = opened()
    assert not driver.sees(MARK)
    to(driver, "more:hollow_sincerity")
    driver.press("Return")
    assert driver.sees("hollow below 0.50 (was 0.45)")
    for step in ("1", "2", "3", "4"):
        driver.press(step)
        assert driver.sees(MARK), step
    driver.press("3")
    to(driver, "line:lived_rate")
    driver.press("Ctrl+A")
    driver.type("abc")
    assert driver.sees("“abc” is not a number. Write a number from 0 to 100.")
    assert not driver.sees("delivered from")
    driver.press("Ctrl+A")
    driver.type("80")
    assert driver.sees("delivered from 80 of 100 (was 50)")
    driver.press("Return")
    to(driver, "undo:lived_rate")
    driver.press("Return")
    assert driver.focus == "line:lived_rate"
    assert not driver.sees("delivered from 80")
    to(driver, "lines back")
    driver.press("Return")
    assert not driver.sees(MARK)
    assert driver.focus == "step:2", "the focus does not fall away with the mark"


def test_a_letter_typed_into_a_number_is_no_shortcut() -> None:
    driver = opened()
    to(driver, "line:hollow_sincerity")
    driver.press("Ctrl+A", "n", "1")
    assert driver.has("line:hollow_sincerity"), "still on the page of the lines"


def test_what_was_worked_out_by_other_lines_is_not_shown_for_these(monkeypatch: pytest.MonkeyPatch) -> None:
    queue: list[object] = []
    monkeypatch.setattr(errands, "start", lambda work: work())
    monkeypatch.setattr(screen, "reckon", quickly)
    found = DebriefScreen(Sitting(finished(TUTORIAL, "pressed")))
    found.tick(0)
    before = found.sight.reckoning
    assert before is not None
    monkeypatch.setattr(errands, "start", queue.append)
    found.on(Message("more:hollow_sincerity"))
    assert found.sight.reckoning is None
    assert len(queue) == 1
    found.on(Message("lines back"))
    assert found.sight.reckoning is before, "going back needs no waiting"


def test_what_turns_it_by_the_smallest_move_comes_first() -> None:
    from game.debrief import flip_rows

    rows = sorted(flip_rows(told(TUTORIAL, "sincere"), "A"), key=nearness)  # type: ignore[arg-type] # an id is a name
    moves = [row.move is None for row in rows]
    assert moves == sorted(moves)
