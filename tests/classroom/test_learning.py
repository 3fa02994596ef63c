"""Questions before and after: asked when they may be, kept once, told to nobody else, and counted for the class."""

import csv
import errno
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from classroom.classes import Line, School, open_school
from pytest_mock import MockerFixture

from game.classroom import server
from game.classroom.export import pack, read_folder
from game.classroom.learning.book import NAME
from game.debrief.learning import Form, questions_of
from game.record import JournalError

QUESTIONS = {one.id: one for form in Form for one in questions_of(form)}
WHY = [one.why for one in QUESTIONS.values()]
SEATS = ("fund", "force", "clinics", "council")


@pytest.fixture
def school(tmp_path: Path) -> School:
    return asking(tmp_path / "class")


def asking(folder: Path) -> School:
    """Open a class that asks questions."""
    school = open_school(folder)
    assert school.console().act("ask_questions", on=True)["problem"] is None
    return school


def sheet(line: Line) -> dict[str, Any]:
    answer = line.say("questions")
    assert answer["type"] == "questions", answer
    return dict(answer["sheet"])


def chosen(line: Line, right: int = 6) -> dict[str, int]:
    """Answer what a page is asked: the first few well, the rest not."""
    asked = [one["question"] for one in sheet(line)["questions"]]
    return {id: QUESTIONS[id].best if n < right else (QUESTIONS[id].best + 1) % 4 for n, id in enumerate(asked)}


def answer(line: Line, time: str, right: int = 6) -> None:
    assert line.say("answers", time=time, chosen=chosen(line, right))["problem"] is None


def problem(line: Line, **fields: Any) -> str:
    return str(line.say("answers", **fields)["problem"]["sentence"])


def play_out(school: School) -> None:
    """Let the game come to its end, and open what was hidden."""
    console = school.console()
    console.act("begin")
    for _ in range(200):
        if school.room.table("1").table.is_closed:
            break
        school.tick()
        console.act("end_phase")
    assert console.act("reveal", on=True)["problem"] is None


def card(school: School) -> dict[str, Any]:
    return dict(school.console().last("overview")["overview"]["questions"])


# When they are asked


def test_nothing_is_asked_unless_the_instructor_wants_it(tmp_path: Path) -> None:
    school = open_school(tmp_path / "class")
    amara = school.person("Amara")
    assert amara.last("where")["questions"] == ""
    assert amara.say("questions")["problem"]["sentence"] == "No questions are asked in this class just now."
    assert school.console().act("ask_questions", on=True)["words"] == "Everybody is offered the questions."
    assert amara.last("where")["questions"] == "before"
    given = chosen(amara)
    school.console().act("ask_questions", on=False)
    assert amara.last("where")["questions"] == ""
    assert problem(amara, time="before", chosen=given).startswith("No questions are asked")


def test_they_are_asked_before_the_game_begins_and_again_once_its_debrief_is_open(school: School) -> None:
    amara, dora = school.person("Amara", "1", "fund"), school.person("Dora")
    first = sheet(amara)
    assert first["offer"] == "before"
    assert len(first["questions"]) == 6
    answer(amara, "before")
    assert amara.last("where")["questions"] == ""
    school.console().act("begin")
    assert (amara.last("where")["questions"], dora.last("where")["questions"]) == ("", "before")
    play_out(school)
    assert amara.last("where")["questions"] == "after"
    second = sheet(amara)
    assert not {one["question"] for one in first["questions"]} & {one["question"] for one in second["questions"]}
    answer(amara, "after")
    assert amara.last("where")["questions"] == "key"


def test_half_of_the_class_has_the_other_form_first(school: School) -> None:
    forms = [sheet(school.person(f"Person {n}"))["questions"][0]["question"] for n in range(10)]
    assert (forms.count("A1"), forms.count("B1")) == (5, 5)


def test_whoever_plays_in_a_window_answers_there(school: School) -> None:
    wim = school.person("Wim", "1", "force", client="window")
    assert wim.last("where")["notices"] == []
    answer(wim, "before")
    play_out(school)
    assert wim.last("where")["questions"] == "after"
    answer(wim, "after")
    assert wim.last("where")["questions"] == "key"
    assert [part["time"] for part in sheet(wim)["key"]] == ["before", "after"]
    assert len(school.room.people) == 1
    assert wim.last("where")["notices"] == []


