"""People, seats and commands of a class, through the messages that clients send."""

import errno
import json
from pathlib import Path

import pytest
from classroom.classes import KEY, School, open_school
from hypothesis import given, settings
from hypothesis import strategies as some
from pytest_mock import MockerFixture

from game.classroom.hub import FAULT
from game.rules.ids import AgencyId
from game.rules.refusal import Refusal
from game.rules.vocabulary import Phase


@pytest.fixture
def school(tmp_path: Path) -> School:
    return open_school(tmp_path / "class", tables=2)


def seats(school: School, table: str = "1") -> list[str]:
    return list(school.room.table(table).table.seats)


# Coming in


def test_who_knows_the_code_is_in_and_sees_the_open_seats(school: School) -> None:
    amara = school.line()
    answer = amara.say("join", code=school.room.settings.code.lower(), name="Amara")
    assert len(answer["token"]) == 43
    where = amara.last("where")
    assert where["person"]["name"] == "Amara"
    assert [one["table"] for one in where["tables"]] == ["1", "2"]
    assert all(seat["is_open"] for one in where["tables"] for seat in one["seats"])


def test_a_wrong_code_is_answered_and_then_slowed_down(school: School) -> None:
    amara = school.line()
    token = amara.say("join", code=school.room.settings.code, name="Amara")["token"]
    line = school.line()
    for _ in range(40):
        assert "not the code" in line.say("join", code="ZZZZ", name="Eve")["problem"]["sentence"]
    assert "wrong tries" in line.say("join", code=school.room.settings.code, name="Eve")["problem"]["sentence"]
    other = school.line("10.0.0.77")
    assert other.say("join", code=school.room.settings.code, name="Ben")["type"] == "joined"
    for hello, heard in (({"token": token}, "where"), ({"key": KEY}, "overview"), ({"token": "another"}, "gone")):
        back = school.line()
        back.say("hello", **hello)
        assert back.heard(heard)
    school.hands.pass_by(60)
    assert line.say("join", code=school.room.settings.code, name="Eve")["type"] == "joined"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Amara\tDiallo ", "Amara Diallo"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("x" * 300, "x" * 40),
    ],
)
def test_names_are_one_line_of_plain_text(school: School, typed: str, name: str) -> None:
    assert school.person(typed).last("where")["person"]["name"] == name


@pytest.mark.parametrize("typed", ["", "   ", "\u202e\u200b"])
def test_a_name_of_nothing_is_refused(school: School, typed: str) -> None:
    answer = school.line().say("join", code=school.room.settings.code, name=typed)
    assert answer["problem"]["sentence"] == "Write the name that the others know you by."


def test_who_asks_to_join_again_because_the_answer_was_lost_is_the_same_person(school: School) -> None:
    code, arrival = school.room.settings.code, "an id that nobody guesses"
    token = school.line().say("join", code=code, name="Amara", id=arrival)["token"]
    again = school.line()
    assert again.say("join", code=code, name="Amara", id=arrival)["token"] == token
    assert [one.name for one in school.room.people] == ["Amara"]
    assert again.last("where")["person"]["name"] == "Amara"
    school.line().say("join", code=code, name="Ben", id="short")
    school.line().say("join", code=code, name="Cleo", id="short")
    assert [one.name for one in school.room.people] == ["Amara", "Ben", "Cleo"]


def test_two_of_one_name_are_told_apart(school: School) -> None:
    school.person("Amara")
    assert school.person("amara").last("where")["person"]["name"] == "amara (2)"


def test_a_token_brings_a_person_back_to_the_seat(school: School) -> None:
    seat = seats(school)[0]
    amara = school.line()
    token = amara.say("join", code=school.room.settings.code, name="Amara")["token"]
    amara.say("seat", table="1", seat=seat)
    amara.leave()
    back = school.line("10.0.0.9")
    back.say("hello", token=token)
    assert back.last("where")["seat"] == seat
    assert school.line().say("hello", token=token[:-1] + "x")["type"] == "gone"


def test_a_second_tab_takes_over_and_the_first_is_told(school: School) -> None:
    first = school.line()
    token = first.say("join", code=school.room.settings.code, name="Amara")["token"]
    second = school.line()
    second.say("hello", token=token)
    assert first.sent[-1]["type"] == "taken_over"
    assert first.closed
    assert second.say("seat", table="1", seat=seats(school)[0])["problem"] is None
    assert "who you are" in first.say("seat", table="2", seat=None)["problem"]["sentence"]


