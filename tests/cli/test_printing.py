"""`print`: which files it writes, and what it says where it cannot."""

import json
import os
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.scenario import loading

NAMES = [path.stem for path in loading.shipped()]
TUTORIAL = {
    "index.html", "briefing.html", "role-fund.html", "role-force.html", "role-clinics.html", "role-council.html",
    "name-cards.html", "voting-card.html", "teaching-note.html", "answer-sheet.html", "paper-form.html",
    "paper-form.yaml", "everything-for-trainees.html",
}  # fmt: skip


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(("print", *arguments)) != 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err


def test_print_writes_every_handout_and_says_where_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "folder"
    assert main(("print", "tutorial", "-o", str(folder))) == 0
    assert {path.name for path in folder.iterdir()} == TUTORIAL
    assert str(folder / "index.html") in capsys.readouterr().out
    index = (folder / "index.html").read_text(encoding="utf-8")
    for name in TUTORIAL - {"index.html"}:
        assert f'href="{name}"' in index


def test_print_writes_the_same_bytes_again_and_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "briefing.html").write_text("old")
    assert main(("print", "tutorial", "-o", str(tmp_path))) == 0
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert main(("print", "tutorial", "-o", str(tmp_path))) == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
    assert set(first) == {*TUTORIAL, "notes.txt"}
    assert first["notes.txt"] == b"mine"
    assert first["briefing.html"] != b"old"


def test_print_writes_pdf_beside_every_page(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    assert main(("print", "tutorial", "-o", str(tmp_path), "--pdf")) == 0
    pages = {path.stem for path in tmp_path.glob("*.html")} - {"index"}
    assert {path.stem for path in tmp_path.glob("*.pdf")} == pages
    assert all(path.read_bytes().startswith(b"%PDF") for path in tmp_path.glob("*.pdf"))
    assert 'href="briefing.pdf"' in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_pdf_without_the_extra_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert "`pip install typst`" in refused(capsys, "tutorial", "-o", str(tmp_path), "--pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_form_to_fill_in_runs_as_it_is(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("print", name, "-o", str(tmp_path))) == 0
    capsys.readouterr()
    assert main(("run", name, str(tmp_path / "paper-form.yaml"), "--json")) == 0
    assert json.loads(capsys.readouterr().out)["accords"] == []


def test_the_short_form_is_filled_in_by_taking_three_signs_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("print", "tutorial", "-o", str(tmp_path))) == 0
    form = tmp_path / "paper-form.yaml"
    text = form.read_text(encoding="utf-8")
    for key in ("terms", "parties", "signed"):
        text = text.replace(f"\n# {key}: ", f"\n{key}: ")
    form.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(("run", "tutorial", str(form), "--json")) == 0
    assert len(json.loads(capsys.readouterr().out)["accords"]) == 1


def test_a_file_in_the_way_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    assert "is no folder" in refused(capsys, "tutorial", "-o", str(blocked))
    assert "blocked" in refused(capsys, "tutorial", "-o", str(blocked / "inside"))
    (tmp_path / "briefing.html").mkdir()
    assert "stands in the way" in refused(capsys, "tutorial", "-o", str(tmp_path))
    assert "cannot be made" in refused(capsys, "tutorial", "-o", str(tmp_path / ("long" * 200)))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere")
@pytest.mark.parametrize("mode", [0o500, 0o600, 0o400])
def test_a_folder_that_may_not_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mode: int
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir(mode)
    assert "cannot be written" in refused(capsys, "tutorial", "-o", str(folder))
    folder.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_folder_whose_name_is_no_text_is_written_into(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"class \xff")
    assert main(("print", "tutorial", "-o", str(folder))) == 0
    assert {path.name for path in folder.iterdir()} == TUTORIAL


def test_a_full_disk_is_one_sentence_and_leaves_the_old_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_text("old")

    def fill(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill)
    assert "No space left on device" in refused(capsys, "tutorial", "-o", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_text() == "old"


def test_a_case_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean `tutorial`?" in refused(capsys, "tutrial", "-o", str(tmp_path))


def test_filled_in_form_is_kept_and_an_empty_one_renewed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "paper-form.yaml"
    assert main(["print", "tutorial", "-o", str(tmp_path)]) == 0
    empty = form.read_text(encoding="utf-8")
    assert main(["print", "tutorial", "-o", str(tmp_path)]) == 0
    assert "filled in" not in capsys.readouterr().out
    form.write_text(empty.replace("absent: []", "absent: [council]"), encoding="utf-8")
    assert main(["print", "tutorial", "-o", str(tmp_path)]) == 0
    assert f"{form} is filled in and was left as it is." in capsys.readouterr().out
    assert "absent: [council]" in form.read_text(encoding="utf-8")


def test_sheets_of_an_earlier_print_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("role-traders.html", "my-notes.html"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    assert main(["print", "tutorial", "-o", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "From an earlier print, and not of this case as it stands: role-traders.html. Delete them." in told
    assert (tmp_path / "role-traders.html").read_text(encoding="utf-8") == "old"


def test_form_says_how_to_run_it_as_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["print", "tutorial", "-o", "hand outs"]) == 0
    assert "run tutorial 'hand outs/paper-form.yaml'" in Path("hand outs/paper-form.yaml").read_text(encoding="utf-8")