# Keeping


def test_answers_are_kept_through_a_crash(school: School) -> None:
    amara = school.person("Amara", "1", "fund")
    token = amara.last("joined")["token"]
    given = chosen(amara)
    amara.say("answers", time="before", chosen=given)
    again = school.again()
    back = again.line()
    back.say("hello", token=token)
    assert back.last("where")["questions"] == ""
    assert back.say("answers", time="before", chosen=given)["problem"] is None
    assert card(again)["before"] == 1


def test_a_torn_last_line_is_dropped_and_the_rest_kept(school: School, tmp_path: Path) -> None:
    for name in ("Amara", "Ben"):
        answer(school.person(name), "before")
    school.room.close()
    path = tmp_path / "class" / NAME
    path.write_bytes(path.read_bytes()[:-9])
    again = school.again()
    assert card(again)["before"] == 1
    assert f"The last line of {NAME} was not finished and has been left out." in again.room.notices


def test_a_damaged_book_stops_the_questions_and_nothing_else(school: School, tmp_path: Path) -> None:
    amara = school.person("Amara", "1", "fund")
    answer(amara, "before")
    token = amara.last("joined")["token"]
    school.room.close()
    path = tmp_path / "class" / NAME
    broken = b"nothing of the kind\n" + path.read_bytes()
    path.write_bytes(broken)
    again = school.again()
    assert any("none are asked: learning.jsonl is damaged in line 1" in notice for notice in again.room.notices)
    back = again.line()
    back.say("hello", token=token)
    assert (back.last("where")["seat"], back.last("where")["questions"]) == ("fund", "")
    assert "damaged" in card(again)["problem"]
    assert path.read_bytes() == broken


def test_a_new_class_takes_over_no_answers_of_another(answered: School) -> None:
    answered.room.close()
    for file in answered.folder.iterdir():
        if file.name != NAME:
            file.unlink()
    with pytest.raises(JournalError, match="holds answers of another class"):
        open_school(answered.folder)
    assert [file.name for file in answered.folder.iterdir()] == [NAME]


def test_a_full_disk_is_said_and_the_same_answers_count_later(school: School, mocker: MockerFixture) -> None:
    amara = school.person("Amara")
    given = chosen(amara)
    full = mocker.patch("os.write", side_effect=OSError(errno.ENOSPC, "No space left on device"))
    assert "its disk may be full" in problem(amara, time="before", chosen=given)
    mocker.stop(full)
    assert amara.last("where")["questions"] == "before"
    assert amara.say("answers", time="before", chosen=given)["problem"] is None


def test_no_name_and_no_token_stand_beside_the_answers(school: School, tmp_path: Path) -> None:
    amara = school.person("Amara")
    answer(amara, "before")
    raw = (tmp_path / "class" / NAME).read_text(encoding="utf-8")
    assert "Amara" not in raw
    assert amara.last("joined")["token"] not in raw
    assert school.room.person(amara.client.person).digest not in raw


# Bad input


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"C9": 0}, "There is no question C9 among yours"),
        ({"first": 7}, "Question 1 has the answers 0 to 3, not 7."),
        ({"first": None}, "Question 1 has no answer yet; answer all 6, or skip them."),
        ({"first": "a"}, "That message cannot be used"),
        ({str(number): 0 for number in range(30)}, "That message cannot be used"),
    ],
)
def test_answers_that_cannot_be_used_get_a_sentence_and_change_nothing(
    school: School, changed: Mapping[str, Any], told: str
) -> None:
    amara = school.person("Amara")
    given: dict[str, Any] = chosen(amara)
    for id, value in changed.items():
        given[next(iter(given)) if id == "first" else id] = value
    given = {id: value for id, value in given.items() if value is not None}
    assert told in problem(amara, time="before", chosen=given)
    assert amara.last("where")["questions"] == "before"
    answer(amara, "before")


def test_what_was_answered_first_counts(school: School) -> None:
    amara = school.person("Amara")
    given = chosen(amara)
    answer(amara, "before")
    other = {**given, next(iter(given)): 3 - next(iter(given.values()))}
    assert problem(amara, time="before", chosen=other).startswith("You have answered these questions already")
    assert card(school)["before"] == 1