# Seats


def test_a_connection_says_once_who_it_is(school: School) -> None:
    amara = school.person("Amara", "1", chair(school))
    for other in ({"screen": "wall"}, {"screen": "projector", "table": "1"}, {"key": KEY}, {"token": "another"}):
        assert "in already" in amara.say("hello", **other)["sentence"]
    assert amara.say("join", code=school.room.settings.code, name="Ben")["problem"] is not None
    amara.leave()
    assert not school.hub.clients.at("1")


def test_a_seat_is_one_persons_unless_seats_are_shared(school: School) -> None:
    seat, console = seats(school)[0], school.console()
    school.person("Amara", "1", seat)
    binta = school.person("Binta")
    assert "Amara already plays" in binta.say("seat", table="1", seat=seat)["problem"]["sentence"]
    console.act("share_seats", on=True)
    assert binta.say("seat", table="1", seat=seat)["problem"] is None
    assert binta.last("where")["beside"] == ["Amara"]
    assert school.room.table("1").table.roster[seat].name == "Amara and Binta"


def test_who_sits_at_a_table_hears_who_comes_and_goes_there(school: School) -> None:
    mine, other = seats(school)[:2]
    school.console().act("share_seats", on=True)
    amara, ben = school.person("Amara", "1", mine), school.person("Ben", "1", mine, client="window")
    far = school.person("Chidi", "2", mine)
    school.tick()
    assert amara.last("where")["beside"] == ["Ben"]
    before = len(far.sent)
    binta = school.person("Binta", "1", other)
    school.tick()
    people = {seat["seat"]: seat["people"] for seat in amara.last("where")["tables"][0]["seats"]}
    assert people[other] == ["Binta"]
    assert ben.sent[-1]["roster"][other]["name"] == "Binta"
    binta.say("seat", table="1", seat=None)
    ben.say("seat", table="1", seat=other)
    school.tick()
    assert amara.last("where")["beside"] == []
    assert len(far.sent) == before


def test_leaving_a_seat_gives_it_back_to_the_computer(school: School) -> None:
    one, other = seats(school)[:2]
    amara = school.person("Amara", "1", one)
    amara.say("seat", table="1", seat=other)
    roster = school.room.table("1").table.roster
    assert roster[one].is_computer
    assert roster[other].is_person
    amara.say("seat", table="2", seat=None)
    assert school.room.table("1").table.roster[other].is_computer
    assert amara.last("where")["seat"] is None


@pytest.mark.parametrize("fields", [{"table": "9", "seat": None}, {"table": "1", "seat": "nobody"}])
def test_a_seat_that_is_not_there_is_refused(school: School, fields: dict[str, str]) -> None:
    assert "There is no" in school.person("Amara").say("seat", **fields)["problem"]["sentence"]


# Commands


def chair(school: School, table: str = "1") -> str:
    return str(school.room.table(table).table.public_view().room.forum.chair)


def test_nobody_moves_before_the_instructor_begins(school: School) -> None:
    amara = school.person("Amara", "1", chair(school))
    assert amara.command("pass")["problem"]["code"] == "not_begun"
    school.console().act("begin")
    school.tick()
    assert amara.command("pass")["problem"] is None


def test_a_command_is_played_once_however_often_it_comes(school: School) -> None:
    amara = school.person("Amara", "1", chair(school))
    school.console().act("begin")
    first = amara.command("send_message", id="m", to=None, text="Good morning.")
    mark = school.room.table("1").table.mark
    assert amara.command("send_message", id="m", to=None, text="Good morning.") == first
    assert school.room.table("1").table.mark == mark


def test_a_command_for_a_moment_gone_by_is_not_played(school: School) -> None:
    amara = school.person("Amara", "1", chair(school))
    school.console().act("begin")
    moment = amara.last("changed")["moment"]
    assert amara.command("pass")["problem"] is None
    school.tick(3)
    assert amara.command("pass", moment=moment)["problem"]["code"] == "stale"


