"""The pages within the four steps: reached and used by keyboard, each picture with its words, nothing changed by it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from endings import DISTRICT, TUTORIAL, finished, simulated, told, two_accords
from reckonings import quickly, reckoned

from game.debrief import Occasion, headline
from game.session import Table
from game.ui import Look, Message, Size
from game.ui.driver import Driver
from game.ui.page import lay_out
from game.ui.screens.debrief import DebriefScreen, errands, screen
from game.ui.screens.debrief.bent_panel import ordered, told_shares
from game.ui.screens.debrief.carried import carried
from game.ui.screens.debrief.change_rows import change_rows, near_rows, undoing_words
from game.ui.screens.debrief.public_private import private_words, shown_words
from game.ui.screens.debrief.try_page import AFTER, beside_rows, pages_of
from game.ui.sitting import Sitting
from game.ui.text import plain
from game.ui.widget import Ruler, Widget
from game.ui.widgets.words import Text
from game.whatif import Change, retell

SIZE = Size(1280, 720)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work everything out at once, quickly."""
    monkeypatch.setattr(errands, "start", lambda work: work())
    monkeypatch.setattr(screen, "reckon", quickly)


def opened(table: Table) -> Driver:
    driver = Driver(DebriefScreen(Sitting(table)))
    driver.pass_time(10)
    return driver


def to(driver: Driver, start: str) -> str:
    """Tab to a control whose key begins so."""
    for _ in range(80):
        if (driver.focus or "").startswith(start):
            return driver.focus or ""
        driver.press("Tab")
    raise AssertionError(f"{start} cannot be reached")


def choose(driver: Driver, key: str) -> None:
    """Reach one of a group by Tab and arrows, and choose it."""
    to(driver, f"{key.partition(':')[0]}:")
    for _ in range(40):
        if driver.focus == key:
            driver.press("Return")
            return
        driver.press("Right")
    raise AssertionError(f"{key} cannot be reached from its group")


def words_of(widget: Widget) -> str:
    page = lay_out(widget, SIZE, Ruler(Look()))
    return "\n".join(plain(one.widget.words) for one in page.placed if isinstance(one.widget, Text))


def test_what_was_shown_and_meant_is_told_moment_by_moment() -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    choose(driver, "page:shown")
    assert driver.sees("in private, against")
    to(driver, "moment:")
    driver.press("Home", "Return")
    assert driver.sees("STANCES, EACH BY NAME")
    driver.press("End", "Return")
    assert driver.sees("THE YEAR, EACH BY NAME")
    assert driver.sees("Effort it gave")


@pytest.mark.parametrize(
    ("occasion", "shown", "words"),
    [
        (Occasion.STANCES, 1.0, "yes"),
        (Occasion.STANCES, 1 / 3, "with reservations"),
        (Occasion.DOUBT, -1.0, "blocked"),
        (Occasion.SIGNING, 1 / 3, "signed but for a term"),
        (Occasion.YEAR, 1.0, "signed"),
        (Occasion.SIGNING, -1.0, "declined"),
        (Occasion.SIGNING, None, "–"),
    ],
)
def test_what_was_shown_is_said_in_words(occasion: Occasion, shown: float | None, words: str) -> None:
    assert shown_words(occasion, shown) == words


def test_what_was_behind_it_is_said_as_it_was_asked() -> None:
    assert private_words(Occasion.BALLOT, -1.0).startswith("0 of 4")
    assert private_words(Occasion.BALLOT, 1.0).startswith("4 of 4")
    assert private_words(Occasion.YEAR, 0.0) == "50 %"
    assert private_words(Occasion.STANCES, -0.25) == "−0.25"


def test_a_term_opens_by_keyboard_and_another_in_its_place() -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    choose(driver, "page:terms")
    to(driver, "term:")
    shut = len(driver.texts())
    driver.press("Return")
    assert driver.sees("points")
    one = len(driver.texts())
    assert one > shut
    driver.press("Down", "Return")
    assert len(driver.texts()) == one


def test_without_an_accord_there_are_no_terms_to_look_at() -> None:
    driver = opened(finished(DISTRICT, "breakdown"))
    assert not driver.has("page:terms")
    driver.app.screen.on(Message("page", "terms"))
    driver.press("F1", "Escape")
    assert driver.sees("What each took home".upper())


def test_until_shares_are_worked_out_the_page_says_so_and_shows_what_can_be_read_off() -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("2")
    assert driver.sees("Running the game again without each of these")
    assert driver.sees("How much of a root it took")
    driver.press("3")
    assert driver.sees("Every command is being left out or done otherwise")
    assert driver.sees("These are read off the values as they were.")


