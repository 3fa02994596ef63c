"""The journal keeps everything acknowledged, and tells damage from an unfinished line."""

import dataclasses
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

from game import record
from game.record import Entry, Handover, Header, JournalError, computer, person
from game.record.journal import Line
from game.rules.case import Agency, Case, Fact, Forum, HiddenMandate, Issue, Option, RedLine
from game.rules.commands import AnswerBallot, Meet, Pass, SendMessage, SetEffort, Table
from game.rules.conditions import AllOf, IsCarrier, NotOf, OptionAgreed
from game.rules.effects import GainTime, TurnFact
from game.rules.events import (
    Event,
    MeansMoved,
    Met,
    MotionClosed,
    Occurred,
    Passed,
    PhaseBegan,
    RoundBegan,
    RoundsSet,
    TrustMoved,
)
from game.rules.ids import AgencyId, EventId, FactId, IssueId, MandateId, OptionId, RedLineId, TextId
from game.rules.interventions import Inject, SetRounds
from game.rules.room import Conclave, Motion
from game.rules.ruleset import STANDARD
from game.rules.temper import Temper
from game.rules.texts import Term
from game.rules.vocabulary import Community, DecisionRule, Dimension, ForumKind, Phase, Purpose

A, B = AgencyId("relief"), AgencyId("force")
SCHOOL = IssueId("school")


def agency(name: AgencyId) -> Agency:
    return Agency(
        id=name,
        name=f"The {name} ä “agency”",
        short=name,
        community=Community.HUMANITARIAN,
        mandate="m",
        power=2,
        is_neutral=True,
        networks=(),
        brief="line one\nline two",
        points={SCHOOL: {OptionId("none"): 0, OptionId("villages"): 100}},
        walk_away=40,
        expects=Purpose.JOINT_ANALYSIS,
        hidden=(HiddenMandate(MandateId("h"), "t", AllOf((NotOf(OptionAgreed(SCHOOL, OptionId("none"))),)), -3),),
        red_lines=(RedLine(RedLineId("r"), "t", IsCarrier(name, SCHOOL), True),),
    )


def small_case() -> Case:
    options = (
        Option(OptionId("none"), "None", "t"),
        Option(OptionId("villages"), "V", "t", (A,), None, {Dimension.RELIEF: 2}, (GainTime(A, 1),), 0.25),
    )
    fact = Fact(FactId("f"), "F", "?", "yes", "no", True, 1, (A,), {B: 0.2}, {}, {}, {SCHOOL: {OptionId("none"): 0.5}})
    forum = Forum("Forum", ForumKind.CONTACT_GROUP, A, (A, B), None, DecisionRule.CONSENSUS)
    issue = Issue(SCHOOL, "School", "t", options, OptionId("none"))
    return Case("harbour", "Harbour", "s", "p", "b", (agency(A), agency(B)), (issue,), (fact,), (), forum)


def header() -> Header:
    return Header(
        program="0.1.0",
        case=small_case(),
        ruleset=dataclasses.replace(STANDARD, trust_gain=0.123456789012345678),
        seed=7,
        seated=(A, B),
        roster={A: person("Ada", "token"), B: computer("presser", "veteran")},
        events=(Event("room", RoundBegan(1)), Event("room", PhaseBegan(Phase.CORRIDOR, (A, B), 1))),
    )


def some_lines() -> tuple[Line, ...]:
    forum = Conclave(ForumKind.CONTACT_GROUP, A, frozenset({A, B}), Purpose.INFORMATION, DecisionRule.CARRIERS)
    return (
        Entry(1, Meet(A, B), (Event((A, B), Met(A, B, 0)), Event((A,), TrustMoved(A, B, 0.1 + 0.2, 0.0)))),
        Entry(2, SendMessage(B, None, 'a “quote”, a \n newline, \u2028, "json"'), (), "helped out"),
        Handover(B, person("Ben")),
        Entry(3, Table(A, (Term(SCHOOL, OptionId("villages")),), (A, B)), (Event((), MeansMoved(A, backing=1 / 3)),)),
        Entry(4, AnswerBallot(B, TextId("A"), None, {A: 3}), (Event("room", Passed(B)),)),
        Entry(5, SetEffort(A, TextId("A"), 0.5, {SCHOOL: 0.1}), (Event("room", MotionClosed(_motion(), True, forum)),)),
    )


def _motion() -> Motion:
    return Motion(A, B, (), None, (A, B))


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "game.jsonl"
    with record.start(path, header()) as writer:
        for line in some_lines():
            writer.append(line)
    return path


def test_a_journal_reads_back_exactly_as_it_was_written(saved: Path) -> None:
    journal = record.read(saved)
    assert (journal.header, journal.lines, journal.notice) == (header(), some_lines(), "")