def test_a_vote_on_one_motion_does_not_count_for_the_next(school: School) -> None:
    people = {seat: school.person(f"P {seat}", "1", seat) for seat in seats(school)}
    console = school.console()
    console.act("begin")
    hosted = school.room.table("1")
    while hosted.table.phase is not Phase.FLOOR:
        people[hosted.table.waiting[0]].command("pass", moment=hosted.moment)
    asked = []
    for chair_to_be in ("clinics", "council"):
        mover = people[hosted.table.waiting[0]]
        motion = mover.command("move_procedure", moment=hosted.moment, chair=chair_to_be, invite=[], purpose=None)
        assert motion["problem"] is None
        asked.append(hosted.moment)
        while len(asked) == 1 and hosted.moment == asked[0]:
            assert people[hosted.table.waiting[0]].command("pass", moment=asked[0])["problem"] is None
    late = people[hosted.table.waiting[0]].command("pass", moment=asked[0])
    assert late["problem"]["code"] == "stale"


def test_everybody_at_the_table_hears_of_a_move_and_nobody_else(school: School) -> None:
    amara = school.person("Amara", "1", chair(school))
    binta = school.person("Binta", "1", next(seat for seat in seats(school) if seat != chair(school)))
    carlo = school.person("Carlo", "2", seats(school)[0])
    school.console().act("begin")
    before = len(binta.heard("changed")), len(carlo.heard("changed"))
    amara.command("send_message", to=None, text="Good morning.")
    assert (len(binta.heard("changed")), len(carlo.heard("changed"))) == (before[0] + 1, before[1])


def test_an_observer_cannot_move(school: School) -> None:
    amara = school.person("Amara", "1", None)
    school.console().act("begin")
    assert "no seat" in amara.command("pass")["problem"]["sentence"]


def test_a_command_in_another_seats_name_is_played_in_ones_own(school: School) -> None:
    other = next(seat for seat in seats(school) if seat != chair(school))
    amara = school.person("Amara", "1", other)
    school.console().act("begin")
    assert amara.command("pass", seat=chair(school))["problem"] is not None


@pytest.mark.parametrize("command", [{"kind": "nonsense"}, {}, {"kind": "meet", "whom": 3}, {"kind": "pass", "x": 1}])
def test_a_command_that_is_none_gets_one_sentence(school: School, command: dict[str, object]) -> None:
    amara = school.person("Amara", "1", chair(school))
    school.console().act("begin")
    answer = amara.say("command", moment=amara.last("changed")["moment"], command=command)
    assert answer["problem"]["code"] == "unreadable"


def test_commands_are_limited_per_client(school: School) -> None:
    amara = school.person("Amara", "1", chair(school))
    school.console().act("begin")
    answers = [amara.command("send_message", to=None, text="!") for _ in range(60)]
    assert answers[0]["problem"] is None
    assert "wait a moment" in answers[-1]["problem"]["sentence"]


def test_changes_of_seat_and_calls_are_limited_per_client(school: School) -> None:
    amara, ben = school.person("Amara"), school.person("Ben")
    table = [amara.say("seat", table="1", seat=seats(school)[n % 2]) for n in range(60)]
    calls = [ben.say("help", on=n % 2 == 0) for n in range(60)]
    for answers in (table, calls):
        assert answers[0]["problem"] is None
        assert "wait a moment" in answers[-1]["problem"]["sentence"]
    assert amara.say("sheet", place="now")["type"] == "sheet"
    school.hands.pass_by(10)
    assert ben.say("help", on=False)["problem"] is None


# Frames that are no messages


@settings(max_examples=150, deadline=None)
@given(frame=some.one_of(some.text(max_size=80), some.binary(max_size=80), some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(
        some.sampled_from(["type", "id", "act", "token", "command", "moment", "table", "key"]), inner, max_size=4),
    max_leaves=8).map(json.dumps)))  # fmt: skip
def test_whatever_comes_is_answered(tmp_path_factory: pytest.TempPathFactory, frame: str | bytes) -> None:
    school = _kept(tmp_path_factory)
    line = school.line(f"10.1.{len(school.hub.clients) // 250}.{len(school.hub.clients) % 250}")
    school.hub.receive(line.client, frame)
    assert line.sent
    assert all(one["type"] in ("problem", "answer", "pong", "gone") for one in line.sent)
    assert FAULT not in json.dumps(line.sent)


