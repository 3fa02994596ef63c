"""`judge`, through the front door: a finished game by other lines, and how near each line is to turning it."""

import json
from pathlib import Path

import pytest

from game.cli import main
from game.debrief import LINES

RECORDED = Path(__file__).parents[1] / "recorded"
UNFINISHED = "This game is not over; it can be told, judged and run again once the year after has gone by."
SINCERE, PRESSED = (str(RECORDED / "tutorial" / f"{name}.jsonl") for name in ("sincere", "pressed"))


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "lines.yaml"
    path.write_text("hollow_sincerity: 0.9\n", encoding="utf-8")
    return path


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Run what must fail, and return its exit code and its sentences; nothing is printed but them."""
    code = main(["judge", *arguments])
    out, err = capsys.readouterr()
    assert code != 0
    assert out == ""
    assert "Traceback" not in err
    return code, err.splitlines()


def test_both_verdicts_stand_side_by_side_and_the_new_one_is_marked(
    lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["judge", SINCERE, "--ruleset", str(lines)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "Judged by other lines than it was played by: hollow below 0.90 (was 0.45).\n" in out
    rows = [" ".join(line.split()) for line in out.splitlines()]
    assert "the forum Sincere agreement False coherence changed" in rows
    assert "Text A, as signed sincere false changed" in rows
    assert "Text A, as lived sincere agreement false coherence changed" in rows
    assert "Coast Clinics solid 0.80 hollow 0.80 changed" in rows
    played, again = out.split("What decided, by the other lines")
    assert "every root of every signature holds" in played
    assert "hollow below 0.90" in again


def test_machines_get_both(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", SINCERE, "--ruleset", str(lines), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["moved"] == [{"name": "hollow_sincerity", "was": 0.45, "now": 0.9}]
    assert told["mark"].startswith("Judged by other lines")
    assert told["is_changed"]
    assert (told["played"]["verdict"], told["again"]["verdict"]) == ("sincere_agreement", "false_coherence")
    (accord,) = told["again"]["accords"]
    assert accord["fired"][0]["test"] == "hollow"
    assert {seat["label"] for seat in accord["signatures"].values()} == {"hollow"}
    assert json.loads(Path(SINCERE).with_suffix(".json").read_text())["verdict"] == told["played"]["verdict"]


def test_lines_as_they_were_change_nothing_and_it_says_so(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines.write_text("hollow_sincerity: 0.45\n", encoding="utf-8")
    assert main(["judge", SINCERE, "--ruleset", str(lines)]) == 0
    out = capsys.readouterr().out
    assert "nothing changes" in out
    assert "Judged by other lines" not in out
    assert "changed" not in out.split("nothing changes")[1]
    main(["judge", SINCERE, "--ruleset", str(lines), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (told["mark"], told["moved"], told["is_changed"]) == ("", [], False)
    assert told["played"] == told["again"]


def test_without_a_ruleset_every_line_is_shown_with_what_would_turn(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    for journal in (SINCERE, PRESSED, str(RECORDED / "tutorial" / "side-by-side.jsonl")):
        assert main(["judge", journal]) == 0
        out = capsys.readouterr().out
        assert [line.name for line in LINES if line.name not in out] == []
    assert main(["judge", SINCERE]) == 0
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert (
        "hollow_sincerity R5.6 Hollow below 0.45 Harbour Force: sincerity 0.795 "
        "Drawn 0.345 higher, just above 0.795: false."
    ) in rows


def test_machines_get_every_line_its_bounds_and_its_flips(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", SINCERE, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [line["name"] for line in told["lines"]] == [line.name for line in LINES]
    assert all(line["least"] <= line["value"] <= line["most"] for line in told["lines"])
    flips = {row["name"]: row for row in told["flips"]["accords"]["A"]}
    assert flips["sincere_mean"]["would_be"] == "fragile"
    assert flips["sincere_mean"]["move"] == pytest.approx(0.178, abs=1e-6)
    assert flips["false_capture"]["move"] is None


def test_what_a_flip_says_is_what_a_ruleset_does(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["judge", SINCERE, "--json"])
    rows = json.loads(capsys.readouterr().out)["flips"]["accords"]["A"]
    turning = [row for row in rows if row["of"] == "as signed" and row["to"] is not None]
    assert turning
    for row in turning:
        lines.write_text(f"{row['name']}: {row['to']:.12f}\n", encoding="utf-8")
        assert main(["judge", SINCERE, "--ruleset", str(lines), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["again"]["accords"][0]["signed"] == row["would_be"]


def test_everything_wrong_with_a_ruleset_is_told_with_its_place(
    lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines.write_text("hollow_sinceriti: 0.5\ntrust_gain: 0.2\nlived_rate: 120\n", encoding="utf-8")
    code, told = refused(capsys, SINCERE, "--ruleset", str(lines))
    assert code == 1
    assert told == [
        f"{lines}:1:1: There is no line `hollow_sinceriti`; did you mean `hollow_sincerity`?",
        f"{lines}:2:1: `trust_gain` is a number by which a game is played, not judged, and this one has been played; "
        "take it out.",
        f"{lines}:3:13: `lived_rate` must be a number from 0 to 100, not `120`.",
    ]


def test_a_game_that_is_not_over_is_not_opened(lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torn = tmp_path / "torn.jsonl"
    torn.write_bytes(b"".join(Path(SINCERE).read_bytes().splitlines(keepends=True)[:-1]))
    for more in ([], ["--ruleset", str(lines)], ["--json"]):
        code, told = refused(capsys, str(torn), *more)
        assert (code, told) == (1, [UNFINISHED])


def test_what_is_no_journal_or_not_there_is_one_sentence(
    lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "damaged.jsonl"
    raw = bytearray(Path(SINCERE).read_bytes())
    raw[len(raw) // 2] ^= 1
    damaged.write_bytes(bytes(raw))
    for arguments, sentence in (
        ([str(damaged)], "is damaged in line"),
        ([str(tmp_path / "nowhere.jsonl")], "There is no file"),
        ([str(lines)], "is no journal of a game"),
        ([SINCERE, "--ruleset", str(tmp_path / "nowhere.yaml")], "There is no file"),
        ([SINCERE, "--ruleset", str(tmp_path)], "is a folder"),
    ):
        code, told = refused(capsys, *arguments)
        assert code == 1
        assert len(told) == 1
        assert sentence in told[0]