def test_what_comes_from_outside_is_kept_with_the_commands_and_is_no_seats(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    occurred = Event("room", Occurred(EventId(""), "It rains."))
    lines = (
        Entry(1, Inject(None, "It rains.", (GainTime(A, 1), TurnFact(FactId("f"), False, (B,)))), (occurred,)),
        Entry(2, Inject(EventId("flood")), ()),
        Entry(3, SetRounds(2), (Event("room", RoundsSet(2, 4)),)),
        Entry(4, Pass(A), ()),
    )
    with record.start(path, header()) as writer:
        for line in lines:
            writer.append(line)
    assert record.read(path).lines == lines
    assert [entry.seat for entry in lines] == [None, None, None, A]
    assert record.listing(tmp_path)[0].rounds == 2


def test_a_journal_from_before_levels_and_manners_of_the_case_opens(tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    with record.start(path, header()):
        pass
    (line,) = path.read_bytes().splitlines()
    value = json.loads(line)
    del value["sum"]
    for holder in value["roster"].values():
        del holder["level"]
    for one in value["case"]["agencies"]:
        del one["temper"]
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))[:-1].encode()
    path.write_bytes(body + f',"sum":"{crc32(body):08x}"}}\n'.encode())
    old = record.read(path)
    assert old.roster == {A: person("Ada", "token"), B: computer("presser")}
    assert [one.temper for one in old.header.case.agencies] == [None, None]


def test_the_manner_that_a_case_gives_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    first, *rest = header().case.agencies
    temper = Temper("hardliner", trust=0.25, candour=1.0)
    case = dataclasses.replace(header().case, agencies=(dataclasses.replace(first, temper=temper), *rest))
    with record.start(path, dataclasses.replace(header(), case=case)):
        pass
    assert record.read(path).header.case.agencies[0].temper == temper


def test_writing_the_same_game_twice_gives_the_same_bytes(saved: Path, tmp_path: Path) -> None:
    journal = record.read(saved)
    again = tmp_path / "again.jsonl"
    with record.start(again, journal.header) as writer:
        for line in journal.lines:
            writer.append(line)
    assert again.read_bytes() == saved.read_bytes()


def test_the_roster_is_as_last_handed_over(saved: Path) -> None:
    assert record.read(saved).roster == {A: person("Ada", "token"), B: person("Ben")}


def test_a_tail_torn_at_any_byte_costs_the_last_line_and_no_other(saved: Path) -> None:
    whole = saved.read_bytes()
    begin = whole[:-1].rindex(b"\n") + 1
    for cut in range(begin, len(whole)):
        saved.write_bytes(whole[:cut])
        journal = record.read(saved)
        is_complete = cut == len(whole) - 1  # only the line end is missing
        assert journal.lines == (some_lines() if is_complete else some_lines()[:-1])
        assert bool(journal.notice) == (begin < cut < len(whole) - 1)


@pytest.mark.parametrize("cut", [-1, -2, -40])
def test_a_torn_journal_can_be_written_on(saved: Path, cut: int) -> None:
    saved.write_bytes(saved.read_bytes()[:cut])
    journal, writer = record.reopen(saved)
    with writer:
        entry = Entry(len(journal.entries) + 1, Pass(A), ())
        writer.append(entry)
    assert record.read(saved).lines == (*journal.lines, entry)
    assert record.read(saved).notice == ""


def test_any_flipped_byte_before_the_last_line_is_refused_by_number(saved: Path) -> None:
    whole = saved.read_bytes()
    starts = [0, *(place + 1 for place, byte in enumerate(whole) if byte == 10)]
    for number in range(2, len(starts) - 1):
        middle = (starts[number - 1] + starts[number]) // 2
        saved.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        with pytest.raises(JournalError, match=f"line {number} ") as caught:
            record.read(saved)
        assert "\n" not in caught.value.sentence


def test_a_missing_line_is_noticed(saved: Path) -> None:
    lines = saved.read_bytes().splitlines(keepends=True)
    saved.write_bytes(b"".join(lines[:1] + lines[2:]))
    with pytest.raises(JournalError, match=r"line 2 .*command 2 where command 1"):
        record.read(saved)


def test_a_last_line_told_twice_is_damage_and_not_cut_off(saved: Path) -> None:
    doubled = saved.read_bytes() + saved.read_bytes().splitlines(keepends=True)[-2]
    saved.write_bytes(doubled)
    with pytest.raises(JournalError, match="is due"):
        record.reopen(saved)
    assert saved.read_bytes() == doubled