_school: list[School] = []


def _kept(folders: pytest.TempPathFactory) -> School:
    if not _school:
        _school.append(open_school(folders.mktemp("fuzz") / "class"))
    return _school[0]


@pytest.mark.parametrize(
    "frame",
    [
        "x" * 20_000,
        "[" * 16_000,
        '{"type":"ping","at":' + "1" * 5000 + "}",
        '{"type":"join","id":"a","code":"' + "\\ud800" + '"}',
        '{"type":"act","id":"' + "\\ud800" + '","act":"pause"}',
    ],
)
def test_frames_that_are_too_large_too_deep_or_no_text_are_answered(school: School, frame: str) -> None:
    line = school.line()
    school.hub.receive(line.client, frame)
    assert line.sent[-1]["type"] in ("problem", "answer")
    assert FAULT not in json.dumps(line.sent, ensure_ascii=False).encode().decode()


def test_a_flood_is_answered_and_then_heard_again(school: School) -> None:
    line = school.line()
    for _ in range(400):
        line.say("ping")
    assert line.sent[-1]["type"] == "problem"
    school.hands.pass_by(10)
    assert line.say("ping")["type"] == "pong"


def test_a_thousand_can_join_at_once(school: School) -> None:
    lines = [school.line(f"10.2.{number // 250}.{number % 250}") for number in range(1000)]
    answers = [line.say("join", code=school.room.settings.code, name="Kofi") for line in lines]
    assert all(answer["type"] == "joined" for answer in answers)
    assert len({one.name for one in school.room.people}) == 1000
    school.tick()
    assert len(school.again().room.people) == 1000


# What the host survives


def test_a_host_started_again_has_everybody_where_they_were(school: School) -> None:
    seat = chair(school)
    amara = school.line()
    token = amara.say("join", code=school.room.settings.code, name="Amara")["token"]
    amara.say("seat", table="1", seat=seat)
    school.console().act("begin")
    school.console().act("say", words="Ten more minutes.")
    school.tick()
    amara.command("send_message", to=None, text="Good morning.")
    mark = school.room.table("1").table.mark
    again = school.again()
    back = again.line()
    back.say("hello", token=token)
    where = back.last("where")
    assert (where["table"], where["seat"], where["is_begun"]) == ("1", seat, True)
    assert where["notices"][-1]["words"] == "Ten more minutes."
    assert again.room.table("1").table.mark >= mark
    assert again.room.table("1").table.roster[seat].is_person


def test_a_phase_begun_since_the_clocks_were_kept_has_all_its_time_after_a_crash(school: School) -> None:
    for table in ("1", "2"):
        school.person("Amara", table, chair(school, table))
    console = school.console()
    console.act("plan", minutes=90)
    console.act("begin")
    school.tick()
    hosted = school.room.table("1")
    console.act("add_minutes", minutes=(5 - (hosted.left(school.hands.steady) or 0)) / 60)
    school.room.keep_clocks()
    console.act("end_phase", table="1")
    school.tick()
    full, short = (school.room.table(name).left(school.hands.steady) or 0 for name in ("1", "2"))
    assert full > 60 > short
    again = school.again().room
    assert again.table("1").left(school.hands.steady) == pytest.approx(full, abs=1.5)
    assert again.table("2").left(school.hands.steady) == pytest.approx(short, abs=1.5)


def test_a_command_sent_again_after_a_crash_is_not_played_twice(school: School) -> None:
    amara = school.line()
    token = amara.say("join", code=school.room.settings.code, name="Amara")["token"]
    amara.say("seat", table="1", seat=chair(school))
    school.console().act("begin")
    amara.command("send_message", id="once", to=None, text="Good morning.")
    again = school.again()
    mark = again.room.table("1").table.mark
    back = again.line()
    back.say("hello", token=token)
    assert back.command("send_message", id="once", to=None, text="Good morning.")["problem"] is None
    assert again.room.table("1").table.mark == mark
    assert back.command("send_message", id="anew", to=None, text="Good morning.")["problem"] is None
    assert again.room.table("1").table.mark == mark + 1


