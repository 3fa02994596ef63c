"""`export-class`, through the front door."""

import zipfile
from pathlib import Path

import pytest
from tables import CLINICS, FUND, play_on

from game.cli import main
from game.record import computer, person
from game.scenario import loading
from game.session import open_table


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a class: a table that has finished, and one that has not begun."""
    case = loading.load(loading.find("tutorial"))
    place = tmp_path / "class"
    for number in (1, 2):
        roster = {agency: computer("talker") for agency in case.agency_ids}
        roster[FUND], roster[CLINICS] = person("Amara"), person("Ben")
        table = open_table(case, roster, number, journal=place / f"table-0{number}.jsonl")
        if number == 1:
            play_on(table)
        table.close()
    return place


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_class_is_written_into_a_new_file(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = tmp_path / "class.zip"
    assert main(["export-class", str(folder), "-o", str(packed)]) == 0
    out, err = capsys.readouterr()
    assert out == (
        f"{packed}: 2 tables; begin with the README.txt in it.\n"
        "Still being played, so only what everybody can see is in it: table 2.\n"
    )
    assert err == ""
    found = members(packed)
    assert "journals/table-01.jsonl" in found
    assert "journals/table-02.jsonl" not in found
    assert b"Amara" in found["seats.csv"]


def test_names_are_replaced_and_the_whole_is_exported_if_asked(folder: Path, tmp_path: Path) -> None:
    packed = tmp_path / "class.zip"
    assert main(["export-class", str(folder), "-o", str(packed), "--replace-names", "--whole"]) == 0
    found = members(packed)
    assert "journals/table-02.jsonl" in found
    assert b"Amara" not in b"".join(found.values())
    assert b"person 1" in found["seats.csv"]


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run what must fail, and return its one sentence."""
    assert main(["export-class", *arguments]) in (1, 2)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.endswith(".\n")
    return err


def test_bad_input_is_answered_in_a_sentence(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = str(tmp_path / "class.zip")
    (tmp_path / "kept.zip").write_text("mine")
    (tmp_path / "empty").mkdir()
    assert "There is no folder" in refused(capsys, str(tmp_path / "none"), "-o", new)
    assert "There is no journal of a game" in refused(capsys, str(tmp_path / "empty"), "-o", new)
    assert "exists already and was left as it is" in refused(capsys, str(folder), "-o", str(tmp_path / "kept.zip"))
    assert "is a folder; name a file in it" in refused(capsys, str(folder), "-o", str(folder))
    assert "There is no folder" in refused(capsys, str(folder), "-o", str(tmp_path / "none" / "class.zip"))
    assert "Missing option" in refused(capsys, str(folder))
    assert (tmp_path / "kept.zip").read_text() == "mine"
    assert not Path(new).exists()


def test_a_damaged_table_is_left_out_said_and_told_by_the_exit_code(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "table-03.jsonl").write_text("no journal\n")
    packed = tmp_path / "class.zip"
    assert main(["export-class", str(folder), "-o", str(packed)]) == 1
    out, err = capsys.readouterr()
    assert "2 tables" in out
    assert err.startswith("Table 3 is left out: table-03.jsonl is no journal of a game")
    assert "Table 3 is left out" in members(packed)["README.txt"].decode()