def test_another_format_version_gets_a_sentence(saved: Path) -> None:
    head, rest = saved.read_bytes().split(b"\n", 1)
    saved.write_bytes(json.dumps(json.loads(head) | {"journal": 99}).encode() + b"\n" + rest)
    with pytest.raises(JournalError, match=r"format 99; this version of the game reads format 1\."):
        record.read(saved)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\x00\xff\xfe", "no journal"),
        (b"[]\n", "no journal"),
        (b'{"a": 1}\n', "no journal"),
        (b'{"journal": 1}\n', "checksum"),
        (b"[" * 100_000 + b"\n", "no journal"),
    ],
)
def test_what_is_no_journal_is_refused_with_one_sentence(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    with pytest.raises(JournalError, match=told):
        record.read(path)


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, told in ((tmp_path / "no", "There is no file"), (tmp_path, "a folder"), (tmp_path / "pipe", "ordinary")):
        with pytest.raises(JournalError, match=told):
            record.read(path)


def test_two_writers_cannot_have_the_same_journal(saved: Path) -> None:
    _, writer = record.reopen(saved)
    with pytest.raises(JournalError, match="another window"):
        record.reopen(saved)
    writer.close()
    record.reopen(saved)[1].close()


def test_the_lock_of_another_live_process_holds_and_that_of_a_dead_one_does_not(saved: Path) -> None:
    lock = saved.with_name(saved.name + ".lock")
    host = os.uname().nodename
    lock.write_text(f"{os.getppid()} {host}")
    with pytest.raises(JournalError, match="another window"):
        record.reopen(saved)
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    for stale in (f"{int(dead.stdout)} {host}", f"{os.getpid()} {host}", "", "nonsense"):
        lock.write_text(stale)
        record.reopen(saved)[1].close()
        assert not lock.exists()


def test_a_journal_is_never_started_over_another(saved: Path) -> None:
    with pytest.raises(JournalError, match="already a file"):
        record.start(saved, header())
    assert record.read(saved).lines == some_lines()


def test_games_of_one_folder_are_numbered(tmp_path: Path) -> None:
    for _ in range(2):
        record.start_in(tmp_path / "saves", header()).close()
    assert sorted(path.name for path in (tmp_path / "saves").iterdir()) == ["harbour-001.jsonl", "harbour-002.jsonl"]


def test_a_full_disk_gets_a_sentence_and_leaves_no_half_line(saved: Path) -> None:
    before = saved.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, writer = record.reopen(saved)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, hard))
    try:
        with pytest.raises(JournalError, match=r"disk is full.*does not count"):
            writer.append(Entry(6, Pass(A), ()))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert saved.read_bytes() == before
    writer.append(Entry(6, Pass(A), ()))
    writer.close()
    assert record.read(saved).lines == (*some_lines(), Entry(6, Pass(A), ()))


@pytest.mark.parametrize(
    "bad", [SendMessage(A, None, "\ud800"), SetEffort(A, TextId("A"), float("nan")), SetEffort(A, effort=float("inf"))]
)
def test_what_json_cannot_hold_is_refused_and_not_written(saved: Path, bad: SendMessage | SetEffort) -> None:
    before = saved.read_bytes()
    _, writer = record.reopen(saved)
    with writer, pytest.raises(JournalError, match="cannot be saved"):
        writer.append(Entry(6, bad, ()))
    assert saved.read_bytes() == before


KILLED = """
import sys, pathlib
from game import record
from game.record import Entry
from game.rules.commands import Pass
path = pathlib.Path(sys.argv[1])
journal, writer = record.reopen(path)
at = len(journal.entries) + 1
while True:
    writer.append(Entry(at, Pass("relief"), ()))
    print(at, flush=True)
    at += 1
"""


def test_killing_the_program_loses_nothing_acknowledged(saved: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(saved)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None
    acknowledged = -1
    for _ in range(25):
        acknowledged = int(process.stdout.readline())
    process.kill()
    rest = process.communicate()[0].split()
    acknowledged = max([acknowledged, *map(int, rest[:-1] or [0])])
    journal, writer = record.reopen(saved)
    writer.close()
    assert len(journal.entries) >= acknowledged
    assert journal.lines[: len(some_lines())] == some_lines()


def test_the_listing_names_what_can_be_resumed_latest_first(saved: Path) -> None:
    record.start(saved.with_name("old.jsonl"), header()).close()
    os.utime(saved.with_name("old.jsonl"), (1, 1))
    broken = saved.with_name("broken.jsonl")
    broken.write_bytes(b"nonsense\n")
    os.utime(broken, (2, 2))
    games = record.listing(saved.parent)
    assert [game.path.name for game in games] == ["game.jsonl", "broken.jsonl", "old.jsonl"]
    first = games[0]
    assert (first.title, first.round, first.phase, first.is_finished) == ("Harbour", 1, Phase.CORRIDOR, False)
    assert [holder.name for _, holder in first.seats] == ["Ada", "Ben"]
    assert games[1].problem
    assert record.listing(saved.parent / "nowhere") == ()
