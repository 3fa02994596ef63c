"""The command that plays many games and says what to change."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from game.analysis.lab.balance import BESIDE
from game.analysis.lab.sweep import SweepError, cluster_workers, sweep
from game.cli import main
from game.opponents.manner import AS_WRITTEN, MIXED

QUICK = ("balance", "tutorial", "--games", "8", "--jobs", "1")


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run what must fail, and return its one sentence."""
    assert main(arguments) != 0
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    return told


def test_says_what_to_change_before_the_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(QUICK) == 0
    told = capsys.readouterr().out
    assert told.startswith("The clinic at Ostrel: 8 games between computers, seeds 1 to 8: 4 at mixed tables")
    assert told.index("What to change") < told.index("sincere agreement") < told.index("Coast Clinics")
    assert "minutes with a person on every seat" in told
    tables = [line for line in told.splitlines() if "  " in line]
    assert max(map(len, tables)) <= 80
    assert not any("…" in line for line in tables)
    assert any(line.endswith("lanes") for line in tables)


def test_machines_get_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*QUICK, "--seed", "5", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["games"], told["first_seed"]) == (8, 5)
    assert [table["manner"] for table in told["tables"]] == [MIXED, *BESIDE, AS_WRITTEN]
    assert len(told["verdicts"]) == 7
    assert {role["agency"] for role in told["roles"]} == {"fund", "force", "clinics", "council"}
    assert all({"says", "key", "is_tentative"} == set(remark) for remark in told["remarks"])


def test_page_stands_by_itself_and_says_in_words_what_it_draws(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*QUICK, "--html", str(tmp_path / "balance.html")]) == 0
    page = (tmp_path / "balance.html").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""
    assert page.startswith("<!DOCTYPE html>")
    assert "http" not in page
    assert 'role="img" aria-label="Verdicts by manner' in page
    assert "<td>Harbour Force</td>" in page


def test_markup_in_texts_stays_text(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "scenarios" / "tutorial.yaml").read_text(encoding="utf-8")
    wild = tmp_path / "wild.yaml"
    wild.write_text(text.replace("title: The clinic at Ostrel", "title: '<script>alert(1)</script>'"), encoding="utf-8")
    assert main(["balance", str(wild), "--games", "2", "--html", str(tmp_path / "balance.html")]) == 0
    assert "<script" not in (tmp_path / "balance.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (KeyboardInterrupt(), "Stopped after 3 of 8 games.\n"),
        (
            SweepError("The cluster has lost its workers; start some."),
            "The cluster has lost its workers; start some.\n",
        ),
    ],
)
def test_what_there_is_so_far_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, trouble: BaseException, told: str
) -> None:
    def interrupted(*given: Any) -> Any:
        games = sweep(*given)
        for _ in range(3):
            yield next(games)
        raise trouble

    monkeypatch.setattr("game.cli.commands.balancing.sweep", interrupted)
    code = main(QUICK)
    shown = capsys.readouterr()
    assert code == (130 if isinstance(trouble, KeyboardInterrupt) else 1)
    assert "3 games between computers" in shown.out
    assert shown.err == told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--games", "0"), "at least 1"),
        (("--seed", "-1"), "at least 0"),
        (("--jobs", "0"), "at least 1"),
        (("--jobs", "2", "--cluster", "localhost:8786"), "leave out `--jobs` or `--cluster`"),
        (("--cluster", "somewhere"), "is no address of a cluster"),
        (("--html", "nowhere/balance.html"), "There is no folder nowhere; make it first."),
        (("--html", "."), ". is a folder; name a file in it."),
        (("--games", "1", "--html", "x" * 300), "cannot be written: File name too long."),
    ],
)
def test_bad_input_gets_one_sentence(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str) -> None:
    assert told in refused(capsys, "balance", "tutorial", *arguments)


def test_a_cluster_that_does_not_answer_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.simulating.cluster_workers", partial(cluster_workers, patience=0.2))
    assert "No cluster answers" in refused(capsys, "balance", "tutorial", "--cluster", "127.0.0.1:1")
