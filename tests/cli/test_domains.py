"""`import` and `export`, through the front door."""

import json
from pathlib import Path

import pytest
from scenario.domains.roads import domain_json, domain_xml, profile_json, profile_xml

from game.cli import main


class Cli:
    """The command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        return code, *self._capsys.readouterr()

    def refused(self, *arguments: str | Path) -> str:
        code, out, err = self(*arguments)
        assert code != 0
        assert out == ""
        assert err.count("\n") == 1, err
        assert "Traceback" not in err
        return err.rstrip()


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    monkeypatch.setenv("FALSE_COHERENCE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "road").mkdir()
    (tmp_path / "road" / "road.xml").write_text(domain_xml())
    (tmp_path / "road" / "driver.xml").write_text(profile_xml("driver"))
    (tmp_path / "road" / "village.xml").write_text(profile_xml("village"))
    return Cli(capsys)


def test_an_imported_domain_can_be_checked_and_simulated(cli: Cli, tmp_path: Path) -> None:
    code, out, err = cli("import", "road/road.xml", "road/driver.xml", "road/village.xml", "-o", "road.yaml")
    assert (code, err) == (0, "")
    assert out.startswith("road.yaml: Road, 3 seats, 3 issues.\n- ")
    assert "the Facilitator was added" in out
    code, out, _ = cli("check", "road.yaml")
    assert code == 0
    assert all(line.endswith("(a warning)") for line in out.splitlines())
    code, out, _ = cli("simulate", "road.yaml", "--games", "3", "--jobs", "1", "--json")
    assert (code, out.count("\n")) == (0, 3)


def test_a_folder_and_json_can_be_imported(cli: Cli, tmp_path: Path) -> None:
    web = tmp_path / "web"
    web.mkdir()
    (web / "road.json").write_text(json.dumps(domain_json()))
    for who in ("driver", "village", "garrison"):
        (web / f"{who}.json").write_text(json.dumps(profile_json(who)))
    assert cli("import", "road", "-o", "one.yaml")[0] == 0
    assert cli("import", "web", "-o", "two.yaml")[1].startswith("two.yaml: road, 3 seats, 3 issues.")


def test_nothing_is_overwritten(cli: Cli, tmp_path: Path) -> None:
    kept = tmp_path / "road.yaml"
    kept.write_text("mine")
    said = "road.yaml exists already and was left as it is; choose another name."
    assert cli.refused("import", "road", "-o", "road.yaml") == said
    assert kept.read_text() == "mine"
    assert cli.refused("import", "road", "-o", "road") == "road is a folder; name a file in it."
    assert cli.refused("import", "road", "-o", "nowhere/road.yaml") == "There is no folder nowhere; make it first."
    assert cli.refused("export", "tutorial", "-o", "road") == (
        "road is not empty and was left as it is; name a new or empty folder."
    )
    assert cli.refused("export", "tutorial", "-o", "road.yaml") == "road.yaml is no folder; name a new one."
    assert sorted(path.name for path in (tmp_path / "road").iterdir()) == ["driver.xml", "road.xml", "village.xml"]


def test_bad_files_get_one_sentence_with_their_place(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "road" / "driver.xml").write_text(profile_xml("driver").replace("evaluation='3'", "evaluation='-3'"))
    place = Path("road") / "driver.xml"
    assert cli.refused("import", "road", "-o", "road.yaml") == (
        f"{place}:4:1: The evaluation of `By the river` on `Route` is `-3`; it must not be below 0."
    )
    assert not (tmp_path / "road.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("import", "road", "-o", "x.yaml", "--most-options", "2"),
            "`--most-options` must be 3 to 6, “nothing agreed” included, not 2.",
        ),
        (
            ("export", "tutorial", "-o", "x", "--format", "genuis"),
            "There is no format `genuis`; did you mean `genius`?",
        ),
        (("export", "tutorail", "-o", "x"), "There is no scenario `tutorail`; did you mean `tutorial`?"),
    ],
)
def test_slips_are_answered_with_what_was_meant(cli: Cli, arguments: tuple[str, ...], sentence: str) -> None:
    assert cli.refused(*arguments) == sentence


@pytest.mark.parametrize(("format_", "suffix"), [("genius", ".xml"), ("geniusweb", ".json")])
def test_a_scenario_goes_out_and_comes_back(cli: Cli, tmp_path: Path, format_: str, suffix: str) -> None:
    code, out, err = cli("export", "tutorial", "-o", "out", "--format", format_)
    assert (code, err) == (0, "")
    assert out.startswith(
        "out: The clinic at Ostrel, 3 issues, 4 profiles.\n- Hidden mandates are not in the utilities"
    )
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {suffix}
    assert cli("import", "out", "-o", "back.yaml")[1].startswith("back.yaml: The clinic at Ostrel, 4 seats, 3 issues.")
