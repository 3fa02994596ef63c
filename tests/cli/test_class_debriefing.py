"""`debrief` of a class, and of games as CSV, through the front door."""

import csv
import io
import shutil
import zipfile
from pathlib import Path

import pytest
from tables import CLINICS, FUND, play_on

from game.cli import main
from game.record import computer, person
from game.scenario import loading
from game.session import open_table

RECORDED = Path(__file__).parents[1] / "recorded" / "tutorial"
SINCERE, PRESSED, NOTHING = (str(RECORDED / f"{script}.jsonl") for script in ("sincere", "pressed", "nothing"))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, on one processor: a process more is not worth it for games as small as these."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    return tmp_path


@pytest.fixture
def folder(here: Path) -> Path:
    """The folder of a class: a table that has finished, with people at it, and one that has not begun."""
    case = loading.load(loading.find("tutorial"))
    for number in (1, 2):
        roster = {agency: computer("talker") for agency in case.agency_ids}
        roster[FUND], roster[CLINICS] = person("Amara"), person("Ben")
        table = open_table(case, roster, number, journal=here / "class" / f"table-0{number}.jsonl")
        if number == 1:
            play_on(table)
        table.close()
    return here / "class"


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run what must fail, and return its one sentence."""
    assert main(["debrief", *arguments]) != 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1, err
    return err


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))


# A class on one page


def test_the_folder_of_a_class_becomes_one_page(folder: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["debrief", str(folder)]) == 0
    _, err = capsys.readouterr()
    assert "Still under way, and only named in it: 2 (table is not over)." in err
    source = (here / "class-class-debrief.html").read_text(encoding="utf-8")
    assert "One table alone" in source
    assert "Table 2 is still under way" in source
    assert "Amara" not in source


def test_names_and_seats_are_shown_where_it_is_said_so(folder: Path, here: Path) -> None:
    assert main(["debrief", str(folder), "-o", "page.html", "--names", "--seats"]) == 0
    source = (here / "page.html").read_text(encoding="utf-8")
    assert "Amara" in source
    assert "Single seats, table by table" in source


def test_several_journals_are_a_class_named_after_their_files(here: Path) -> None:
    copy = shutil.copy(SINCERE, here / "sincere.jsonl")
    assert main(["debrief", SINCERE, PRESSED, str(copy), "-o", "page.html"]) == 0
    source = (here / "page.html").read_text(encoding="utf-8")
    assert "Three tables finished" in source
    assert "Table pressed" in source
    assert "Table sincere (2)" in source
    assert "both had four yeses" in source


def test_what_is_no_class_is_one_sentence(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "empty").mkdir()
    assert "There is no journal of a game in empty." in refused(capsys, "empty")
    assert "empty is a folder; name one folder of a class, or journals, not both." in refused(capsys, SINCERE, "empty")
    assert "no PDF and no judging anew" in refused(capsys, SINCERE, PRESSED, "--pdf", "page.pdf")
    assert "are for a class; the page of one game shows every seat" in refused(capsys, SINCERE, "--seats")
    assert "There is no folder nowhere" in refused(capsys, SINCERE, PRESSED, "-o", "nowhere/page.html")
    assert "There is no file" in refused(capsys, SINCERE, "nowhere.jsonl")


def test_a_damaged_table_is_named_and_the_rest_is_told(
    folder: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(PRESSED, folder / "table-03.jsonl")
    lines = Path(SINCERE).read_bytes().splitlines(keepends=True)
    lines[5] = lines[5].swapcase()
    (folder / "table-04.jsonl").write_bytes(b"".join(lines))
    assert main(["debrief", str(folder), "-o", "page.html"]) == 1
    assert "Table 4 is left out:" in capsys.readouterr().err
    source = (here / "page.html").read_text(encoding="utf-8")
    assert "Two tables finished" in source
    assert "Table 4 is left out:" in source


# As CSV


def test_the_measures_of_one_game_are_written_with_their_codebook(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["debrief", NOTHING, "--csv", "measures"]) == 0
    assert capsys.readouterr().out.startswith("measures: ")
    written = {path.name for path in (here / "measures").iterdir()}
    assert {"README.txt", "codebook.csv", "codebook.md", "causes.csv", "what_if.csv", "tables.csv"} <= written
    described = {(row["file"], row["column"]) for row in rows(here / "measures" / "codebook.csv")}
    for path in (here / "measures").glob("*.csv"):
        if path.name != "codebook.csv":
            heads = path.read_bytes().decode("utf-8-sig").split("\r\n")[0].split(",")
            assert {(path.name, head) for head in heads} <= described
    assert [row["table"] for row in rows(here / "measures" / "tables.csv")] == ["nothing"]
    assert not [*here.glob("*.html")]


def test_people_are_numbered_unless_names_are_asked_for(folder: Path, here: Path) -> None:
    assert main(["debrief", str(folder), "--csv", "numbered"]) == 0
    assert main(["debrief", str(folder), "--csv", "named", "--names"]) == 0
    bytes_of = {name: b"".join(path.read_bytes() for path in (here / name).iterdir()) for name in ("numbered", "named")}
    assert b"Amara" not in bytes_of["numbered"]
    assert b"Amara" in bytes_of["named"]


def test_nothing_is_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "full").mkdir()
    (here / "full" / "mine.csv").write_text("mine", encoding="utf-8")
    (here / "file").write_text("mine", encoding="utf-8")
    assert "full has files in it already" in refused(capsys, NOTHING, "--csv", "full")
    assert "file cannot be made there" in refused(capsys, NOTHING, "--csv", "file")
    assert "cannot be made there" in refused(capsys, NOTHING, "--csv", "nowhere/measures")
    assert [path.name for path in (here / "full").iterdir()] == ["mine.csv"]


def test_the_whole_export_has_the_sheets_of_running_again_where_asked(folder: Path, here: Path) -> None:
    assert main(["export-class", str(folder), "-o", "plain.zip"]) == 0
    assert main(["export-class", str(folder), "-o", "again.zip", "--what-if"]) == 0
    names = {name: {*zipfile.ZipFile(here / f"{name}.zip").namelist()} for name in ("plain", "again")}
    assert names["again"] - names["plain"] == {"causes.csv", "turning_points.csv", "what_if.csv"}