def test_a_move_from_before_an_undo_is_stale_after_a_crash_too(school: School) -> None:
    amara = school.line()
    token = amara.say("join", code=school.room.settings.code, name="Amara")["token"]
    amara.say("seat", table="1", seat=chair(school))
    console = school.console()
    console.act("begin")
    before = amara.last("changed")["moment"]
    assert amara.command("pass")["problem"] is None
    assert console.act("undo", table="1")["problem"] is None
    back = school.again().line()
    back.say("hello", token=token)
    assert back.command("pass", moment=before)["problem"]["code"] == "stale"
    assert back.command("pass")["problem"] is None


def test_a_full_disk_pauses_the_game_and_nothing_is_half_written(school: School, mocker: MockerFixture) -> None:
    amara = school.person("Amara", "1", chair(school))
    school.console().act("begin")
    path = school.folder / "table-01.jsonl"
    before = path.read_bytes()
    full = mocker.patch("game.record.appending.os.write", side_effect=OSError(errno.ENOSPC, "No space left"))
    answer = amara.command("send_message", to=None, text="Good morning.")
    assert "disk is full" in answer["problem"]["sentence"]
    assert path.read_bytes() == before
    assert "disk is full" in amara.last("where")["trouble"]
    mocker.stop(full)
    assert amara.command("send_message", to=None, text="Good morning.")["problem"] is None
    assert amara.last("where")["trouble"] == ""
    assert path.read_bytes().startswith(before)


def test_a_fault_at_one_table_stops_no_other_and_ends_no_connection(school: School, mocker: MockerFixture) -> None:
    amara = school.person("Amara", "1", chair(school))
    school.console().act("begin")
    fault = mocker.patch.object(school.room.table("1").table, "excuse", side_effect=RuntimeError("a fault of ours"))
    other = school.room.table("2").table.mark
    school.tick(3)
    assert school.room.table("2").table.mark > other
    assert "tries again by itself" in amara.last("where")["trouble"]
    mocker.stop(fault)
    school.tick(5)
    assert amara.last("where")["trouble"] == ""
    mocker.patch("game.classroom.hub.sheet", side_effect=RuntimeError("a fault of ours"))
    assert amara.say("sheet", place="now")["problem"]["code"] == "fault"
    assert amara.say("ping") == {"type": "pong"}


def test_a_seat_that_could_not_be_handed_over_is_had_at_the_next_try(school: School, mocker: MockerFixture) -> None:
    hosted, seat = school.room.table("1"), chair(school)
    refused = mocker.patch.object(hosted.table, "hand_over", return_value=Refusal("not_saved", "The disk is full."))
    amara = school.person("Amara")
    assert amara.say("seat", table="1", seat=seat)["problem"] is not None
    mocker.stop(refused)
    assert amara.say("seat", table="1", seat=seat)["problem"] is None
    assert hosted.table.roster[seat].is_person


def test_a_table_that_is_paused_does_not_try_again_by_itself(school: School) -> None:
    school.person("Amara", "1", chair(school))
    console = school.console()
    console.act("begin")
    console.act("pause", table="1")
    hosted = school.room.table("1")
    hosted.trouble, mark = "The disk is full.", hosted.table.mark
    school.room.take_seat(school.room.people[0], "1", None)
    school.tick(10)
    assert (hosted.trouble, hosted.table.mark) == ("The disk is full.", mark)
    console.act("continue", table="1")
    school.tick()
    assert hosted.trouble == ""
    assert hosted.table.mark > mark


def test_a_wall_clock_that_jumps_moves_no_bell(school: School) -> None:
    school.console().act("plan", minutes=90)
    bell = school.console().last("overview")["overview"]["bell"]
    school.hands.wall += 3600
    school.tick()
    assert school.console().last("overview")["overview"]["bell"] == pytest.approx(bell - 1)


# The instructor


def test_the_console_opens_by_its_key_alone(school: School) -> None:
    eve = school.line("10.0.0.66")
    assert "not the key" in eve.say("hello", key="guess")["sentence"]
    assert "Only the console" in eve.act("begin")["problem"]["sentence"]
    assert school.person("Amara").act("begin")["problem"] is not None
    assert school.console().act("begin")["problem"] is None
    assert KEY not in json.dumps(school.console().sent)


