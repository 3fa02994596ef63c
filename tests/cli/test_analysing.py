"""The command that lays out the space of deals."""

import json
from pathlib import Path

import pytest

from game.cli import main


def test_says_what_it_means_and_shows_every_agency(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "tutorial"]) == 0
    told = capsys.readouterr().out
    assert "The clinic at Ostrel: 64 packages" in told
    assert "Recovery Fund could push through 1 deal that would not hold" in told
    assert "Coast Clinics would lose 10 by it" in told
    for short in ("Recovery Fund", "Coast Clinics", "Town council"):
        assert short in told


def test_machines_get_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "tutorial", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["packages"] == 64
    assert {point["solution"] for point in told["points"]} == {
        "nash", "kalai_smorodinsky", "egalitarian", "utilitarian",
    }  # fmt: skip
    assert told["temptations"][0]["terms"] == {"clinic": "contractor", "road": "convoys", "opening": "banners"}
    assert len(told["coalitions"]) == 2**4 - 2 - 4


def test_page_stands_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "tutorial", "--html", str(tmp_path / "deals.html")]) == 0
    page = (tmp_path / "deals.html").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""
    assert page.startswith("<!DOCTYPE html>")
    assert "http" not in page.replace("http-equiv", "")
    assert "Kalai-Smorodinsky point" in page


def test_page_that_cannot_be_written_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "tutorial", "--html", str(tmp_path / "nowhere" / "deals.html")]) == 2
    told = capsys.readouterr().err
    assert told.endswith("nowhere; make it first.\n")
    assert len(told.splitlines()) == 1


def test_a_page_that_does_not_fit_leaves_the_old_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "deals.html"
    page.write_text("<!doctype html>old")

    def fill(path: Path, *_: object, **__: object) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill)
    assert main(["analyse", "tutorial", "--html", str(page)]) == 1
    assert "cannot be written: No space left on device." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["deals.html"]
    assert page.read_text() == "<!doctype html>old"


@pytest.mark.parametrize(
    ("name", "said"), [(".", "is a folder"), ("", "is a folder"), ("x" * 300, "cannot be written")]
)
def test_a_name_that_is_none_is_one_sentence(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", "tutorial", "--html", str(tmp_path / name)]) != 0
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1


def test_markup_in_texts_stays_text(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "scenarios" / "tutorial.yaml").read_text(encoding="utf-8")
    wild = tmp_path / "wild.yaml"
    wild.write_text(text.replace("title: The clinic at Ostrel", "title: '<script>alert(1)</script>'"), encoding="utf-8")
    assert main(["analyse", str(wild), "--html", str(tmp_path / "deals.html")]) == 0
    assert "<script" not in (tmp_path / "deals.html").read_text(encoding="utf-8")


def test_page_never_takes_the_place_of_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("case: mine\n", encoding="utf-8")
    for command in (["analyse", "tutorial"], ["balance", "tutorial", "--games", "1"]):
        assert main([*command, "--html", str(mine)]) == 2
        assert "mine.yaml is no page and was left as it is; name a file that ends in .html." in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == "case: mine\n"


def test_page_takes_the_place_of_an_older_one_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "deals.html"
    for _ in range(2):
        assert main(["analyse", "tutorial", "--html", str(page)]) == 0
        assert f"{page} is written; open it in a browser." in capsys.readouterr().err