def test_a_reckoning_that_fails_is_told_and_what_can_be_read_off_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(story: object) -> object:
        raise RuntimeError

    monkeypatch.setattr(errands, "start", lambda work: work())
    monkeypatch.setattr(screen, "reckon", fail)
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("2")
    assert driver.sees("This could not be worked out (RuntimeError).")
    assert driver.sees("How much of a root it took")
    driver.press("3")
    assert driver.sees("This could not be worked out (RuntimeError).")


def test_a_share_opens_and_shuts_by_keyboard(at_once: None) -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("2")
    key = to(driver, "share:")
    driver.press("Return")
    assert driver.sees("Without this alone")
    assert driver.sees("Shares are exact Shapley values")
    driver.press("Escape")
    assert not driver.sees("Without this alone")
    assert driver.focus == key
    driver.press("Return", "Return")
    assert not driver.sees("Without this alone"), "Close has the focus"


def test_from_an_opened_share_its_command_is_found_in_the_course_and_back(at_once: None) -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("2")
    place = next(
        f"share:A|{place}|{number}"
        for place, shares in enumerate(reckoned(TUTORIAL, "pressed").shares["A"])  # type: ignore[index]
        for number, share in told_shares(shares)
        if share.cause.at is not None
    )
    driver.reveal(place)
    driver.press("Return")
    to(driver, "opened share:")
    driver.press("Return")
    assert driver.focus == "sought"
    driver.press("Return")
    assert driver.sees("Without this alone")


def test_the_yes_that_is_looked_at_comes_first_and_all_together_last() -> None:
    shares = reckoned(TUTORIAL, "pressed").shares["A"]  # type: ignore[index]
    for chosen in (one.seat for one in shares if one.seat is not None):
        seats = [one.seat for _, one in ordered(shares, chosen)]
        assert (seats[0], seats[-1]) == (chosen, None)
        assert len(seats) == len(shares)


def test_each_command_that_turns_it_is_told_once() -> None:
    for script in ("pressed", "sincere"):
        story, found = told(DISTRICT, script), reckoned(DISTRICT, script).scan
        rows = change_rows(story, found)
        assert len({row.at for row in rows}) == len(rows)
        standing = [trial.changes[0].at for trial in found.turned if not found.undoes(trial)]
        assert {row.at[0] for row in rows} <= set(standing)


def test_what_moved_it_most_and_turned_nothing_is_told() -> None:
    story, found = told(DISTRICT, "pressed"), reckoned(DISTRICT, "pressed").scan
    rows = near_rows(story, found)
    assert rows
    assert all("verdict stays" in row.words for row in rows)


def test_what_undoes_an_accord_is_told_in_one_sentence() -> None:
    story, found = told(DISTRICT, "sincere"), reckoned(DISTRICT, "sincere").scan
    words = undoing_words(story, found)
    assert words.count("Text A") == 1
    for trial in found.trials:
        if found.undoes(trial):
            break
    else:
        raise AssertionError("nothing undoes it")


def test_turning_points_by_time_and_by_theme(at_once: None) -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("3")
    choose(driver, "turned:points")
    assert driver.sees("By how much each moment raised")
    choose(driver, "order:by_theme")
    assert driver.sees("POWER") or driver.sees("VOICE") or driver.sees("THE DEAL ITSELF")


def test_from_a_turning_point_one_goes_to_the_game_without_it(at_once: None) -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("3")
    choose(driver, "turned:points")
    at = to(driver, "leave out:").partition(":")[2]
    driver.press("Return")
    assert driver.focus == f"try:{at}"
    assert driver.sees(f"Without command {at} ")
    assert driver.sees("as it was played")


def test_shares_take_the_place_of_what_was_read_off_when_they_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    queue: list[Callable[[], None]] = []
    monkeypatch.setattr(errands, "start", queue.append)
    monkeypatch.setattr(screen, "reckon", quickly)
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("2")
    assert driver.sees("Running the game again without each of these")
    queue.pop()()
    driver.idle()
    assert driver.sees("Part of what was taken")
    assert not driver.sees("Running the game again")


def test_the_deal_never_tabled_is_told_dot_by_dot() -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("3")
    choose(driver, "turned:deal")
    assert driver.sees("ALL THE DEALS THERE WERE")
    to(driver, "dot:")
    driver.press("Return")
    assert driver.sees("Worse off than by walking away")
    driver.press("Return")
    assert driver.sees("WHAT ELSE THERE IS TO SAY")


