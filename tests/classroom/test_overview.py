"""What the console shows: who needs the instructor and in which order, the tempo of tables, and what is offered."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from classroom.classes import Line, School, open_school, tutorial

from game.classroom.overview.needs import numbered
from game.scenario import loading

URGENCY = ["call", "trouble", "away", "late", "paused", "back", "doorway"]
MINUTE = 60.0


@pytest.fixture
def school(tmp_path: Path) -> School:
    return open_school(tmp_path / "class", tables=3)


@pytest.fixture
def console(school: School) -> Line:
    return school.console()


def picture(school: School) -> dict[str, Any]:
    """Look at the class with fresh eyes."""
    return dict(school.console().last("overview")["overview"])


def row(school: School, table: str = "1") -> dict[str, Any]:
    return next(one for one in picture(school)["tables"] if one["table"] == table)


def kinds(school: School) -> list[str]:
    return [need["kind"] for need in picture(school)["needs"]]


def words(school: School, kind: str, part: str = "needs") -> str:
    return str(next(need["words"] for need in picture(school)[part] if need["kind"] == kind))


def seats(school: School, table: str = "1") -> list[str]:
    return list(school.room.table(table).table.seats)


def asked(school: School, table: str = "1") -> str:
    """Name the seat that a table waits for first."""
    return str(school.room.table(table).table.waiting[0])


def bell_in(school: School, minutes: float) -> str:
    return (datetime.fromtimestamp(school.hands.wall) + timedelta(minutes=minutes)).strftime("%H:%M")


# What comes next


def test_before_the_start_a_plan_comes_first_and_then_the_beginning(school: School, console: Line) -> None:
    found = picture(school)
    assert found["needs"] == []
    assert [step["kind"] for step in found["steps"]] == ["plan", "begin"]
    assert "Nobody has joined yet; computers play all seats." in words(school, "begin", "steps")
    console.act("plan", minutes=90)
    assert [step["kind"] for step in picture(school)["steps"]] == ["begin"]


def test_the_beginning_says_how_many_sit_and_have_read(school: School) -> None:
    school.person("Amara", "1", seats(school)[0]).say("ready")
    school.person("Jonas", "2", seats(school, "2")[0])
    school.person("Leila")
    assert "2 of 3 people have a seat; 1 of these read their role sheet." in words(school, "begin", "steps")


def test_a_plan_that_does_not_hold_all_rounds_offers_fewer_before_the_start(tmp_path: Path) -> None:
    school = open_school(tmp_path / "class", [loading.load(loading.find("afghanistan-district-2006"))], tables=2)
    school.console().act("plan", minutes=45)
    step = next(step for step in picture(school)["steps"] if step["kind"] == "rounds")
    assert (step["tables"], step["drop"]) == (["1", "2"], 2)
    assert "12 of them for the debrief" in step["words"]
    school.console().act("drop_round", by=2)
    assert [one["kind"] for one in picture(school)["steps"]] == ["begin"]


def test_the_reveal_comes_next_once_all_that_began_have_played(school: School, console: Line) -> None:
    console.act("begin", table="1")
    console.act("begin", table="2")
    play_out(school, "1")
    assert "reveal" not in [step["kind"] for step in picture(school)["steps"]]
    play_out(school, "2")
    assert words(school, "reveal", "steps") == "Tables 1 and 2 have played: open what was hidden."
    assert row(school)["clock"]["left"] is None
    console.act("reveal")
    assert "reveal" not in [step["kind"] for step in picture(school)["steps"]]
    assert row(school)["words"].startswith("What was hidden is open")


def test_a_year_that_is_played_again_is_not_open_when_it_ends(school: School, console: Line) -> None:
    school.person("Amara", "1", asked(school))
    console.act("begin", table="1")
    play_out(school, "1")
    console.act("reveal", table="1")
    assert row(school)["is_revealed"]
    while row(school)["is_closed"]:
        assert console.act("undo", table="1")["problem"] is None
    play_out(school, "1")
    assert row(school)["is_closed"]
    assert not row(school)["is_revealed"]


def play_out(school: School, table: str) -> None:
    """End every phase until the year is over."""
    hosted = school.room.table(table)
    while not hosted.table.is_closed:
        school.tick()
        if not hosted.table.is_closed and hosted.table.waiting:
            hosted.table.end_phase()


# What needs the instructor


def test_needs_stand_in_the_order_of_their_urgency(tmp_path: Path) -> None:
    school = open_school(tmp_path / "class", tables=6)
    console = school.console()
    caller = school.person("Amara", "1", seats(school, "1")[0])
    absent = school.person("Jonas", "2", asked(school, "2"))
    school.person("Leila", "4", seats(school, "4")[0])
    console.act("begin")
    school.person("Nadia")
    console.act("plan", minutes=45, bell=bell_in(school, 20))
    console.act("fill", table="4", seat=seats(school, "4")[0])
    console.act("pause", table="3")
    school.room.table("5").trouble = "The disk is full."
    absent.leave()
    caller.say("help", on=True)
    assert list(dict.fromkeys(kinds(school))) == URGENCY
    assert kinds(school) == sorted(kinds(school), key=URGENCY.index)


def test_who_calls_longest_comes_first_and_the_call_can_be_answered(school: School, console: Line) -> None:
    for name in ("Amara", "Jonas"):
        school.person(name, "1", seats(school)[("Amara", "Jonas").index(name)]).say("help", on=True)
        school.tick(seconds=90)
    school.person("Leila").say("help", on=True)
    school.person("Nadia", "2").say("help", on=True)
    needs = picture(school)["needs"]
    assert [need["seconds"] for need in needs] == [180, 90, 0, 0]
    assert needs[2]["words"] == "Leila calls you, without a seat yet."
    assert needs[3]["words"] == "Nadia calls you at table 2, watching."
    console.act("answer_help", person=needs[0]["people"][0])
    assert [need["words"].split()[0] for need in picture(school)["needs"]] == ["Jonas", "Leila", "Nadia"]


def test_a_table_that_waits_for_somebody_away_names_seat_and_people(school: School, console: Line) -> None:
    one = school.person("Amara", "1", asked(school))
    console.act("begin")
    assert kinds(school) == []
    one.leave()
    assert words(school, "away").endswith("(Amara), who is away.")
    console.act("pause", table="1")
    assert kinds(school) == ["paused"]


def test_two_people_away_from_one_seat_are_two(school: School, console: Line) -> None:
    console.act("share_seats", on=True)
    both = [school.person(name, "1", asked(school)) for name in ("Amara", "Jonas")]
    console.act("begin")
    both[0].leave()
    assert kinds(school) == []
    both[1].leave()
    assert words(school, "away").endswith("(Amara and Jonas), who are away.")


def test_a_seat_whose_people_are_back_can_be_handed_back(school: School, console: Line) -> None:
    seat = seats(school)[0]
    one = school.person("Amara", "1", seat)
    console.act("begin")
    console.act("fill", table="1", seat=seat, manner="presser", level="beginner")
    need = picture(school)["needs"][0]
    assert (need["kind"], need["seats"], need["tables"]) == ("back", [seat], ["1"])
    held = next(one for one in row(school)["seats"] if one["seat"] == seat)
    assert (held["manner"], held["level"], held["is_stood_in"]) == ("presser", "beginner", True)
    console.act("hand_back", table="1", seat=seat)
    assert kinds(school) == []
    assert one.last("where")["notices"][-1]["words"].startswith("You have your seat back.")


def test_late_arrivals_stand_in_the_doorway_only_while_somebody_plays(school: School, console: Line) -> None:
    school.person("Amara")
    assert kinds(school) == []
    console.act("begin")
    assert words(school, "doorway") == "Amara has no seat yet."
    for name in ("Jonas", "Leila", "Nadia", "Kofi", "Ines"):
        school.person(name)
    assert words(school, "doorway") == "Amara, Jonas, Leila, Nadia and 2 more have no seat yet."


def test_a_trouble_is_told_once_for_all_tables_and_beside_no_delay(school: School, console: Line) -> None:
    console.act("begin")
    for name in ("1", "2"):
        school.room.table(name).trouble = "The disk is full."
    assert words(school, "trouble") == "Tables 1 and 2 stopped: The disk is full."
    console.act("continue", table="1")
    assert words(school, "trouble") == "Table 2 stopped: The disk is full."


# Tempo, and what is offered


def test_without_a_plan_there_is_no_tempo(school: School, console: Line) -> None:
    console.act("begin")
    found = picture(school)
    assert (found["minutes"], found["bell"], found["bell_at"]) == (None, None, "")
    assert all(one["tempo"] is None for one in found["tables"])


@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_plans_count_back_from_the_bell_and_end_with_the_debrief(school: School, console: Line, minutes: int) -> None:
    console.act("plan", minutes=minutes)
    found = picture(school)
    rows = found["plans"][0]["rows"]
    assert found["bell"] == minutes * MINUTE
    assert (rows[-1]["what"], rows[-1]["to"]) == ("Debrief", found["bell_at"])
    assert [one["what"] for one in rows if one["is_now"]] == ["Arrive, join, take a seat"]
    school.hands.pass_by((minutes - 1) * MINUTE)
    rows = picture(school)["plans"][0]["rows"]
    assert [one["what"] for one in rows if one["is_now"]] == ["Debrief"]
    assert all(one["is_past"] for one in rows[:-1])


def test_the_offers_grow_with_the_delay_and_keep_the_debrief(school: School, console: Line) -> None:
    school.person("Amara", "1", asked(school))
    console.act("begin", table="1")
    seen = []
    for left in range(90, 5, -1):
        console.act("plan", minutes=90, bell=bell_in(school, left))
        found = row(school)["tempo"]
        seen.append(found["offer"])
        if found["offer"] == "drop_rounds":
            assert found["debrief"] >= 25
        if found["offer"] == "at_risk":
            assert found["debrief"] < 25
    assert list(dict.fromkeys(seen)) == ["none", "drop_rounds", "end_phase", "at_risk"]


def test_a_round_that_is_offered_can_be_dropped_and_then_the_table_is_no_longer_late(
    school: School, console: Line
) -> None:
    school.person("Amara", "1", asked(school))
    console.act("begin", table="1")
    assert any(offered(school, console, left) == "drop_rounds" for left in range(90, 5, -1))
    need = next(need for need in picture(school)["needs"] if need["kind"] == "late")
    assert need["tables"] == ["1"]
    console.act("drop_round", table="1", by=need["drop"])
    assert "late" not in kinds(school)
    assert row(school)["rounds"] == tutorial().rounds - need["drop"]


def offered(school: School, console: Line, left: int) -> str:
    console.act("plan", minutes=90, bell=bell_in(school, left))
    return str(row(school)["tempo"]["offer"])


def test_tables_with_the_same_offer_are_told_together(school: School, console: Line) -> None:
    console.act("begin")
    console.act("plan", minutes=90, bell=bell_in(school, 12))
    late = [need for need in picture(school)["needs"] if need["kind"] == "late"]
    assert [need["tables"] for need in late] == [["1", "2", "3"]]
    assert late[0]["words"].startswith("Tables 1–3 are ")


# The rest of the picture


def test_a_table_says_what_could_be_taken_back_and_nothing_private(school: School, console: Line) -> None:
    console.act("begin")
    assert row(school)["undo"] is None
    console.act("write_event", table="1", words="A bridge is out.")
    assert row(school)["undo"] == {"seat": None, "words": "you let something happen"}
    console.act("undo", table="1")
    assert row(school)["undo"] is None


def test_events_that_have_happened_are_spent(tmp_path: Path) -> None:
    school = open_school(tmp_path / "class", [loading.load(loading.find("afghanistan-district-2006"))])
    console = school.console()
    console.act("begin")
    events = [one["event"] for one in picture(school)["cases"][0]["events"]]
    done = [one for one in events if console.act("inject", event=one, table="1")["problem"] is None]
    assert done
    assert row(school)["spent"] == sorted(done)


def test_watchers_and_what_was_done_stand_in_the_picture(school: School, console: Line) -> None:
    school.person("Amara", "2")
    console.act("say", words="Welcome")
    found = picture(school)
    assert row(school, "2")["observers"] == [found["people"][0]["id"]]
    assert found["log"][0]["words"] == "Told everybody."
    assert picture(school)["consoles"] > 1


def test_a_console_hears_at_once_that_another_one_opens_or_closes(school: School, console: Line) -> None:
    other = school.console()
    school.tick()
    assert console.last("overview")["overview"]["consoles"] == 2
    other.leave()
    school.tick()
    assert console.last("overview")["overview"]["consoles"] == 1


def test_a_message_that_is_too_long_is_refused_and_not_cut(school: School, console: Line) -> None:
    answer = console.act("say", words="x" * 812)
    assert answer["problem"]["sentence"] == "A message has 500 characters at most; this one has 812."
    assert console.act("say", words="x" * 500)["problem"] is None


@pytest.mark.parametrize("minutes", [-1000.0, 1e9, "soon", None])
def test_minutes_that_are_none_are_answered_with_one_sentence(school: School, console: Line, minutes: object) -> None:
    console.act("plan", minutes=90)
    console.act("begin")
    school.tick()
    before = row(school)["clock"]["left"]
    assert console.act("add_minutes", minutes=minutes)["problem"]["sentence"].startswith("That cannot be done: ")
    assert row(school)["clock"]["left"] == before


@pytest.mark.parametrize(
    ("tables", "name"),
    [
        (["3"], "Table 3"),
        (["1", "2"], "Tables 1 and 2"),
        (["1", "2", "3", "4", "7", "10", "9"], "Tables 1–4, 7, 9 and 10"),
    ],
)
def test_tables_are_named_in_runs(tables: list[str], name: str) -> None:
    assert numbered(tables) == name
