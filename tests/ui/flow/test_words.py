"""The words of role sheets, saved games and seatings, without a window."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from game.desk import role_sheet as sheet
from game.opponents.manner import AS_WRITTEN, MANNERS
from game.record import Holder, HolderKind, SavedGame, computer, person
from game.rules.case import Case
from game.rules.vocabulary import Phase
from game.session import dealt
from game.ui.screens import saved
from game.ui.screens.seating import opening_seating, seed_problem
from game.ui.screens.starting import good_first_seat
from game.ui.sitting import Sitting

Begin = Callable[..., Sitting]
NOW = datetime(2026, 3, 5, 12, 0, tzinfo=timezone(timedelta(hours=2)))


def test_all_points_of_the_seat_are_listed_and_the_best_add_up(begin: Begin, tutorial: Case) -> None:
    table = sheet.points_table(begin(tutorial, {"clinics": ""}).view)
    assert [row.issue for row in table] == [issue.name for issue in tutorial.issues]
    assert sum(next(cell.points for cell in row.cells if cell.is_best) for row in table) == 100
    assert all(sum(cell.is_now for cell in row.cells) == 1 for row in table)


def test_the_essentials_are_six_and_name_the_numbers(begin: Begin, tutorial: Case) -> None:
    words = sheet.essentials(begin(tutorial, {"clinics": ""}).view)
    assert len(words) == 6
    told = " ".join(" ".join(pair) for pair in words)
    assert "42 points" in told
    assert "two things" in told


def test_not_signing_is_promised_only_if_all_else_stays_as_it_is(begin: Begin, tutorial: Case) -> None:
    view = begin(tutorial, {"clinics": ""}).view
    promised = (sheet.unsigned(view), dict(sheet.essentials(view))["Not signing"])
    assert all("42 points" in words.replace("*", "") for words in promised)
    assert "unless accords of others, lanes or threats" in promised[0]
    assert "if all else stays as it is" in promised[1]


def test_red_lines_say_whether_they_can_be_lifted(begin: Begin, tutorial: Case) -> None:
    (text, remark), *_ = sheet.red_lines(begin(tutorial, {"clinics": ""}).view)
    assert "tents" in text
    assert remark.startswith("Cannot be waived")
    (_, remark), *_ = sheet.red_lines(begin(tutorial, {"fund": ""}).view)
    assert remark.startswith("Can be waived")


def test_known_facts_are_reports_and_the_rest_are_beliefs(begin: Begin, tutorial: Case) -> None:
    view = begin(tutorial, {"clinics": ""}).view
    assert {fact.name for fact in sheet.known_facts(view)} == {"The contractor's last roof", "What follows a convoy"}
    assert all(fact.report == "" and fact.belief for fact in sheet.open_questions(view))
    assert len(sheet.known_facts(view)) + len(sheet.open_questions(view)) == len(tutorial.facts)


def test_levers_are_told_both_ways(begin: Begin, tutorial: Case) -> None:
    view = begin(tutorial, {"clinics": ""}).view
    assert [line.agency for line in sheet.levers_of_mine(view)] == ["fund"]
    assert {line.agency for line in sheet.levers_on_me(view)} == {"fund", "force"}
    assert "very strong" in next(line.words for line in sheet.levers_on_me(view) if line.agency == "fund")


@pytest.mark.parametrize(
    ("belief", "words"),
    [
        (0.0, "almost surely not"),
        (0.3, "probably not"),
        (0.5, "could be either"),
        (0.8, "probably"),
        (1.0, "almost surely"),
    ],
)
def test_beliefs_in_words(belief: float, words: str) -> None:
    assert sheet.believed(belief) == words


def saved_game(name: str, hours: int, *, is_finished: bool = False, problem: str = "", **seats: Holder) -> SavedGame:
    return SavedGame(
        path=Path(f"{name}.jsonl"),
        title=name,
        round=2,
        phase=Phase.CLOSED if is_finished else Phase.FLOOR,
        when=(NOW - timedelta(hours=hours)).astimezone(UTC),
        is_finished=is_finished,
        seats=tuple(seats.items()),
        rounds=4,
        problem=problem,
    )


def test_unfinished_games_come_first_and_damaged_ones_last() -> None:
    games = (
        saved_game("damaged", 1, problem="It is damaged."),
        saved_game("finished", 2, is_finished=True),
        saved_game("unfinished", 3),
    )
    rows = saved.rows(games, NOW)
    assert [row.title for row in rows] == ["unfinished", "finished", "damaged"]
    assert rows[0].standing == "round 2 of 4, on the floor"
    assert rows[1].standing == "finished: open the debrief"
    assert rows[2].problem == "It is damaged."


def test_saved_games_say_who_played() -> None:
    (row,) = saved.rows((saved_game("a", 1, Fund=person("Ada"), Force=computer("talker"), Clinics=person()),), NOW)
    assert row.who == "Ada as Fund, Clinics"


@pytest.mark.parametrize(
    ("hours", "words"),
    [(1, "today, 11:00"), (13, "yesterday, 23:00"), (24 * 10, "23 February, 12:00"), (24 * 100, "25 November 2025")],
)
def test_when_a_game_was_played(hours: int, words: str) -> None:
    assert saved.told_when((NOW - timedelta(hours=hours)).astimezone(UTC), NOW) == words


def test_the_opening_seating_is_one_person_among_computers(tutorial: Case) -> None:
    seating = opening_seating(tutorial)
    assert seating.persons == (good_first_seat(tutorial),)
    assert seating.problem() == ""


def test_presets_keep_who_sits_and_fill_up(tutorial: Case) -> None:
    seating = opening_seating(tutorial).with_kind("council", HolderKind.PERSON).with_kind("force", HolderKind.ABSENT)
    assert set(seating.with_persons(1, tutorial).persons) <= {"clinics", "council"}
    assert set(seating.with_persons(2, tutorial).persons) == {"clinics", "council"}
    assert seating.with_persons(0, tutorial).roster["force"].is_absent
    assert len(seating.with_persons(4, tutorial).persons) == 4


def test_a_game_needs_two_seats(tutorial: Case) -> None:
    seating = opening_seating(tutorial)
    for seat in ("fund", "force", "council"):
        seating = seating.with_kind(seat, HolderKind.ABSENT)
    assert seating.problem().startswith("At least two seats")


def test_two_persons_need_two_names(tutorial: Case) -> None:
    seating = opening_seating(tutorial).with_persons(2, tutorial)
    for seat in seating.persons:
        seating = seating.with_name(seat, " Ada")
    assert "same name" in seating.problem()


@pytest.mark.parametrize("seed", ["", " 7 ", "0", "1000000000"])
def test_good_seeds(seed: str) -> None:
    assert seed_problem(seed) == ""


@pytest.mark.parametrize("seed", ["x", "-1", "1.5", "1000000001", "१२", "9" * 400, "²"])
def test_seeds_that_make_no_sense(seed: str) -> None:
    assert seed_problem(seed).count(".") == 1


def test_open_manners_are_dealt_by_the_seed(tutorial: Case) -> None:
    roster = opening_seating(tutorial).roster
    once, again = (dealt(tutorial, roster, 4) for _ in range(2))
    assert once == again
    assert all(holder.manner in (*MANNERS, AS_WRITTEN) for holder in once.values() if holder.is_computer)
    assert any(once != dealt(tutorial, roster, seed) for seed in range(5, 12))