def test_a_command_is_left_out_by_keyboard(at_once: None) -> None:
    driver = opened(simulated(TUTORIAL, "presser", 1))
    driver.press("3")
    choose(driver, "turned:try")
    assert driver.sees("Choose a command on the left.")
    to(driver, "try:")
    driver.press("Return")
    assert driver.sees("as it was played")
    to(driver, "anew")
    driver.press("Return")
    assert driver.sees("computer seats decide anew by what they now see")
    assert driver.sees("as it was played")


def test_among_persons_alone_nobody_decides_anew(at_once: None) -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("3")
    choose(driver, "turned:try")
    assert not driver.has("anew")


@pytest.mark.parametrize("script", ["pressed", "sincere", "nothing"])
def test_all_that_was_done_can_be_left_out_and_passes_cannot(script: str) -> None:
    story = told(TUTORIAL, script)
    found = [entry.at for entries in pages_of(story).values() for entry in entries]
    assert len(found) == len(set(found))
    kinds = {entry.at: entry.command.kind for entry in story.entries}
    assert {at for at, kind in kinds.items() if kind not in ("pass", "send_message")} == set(found)
    assert all(page == AFTER or page <= story.end.room.round for page in pages_of(story))


def test_the_other_game_stands_beside_the_one_that_was_played() -> None:
    story = told(DISTRICT, "sincere")
    found = reckoned(DISTRICT, "sincere").scan
    undone = next(trial for trial in found.turned if found.undoes(trial) and trial.changes[0].act is None)
    other = retell(story, (Change(undone.changes[0].at, None),)).story
    rows = {what: (before, after) for what, before, after in beside_rows(story, other)}
    assert rows["Text A"][1] == "not in force"
    assert rows["The forum"][0] == headline(story).name


@pytest.mark.parametrize("page", ["questions", "purpose", "perspective", "script", "limits"])
def test_every_page_of_the_last_step_is_reached_by_keyboard(page: str) -> None:
    signs = {
        "questions": "Talk about them before you leave.",
        "purpose": "FROM THE LEAST TO THE MOST",
        "perspective": "by what it predicted on the secret ballot",
        "script": "Vent: how it was",
        "limits": "What is not claimed",
    }
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("4")
    choose(driver, f"carried:{page}")
    assert driver.sees(signs[page])


def test_whom_each_saw_coming_opens_by_keyboard() -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("4")
    choose(driver, "carried:perspective")
    to(driver, "seer:")
    driver.press("Down", "Return")
    assert any(words.startswith("WHAT ") and words.endswith(" SAW") for words in driver.texts())


def test_the_script_goes_by_time_or_theme_and_is_as_long_as_asked() -> None:
    driver = opened(finished(TUTORIAL, "pressed"))
    driver.press("4")
    choose(driver, "carried:script")
    assert driver.sees("17 minutes")
    choose(driver, "script:by_theme")
    assert driver.sees("POWER IN THE ROOM")
    choose(driver, "minutes:90")
    assert not driver.sees("17 minutes")
    driver.app.screen.on(Message("minutes", "7"))
    driver.press("F1", "Escape")
    assert driver.sees("17 minutes"), "what is not offered is not taken"


def test_a_seat_in_a_class_does_not_get_the_script_of_whoever_leads_the_talk() -> None:
    sight = DebriefScreen(Sitting(finished(TUTORIAL, "pressed"))).sight
    assert "Leading the talk" in words_of(carried(sight, SIZE))
    seat = replace(sight, is_of_class=True, picks={"carried": "script"})
    words = words_of(carried(seat, SIZE))
    assert "Leading the talk" not in words
    assert "Vent: how it was" not in words


@pytest.mark.parametrize("make", [lambda: finished(TUTORIAL, "pressed"), two_accords])
def test_looking_changes_nothing(make: Callable[[], Table], at_once: None) -> None:
    table = make()
    found = DebriefScreen(Sitting(table))
    found.tick(0)
    mark = table.mark
    for step in range(4):
        found.step = step
        for page in ("changes", "points", "deal", "try", "lines"):
            found.on(Message("turned", page))
            assert words_of(found.build(SIZE)) == words_of(found.build(SIZE))
    assert table.mark == mark


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_picture_is_drawn_in_every_theme(theme: str, at_once: None) -> None:
    from game.ui import Settings

    driver = Driver(DebriefScreen(Sitting(finished(DISTRICT, "pressed"))), settings=Settings(theme=theme))
    driver.pass_time(10)
    shots = []
    for step, key in (("1", "page:shown"), ("3", "turned:deal"), ("4", "carried:perspective")):
        driver.press(step)
        driver.click(key)
        shots.append(driver.app.window.copy().get_buffer().raw)
    assert len(set(shots)) == len(shots)
