"""`debrief`, through the front door: where the page goes, what is never written over, and what it says if it cannot."""

import os
from pathlib import Path

import pytest

from game.cli import main

RECORDED = Path(__file__).parents[1] / "recorded" / "tutorial"
BREAKDOWN, SIDE = (str(RECORDED / f"{name}.jsonl") for name in ("breakdown", "side-by-side"))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run what must fail with one sentence and nothing written."""
    before = sorted(Path().iterdir())
    assert main(["debrief", *arguments]) != 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert sorted(Path().iterdir()) == before
    return err


def test_without_a_place_it_is_written_here_under_the_name_of_the_game(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["debrief", BREAKDOWN]) == 0
    assert [path.name for path in here.iterdir()] == ["breakdown-debrief.html"]
    source = (here / "breakdown-debrief.html").read_text(encoding="utf-8")
    assert source.startswith("<!DOCTYPE html>")
    assert "Breakdown" in source
    out, err = capsys.readouterr()
    assert (out, err) == ("", "breakdown-debrief.html is written; open it in a browser.\n")


def test_it_is_written_where_it_is_asked_for_in_place_of_an_older_page_alone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = here / "talk.html"
    place.write_text("<!DOCTYPE html>\nold", encoding="utf-8")
    assert main(["debrief", SIDE, "-o", str(place)]) == 0
    first = place.read_bytes()
    assert b"Side by side" in first
    assert main(["debrief", SIDE, "-o", str(place)]) == 0
    assert place.read_bytes() == first
    capsys.readouterr()
    (here / "notes.txt").write_text("mine", encoding="utf-8")
    assert "is no page and was left as it is" in refused(capsys, SIDE, "-o", "notes.txt")
    assert (here / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_pdf_is_written_as_well(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("typst")
    assert main(["debrief", BREAKDOWN, "--pdf", "talk.pdf", "--paper", "letter"]) == 0
    assert (here / "talk.pdf").read_bytes().startswith(b"%PDF")
    assert (here / "breakdown-debrief.html").exists()
    assert "talk.pdf is written." in capsys.readouterr().err
    (here / "mine.txt").write_text("mine", encoding="utf-8")
    assert "is no PDF and was left as it is" in refused(capsys, BREAKDOWN, "--pdf", "mine.txt")
    assert "cannot both be" in refused(capsys, BREAKDOWN, "-o", "one.html", "--pdf", "one.html")


def test_a_pdf_without_the_extra_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    assert "`pip install typst`" in refused(capsys, BREAKDOWN, "--pdf", "talk.pdf")


def test_by_other_lines_it_is_marked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "lines.yaml").write_text("forum_complementarity: 0.95\n", encoding="utf-8")
    assert main(["debrief", SIDE, "--ruleset", "lines.yaml"]) == 0
    assert "Judged by other lines than it was played by: side by side from 0.95" in (
        here / "side-by-side-debrief.html"
    ).read_text(encoding="utf-8")
    capsys.readouterr()
    (here / "lines.yaml").write_text("hollow: 1\n", encoding="utf-8")
    assert "lines.yaml:1:1: There is no line `hollow`" in refused(capsys, SIDE, "--ruleset", "lines.yaml")


def test_the_order_and_the_length_of_the_talk_can_be_chosen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["debrief", SIDE, "--order", "theme", "--minutes", "30"]) == 0
    source = (here / "side-by-side-debrief.html").read_text(encoding="utf-8")
    assert "30 minutes. What stands under" in source
    assert source.index("<summary>By theme</summary>") < source.rindex("<summary>In the order of time</summary>")
    capsys.readouterr()
    assert "`--minutes` must be from 12 to 600, not 3." in refused(capsys, SIDE, "--minutes", "3")
    assert "`--minutes` must be from 12 to 600, not 9999." in refused(capsys, SIDE, "--minutes", "9999")
    assert "'time', 'theme'" in refused(capsys, SIDE, "--order", "luck")


def test_what_cannot_be_debriefed_is_one_sentence(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = Path(SIDE).read_bytes()
    lines = whole.splitlines(keepends=True)
    Path("torn.jsonl").write_bytes(b"".join(lines[:-1]))
    lines[5] = lines[5].swapcase()
    Path("damaged.jsonl").write_bytes(b"".join(lines))
    for arguments, sentence in (
        (["torn.jsonl"], "This game is not over"),
        (["damaged.jsonl"], "is damaged in line"),
        (["nowhere.jsonl"], "There is no file"),
        ([str(here)], "No table of this class has finished"),
        (["no-such-game"], "There is no saved game `no-such-game`"),
        ([SIDE, "-o", str(here)], "is a folder; name a file in it"),
        ([SIDE, "-o", "nowhere/page.html"], "There is no folder nowhere; make it first."),
        ([SIDE, "--pdf", "nowhere/page.pdf"], "There is no folder nowhere; make it first."),
    ):
        assert sentence in refused(capsys, *arguments), arguments


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_may_not_be_written_is_one_sentence(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = here / "locked"
    folder.mkdir(mode=0o500)
    assert "cannot be written" in refused(capsys, SIDE, "-o", str(folder / "page.html"))
    folder.chmod(0o700)


def test_a_shipped_game_is_found_by_its_name(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean `seven-yeses-meant`?" in refused(capsys, "seven-yeses-ment")
