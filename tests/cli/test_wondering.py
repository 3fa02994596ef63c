"""`what-if`, through the front door: one change, or every command of a game tried in turn."""

import json
from pathlib import Path

import pytest

from game.cli import main

RECORDED = Path(__file__).parents[1] / "recorded"
PRESSED, SINCERE, COMPUTERS = (
    str(RECORDED / "tutorial" / f"{name}.jsonl") for name in ("pressed", "sincere", "computers-presser-1")
)
UNPRESSED = ("--change", "16", "{do: meet, whom: council}")


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["what-if", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run what must fail; it says one sentence and prints nothing."""
    assert main(["what-if", *arguments]) != 0
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    return line


def test_a_scan_says_what_turns_the_game_and_which_moments_moved_it(capsys: pytest.CaptureFixture[str]) -> None:
    out = answer(capsys, SINCERE)
    assert "65 commands were left out or done otherwise, one by one: four turn it." in out
    assert "- Without command 2 (Ostrel town council met Recovery Fund, in round 1): As signed it is fragile" in out
    assert "Text A would not have come into force\n- Without command 21 " in out
    assert out.count("It raised how far those concerned were with the accord") == 5


def test_one_change_is_told_beside_the_game_as_played(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [" ".join(line.split()) for line in answer(capsys, PRESSED, "--without", "33").splitlines()]
    assert "the forum False coherence Nothing came of it" in rows
    assert any(row.startswith("Text A signed false") and row.endswith("not in force") for row in rows)
    assert "No longer possible, and so not done" in rows


def test_something_else_can_be_done_in_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    out = answer(capsys, PRESSED, *UNPRESSED)
    assert "Recovery Fund met Ostrel town council instead of command 16 (Recovery Fund leaned on" in out
    assert answer(capsys, PRESSED, "--change", "16", "{seat: fund, do: meet, whom: council}") == out


def test_a_command_may_be_a_bare_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Recovery Fund passed instead of command 16" in answer(capsys, PRESSED, "--change", "16", "pass")


def test_computers_can_decide_anew(capsys: pytest.CaptureFixture[str]) -> None:
    out = answer(capsys, COMPUTERS, "--without", "40", "--anew")
    assert "computer seats decide anew by what they now see" in out
    assert "everybody does what they did" in answer(capsys, COMPUTERS, "--without", "40", "--held")


def test_a_scan_can_let_computers_decide_anew(capsys: pytest.CaptureFixture[str]) -> None:
    assert "computer seats decide anew" in answer(capsys, PRESSED, "--anew")


def test_machines_get_every_trial(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(answer(capsys, PRESSED, "--json"))
    assert told["played"]["verdict"] == "false_coherence"
    turned = [told["trials"][place] for place in told["turned"]]
    assert turned
    assert all(trial["turns"] for trial in turned)
    assert {trial["turns"] for trial in told["trials"]} == {True, False}
    assert told["paired"] > 0


def test_machines_get_one_change_with_both_summaries(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(answer(capsys, PRESSED, "--without", "33", "--json"))
    assert told["changes"] == [{"at": 33, "command": None}]
    assert told["is_turned"]
    assert told["played"]["accords"]
    assert not told["otherwise"]["accords"]
    assert told["dropped"]
    played = json.loads(Path(PRESSED).with_suffix(".json").read_text(encoding="utf-8"))
    assert told["played"]["scores"] == played["scores"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--without", "999"), "There is no command 999; the game has commands 1 to 65."),
        (("--without", "0"), "There is no command 0; the game has commands 1 to 65."),
        (("--without", "x"), "Invalid value for '--without'"),
        (("--without", "16", "--without", "16"), "The same command is named twice; name each once."),
        (("--without", "16", *UNPRESSED), "The same command is named twice; name each once."),
        (("--change", "16", "{do: meat}"), "There is no command `meat`; did you mean `meet`?"),
        (("--change", "16", "walk_out"), "In place of command 16 that was not possible: "),
        (("--change", "16", "{seat: clinics, do: pass}"), "Command 16 was given by `fund`; write one command of that"),
        (("--change", "16", "pass}, {seat: fund, do: pass"), ""),
        (("--change", "16", "[[["), "A bracket or brace that opens in this line is not closed"),
        (("--change", "16", ""), ""),
        (("--change", "999", "pass"), "There is no command 999"),
        (("--change", "16"), "Option '--change' requires 2 arguments"),
    ],
)
def test_nonsense_gets_one_sentence(
    arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, PRESSED, *arguments).startswith(sentence)


def test_a_game_that_is_not_over_is_not_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun = tmp_path / "begun.jsonl"
    begun.write_bytes(b"".join(Path(PRESSED).read_bytes().splitlines(keepends=True)[:30]))
    assert refused(capsys, str(begun)).startswith("This game is not over")


def test_a_journal_must_be_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "There is no file" in refused(capsys, str(tmp_path / "none.jsonl"))
    assert "is a folder" in refused(capsys, str(tmp_path))
