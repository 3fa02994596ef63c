"""A saved game comes back as it was, and tells when the rules have changed since."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest
from tables import CLINICS, FUND, Tables, play_on

from game import record
from game.record import JournalError, computer, person
from game.rules.commands import Pass
from game.rules.vocabulary import Phase
from game.session import rebuild, resume


def journal_in(folder: Path) -> Path:
    return next(folder.glob("*.jsonl"))


@pytest.mark.parametrize("phase", [Phase.CONVENING, Phase.FLOOR, Phase.STANCES, Phase.FIRST_EFFORTS, Phase.CLOSED])
def test_a_resumed_game_is_the_game_that_was_left(solo: Tables, tmp_path: Path, phase: Phase) -> None:
    table = solo(folder=tmp_path)
    play_on(table, phase)
    table.hand_over(FUND, person("Ben", token="x"))
    table.close()
    again = resume(journal_in(tmp_path))
    assert again.notices == ()
    assert again.roster == table.roster
    assert again._state == table._state
    for seat in (*again.seats, None):
        assert again.since(seat) == table.since(seat)
    assert again.mark == table.mark
    play_on(again)
    again.close()
    assert record.listing(tmp_path)[0].is_finished
    resume(journal_in(tmp_path)).close()


def test_a_game_resumed_half_way_goes_on_as_if_never_left(solo: Tables, tmp_path: Path) -> None:
    left = solo(folder=tmp_path)
    play_on(left, Phase.STANCES, round_=2)
    left.close()
    again = resume(journal_in(tmp_path))
    whole = solo()
    play_on(again)
    play_on(whole)
    again.close()
    assert again._state == whole._state


def test_any_prefix_of_a_journal_is_a_game(solo: Tables, tmp_path: Path) -> None:
    table = solo(folder=tmp_path)
    play_on(table, Phase.FLOOR, round_=2)
    table.close()
    lines = journal_in(tmp_path).read_bytes().splitlines(keepends=True)
    prefix = tmp_path / "prefix.jsonl"
    for length in range(1, len(lines)):
        prefix.write_bytes(b"".join(lines[:length]))
        rebuilt = rebuild(record.read(prefix))
        assert rebuilt.state.count == length - 1
        assert rebuilt.differences == ()


def test_a_lost_last_line_is_told(solo: Tables, tmp_path: Path) -> None:
    table = solo(folder=tmp_path)
    play_on(table, Phase.FLOOR)
    table.close()
    path = journal_in(tmp_path)
    path.write_bytes(path.read_bytes()[:-7])
    again = resume(path)
    again.close()
    assert "not finished" in again.notices[0]
    assert again.mark == table.mark - 1


def test_changed_rules_are_reported_and_what_was_recorded_stands(solo: Tables, tmp_path: Path) -> None:
    table = solo(folder=tmp_path)
    play_on(table, Phase.FLOOR)
    table.close()
    path = journal_in(tmp_path)
    old = record.read(path)
    other = tmp_path / "other.jsonl"
    header = replace(old.header, ruleset=replace(old.header.ruleset, trust_gain=0.5))
    with record.start(other, header) as writer:
        for line in old.lines:
            writer.append(line)
    again = resume(other)
    again.close()
    assert "would decide" in again.notices[0]
    assert again._state.own == table._state.own


def test_a_journal_whose_events_do_not_fit_is_refused_with_a_sentence(solo: Tables, tmp_path: Path) -> None:
    table = solo(folder=tmp_path)
    play_on(table, Phase.CORRIDOR)
    table.close()
    path = journal_in(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    value = json.loads(lines[-1])
    value.pop("sum")
    value["events"] = [{"to": ["nowhere"], "what": {"kind": "time_set", "agency": "nowhere", "time": 1}}]
    body = json.dumps(value)[:-1].encode()
    path.write_bytes(b"".join(lines[:-1]) + body + f',"sum":"{crc32(body):08x}"}}\n'.encode())
    with pytest.raises(JournalError, match="cannot be rebuilt"):
        resume(path)
    assert not path.with_name(path.name + ".lock").exists()


def test_a_finished_table_lets_go_of_its_journal(solo: Tables, tmp_path: Path) -> None:
    table = solo(folder=tmp_path)
    with pytest.raises(JournalError, match="another window"):
        resume(journal_in(tmp_path))
    table.close()
    table.close()
    resume(journal_in(tmp_path)).close()
    answer = table.receive(CLINICS, Pass(CLINICS))
    assert not answer.is_accepted


KILLED = """
import sys, pathlib
from game.record import computer
from game.scenario import loading
from game.session import open_table
case = loading.load(loading.find("tutorial"))
roster = {agency: computer("consensus_builder") for agency in case.agency_ids}
table = open_table(case, roster, 1, folder=pathlib.Path(sys.argv[1]))
while table.step() is not None:
    print(table.mark - 1, flush=True)
sys.stdin.read()
"""


def test_killing_the_program_between_moves_loses_nothing_acknowledged(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    for _ in range(30):
        acknowledged = int(process.stdout.readline())
    process.kill()
    rest = process.communicate()[0].splitlines()
    acknowledged = max([acknowledged, *(int(line) for line in rest if line)])
    again = resume(journal_in(tmp_path))
    assert again.mark - 1 >= acknowledged
    assert again.hand_over(CLINICS, computer("talker")) is None
    play_on(again)
    again.close()
    assert again.is_closed