def test_answers_at_the_wrong_time_are_refused(school: School) -> None:
    amara = school.person("Amara", "1", "fund")
    given = chosen(amara)
    assert problem(amara, time="after", chosen=given).startswith("The second questions come once")
    assert "cannot be used" in problem(amara, time="now", chosen=given)
    school.console().act("begin")
    assert problem(amara, time="before", chosen=given).startswith("It is too late for the first questions")
    assert not (school.folder / NAME).exists()


@pytest.mark.parametrize("screen", [{"screen": "wall"}, {"screen": "projector", "table": "1"}, {}])
def test_only_people_are_asked(school: School, screen: Mapping[str, str]) -> None:
    line = school.line()
    if screen:
        line.say("hello", **screen)
    assert line.say("questions")["problem"]["sentence"] == "Say first who you are."
    assert line.say("answers", time="before", chosen={})["problem"]["sentence"] == "Say first who you are."


# Who hears what


def everybody(school: School, people: int) -> dict[str, Line]:
    """Connect all that can be connected."""
    lines = {seat: school.person(f"Holder of {seat}", "1", seat) for seat in SEATS[:people]}
    lines["window"] = school.person("Wim", "1", None, client="window")
    lines["watcher"], lines["doorway"] = school.person("Pia", "1", None), school.person("Dora")
    lines["projector"], lines["wall"], lines["console"] = school.line(), school.line(), school.console()
    lines["projector"].say("hello", screen="projector", table="1")
    lines["wall"].say("hello", screen="wall")
    return lines


def said_to(line: Line) -> str:
    return json.dumps(line.sent, ensure_ascii=False)


def test_which_answer_is_best_is_told_to_nobody_before_their_second_time(school: School) -> None:
    lines = everybody(school, 2)
    answer(lines["fund"], "before")
    answer(lines["force"], "before", 2)
    play_out(school)
    lines["watcher"].say("questions")
    answer(lines["fund"], "after")
    school.tick(3)
    for name, line in lines.items():
        assert not [why for why in WHY if why in said_to(line)], name
        assert '"best"' not in said_to(line), name
    opened = sheet(lines["fund"])["key"]
    assert [part["time"] for part in opened] == ["before", "after"]
    assert sorted(one["why"] for part in opened for one in part["questions"]) == sorted(WHY)
    assert all(one["mine"] == one["best"] for part in opened for one in part["questions"])
    school.tick(3)
    for name in set(lines) - {"fund"}:
        assert not [why for why in WHY if why in said_to(lines[name])], name


def test_who_answers_only_the_second_time_reads_those_alone(school: School) -> None:
    amara = school.person("Amara", "1", "fund")
    play_out(school)
    answer(amara, "after")
    assert [part["time"] for part in sheet(amara)["key"]] == ["after"]


def test_no_page_carries_the_questions_or_their_key() -> None:
    texts = [one.why for one in QUESTIONS.values()] + [one.asks for one in QUESTIONS.values()]
    for path in server.SITE.rglob("*"):
        if path.is_file():
            found = path.read_text(encoding="utf-8")
            assert not [text for text in texts if text in found], path.name


@pytest.mark.parametrize(("people", "who_hears"), [(2, set()), (4, {"console"})])
def test_what_somebody_answers_changes_nothing_for_anybody_else_but_the_means(
    tmp_path: Path, people: int, who_hears: set[str]
) -> None:
    heard = []
    for right in (6, 0):
        school = asking(tmp_path / str(right))
        lines = everybody(school, people)
        for time in ("before", "after"):
            for seat in SEATS[:people]:
                answer(lines[seat], time, right if seat == "fund" else 3)
            if time == "before":
                play_out(school)
        school.tick(3)
        heard.append({name: without(line.sent) for name, line in lines.items() if name != "fund"})
    assert {name for name in heard[0] if heard[0][name] != heard[1][name]} == who_hears


def without(value: Any) -> Any:
    """Leave out what is drawn by lot, and which form somebody got by the code of the class."""
    if isinstance(value, dict):
        fields = {key: part for key, part in value.items() if key not in ("id", "token", "code", "manner", "seed")}
        return {} if value.get("type") == "questions" else {key: without(part) for key, part in fields.items()}
    return [without(part) for part in value] if isinstance(value, list) else value


# What the console sees