def test_a_computer_stands_in_and_the_seat_comes_back_with_a_note(school: School) -> None:
    seat, console = chair(school), school.console()
    amara = school.person("Amara", "1", seat)
    console.act("begin")
    assert "A computer plays" in console.act("fill", table="1", seat=seat)["words"]
    assert amara.last("where")["is_stood_in"]
    school.tick(3)
    assert school.room.table("1").table.mark > 1
    console.act("hand_back", table="1", seat=seat)
    assert not amara.last("where")["is_stood_in"]
    assert amara.last("where")["notices"][-1]["words"].startswith("You have your seat back. Meanwhile:")
    assert school.room.table("1").table.roster[seat].is_person


def test_the_note_of_a_seat_that_comes_back_holds_whole_sentences(school: School, mocker: MockerFixture) -> None:
    seat = chair(school)
    amara = school.person("Amara", "1", seat)
    school.console().act("fill", table="1", seat=seat)
    told = [mocker.Mock(text=f"This is sentence {n} of {'many ' * 20}words.", about=seat) for n in range(8)]
    mocker.patch.object(school.room.table("1").table, "sentences", return_value=told)
    assert school.console().act("hand_back", table="1", seat=seat)["problem"] is None
    note = amara.last("where")["notices"][-1]["words"]
    assert len(note) <= 500
    assert note.startswith("You have your seat back. Meanwhile: This is sentence")
    assert note.endswith(told[-1].text)


def test_who_is_removed_is_told_and_the_token_is_worth_nothing(school: School) -> None:
    amara = school.line()
    token = amara.say("join", code=school.room.settings.code, name="Amara")["token"]
    amara.say("seat", table="1", seat=seats(school)[0])
    school.console().act("remove", person=amara.last("where")["person"]["id"])
    assert amara.sent[-1]["type"] == "gone"
    assert amara.closed
    assert school.line().say("hello", token=token)["type"] == "gone"
    assert school.room.table("1").table.roster[seats(school)[0]].is_computer


def test_a_call_for_help_is_seen_and_answered(school: School) -> None:
    amara, console = school.person("Amara", "1", seats(school)[0]), school.console()
    amara.say("help", on=True)
    school.tick()
    people = console.last("overview")["overview"]["people"]
    assert [one["calls"] for one in people] == [True]
    console.act("answer_help", person=people[0]["id"])
    assert amara.last("where")["help"] is False


def test_a_call_for_help_outlives_a_crash(school: School) -> None:
    for name, on in (("Amara", True), ("Ben", True), ("Chidi", True)):
        assert school.person(name).say("help", on=on)["problem"] is None
    amara, ben, _ = school.room.people
    school.console().act("answer_help", person=amara.id)
    school.console().act("remove", person=ben.id)
    again = school.again()
    assert [one.name for one in again.room.people if one.id in again.room.calls] == ["Chidi"]
    assert list(again.room.calls) == [one.id for one in again.room.people if one.calls]


def test_a_paused_table_takes_messages_and_no_moves(school: School) -> None:
    amara, console = school.person("Amara", "1", chair(school)), school.console()
    console.act("begin")
    console.act("pause", table="1")
    assert amara.command("pass")["problem"]["code"] == "paused"
    assert amara.command("send_message", to=None, text="Waiting.")["problem"] is None
    console.act("continue")
    assert amara.command("pass")["problem"] is None


def test_nothing_is_revealed_before_the_instructor_says_so(school: School) -> None:
    amara, console = school.person("Amara", "1", None), school.console()
    console.act("begin")
    for _ in range(3000):
        if school.room.table("1").table.is_closed:
            break
        school.tick()
    assert school.room.table("1").table.is_closed
    assert amara.last("where")["is_revealed"] is False
    assert amara.say("opened")["problem"]["sentence"] == "Your instructor opens what was hidden."
    assert console.act("reveal", on=True, table="1")["problem"] is None
    assert amara.last("where")["is_revealed"] is True


def test_undo_takes_a_command_back_for_everybody(school: School) -> None:
    amara, console = school.person("Amara", "1", chair(school)), school.console()
    console.act("begin")
    table = school.room.table("1").table
    moment, before = amara.last("changed")["moment"], table.view(AgencyId(chair(school)))
    amara.command("pass")
    assert table.view(AgencyId(chair(school))) != before
    assert console.act("undo", table="1")["problem"] is None
    assert table.view(AgencyId(chair(school))) == before
    assert amara.last("changed")["moment"] != moment
