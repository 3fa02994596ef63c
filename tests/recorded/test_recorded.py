"""Recorded games: every shipped scenario has one for every verdict, and each is rebuilt to the same end.

After a change that is meant to change games, `python tests/recorded/record.py` records them anew and says what changed.
"""

import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from recorded.record import HERE, changes, faults, main, orphans, recordings, told_summary

from game.record import Journal, read
from game.rules.commands import Pass
from game.rules.course import waiting_on
from game.rules.legality import verify
from game.rules.view import view
from game.rules.vocabulary import ForumVerdict, Phase
from game.scenario import loading
from game.session import rebuild, resume

JOURNALS = sorted(HERE.glob("*/*.jsonl"))
PREFIXES = 10
MOST_BYTES = 1_300_000
SIGNED_WELL = ForumVerdict.SINCERE_AGREEMENT.value

each_game = pytest.mark.parametrize("path", JOURNALS, ids=lambda path: f"{path.parent.name}/{path.stem}")


@cache
def recorded(path: Path) -> Journal:
    return read(path)


@pytest.mark.parametrize("scenario", [path.stem for path in loading.shipped()])
def test_scenario_has_a_recorded_game_for_every_verdict_and_between_computers(scenario: str) -> None:
    games = {path.stem: told_summary(path) for path in JOURNALS if path.parent.name == scenario}
    assert {verdict.value for verdict in ForumVerdict} - {game["verdict"] for game in games.values()} == set()
    assert [name for name in games if name.startswith("computers-mixed")] != []


def test_every_recorded_game_is_one_that_the_command_records_and_the_other_way_round() -> None:
    known = [*recordings()]
    assert orphans(known) == []
    assert [recording.title for recording in known if not recording.journal().exists()] == []


@pytest.mark.parametrize("scenario", [path.stem for path in loading.shipped()])
def test_recorded_games_stay_small(scenario: str) -> None:
    assert sum(path.stat().st_size for path in (HERE / scenario).glob("*.json*")) < MOST_BYTES


@each_game
def test_recorded_game_is_rebuilt_without_a_difference_to_the_same_summary(path: Path) -> None:
    assert recorded(path).notice == ""
    assert [*faults(path)] == []


@each_game
def test_every_prefix_of_a_recorded_game_is_a_game(path: Path) -> None:
    journal = recorded(path)
    total = len(journal.lines)
    for length in sorted({round(total * n / PREFIXES) for n in range(PREFIXES)}):
        state = rebuild(replace(journal, lines=journal.lines[:length])).state
        assert state.count == length
        assert state.room.phase is not Phase.CLOSED
        waiting = waiting_on(state.room)
        assert waiting
        assert all(verify(view(state, seat), Pass(seat)) is None for seat in waiting)


@each_game
def test_recorded_game_that_was_broken_off_can_be_played_to_its_end(path: Path, tmp_path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    broken_off = tmp_path / path.name
    broken_off.write_bytes(b"".join(lines[: len(lines) // 2]))
    table = resume(broken_off)
    assert table.notices == ()
    while not table.is_closed:
        seat = table.waiting[0]
        if table.step() is None:
            assert table.receive(seat, Pass(seat)).is_accepted
    table.close()
    assert read(broken_off).lines[: len(lines) // 2 - 1] == recorded(path).lines[: len(lines) // 2 - 1]


@pytest.mark.parametrize("order", ["1", "2"])
def test_r10_2_game_does_not_depend_on_the_order_in_which_a_process_walks_sets(order: str) -> None:
    signed = [one for one in recordings() if one.script and told_summary(one.journal())["verdict"] == SIGNED_WELL]
    checked = subprocess.run(
        [sys.executable, HERE / "record.py", "--check", *(one.title for one in signed)],
        env={**os.environ, "PYTHONHASHSEED": order, "PYTHONPATH": str(HERE.parents[1])},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_recording_twice_changes_nothing_and_checking_finds_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--check", "tutorial/nothing"], tmp_path) == 1
    assert "tutorial/nothing: not recorded" in capsys.readouterr().out
    assert main(["tutorial/nothing"], tmp_path) == 0
    assert "tutorial/nothing: new, nothing" in capsys.readouterr().out
    assert main(["tutorial/nothing"], tmp_path) == 0
    assert main(["--check", "tutorial/nothing"], tmp_path) == 0
    assert "tutorial/nothing" not in capsys.readouterr().out


def test_checking_says_what_a_game_came_to_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tutorial = tmp_path / "tutorial"
    tutorial.mkdir()
    for ending in (".jsonl", ".json"):
        other = HERE / "tutorial" / f"sincere{ending}"
        (tutorial / f"nothing{ending}").write_bytes(other.read_bytes())
    assert main(["--check", "tutorial/nothing"], tmp_path) == 1
    assert "tutorial/nothing: verdict sincere_agreement -> nothing" in capsys.readouterr().out
    assert changes(tutorial / "nothing.jsonl", HERE / "tutorial" / "sincere.jsonl") == []


def test_name_of_no_game_is_refused_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tutorial/nowhere"], tmp_path) == 2
    assert capsys.readouterr().out.startswith("There is no game tutorial/nowhere; there are ")