def test_the_console_sees_counts_and_from_three_people_on_the_means(school: School) -> None:
    lines = [school.person(f"Person {n}", "1", seat) for n, seat in enumerate(SEATS)]
    assert card(school)["words"] == ""
    for line in lines:
        answer(line, "before", 3)
    play_out(school)
    for number, line in enumerate(lines[:3], start=1):
        answer(line, "after", 6)
        found = card(school)
        assert (found["before"], found["after"], found["both"]) == (4, number, number)
        assert bool(found["rows"]) == (number == 3)
    assert found["words"] == "Three people: a hint, no more."
    assert found["rows"] == [
        {"name": "Seeing it from another chair", "before": "100 %", "after": "100 %", "difference": "0 points",
         "normalised": "–"},
        {"name": "Recognising a forced yes", "before": "0 %", "after": "100 %", "difference": "+100 points",
         "normalised": "+1.00"},
        {"name": "All six", "before": "50 %", "after": "100 %", "difference": "+50 points", "normalised": "+1.00"},
    ]  # fmt: skip


# What leaves with the export


@pytest.fixture
def answered(school: School) -> School:
    """A class that has played: Amara answered both times, Ben before, Zoë after."""
    amara, ben, zoe = (
        school.person(name, "1", seat) for name, seat in zip(("Amara", "Ben", "Zoë"), SEATS, strict=False)
    )
    answer(amara, "before", 3)
    answer(ben, "before", 0)
    play_out(school)
    answer(amara, "after", 6)
    answer(zoe, "after", 4)
    return school


def unpacked(folder: Path, **how: bool) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(pack(folder, **{"replace_names": False, **how}))) as found:
        return {name: found.read(name) for name in found.namelist()}


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("is_replaced", [True, False])
def test_the_export_has_a_row_for_each_person_and_kind_by_number(answered: School, is_replaced: bool) -> None:
    files = unpacked(answered.folder, replace_names=is_replaced)
    found = rows(files["learning.csv"])
    assert [(row["person"], row["kind"], row["before"], row["after"]) for row in found] == [
        ("person 1", "perspective", "1", "1"),
        ("person 1", "forced_yes", "0", "1"),
        ("person 2", "perspective", "0", ""),
        ("person 2", "forced_yes", "0", ""),
        ("person 3", "perspective", "", "1"),
        ("person 3", "forced_yes", "", "0.333333"),
    ]
    first, second = found[0]["form_before"], found[0]["form_after"]
    assert {first, second} == {"A", "B"}
    assert (found[2]["form_before"], found[2]["form_after"]) == (second, "")
    seats = [row["people"] for row in rows(files["seats.csv"])]
    assert seats[:3] == (["person 1", "person 2", "person 3"] if is_replaced else ["Amara", "Ben", "Zoë"])
    told = [row["column"] for row in rows(files["codebook.csv"]) if row["file"] == "learning.csv"]
    assert told == [*found[0]]
    assert "learning.csv" in files["README.txt"].decode()
    assert "learning.csv" in files["codebook.md"].decode()


def test_no_answers_leave_while_a_game_goes_on_unless_all_of_it_is_asked_for(school: School) -> None:
    answer(school.person("Amara", "1", "fund"), "before")
    school.console().act("begin")
    files = unpacked(school.folder)
    assert not [name for name, raw in files.items() if "learning" in name or b"learning.csv" in raw]
    assert len(rows(unpacked(school.folder, is_whole=True)["learning.csv"])) == 2


def test_answers_that_cannot_be_read_are_left_out_and_named(answered: School) -> None:
    path = answered.folder / NAME
    path.write_bytes(b"nothing of the kind\n" + path.read_bytes())
    files = unpacked(answered.folder)
    assert "learning.csv" not in files
    assert "The answers to the questions are left out: learning.jsonl is damaged in line 1" in " ".join(
        files["README.txt"].decode().split()
    )


def test_without_the_classs_book_the_answers_are_still_no_game(answered: School) -> None:
    answered.room.close()
    (answered.folder / "class.jsonl").unlink()
    found = read_folder(answered.folder)
    assert [one.table for one in found.tables] == ["1"]
    assert found.problems == ()
    assert {row["person"] for row in rows(unpacked(answered.folder)["learning.csv"])} == {"a person"}


def test_the_switch_lives_through_a_crash(school: School) -> None:
    assert card(school.again())["is_on"] is True
